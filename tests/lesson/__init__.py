from pathlib import Path

PROJECT = Path(__file__).parents[2]
DRAWINGS = PROJECT / "tests" / "drawings"
