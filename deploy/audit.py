"""Ask whether anything that the project installs is known to be vulnerable. Run by `make audit`, with pip-audit beside.

Exit code 0: all were looked up, nothing is known. 1: something is. 3: the database was not reached, or not for all.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

LOCKS = Path(__file__).resolve().parent / "locks"
COMMAND = ["-m", "pip_audit", "--format", "json", "--progress-spinner", "off", "--require-hashes", "--disable-pip"]
CLEAN, VULNERABLE, UNKNOWN = 0, 1, 3


def ask(lock: Path) -> list[dict[str, Any]] | None:
    """Return what the database knows of each package of a lock, or None where it does not answer."""
    done = subprocess.run([sys.executable, *COMMAND, "--requirement", str(lock)], capture_output=True, text=True)
    try:
        packages: list[dict[str, Any]] = json.loads(done.stdout)["dependencies"]
    except ValueError:
        print(done.stderr.strip().splitlines()[-1] if done.stderr.strip() else "pip-audit said nothing.")
        return None
    return packages


def judge(packages: list[dict[str, Any]], is_complete: bool = True) -> tuple[int, list[str]]:
    """Return the exit code, and what is to be said, of all that was answered."""
    unknown = sorted({one["name"] for one in packages if "skip_reason" in one})
    said = [
        f"{one['name']} {one['version']}: {flaw['id']}, mended in {', '.join(flaw['fix_versions']) or 'no version'}"
        for one in packages
        for flaw in one.get("vulns", [])
    ]
    if unknown or not is_complete:
        looked_up = len({one["name"] for one in packages}) - len(unknown)
        said.append(
            f"The database was not reached for all: {looked_up} packages were looked up, {len(unknown)} were not."
        )
    if any(one.get("vulns") for one in packages):
        return VULNERABLE, said
    return (UNKNOWN if unknown or not is_complete else CLEAN), said or ["Nothing is known to be vulnerable."]


def main() -> int:
    """Ask for every lock, say what is known, and return the exit code."""
    answers = [ask(lock) for lock in sorted(LOCKS.glob("*.txt"))]
    packages = [one for answer in answers for one in answer or []]
    code, said = judge(packages, is_complete=None not in answers)
    print("\n".join(sorted(set(said), key=said.index)))
    return code


if __name__ == "__main__":
    sys.exit(main())
