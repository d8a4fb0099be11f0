"""`GET /openapi.json`: what programs may ask, in OpenAPI 3.1, from the routes, their first sentences and the errors."""

from __future__ import annotations

from functools import cache
from http import HTTPStatus
from typing import Any

from flask import Blueprint, Flask, Response, current_app, jsonify

from .errors import STATUS
from .operations import BINARY, FORM, JSON, OPERATIONS, ref
from .schemas import PLAIN, Json, schemas

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
    for endpoint in OPERATIONS:
        for rule in app.url_map.iter_rules(endpoint):
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
        "operationId": endpoint,
        "summary": operation.summary,
        "description": said.split("\n")[0].rstrip("."),
        "responses": {"200": {"description": "As asked", "content": gives}, **refusals},
    }
    if operation.takes:
        content = {kind: {"schema": _taken(kind, operation.json)} for kind in operation.takes}
        body["requestBody"] = {"required": True, "content": content}
    if operation.query:
        body["parameters"] = [_parameter(name, schema) for name, schema in operation.query.items()]
    return body


def _parameter(name: str, schema: Json) -> Json:
    """Return a part of an address; several values are parted by commas."""
    return {"name": name, "in": "query", "style": "form", "explode": False, "schema": schema}


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
