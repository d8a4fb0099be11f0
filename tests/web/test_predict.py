"""POST /predict: every form of body, every refusal, and a good answer after each."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from io import BytesIO

import pytest

from tests import cases
from tests.pictures import encoded, seven

SEVEN = encoded(seven())
BASE64 = b64encode(SEVEN).decode()
URL = f"data:image/png;base64,{BASE64}"
BAR = [[0, 0, 0, 16, 16, 0, 0, 0]] * 8


@pytest.fixture
def post(client):
    """Post a body, then a good picture, which must be read whatever came before it."""

    def send(data: object, content_type: str = "image/png", **options: object):
        response = client.post("/predict", data=data, content_type=content_type, **options)
        assert client.post("/predict", data=SEVEN, content_type="image/png").json["digit"] == 7
        return response

    return send


def refusal(response) -> tuple[int, str]:
    assert response.mimetype == "application/json"
    assert set(response.json) == {"error"}
    assert set(response.json["error"]) == {"code", "message"}
    assert "Traceback" not in response.text
    return response.status_code, response.json["error"]["code"]


def test_an_answer_says_all_that_the_contract_promises(post):
    body = post(SEVEN).json
    assert set(body) - {"hint"} == {"digit", "confidence", "is_digit", "familiarity", "probabilities", "pixels"}
    assert body["digit"] == 7
    assert len(body["probabilities"]) == 10
    assert sum(body["probabilities"]) == pytest.approx(1)
    assert max(range(10), key=body["probabilities"].__getitem__) == body["digit"]
    assert body["confidence"] == body["probabilities"][body["digit"]]
    assert isinstance(body["is_digit"], bool)
    assert 0 <= body["familiarity"] <= 1
    assert [len(row) for row in body["pixels"]] == [8] * 8
    assert all(type(square) is int and 0 <= square <= 16 for row in body["pixels"] for square in row)


def test_an_answer_is_not_kept_by_anyone(post):
    assert post(SEVEN).headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("kind", ["image/png", "text/plain", "application/x-www-form-urlencoded", "application/pdf"])
def test_a_raw_picture_is_known_by_its_bytes_and_not_by_its_name(kind, post):
    assert post(SEVEN, kind).json["digit"] == 7


@pytest.mark.parametrize("name", cases.same_digit())
def test_a_seven_is_a_seven_in_every_dress(name, post):
    assert post(cases.same_digit()[name]).json["digit"] == 7


@pytest.mark.parametrize("name", cases.nothing_drawn())
def test_an_empty_sheet_is_blank(name, post):
    assert refusal(post(cases.nothing_drawn()[name])) == (422, "blank")


@pytest.mark.parametrize("name", cases.no_picture())
def test_what_is_no_picture_is_refused(name, post):
    assert refusal(post(cases.no_picture()[name])) == (415, "not_an_image")


@pytest.mark.parametrize("name", cases.too_large())
def test_too_many_pixels_are_refused(name, post):
    assert refusal(post(cases.too_large()[name])) == (413, "too_large")


@pytest.mark.parametrize("size", [4 * 1024 * 1024 + 1, 30_000_000])
@pytest.mark.parametrize("kind", ["image/png", "application/json", "multipart/form-data; boundary=x"])
def test_too_many_bytes_are_refused(size, kind, post):
    assert refusal(post(bytes(size), kind)) == (413, "too_large")


def form(*files: tuple[str, str, bytes], **fields: str) -> dict[str, object]:
    data: dict[str, object] = dict(fields)
    for name, filename, content in files:
        data.setdefault(name, []).append((BytesIO(content), filename))
    return data


@pytest.mark.parametrize("field", ["file", "image", "anything at all"])
@pytest.mark.parametrize("filename", ["7.png", "../../etc/passwd", "a\0b.png", "写真.png", "<script>.png"])
def test_a_form_with_one_file_is_read_whatever_it_is_called(field, filename, post):
    assert post(form((field, filename, SEVEN)), "multipart/form-data").json["digit"] == 7


def test_a_form_may_hold_other_fields_beside_its_file(post):
    assert post(form(("file", "7.png", SEVEN), note="mine"), "multipart/form-data").json["digit"] == 7


@pytest.mark.parametrize(
    "data",
    {
        "no file": form(note="nothing"),
        "two files": form(("a", "1.png", SEVEN), ("b", "2.png", SEVEN)),
        "two files of one name": form(("a", "1.png", SEVEN), ("a", "2.png", SEVEN)),
        "a field instead of a file": form(image=URL),
        "an empty file": form(("file", "7.png", b"")),
    }.items(),
    ids=lambda case: case[0],
)
def test_a_form_without_exactly_one_picture_is_a_bad_request(data, post):
    assert refusal(post(data[1], "multipart/form-data")) == (400, "bad_request")


def test_a_form_of_two_thousand_parts_is_refused(post):
    parts = form(**{f"field{number}": "x" for number in range(2000)})
    assert refusal(post(parts, "multipart/form-data")) == (413, "too_large")


@pytest.mark.parametrize("kind", ["multipart/form-data", "multipart/form-data; boundary=nowhere"])
def test_a_form_that_is_none_is_a_bad_request(kind, post):
    assert refusal(post(SEVEN, kind)) == (400, "bad_request")


@pytest.mark.parametrize(
    "url",
    {
        "plain": URL,
        "another type": URL.replace("png", "jpeg"),
        "no type": f"data:;base64,{BASE64}",
        "a parameter": f"data:image/png;name=7.png;base64,{BASE64}",
        "capitals": URL.replace("base64", "BASE64", 1),
        "without padding": URL.rstrip("="),
        "spaces around": f"  {URL}\n",
        "spaces after the comma": URL.replace(",", ",  "),
        "wrapped lines": "\r\n".join(URL[place : place + 76] for place in range(0, len(URL), 76)).replace(",", ",\n"),
    }.items(),
    ids=lambda case: case[0],
)
def test_a_data_url_is_read(url, post):
    head, comma, tail = url[1].partition(",")
    sent = head.replace("\r\n", "") + comma + tail
    assert post(json.dumps({"image": sent}), "application/json").json["digit"] == 7


@pytest.mark.parametrize(
    "body",
    {
        "broken": "{",
        "empty": "{}",
        "list": "[]",
        "number": "7",
        "null": "null",
        "text": '"hello"',
        "NaN": "NaN",
        "infinite pixels": '{"pixels": [[Infinity]]}',
        "100 000 brackets": "[" * 100_000,
        "100 000 objects": '{"image":' * 100_000,
        "not UTF-8": b'{"image": "\xff\xfe"}',
        "a number of 5000 digits": '{"pixels": ' + "9" * 5000 + "}",
        "image null": '{"image": null}',
        "image number": '{"image": 7}',
        "image list": '{"image": ["data:image/png;base64,"]}',
        "image empty": '{"image": ""}',
        "image of 4 MB": json.dumps({"image": "A" * 4_000_000}),
        "no data URL": json.dumps({"image": "http://127.0.0.1/7.png"}),
        "a path": json.dumps({"image": "file:///etc/passwd"}),
        "not base64": json.dumps({"image": "data:image/png,hello"}),
        "broken base64": json.dumps({"image": URL + "!"}),
        "base64 of impossible length": json.dumps({"image": "data:image/png;base64,AAAAA"}),
        "nothing behind the comma": json.dumps({"image": "data:image/png;base64,"}),
        "image and pixels": json.dumps({"image": URL, "pixels": BAR}),
    }.items(),
    ids=lambda case: case[0],
)
def test_json_without_one_picture_is_a_bad_request(body, post):
    assert refusal(post(body[1], "application/json")) == (400, "bad_request")


def test_a_data_url_of_something_else_is_no_picture(post):
    url = "data:image/png;base64," + b64encode(b"hello").decode()
    assert refusal(post(json.dumps({"image": url}), "application/json")) == (415, "not_an_image")


@pytest.mark.parametrize("kind", ["image/png", "application/json", "text/plain", "multipart/form-data; boundary=x"])
def test_nothing_at_all_is_a_bad_request(kind, post):
    assert refusal(post(b"", kind)) == (400, "bad_request")


def test_what_was_sent_is_never_said_back(post):
    response = post(b"<script>alert(1)</script>", "<script>alert(2)</script>", query_string={"explain": "<script>"})
    assert "script" not in response.text


def test_64_numbers_are_read_without_a_picture(post):
    body = post(json.dumps({"pixels": BAR}), "application/json").json
    assert body["digit"] == 1
    assert body["pixels"] == BAR


@pytest.mark.parametrize(
    "pixels",
    {
        "none": None,
        "a word": "seven",
        "7 rows": BAR[:7],
        "a short row": [[0] * 7, *BAR[:7]],
        "17": [[17] + [0] * 7, *BAR[:7]],
        "below 0": [[-1] + [0] * 7, *BAR[:7]],
        "a half": [[0.5] + [0] * 7, *BAR[:7]],
        "true": [[True] + [0] * 7, *BAR[:7]],
        "words": [["1"] * 8] * 8,
        "deeper": [[[1]] * 8] * 8,
        "objects": [{}] * 8,
        "one object": {"0": 0},
    }.items(),
    ids=lambda case: case[0],
)
def test_anything_but_64_numbers_from_0_to_16_is_a_bad_request(pixels, post):
    assert refusal(post(json.dumps({"pixels": pixels[1]}), "application/json")) == (400, "bad_request")


def test_64_empty_squares_are_blank(post):
    assert refusal(post(json.dumps({"pixels": [[0] * 8] * 8}), "application/json")) == (422, "blank")


def test_the_steps_show_the_road_when_asked_for(post):
    plain, explained = post(SEVEN).json, post(SEVEN, query_string={"explain": "steps"}).json
    steps = explained.pop("steps")
    assert explained == plain
    assert [step["name"] for step in steps] == ["ink", "straight", "bitmap", "counts"]
    for step in steps[:3]:
        assert len(b64decode(step["grey"])) == step["width"] * step["height"]
    assert steps[3]["counts"] == plain["pixels"]


def test_an_unknown_explanation_is_passed_over(post):
    assert post(SEVEN, query_string={"explain": "weather"}).json == post(SEVEN).json


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "PATCH", "TRACE"])
def test_only_post_is_answered(method, client):
    response = client.open("/predict", method=method)
    assert response.status_code == 405
    assert "POST" in response.headers["Allow"]
    if method != "HEAD":
        assert response.json["error"]["code"] == "method_not_allowed"
