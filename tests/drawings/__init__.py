"""Drawings with names, and whole hands."""

from pathlib import Path

DRAWINGS = Path(__file__).parent
