"""`python -m tests.kernels`: the numerical tests once more, under another matrix kernel than this processor's own.

OpenBLAS, which NumPy multiplies with, chooses among kernels by processor, and each adds the terms of a sum in an order
of its own. What holds under one of them only would fail on somebody else's machine.
"""

from __future__ import annotations

import os
import subprocess
import sys

CHOICE = "OPENBLAS_CORETYPE"  # the variable that OpenBLAS takes a kernel from
# By the machine's own: one that multiplies otherwise. Those with fused multiply-add come first, then those without.
OTHERS = ("Haswell", "SkylakeX", "Sandybridge", "Nehalem", "Prescott", "NEOVERSEN1", "ARMV8")
LIKE = {"Zen": "Haswell", "Cooperlake": "SkylakeX", "Sapphirerapids": "SkylakeX"}  # the same arithmetic by other names
# OpenBLAS takes any kernel's name; one that the processor has no instructions for dies when it first multiplies.
ASK = """
import numpy, threadpoolctl
for kind in "float32", "float64":
    square = numpy.ones((300, 300), kind)
    square @ square
print(*[one["architecture"] for one in threadpoolctl.threadpool_info() if one["internal_api"] == "openblas"][:1])
"""


def kernel_under(choice: str | None) -> str:
    """Return the kernel that NumPy runs when this one is asked for, empty where there is none or it cannot run."""
    environ = {**os.environ, CHOICE: choice} if choice else dict(os.environ)
    done = subprocess.run([sys.executable, "-c", ASK], env=environ, capture_output=True, text=True)
    return done.stdout.strip() if done.returncode == 0 else ""


def another_kernel() -> str | None:
    """Return a kernel that this processor can run and that is not its own, or None."""
    own = kernel_under(None)
    for choice in OTHERS:
        if choice != LIKE.get(own, own) and kernel_under(choice) == choice:
            return choice
    return None


def main() -> int:
    """Run the tests marked `numeric` under another kernel, and return pytest's exit code."""
    kernel = another_kernel()
    if kernel is None:
        print("THE NUMERICAL TESTS RAN UNDER ONE KERNEL ONLY: this NumPy has no second one.", file=sys.stderr)
        return 0
    print(f"The numerical tests once more, under OpenBLAS's kernel for {kernel}:", flush=True)
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-n",
        "auto",
        "-m",
        "numeric",
        "tests",
        "--ignore",
        "tests/browser",
    ]
    return subprocess.run(command, env={**os.environ, CHOICE: kernel}).returncode


if __name__ == "__main__":
    sys.exit(main())
