"""GET /: the pad."""

from __future__ import annotations


def test_the_pad_is_a_page_with_a_canvas(client):
    response = client.get("/")
    assert response.status_code == 200
    assert response.mimetype == "text/html"
    assert "<canvas" in response.text


def test_each_row_of_the_squares_has_a_name_to_be_heard(client):
    page = client.get("/", headers={"Accept-Language": "ja"}).text
    assert [f'aria-label="{row} 行"' in page for row in range(1, 9)] == [True] * 8


def test_the_service_worker_stands_at_the_top_where_it_may_serve_every_page(client):
    with client.get("/service-worker.js") as response:
        assert response.status_code == 200
        assert response.mimetype == "text/javascript"
