"""`GET /developers`: how programs have drawings read, from the OpenAPI document; with examples, and a try."""

from typing import Any

from flask import Blueprint, current_app, make_response, render_template, url_for
from flask.typing import ResponseReturnValue

from .openapi import document
from .schemas import Json

EXAMPLES = {"curl": "predict.sh", "JavaScript": "predict.mjs", "Python": "predict.py"}
TIMES = "\N{MULTIPLICATION SIGN}"

developers = Blueprint("developers", __name__)


@developers.get("/developers")
def index() -> ResponseReturnValue:
    """Return the page."""
    address = url_for("predict.answer", _external=True)
    facts = {
        "document": document(current_app),
        "examples": {name: render_template(f"developers/{file}", address=address) for name, file in EXAMPLES.items()},
        "framed": url_for("embed.index", _external=True) if current_app.config["FRAME_ANCESTORS"] else None,
    }
    response = make_response(render_template("developers/index.html", **facts))
    response.add_etag()
    return response


@developers.app_template_filter("by_schema")
def by_schema(content: Json) -> list[tuple[Json, list[str]]]:
    """Return each schema of a body with the content types that it stands behind."""
    groups: list[tuple[Json, list[str]]] = []
    for kind, said in content.items():
        same = next((kinds for schema, kinds in groups if schema == said["schema"]), None)
        if same is None:
            groups.append((said["schema"], [kind]))
        else:
            same.append(kind)
    return groups


@developers.app_template_filter("schema_words")
def schema_words(schema: Json) -> str:
    """Return a JSON schema in a few words, such as "8 x 8 x integer 0..16"."""
    if "$ref" in schema:
        return str(schema["$ref"].rpartition("/")[2])
    if "enum" in schema or "const" in schema:
        return " | ".join(map(str, schema.get("enum", [schema.get("const")])))
    if "properties" in schema:
        return f"{{{', '.join(schema['properties'])}}}"
    kind = schema.get("type", "any")
    if kind == "array":
        return _list(schema)
    return (kind if isinstance(kind, str) else " | ".join(kind)) + _range(schema)


def _list(schema: Json) -> str:
    if "prefixItems" in schema:
        return f"[{', '.join(map(schema_words, schema['prefixItems']))}]"
    least, most = schema.get("minItems"), schema.get("maxItems")
    number: Any = least if least == most and least is not None else f"0..{most}" if most else "n"
    return f"{number} {TIMES} {schema_words(schema.get('items', {}))}"


def _range(schema: Json) -> str:
    return f" {schema['minimum']}..{schema['maximum']}" if "minimum" in schema else ""
