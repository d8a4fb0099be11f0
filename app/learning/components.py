"""Samples -> their leading components, in which distances are measured."""

import numpy as np

from ..reading.classify import UNIT, Components
from .samples import Samples

LEADING = 80  # components: with 64 or 96 as many left-out drawings are read, but for one in a thousand
EVENED = 0.2  # the power of its variance by which a component counts less: what was never seen is read better so


def fit_components(samples: Samples) -> Components:
    """Return the leading principal components of (n, 320) features, in whole numbers of 1 / UNIT.

    Those that vary less count a little more than they would by themselves. Not scikit-learn's PCA: sums of whole
    numbers are exact, so that each matrix kernel finds the same components; the sign of each is the one under which its
    largest weight is positive.
    """
    rows = samples.features.astype(np.float64)
    total = rows.sum(0)
    covariance = rows.T @ rows - np.outer(total, total) / len(rows)
    variances, axes = (part[..., : -LEADING - 1 : -1] for part in np.linalg.eigh(covariance))
    largest = axes[np.abs(axes).argmax(0), np.arange(LEADING)]
    weights = axes * np.sign(largest) * (variances / variances[0]) ** -EVENED
    return Components(np.rint(weights * UNIT))


def projected(samples: Samples, components: Components) -> Samples:
    """Return the same samples with (n, 80) leading components for features."""
    return samples._replace(features=components.project(samples.features))
