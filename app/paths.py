"""Where the program's files lie: in a clone beside this package, in an installed package inside it."""

from pathlib import Path

PACKAGE = Path(__file__).parent
IS_INSTALLED = (PACKAGE / "templates").is_dir()  # what is installed carries them along
PROJECT = PACKAGE if IS_INSTALLED else PACKAGE.parent  # the folder of static/, templates/ and models/
STATIC = PROJECT / "static"
MODELS = PROJECT / "models"  # what the program brings along
NOTEBOOK = PROJECT / "docs" / "notebook.ipynb"  # what the lesson gives away
BASE = Path() if IS_INSTALLED else PROJECT  # what a relative folder in a setting is relative to
TRANSLATIONS = PACKAGE / "translations"
