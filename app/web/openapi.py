"""`GET /openapi.json`: what programs may ask, in OpenAPI 3.1, from the routes, their first sentences and the errors."""

from __future__ import annotations

from functools import cache
from http import HTTPStatus
from string import digits
from typing import Any, NamedTuple

from flask import Blueprint, Flask, Response, current_app, jsonify

from .errors import STATUS
from .predict import EVERYTHING, EXPLANATIONS
from .schemas import PLAIN, Json, schemas
from .serialise_teach import LEARNT

JSON = "application/json"
PICTURES = ("image/png", "image/jpeg", "image/webp", "image/gif", "image/bmp", "image/avif")
FORM = "multipart/form-data"
BINARY: Json = {"type": "string", "contentMediaType": "application/octet-stream"}
ALWAYS = (400, 429, 500)  # what any request may be answered: by another name, too many, a fault
NO_MAP = 404
WITH_BODY = (403, 413, 415, 422)


class Operation(NamedTuple):
    """What a route takes and gives, beyond what its view says."""

    gives: Json  # content type -> schema
    takes: tuple[str, ...] = ()  # content types of its body
    query: Json | None = None  # name -> schema
    refusals: tuple[int, ...] = ALWAYS
    json: tuple[str, ...] = ("Image", "Pixels")  # what its JSON may be


def ref(name: str) -> Json:
    """Return the mention of a schema."""
    return {"$ref": f"#/components/schemas/{name}"}


EXPLAIN: Json = {"explain": {"enum": [EVERYTHING, *sorted(EXPLANATIONS)]}, "towards": {"enum": list(digits)}}
CHOICE: Json = {"model": PLAIN[str], "of": PLAIN[str]}
PICTURE_IN = (*PICTURES, FORM, JSON)
OPERATIONS = {
    "predict.answer": Operation({JSON: ref("Answer")}, PICTURE_IN, EXPLAIN, ALWAYS + WITH_BODY),
    "teach.answer": Operation(
        {JSON: ref("Taught")}, (JSON,), {"explain": {"const": LEARNT}}, (*ALWAYS, *WITH_BODY, 503), ("Lesson",)
    ),
    "lesson.roads": Operation({JSON: ref("Comparison")}, PICTURE_IN, None, ALWAYS + WITH_BODY),
    "digit_map.points": Operation({JSON: ref("Map")}, refusals=(*ALWAYS, NO_MAP)),
    "digit_map.pictures": Operation({"image/png": BINARY}, refusals=(*ALWAYS, NO_MAP)),
    "report.picture": Operation({"image/png": BINARY}, query=CHOICE),
    "report.table": Operation({"text/csv": PLAIN[str]}, query=CHOICE),
    "report.numbers": Operation({JSON: ref("Report")}, query=CHOICE),
    "health.check": Operation({JSON: ref("Health")}),
    "health.alive": Operation({JSON: ref("Health")}, refusals=(400, 500)),
    "openapi.index": Operation({JSON: {"type": "object"}}),
}

openapi = Blueprint("openapi", __name__)


@openapi.get("/openapi.json")
def index() -> Response:
    """Return this description."""
    response = jsonify(document(current_app))
    response.add_etag()
    return response


def document(app: Flask) -> Json:
    """Return an app's interface for programs as an OpenAPI document."""
    paths: dict[str, Json] = {}
    for rule in sorted(app.url_map.iter_rules(), key=lambda rule: rule.rule):
        if rule.endpoint in OPERATIONS:
            method = "post" if "POST" in (rule.methods or ()) else "get"
            paths.setdefault(rule.rule, {})[method] = _operation(app, rule.endpoint)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Eight by Eight", "version": app.config["VERSION"], "license": {"name": "MIT"}},
        "paths": paths,
        "components": {"schemas": schemas(), "responses": {str(status): _refusal(status) for status in _codes()}},
    }


def _operation(app: Flask, endpoint: str) -> Json:
    operation = OPERATIONS[endpoint]
    said = app.view_functions[endpoint].__doc__ or ""
    gives = {kind: {"schema": schema} for kind, schema in operation.gives.items()}
    refusals = {str(status): {"$ref": f"#/components/responses/{status}"} for status in operation.refusals}
    body: Json = {
        "summary": said.split("\n")[0].rstrip("."),
        "responses": {"200": {"description": "As asked", "content": gives}, **refusals},
    }
    if operation.takes:
        content = {kind: {"schema": _taken(kind, operation.json)} for kind in operation.takes}
        body["requestBody"] = {"required": True, "content": content}
    if operation.query:
        body["parameters"] = [{"name": name, "in": "query", "schema": one} for name, one in operation.query.items()]
    return body


def _taken(kind: str, names: tuple[str, ...]) -> Json:
    if kind == JSON:
        return {"oneOf": [ref(name) for name in names]}
    return {"type": "object", "properties": {"picture": BINARY}} if kind == FORM else BINARY


@cache
def _codes() -> dict[int, list[str]]:
    """Return the codes of the errors by their status; a fault has none in the table."""
    codes: dict[int, list[str]] = {500: ["internal"]}
    for error, status in STATUS.items():
        codes.setdefault(status, []).append(error.code)
    return codes


def _refusal(status: int) -> Json:
    description = f"{HTTPStatus(status).phrase}: {', '.join(_codes()[status])}"
    refusal: dict[str, Any] = {"description": description, "content": {JSON: {"schema": ref("Error")}}}
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        refusal["headers"] = {"Retry-After": {"schema": PLAIN[int]}}
    return refusal
