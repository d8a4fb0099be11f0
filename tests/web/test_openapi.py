"""GET /openapi.json: what programs may ask, as the routes and the errors have it."""

from __future__ import annotations

import pytest

from app.errors import NoEvent, StoreAway
from app.paths import PROJECT
from app.reading.answer import Answer
from app.web.errors import STATUS
from app.web.operations import OPERATIONS
from app.web.schemas import schema_of

OF_EVENTS = (NoEvent, StoreAway)  # which reading a drawing has nothing to do with


@pytest.fixture
def described(client) -> dict:
    return client.get("/openapi.json").json


def test_every_route_for_programs_is_described_in_the_words_of_its_view(described, app):
    assert described["openapi"] == "3.1.0"
    assert OPERATIONS.keys() <= app.view_functions.keys()
    said = described["paths"]["/predict"]["post"]["description"]
    assert app.view_functions["predict.answer"].__doc__.startswith(said)


def test_every_error_is_described_under_its_status(described):
    for error, status in STATUS.items():
        response = described["components"]["responses"][str(status)]
        assert error.code in response["description"]
        operations = [one for path in described["paths"].values() for one in path.values()]
        assert error in OF_EVENTS or any(str(status) in one["responses"] for one in operations)


def test_an_answer_has_what_is_described_and_nothing_else(described, client):
    known = described["components"]["schemas"]["Answer"]
    with (PROJECT / "tests" / "drawings" / "7.png").open("rb") as file:
        answer = client.post("/predict?explain=1", data=file.read()).json
    assert set(known["required"]) <= answer.keys() <= known["properties"].keys()


def test_a_schema_says_what_a_type_says():
    assert schema_of(bool) == {"type": "boolean"}
    assert schema_of(int | None) == {"type": "integer"}
    assert schema_of(tuple[str, ...]) == {"type": "array", "items": {"type": "string"}}
    pair = schema_of(tuple[int, float])
    assert (pair["prefixItems"], pair["minItems"]) == ([{"type": "integer"}, {"type": "number"}], 2)
    assert "digit" in schema_of(Answer)["required"]
    with pytest.raises(TypeError):
        schema_of(object)
