"""What the API's values look like, as JSON Schema: taken from their types, with the few words that types cannot say."""

from __future__ import annotations

from dataclasses import is_dataclass
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from ..lesson.comparison import Comparison
from ..lesson.digit_map import Place
from ..reading.answer import Answer, Change
from ..teaching.exam import STEPS as GIVEN
from .border_bodies import LEAST, MOST
from .serialise import STEP_NAMES

Json = dict[str, Any]
PLAIN: dict[Any, Json] = {
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    str: {"type": "string"},
}
ALWAYS = ("digit", "confidence", "is_digit", "familiarity", "probabilities", "pixels")  # in every answer
SOMETIMES = ("hint", "pieces", "mirrored", "looks_like", "looks_like_pixels")
ROWS: Json = {
    "type": "array",
    "minItems": 8,
    "maxItems": 8,
    "items": {
        "type": "array",
        "minItems": 8,
        "maxItems": 8,
        "items": {"type": "integer", "minimum": 0, "maximum": 16},
    },
}
SHARE: Json = {"type": "number", "minimum": 0, "maximum": 1}
DIGIT: Json = {"type": "integer", "minimum": 0, "maximum": 9}
NARROWER: Json = {  # than their types
    "digit": DIGIT,
    "confidence": SHARE,
    "familiarity": SHARE,
    "probabilities": {"type": "array", "items": SHARE, "minItems": 10, "maxItems": 10},
    "pixels": ROWS,
    "mirrored": DIGIT,
    "looks_like_pixels": ROWS,
    "hint": {"enum": ["several", "mirrored"]},
}
MORE: Json = {"enum": [None, *GIVEN]}
IMAGE: Json = {"type": "string", "pattern": "^\\s*data:", "description": "data:image/png;base64,…"}
REASONS = ("duel", "relatives", "board", "squares", "words")
STEPS = ("ink", *STEP_NAMES.values(), "bitmap", "counts")


def schema_of(kind: Any) -> Json:
    """Return the schema of a type's JSON; of one that may be None, as where it is there. Raise TypeError."""
    if kind in PLAIN:
        return PLAIN[kind]
    if isinstance(kind, UnionType):
        (other,) = (one for one in get_args(kind) if one is not NoneType)
        return schema_of(other)
    if get_origin(kind) is tuple:
        first, *more = get_args(kind)
        if more == [...]:
            return {"type": "array", "items": schema_of(first)}
        items = [schema_of(one) for one in (first, *more)]
        return {"type": "array", "prefixItems": items, "minItems": len(items), "maxItems": len(items)}
    if is_dataclass(kind) or hasattr(kind, "_fields"):
        hints = get_type_hints(kind)
        return object_of({name: schema_of(one) for name, one in hints.items()})
    raise TypeError(f"no schema for {kind}")


def object_of(properties: Json, optional: Json | None = None) -> Json:
    """Return the schema of an object with these properties, and some that may be missing; others may be there too."""
    return {"type": "object", "properties": properties | (optional or {}), "required": list(properties)}


def schemas() -> dict[str, Json]:
    """Return the schema of each value of the API, by name."""
    hints = {name: schema_of(kind) for name, kind in get_type_hints(Answer).items()} | NARROWER
    always, sometimes = ({name: hints[name] for name in names} for names in (ALWAYS, SOMETIMES))
    step = object_of({"name": {"enum": list(STEPS)}, "width": PLAIN[int], "height": PLAIN[int]})
    sometimes |= {
        "looks_like_title": PLAIN[str],
        "change": schema_of(Change),
        "steps": {"type": "array", "items": step, "minItems": 4, "maxItems": 4},
        "map": schema_of(Place),
        "reasons": object_of({name: {"type": ["object", "array"]} for name in REASONS}),
    }
    notebook = object_of({"digit": DIGIT, "pixels": ROWS}) | {"description": Comparison.__doc__}
    row = {
        "type": "array",
        "items": {"type": "integer", "minimum": 0, "maximum": 255},
        "minItems": 320,
        "maxItems": 320,
    }
    example = object_of({"label": PLAIN[str]}, {"row": row, "image": PLAIN[str]})
    lesson = {"examples": {"type": "array", "items": example, "maxItems": 200}, "drawing": {}, "more": MORE}
    taught = ("examples", "signs", "chance", "support", "support_vectors", "answer", "learnt", "exam")
    said = object_of({name: PLAIN[str] for name in ("code", "message", "id")})
    return _of_borders() | {
        "Answer": object_of(always, sometimes),
        "Comparison": object_of({**always, "notebook": notebook}, sometimes),
        "Lesson": object_of({}, lesson),
        "Taught": object_of(
            {}, {"row": row, "house": {"$ref": "#/components/schemas/Answer"}, **{name: {} for name in taught}}
        ),
        "Error": object_of({"error": said}),
        "Health": object_of({"status": {"const": "ok"}}),
        "Map": object_of({name: {} for name in ("x", "y", "labels", "read", "exam")}),
        "Pixels": object_of({"pixels": ROWS}),
        "Image": object_of({"image": IMAGE}),
        "Report": object_of({name: {} for name in ("model", "of", "n", "accuracy", "confusion", "digits", "answers")}),
    }


def _of_borders() -> dict[str, Json]:
    pair = {"type": "array", "items": DIGIT, "minItems": 2, "maxItems": 2, "uniqueItems": True}
    choice: Json = {
        name: {"type": "number", "minimum": least, "maximum": most}
        for name, least, most in zip(LEAST._fields, LEAST, MOST, strict=True)
    }
    choice |= {"without": {"type": "array"}, "at": {"type": ["array", "null"]}}
    shown: Json = {name: {} for name in ("box", "decisions", "support", "n", "wrong")}
    return {"Border": object_of(shown, {"at": PLAIN[float]}), "Digits": object_of({"digits": pair}, choice)}
