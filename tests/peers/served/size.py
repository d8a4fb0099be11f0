"""`python size.py NAME …`: the MiB that distributions and all that they need take on the disk, here."""

import sys
from importlib.metadata import PackageNotFoundError, distribution

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name


def needed(names: list[str]) -> set[str]:
    """Return them and what they need, without extras; what another machine alone needs is not there."""
    found: set[str] = set()
    while names:
        name = canonicalize_name(names.pop())
        if name in found:
            continue
        try:
            requires = distribution(name).requires or []
        except PackageNotFoundError:
            continue
        found.add(name)
        wanted = (Requirement(line) for line in requires)
        names += [one.name for one in wanted if not one.marker or one.marker.evaluate({"extra": ""})]
    return found


paths = {path.locate() for name in needed(sys.argv[1:]) for path in distribution(name).files or []}
print(sum(path.stat().st_size for path in paths if path.suffix != ".pyc" and path.is_file()) / 2**20)
