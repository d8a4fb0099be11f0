"""Which mutants: a random sample of the places in app/reading where a change could make a difference."""

from __future__ import annotations

import ast
import difflib
import os
import random
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from cosmic_ray.commands import init
from cosmic_ray.modules import find_modules
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator
from cosmic_ray.work_db import use_db
from cosmic_ray.work_item import MutationSpec

MUTATED = Path("app/reading")
MUTANTS = 200
SEED = 8  # any; the same one draws the same mutants from the same code
# Identity in place of equality changes nothing for small numbers, None and names.
SAME = ("Eq_Is", "NotEq_IsNot", "Is_Eq", "IsNot_NotEq")

Position = tuple[int, int]  # line from 1, column from 0
Place = tuple[str, Position, Position]  # path, where it starts, and where it ends


def drawn(tree: Path) -> tuple[list[MutationSpec], int]:
    """Return the mutants, and of how many places they were drawn; stands in `tree` afterwards."""
    os.chdir(tree)
    mutants = mutants_by_place(tree.parent / "mutants.sqlite")
    silent = {path: list(without_effect(Path(path))) for path in {path for path, _, _ in mutants}}
    places = sorted(
        (path, start, end)
        for path, start, end in mutants
        if not any(first <= start and end <= last for first, last in silent[path])
    )
    chance = random.Random(SEED)
    chosen = sorted(chance.sample(places, min(MUTANTS, len(places))))
    return [chance.choice(sorted(mutants[place], key=by_operator)) for place in chosen], len(places)


def mutants_by_place(file: Path) -> dict[Place, list[MutationSpec]]:
    """Return every mutant that Cosmic Ray knows of the tree that this process stands in."""
    mutants: dict[Place, list[MutationSpec]] = defaultdict(list)
    with use_db(str(file)) as database:
        init(sorted(find_modules([MUTATED])), database, {})
        for item in database.work_items:
            (spec,) = item.mutations
            if not spec.operator_name.endswith(SAME):
                mutants[str(spec.module_path), tuple(spec.start_pos), tuple(spec.end_pos)].append(spec)
    return mutants


def by_operator(mutant: MutationSpec) -> tuple[str, int]:
    return mutant.operator_name, mutant.occurrence


def without_effect(path: Path) -> Iterator[tuple[Position, Position]]:
    """Yield where a change is none, or cannot be made: annotations, decorators, messages and dotted names of errors."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        silent: list[ast.expr | None] = []
        if isinstance(node, ast.FunctionDef):
            silent = [node.returns, *node.decorator_list]
        elif isinstance(node, ast.ClassDef):
            silent = [*node.decorator_list]
        elif isinstance(node, ast.arg | ast.AnnAssign):
            silent = [node.annotation]
        elif isinstance(node, ast.ExceptHandler) and node.type:  # Cosmic Ray stumbles over `except module.Error`
            silent = [part for part in ast.walk(node.type) if isinstance(part, ast.Attribute)]
        elif isinstance(node, ast.Raise):
            silent = [part for part in ast.walk(node) if isinstance(part, ast.JoinedStr)]
        for part in filter(None, silent):
            yield (part.lineno, part.col_offset), (part.end_lineno, part.end_col_offset)


def mutated(mutant: MutationSpec, original: str) -> str:
    """Return the text of the mutant's module, given that of the original."""
    changed = mutate_code(original, get_operator(mutant.operator_name)(**mutant.operator_args), mutant.occurrence)
    assert changed is not None, f"no mutant at {named(mutant)}"
    return changed


def named(mutant: MutationSpec) -> str:
    operator = mutant.operator_name.removeprefix("core/")
    return f"{mutant.module_path}:{mutant.start_pos[0]} in {mutant.definition_name or 'the module'}, {operator}"


def difference(mutant: MutationSpec) -> str:
    """Return the lines that the mutant changes, before and after, from the tree that this process stands in."""
    original = mutant.module_path.read_text(encoding="utf-8")
    lines = difflib.unified_diff(original.splitlines(), mutated(mutant, original).splitlines(), n=0, lineterm="")
    return "\n".join(line for line in lines if not line.startswith(("---", "+++", "@@")))
