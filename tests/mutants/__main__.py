from __future__ import annotations

import os
import sys
import tempfile
import time
from functools import partial
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # read when NumPy is imported

from cosmic_ray.work_item import MutationSpec

from tests.mutants.drawing import difference, drawn, named
from tests.mutants.running import KILLED, SURVIVED, TIMED_OUT, copied, tested, tests_in, unmutated

WORKERS = 2
LOADED = ("flask_babel", "numpy", "PIL.Image", "sklearn.svm")  # once here, not once a mutant
LEAST_KILLED = 0.85  # share below which the command fails

Outcomes = list[tuple[MutationSpec, str]]


def main() -> int:
    started = time.monotonic()
    for library in LOADED:
        import_module(library)
    with tempfile.TemporaryDirectory() as folder:
        trees = [copied(Path(folder, f"tree-{number}")) for number in range(WORKERS)]
        seconds = {path: unmutated(trees, path) for path in tests_in(trees[0])}
        mutants, places = drawn(trees[0])
        size = f"{len(seconds)} test files of {sum(seconds.values()):.0f} s"
        print(f"{len(mutants)} of {places} places, {size}", flush=True)
        outcomes = in_parallel(trees, mutants, seconds)
        return report(outcomes, minutes=(time.monotonic() - started) / 60)


def in_parallel(trees: list[Path], mutants: list[MutationSpec], seconds: dict[str, float]) -> Outcomes:
    """Return what became of each mutant, tested in as many processes as there are trees."""
    context = get_context("fork")
    free = context.SimpleQueue()
    for tree in trees:
        free.put(tree)
    outcomes = []
    with context.Pool(len(trees), initializer=lambda: os.chdir(free.get())) as pool:
        for mutant, outcome in pool.imap_unordered(partial(tested, seconds=seconds), mutants):
            outcomes.append((mutant, outcome))
            print(f"{len(outcomes):4} {outcome:9} {named(mutant)}", flush=True)
    return outcomes


def report(outcomes: Outcomes, minutes: float) -> int:
    """Print what survived, and how many; return 1 where too few were killed, else 0."""
    survivors = sorted((mutant for mutant, outcome in outcomes if outcome == SURVIVED), key=named)
    print("\nSurvivors:")
    for mutant in survivors:
        print(f"\n{named(mutant)}\n{difference(mutant)}")
    counts = {kind: sum(outcome == kind for _, outcome in outcomes) for kind in (KILLED, SURVIVED, TIMED_OUT)}
    share = 1 - len(survivors) / len(outcomes)
    print(f"\nmutants {len(outcomes)}, " + ", ".join(f"{kind} {count}" for kind, count in counts.items()))
    print(f"share killed {share:.3f} (those timed out among them), {minutes:.0f} minutes")
    return int(share < LEAST_KILLED)


if __name__ == "__main__":
    sys.exit(main())
