from pathlib import Path

PROJECT = Path(__file__).parents[2]
DRAWINGS = PROJECT / "tests" / "drawings"
SPLIT = 1347  # digits that the notebook learns from; the other 450 are its test
