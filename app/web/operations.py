"""The routes that programs may ask: what each is for, takes and gives, beyond what its view says."""

from __future__ import annotations

from string import digits
from typing import NamedTuple

from ..errors import N_
from .languages import NAMED, codes
from .predict import EVERYTHING, EXPLANATIONS
from .schemas import PLAIN, Json
from .serialise_teach import LEARNT

JSON = "application/json"
PICTURES = ("image/png", "image/jpeg", "image/webp", "image/gif", "image/bmp", "image/avif")
FORM = "multipart/form-data"
BINARY: Json = {"type": "string", "contentMediaType": "application/octet-stream"}
ALWAYS = (400, 429, 500)  # what any request may be answered: by another name, too many, a fault
NO_MAP = 404
WITH_BODY = (403, 413, 415, 422)


class Operation(NamedTuple):
    """What a route is for, takes and gives."""

    summary: str  # for people, in few words; what it returns is said by its view
    gives: Json  # content type -> schema
    takes: tuple[str, ...] = ()  # content types of its body
    query: Json | None = None  # name -> schema
    refusals: tuple[int, ...] = ALWAYS
    json: tuple[str, ...] = ("Image", "Pixels")  # what its JSON may be


def ref(name: str) -> Json:
    """Return the mention of a schema."""
    return {"$ref": f"#/components/schemas/{name}"}


EXPLAIN: Json = {
    "explain": {"type": "array", "items": {"enum": [EVERYTHING, *sorted(EXPLANATIONS)]}},
    "towards": {"enum": list(digits)},
    NAMED: {"enum": list(codes())},
}
CHOICE: Json = {"model": PLAIN[str], "of": PLAIN[str]}
PICTURE_IN = (*PICTURES, FORM, JSON)
OPERATIONS = {
    "predict.answer": Operation(
        N_("Have a drawing read"), {JSON: ref("Answer")}, PICTURE_IN, EXPLAIN, ALWAYS + WITH_BODY
    ),
    "teach.answer": Operation(
        N_("Teach a machine some signs, and have a drawing read by it"),
        {JSON: ref("Taught")},
        (JSON,),
        {"explain": {"const": LEARNT}},
        (*ALWAYS, *WITH_BODY, 503),
        ("Lesson",),
    ),
    "lesson.roads": Operation(
        N_("The same, with what most tutorials make of it"),
        {JSON: ref("Comparison")},
        PICTURE_IN,
        None,
        ALWAYS + WITH_BODY,
    ),
    "digit_map.border.answer": Operation(
        N_("The border between two digits on the map"),
        {JSON: ref("Border")},
        (JSON,),
        None,
        (*ALWAYS, NO_MAP, *WITH_BODY, 503),
        ("Digits",),
    ),
    "digit_map.points": Operation(
        N_("Where each of the 1797 digits lies on the map"), {JSON: ref("Map")}, refusals=(*ALWAYS, NO_MAP)
    ),
    "digit_map.pictures": Operation(
        N_("Their pictures, 60 in a row"), {"image/png": BINARY}, refusals=(*ALWAYS, NO_MAP)
    ),
    "report.picture": Operation(N_("The confusion matrix as a picture"), {"image/png": BINARY}, query=CHOICE),
    "report.table": Operation(N_("The confusion matrix as a table"), {"text/csv": PLAIN[str]}, query=CHOICE),
    "report.numbers": Operation(N_("All that the report shows, as numbers"), {JSON: ref("Report")}, query=CHOICE),
    "health.check": Operation(N_("Whether the reader reads, and which versions are at work"), {JSON: ref("Health")}),
    "health.alive": Operation(N_("Whether the server runs"), {JSON: ref("Health")}, refusals=(400, 500)),
    "openapi.index": Operation(N_("All of this for programs"), {JSON: {"type": "object"}}),
}
