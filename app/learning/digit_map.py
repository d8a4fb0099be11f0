"""The data set's digits -> models/map.npz: all on one plane, what is alike near each other.

t-SNE (van der Maaten and Hinton 2008) lays out the leading components of their features, without being told what any
digit is. It heaps up what is alike: so the heaps are spread until no digit lies on another, each pushed away by its
neighbours, and all can be seen.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree
from sklearn.manifold import TSNE

from ..lesson.digit_map import MAP, NEAREST, nearest_of, place_of
from ..reading.arrays import Floats
from ..reading.classify import Distances
from ..reading.reader import Reader
from ..teaching.exam import HOLDOUT, DataSet
from .card import seal
from .data_set import data_set
from .samples import Labels
from .still_border import still_border

SEED = 8
GRAIN = 500  # places along a side of the map: a digit on it is seven wide
APART = 0.019  # of the side between two digits while they are pushed: heaps swell until they touch, and no further
ROUNDS = 300  # of pushing: more move nothing that can be seen
FORCE = 0.5  # of what two digits lack to be apart, that one round gives them: with all of it, crowds swing
AXES = 2
TINY = 1e-9  # of the side: two digits at one place push each other nowhere, and are no division by zero

Tell = Callable[[str], None]  # told the name of each stage as it begins
STAGES = 2


def make_map(models: Path, tell: Tell) -> None:
    """Write models/map.npz, and its checksum on the card, for the model in a folder: the same on the same machine.

    Raise as `Reader.open` and `DataSet.load` do.
    """
    images, labels = data_set()
    tell("Reading the digits of the map")
    reader = Reader.open(models)
    features = DataSet.load(models).rows.astype(np.float32)
    rows = reader.classifier.components.project(features)
    tell("Laying the map out")
    places = spread(lay_out(rows))
    arrays: dict[str, NDArray[Any]] = {
        "places": places,
        "labels": labels.astype(np.uint8),
        "read": reader.classifier.probabilities(features).argmax(1).astype(np.uint8),
        "counts": images.reshape(len(images), -1).astype(np.uint8),
        "rows": rows.astype(np.int16),
        "exam": np.array([len(rows) - HOLDOUT, *(kept_share(rows, one, labels) for one in (places, rows[:, :AXES]))]),
        **still_border(places, labels),
        "model": np.array(reader.card.fingerprint),
    }
    np.savez_compressed(models / MAP, allow_pickle=False, **arrays)
    seal(models, (MAP,))


def lay_out(rows: Floats) -> Floats:
    """Return (n, 2) places in 0..1 for (n, k) rows: rows that are alike lie near each other."""
    return fitted(TSNE(AXES, random_state=SEED, init="pca").fit_transform(rows))


def spread(places: Floats) -> Floats:
    """Return the same (n, 2) places pushed apart, in whole 1 / GRAIN, until hardly any two are closer than APART."""
    moved = places.astype(np.float64)
    for _ in range(ROUNDS):
        pairs = cKDTree(moved).query_pairs(APART, output_type="ndarray")
        between = moved[pairs[:, 0]] - moved[pairs[:, 1]]
        length = np.maximum(np.hypot(*between.T), TINY)[:, None]
        push = between / length * (APART - length) / 2 * FORCE
        np.add.at(moved, pairs[:, 0], push)
        np.subtract.at(moved, pairs[:, 1], push)
    rounded: Floats = (np.rint(fitted(moved) * GRAIN) / GRAIN).astype(np.float32)
    return rounded


def fitted(places: NDArray[np.floating[Any]]) -> Floats:
    """Return (n, 2) places moved into 0..1, the longer side filling it, the other in its middle."""
    low, high = places.min(0), places.max(0)
    moved: Floats = (places - (low + high) / 2) / (high - low).max() + 0.5
    return moved


def kept_share(rows: Floats, places: Floats, labels: Labels) -> float:
    """Return the share of the notebook's test that comes to lie among its own class.

    Each of its digits is placed by the nearest rows of the others that are not in the test, and has the class of most
    of those that are then nearest to it on the map.
    """
    squared = Distances(rows[:HOLDOUT]).squared(rows[HOLDOUT:])
    placed = np.array([place_of(places[nearest_of(one)]) for one in squared])
    _, around = cKDTree(places[:HOLDOUT]).query(placed, NEAREST)
    classes = [np.bincount(labels[near]).argmax() for near in around]
    return float(np.mean(classes == labels[HOLDOUT:]))
