"""POST /keepsake/twin: the digit of the data set that a drawing is most like."""

from __future__ import annotations

import segno
from sklearn.datasets import load_digits

from tests.web.conftest import SEVEN


def test_a_picture_and_its_squares_get_a_digit_of_the_data_set(client):
    answer = client.post("/predict", data=SEVEN, content_type="image/png").json
    for sent in ({"data": SEVEN, "content_type": "image/png"}, {"json": {"pixels": answer["pixels"]}}):
        reply = client.post("/keepsake/twin", **sent)
        twin = reply.json
        assert reply.headers["Cache-Control"] == "no-store"
        assert twin["digit"] == load_digits().target[twin["row"]] == 7
        assert [len(row) for row in twin["pixels"]] == [8] * 8 and twin["distance"] > 0


def test_what_cannot_be_read_has_no_twin(client):
    assert client.post("/keepsake/twin", json={"pixels": [[0] * 8] * 8}).status_code == 422
    assert client.post("/keepsake/twin", data=b"no picture", content_type="image/png").status_code == 415


def test_the_card_has_the_code_that_leads_here(client):
    sent = {"data": SEVEN, "content_type": "image/png"}
    assert client.post("/keepsake/twin", **sent).json["code"] is None
    rows = client.post("/keepsake/twin", base_url="http://192.0.2.7:8000", **sent).json["code"]
    expected = segno.make("http://192.0.2.7:8000/", error="m", micro=False).matrix_iter(border=4)
    assert rows == ["".join(map(str, row)) for row in expected]
