"""What kind of file it is, by how it begins: a name or a Content-Type may say anything."""

from __future__ import annotations

import re

from ...errors import N_, NotAnImage

OPENED = {  # by what Pillow calls its classes
    "Png": rb"\x89PNG\r\n\x1a\n(?!.{4}CgBI)",
    "Jpeg": rb"\xff\xd8\xff",
    "WebP": rb"RIFF.{4}WEBP",
    "Gif": rb"GIF8[79]a",
    "Bmp": rb"BM",
    "Avif": rb".{4}ftyp(.{4}){0,8}?avi[fs]",
}
FOREIGN = {  # what people send instead, by what they call it
    "CgBI": rb"\x89PNG.{8}CgBI",  # a PNG as it lies in an iPhone's app
    "HEIC": rb".{4}ftyp(.{4}){0,8}?(hei|hev|mif1|msf1)",
    "MP4": rb".{4}ftyp",
    "TIFF": rb"II[*+]\x00|MM\x00[*+]",
    "JPEG 2000": rb".{4}jP  |\xff\x4f\xff\x51",
    "JPEG XL": rb".{4}JXL |\xff\x0a",
    "PDF": rb"\s*%PDF",
    "PostScript": rb"%!PS|\xc5\xd0\xd3\xc6",
    "SVG": rb"\s*(<\?xml.{0,500})?<svg",
    "HTML": rb"\s*<(!DOCTYPE )?html",
    "ICO": rb"\x00\x00[\x01\x02]\x00",
    "Photoshop": rb"8BPS",
    "ZIP": rb"PK\x03\x04",
    "GZIP": rb"\x1f\x8b",
}
BEGINNINGS = [(name, re.compile(pattern, re.DOTALL | re.IGNORECASE)) for name, pattern in (OPENED | FOREIGN).items()]
LOOKED_AT = 1024  # bytes from the beginning: enough for what stands before an SVG's first element
SHOWN = 4  # of those, in hex for the log: enough to know a kind by, nothing of what a text says

FOREIGN_KIND = N_("This is a file of the kind %(kind)s. Send the picture as JPEG or PNG.")
HEIC = N_(
    "This is a %(kind)s photo. Send it as JPEG or PNG: a screenshot of it is one. "
    "For the next photos, choose “Most Compatible” in the iPhone's camera settings."
)


def kind_of(data: bytes) -> str:
    """Return which of OPENED the bytes begin as. Raise NotAnImage, with the file's kind where it is known."""
    name = next((name for name, beginning in BEGINNINGS if beginning.match(data, 0, LOOKED_AT)), None)
    if name in OPENED:
        return name
    if name == "HEIC":
        raise NotAnImage(HEIC, kind=name, reason=f"is {name}")
    if name:
        raise NotAnImage(FOREIGN_KIND, kind=name, reason=f"is {name}")
    beginning = data[:SHOWN].hex(" ") or "nothing"
    raise NotAnImage(reason=f"begins with {beginning}, as no kind does that is known")
