"""The forms in which a picture, or 64 numbers, may arrive at `/predict`, and what is none of them."""

from __future__ import annotations

import json
import logging
from base64 import b64encode
from io import BytesIO

import pytest

from app.web.bodies import ONE_PICTURE
from app.web.request_limits import JSON, LONG_FORM, LONG_JSON, SMALL
from tests import cases
from tests.pictures import encoded, seven
from tests.web.refusals import refusal

SEVEN = encoded(seven())
BASE64 = b64encode(SEVEN).decode()
URL = f"data:image/png;base64,{BASE64}"
BAR = [[0, 0, 0, 16, 16, 0, 0, 0]] * 8


def form(*files: tuple[str, str, bytes], **fields: str) -> dict[str, object]:
    data: dict[str, object] = dict(fields)
    for name, filename, content in files:
        data.setdefault(name, []).append((BytesIO(content), filename))
    return data


@pytest.mark.parametrize(
    "name",
    ["grey", "black on clear", "JPEG", "JPEG of two views", "WebP", "GIF", "BMP", "AVIF", "a screen of 5120 x 2880"],
)
def test_one_picture_of_each_kind_is_read(name, post):
    files = cases.same_digit()
    if name == "AVIF" and name not in files:
        pytest.skip("this Pillow was built without AVIF")
    assert post(files[name]).json["digit"] == 7


@pytest.mark.parametrize(
    ("data", "status", "code", "why"),
    [
        (cases.no_picture()["cut at half"], 415, "not_an_image", "PNG: Truncated"),
        (cases.moving()["animated GIF"], 415, "not_an_image", "GIF: animated"),
        (cases.foreign()["HEIC"], 415, "not_an_image", "is HEIC"),
        (cases.too_large()["9400 x 9400"], 413, "too_large", "PNG: 9400 x 9400"),
    ],
    ids=["broken", "moving", "foreign", "too large"],
)
def test_a_picture_that_is_refused_is_told_so_plainly_and_the_log_says_why(data, status, code, why, post, caplog):
    with caplog.at_level(logging.INFO):
        response = post(data)
    assert refusal(response) == (status, code)
    assert [why in record.getMessage() for record in caplog.records] == [True]
    assert why not in response.json["error"]["message"]


def test_an_empty_sheet_is_blank(post):
    assert refusal(post(cases.nothing_drawn()["white"])) == (422, "blank")


def test_a_refusal_names_the_facts_in_the_visitors_language(post):
    headers = {"Accept-Language": "ja"}
    assert "HEIC の写真" in post(cases.foreign()["HEIC"], headers=headers).json["error"]["message"]
    assert "9400 x 9400 ピクセル" in post(cases.too_large()["9400 x 9400"], headers=headers).json["error"]["message"]


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
    assert refusal(post(parts, "multipart/form-data")) == (400, "bad_request")


@pytest.mark.parametrize("number", [2, 20, 21, 200])
def test_a_form_of_more_pictures_than_one_is_told_so(number, post):
    response = post(form(*[("file", "7.png", SEVEN)] * number), "multipart/form-data")
    assert refusal(response) == (400, "bad_request")
    assert response.json["error"]["message"] == ONE_PICTURE


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
        "60 000 brackets": "[" * 60_000,
        "7 000 objects": '{"image":' * 7_000,
        "20 000 lists": "[" + "[]," * 20_000 + "[]]",
        "not UTF-8": b'{"image": "\xff\xfe"}',
        "a number of 5000 digits": '{"pixels": ' + "9" * 5000 + "}",
        "image null": '{"image": null}',
        "image number": '{"image": 7}',
        "image list": '{"image": ["data:image/png;base64,"]}',
        "image empty": '{"image": ""}',
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


def as_json(bytes_of_picture: int) -> str:
    """JSON with a picture of so many bytes."""
    return json.dumps({"image": "data:image/png;base64," + b64encode(SEVEN.ljust(bytes_of_picture, b"\0")).decode()})


def test_a_drawing_of_48_000_bytes_may_come_as_json(post):
    assert post(as_json(48_000), "application/json").json["digit"] == 7


@pytest.mark.parametrize("body", {"a photo": as_json(50_000), "lists": "[" + "[]," * JSON}.items(), ids=lambda c: c[0])
def test_json_of_more_than_64_kb_is_not_even_read(body, post):
    response = post(body[1], "application/json")
    assert (refusal(response), response.json["error"]["message"]) == ((413, "too_large"), LONG_JSON)


@pytest.mark.parametrize("path", ["/language", "/predict", "/lesson/row", "/lesson/roads"])
def test_a_form_without_files_is_not_read_when_it_has_more_than_4_kb(path, client):
    fields = "a&" * (SMALL // 2 + 1)
    response = client.post(path, data=fields, content_type="application/x-www-form-urlencoded")
    assert (refusal(response), response.json["error"]["message"]) == ((413, "too_large"), LONG_FORM)


def test_a_data_url_of_something_else_is_no_picture(post):
    url = "data:image/png;base64," + b64encode(b"hello").decode()
    assert refusal(post(json.dumps({"image": url}), "application/json")) == (415, "not_an_image")


@pytest.mark.parametrize("kind", ["image/png", "application/json", "text/plain", "multipart/form-data; boundary=x"])
def test_nothing_at_all_is_a_bad_request(kind, post):
    assert refusal(post(b"", kind)) == (400, "bad_request")


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
