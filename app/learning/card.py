"""The model card: what lies in models/, from what it was made, how well it reads."""

import json
import platform
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from ..reading.classify import Calibration
from ..reading.model import CARD, FILES, NUMBERS, checksum, preprocessing_fingerprint
from ..reading.reader import preprocess
from .evaluate import ALLOGRAPHS_SCORE, Score
from .samples import SEED
from .search import SEARCHED, Search

FORMAT = 4  # of the card
PACKAGES = ("numpy", "scikit-learn", "pillow")
NAME_LENGTH = 12  # hex digits of the fingerprint: enough to tell models apart, short enough to read out


class Recipe(NamedTuple):
    """All fitted or chosen numbers of a model but its vectors."""

    kernel: str
    C: float
    gamma: float  # per squared unit of a component
    steepness: float
    temperature: float
    ratio_weight: float
    decision_weight: float
    odds_weight: float
    curve_intercept: float
    threshold: float

    @property
    def calibration(self) -> Calibration:
        """Return the calibration among them."""
        return Calibration(self.steepness, self.temperature)


def write_card(
    models: Path, contents: dict[str, int], recipe: Recipe, scores: dict[str, Score], search: Search
) -> None:
    """Write models/card.json for the files that lie there; `contents` are numbers of what the model was made of."""
    card = {
        "version": FORMAT,
        "fingerprint": checksum(models / NUMBERS)[:NAME_LENGTH],
        "sha256": {name: checksum(models / name) for name in (*FILES, SEARCHED)},
        "versions": {"python": platform.python_version(), **{name: version(name) for name in PACKAGES}},
        "seed": SEED,
        "data": contents,
        "recipe": recipe._asdict(),
        "scores": scores,
        "search": search.to_json(),
        "preprocessing": preprocessing_fingerprint(preprocess),
    }
    (models / CARD).write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


def seal(models: Path, names: Iterable[str]) -> None:
    """Write the checksums of files that were made after the card into models/card.json."""
    card = json.loads((models / CARD).read_text(encoding="utf-8"))
    card["sha256"] |= {name: checksum(models / name) for name in names}
    (models / CARD).write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


def add_to_card(models: Path, name: str, facts: Mapping[str, object]) -> None:
    """Write facts into models/card.json under a name of their own."""
    card = json.loads((models / CARD).read_text(encoding="utf-8"))
    (models / CARD).write_text(json.dumps(card | {name: facts}, indent=1) + "\n", encoding="utf-8")


def read_left_out(models: Path) -> float:
    """Return the share, 0..1, that the model on a folder's card reads right in ways of writing left out of learning."""
    return float(json.loads((models / CARD).read_text(encoding="utf-8"))["scores"][ALLOGRAPHS_SCORE]["accuracy"])


def read_recipe(models: Path) -> Recipe:
    """Return the recipe on a folder's card."""
    return Recipe(**json.loads((models / CARD).read_text(encoding="utf-8"))["recipe"])
