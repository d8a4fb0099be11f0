"""Have atheris look for bytes on which the opener fails: `make fuzz`, which gives libFuzzer's options on.

Whatever the bytes, a picture is opened and read as ink, or refused by an error that has a status. atheris sees which of
our lines and of Pillow's Python each input leads to; Pillow's decoders, in C, it does not see.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import atheris

with atheris.instrument_imports(include=["app.reading.picture", "PIL"]):
    from PIL import Image

    from app.errors import EightByEightError
    from app.reading.picture import Limits, read_ink
    from app.web.errors import STATUS

KINDS = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF", "AVIF")
LIMITS = Limits(pixels=100_000)  # of a picture: large ones take time and lead nowhere new
LONGEST = 8192  # bytes


def open_one(data: bytes) -> None:
    """Raise whatever is no refusal."""
    try:
        ink = read_ink(data, LIMITS)
    except EightByEightError as refusal:
        if type(refusal) not in STATUS:
            raise
    else:
        assert ink.ndim == 2 and ink.dtype == "uint8"


def plant(folder: Path) -> None:
    """Put small pictures of every kind into a folder, for the inputs to begin with."""
    for mode in ("1", "L", "P", "RGB", "RGBA"):
        picture = Image.new("L", (24, 24), 255)
        picture.paste(0, (10, 4, 14, 20))
        for kind in KINDS:
            file = BytesIO()
            try:
                picture.convert(mode).save(file, kind)
            except (OSError, ValueError):  # that kind has no such mode
                continue
            (folder / f"{mode}.{kind}").write_bytes(file.getvalue())


def main() -> None:
    """Look, until libFuzzer's options say that it is enough, or something fails: its bytes are kept in a file then."""
    with TemporaryDirectory() as folder:
        plant(Path(folder))
        atheris.Setup([sys.argv[0], f"-max_len={LONGEST}", "-timeout=10", *sys.argv[1:], folder], open_one)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
