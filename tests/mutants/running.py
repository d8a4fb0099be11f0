"""What the tests say of a mutant: each run in a fork of its own, with as many processor seconds as it may need."""

from __future__ import annotations

import contextlib
import os
import resource
import shutil
import signal
import sys
from compileall import compile_dir
from pathlib import Path
from py_compile import PycInvalidationMode
from typing import NamedTuple

import pytest
from cosmic_ray.work_item import MutationSpec

from tests.mutants.drawing import mutated

PROJECT = Path(__file__).parents[2]
# What reads pictures, by path or pattern: each must find a file.
TESTS = (
    "tests/reading/**/test_*.py",
    "tests/test_drawings.py",
    "tests/test_labels.py",
    "tests/test_normalizer.py",
    "tests/test_hands.py",
    "tests/test_predict_command.py",
    "tests/web/test_predict.py",
    "tests/web/test_reasons.py",
    "tests/web/test_ten.py",
    "tests/lesson/test_notebook.py",
)
NOT_COPIED = (".git", ".venv", "__pycache__", ".*_cache", "node_modules", "screenshots")
PATIENCE, GRACE = 4, 5  # times the processor seconds of the program as it is, and s more, before a mutant is ended
WAIT = 30  # times those that a run may take by the clock: the cores may be busy, but not for ever
UNMUTATED_LIMIT = 600  # s of one file of tests on the program as it is
KILLED, TIMED_OUT, SURVIVED = "killed", "timed out", "survived"


class Run(NamedTuple):
    """What became of some tests, and the processor seconds they took."""

    outcome: str
    seconds: float


def copied(tree: Path) -> Path:
    """Return a copy of the project whose compiled modules are told from their text, not from its time of writing."""
    shutil.copytree(PROJECT, tree, symlinks=True, ignore=shutil.ignore_patterns(*NOT_COPIED))
    compile_dir(tree / "app", quiet=1, invalidation_mode=PycInvalidationMode.CHECKED_HASH)
    return tree


def tests_in(tree: Path) -> list[str]:
    found = {pattern: sorted(tree.glob(pattern)) for pattern in TESTS}
    missing = [pattern for pattern, paths in found.items() if not paths]
    assert not missing, f"no test at {missing}: say in tests/mutants/running.py where they are now"
    return [str(path.relative_to(tree)) for paths in found.values() for path in paths]


def unmutated(trees: list[Path], path: str) -> float:
    """Return the processor seconds of a file of tests on the program as it is, where it must pass."""
    for tree in trees:  # in each, so that pytest compiles its tests in each
        os.chdir(tree)
        run = forked([path], UNMUTATED_LIMIT, compiling=True)
        assert run.outcome == SURVIVED, f"{path} fails without a mutant:\n{Path('output.txt').read_text()}"
    return run.seconds


def tested(mutant: MutationSpec, seconds: dict[str, float]) -> tuple[MutationSpec, str]:
    """Return what became of a mutant in the tree that this process stands in: its own tests first, then all others."""
    original = mutant.module_path.read_text(encoding="utf-8")
    mutant.module_path.write_text(mutated(mutant, original), encoding="utf-8")
    try:
        own = [path for path in seconds if Path(path).stem == f"test_{module_name(mutant.module_path)}"]
        others = sorted(set(seconds) - set(own), key=seconds.__getitem__)
        for paths in filter(None, (own, others)):
            run = forked(paths, limit=int(PATIENCE * sum(seconds[path] for path in paths) + GRACE))
            if run.outcome != SURVIVED:
                return mutant, run.outcome
        return mutant, SURVIVED
    finally:
        mutant.module_path.write_text(original, encoding="utf-8")


def module_name(path: Path) -> str:
    return path.parent.name if path.stem == "__init__" else path.stem


def forked(paths: list[str], limit: int, compiling: bool = False) -> Run:
    """Return what becomes of tests in a process of their own, which ends when its seconds are used up."""
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        run_tests(paths, limit, compiling)
    _, status, used = os.wait4(child, 0)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)  # what its tests have started
    code = os.waitstatus_to_exitcode(status)
    outcome = SURVIVED if code == 0 else TIMED_OUT if -code in (signal.SIGXCPU, signal.SIGALRM) else KILLED
    return Run(outcome, used.ru_utime + used.ru_stime)


def run_tests(paths: list[str], limit: int, compiling: bool) -> None:
    """End this process with what pytest says of the tests in the folder that it stands in."""
    code = 1
    try:
        os.setsid()
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 1))
        signal.alarm(WAIT * limit)
        output = os.open("output.txt", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(output, 1)
        os.dup2(output, 2)
        stand_in_copy()
        sys.dont_write_bytecode = not compiling
        os.environ["PYTHONDONTWRITEBYTECODE"] = "" if compiling else "1"
        code = pytest.main(["-x", "-q", "-p", "no:cacheprovider", *paths])
    finally:
        os._exit(code)


def stand_in_copy() -> None:
    """Let this process find the program and its tests in the folder that it stands in, and nowhere else."""
    sys.path[:] = [str(Path.cwd()), *(path for path in sys.path if Path(path).resolve() != PROJECT)]
    for name in [name for name in sys.modules if name.split(".")[0] in ("app", "tests")]:
        del sys.modules[name]
