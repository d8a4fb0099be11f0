"""An event in a browser: a presenter begins it, a visitor says what was drawn, the wall shows it, and hides it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessible import assert_accessible
from tests.browser.conftest import DESK, PHONE, Open
from tests.browser.serving import serving
from tests.browser.sheet import TEN, Sheet

PASSCODE = "open sesame"
POLL = 2000  # ms between two looks of the wall and of the presenter's page
UNDOABLE = 8000  # ms
SECONDS = 20


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server with events."""
    with serving(PRESENTER="on", PRESENTER_PASSCODE=PASSCODE, DATA_DIR=str(tmp_path_factory.mktemp("data"))) as address:
        yield address


@pytest.fixture
def presenter(site: str, open_sheet: Open) -> Page:
    """The page of somebody who has begun an event that keeps drawings."""
    page = open_sheet("/presenter", base_url=site).page
    page.get_by_label("Passcode").fill(PASSCODE)
    page.keyboard.press("Enter")
    page.get_by_label("Name of the event").fill("Open day")
    page.get_by_role("button", name="Begin").click()
    page.get_by_label("Keep drawings whose makers agree").check()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_label("Keep drawings whose makers agree")).to_be_checked()
    return page


def drawn(sheet: Sheet) -> Page:
    """The page once it asks whether it was right about a 7."""
    sheet.mouse(TEN["7"])
    sheet.reads("7")
    for _ in range(SECONDS):  # until the answer is settled; on a busy machine that comes late
        if sheet.page.locator("[data-verify]").get_attribute("data-state") != "rest":
            break
        sheet.pass_time(1000)
    expect(sheet.page.get_by_role("button", name="Yes, right!")).to_be_visible()
    return sheet.page


def test_a_drawing_is_told_of_kept_shown_and_hidden(presenter: Page, site: str, open_sheet: Open) -> None:
    pad, wall = open_sheet(base_url=site, clock=True), open_sheet("/wall", base_url=site, clock=True)
    page = drawn(pad)
    page.get_by_role("button", name="Yes, right!").click()
    expect(page.get_by_text("Thank you! I was right.")).to_be_visible()
    page.get_by_role("button", name="Keep my drawing and show it").click()
    expect(page.get_by_text("Your drawing is kept. Thank you!")).to_be_visible()
    wall.pass_time(POLL)
    expect(wall.page.locator("[data-wall-sheets] li.right img")).to_be_visible()
    expect(wall.page.get_by_text("1 drawn, 100% read right")).to_be_visible()
    presenter.reload()
    presenter.get_by_role("button", name="Hide").click()
    expect(presenter.get_by_role("button", name="Show again")).to_be_visible()
    wall.pass_time(POLL)
    expect(wall.page.locator("[data-wall-sheets] li")).to_have_count(0)
    assert pad.wrong == wall.wrong == []
    for shown in (presenter, wall.page, page):
        assert_accessible(shown, "light")


@pytest.mark.slow
def test_one_tap_says_what_it_was_and_can_be_taken_back_for_a_while(
    presenter: Page, site: str, open_sheet: Open
) -> None:
    pad = open_sheet(base_url=site, clock=True)
    page = drawn(pad)
    page.locator("[data-verify]").get_by_role("button", name="4", exact=True).click()
    expect(page.get_by_text("Thank you! It was a 4.")).to_be_visible()
    page.get_by_role("button", name="Take it back").click()
    expect(page.get_by_text("I have forgotten it.")).to_be_visible()
    page.get_by_role("button", name="no digit").click()
    expect(page.get_by_text("Thank you! It was no digit.")).to_be_visible()
    pad.pass_time(UNDOABLE)
    expect(page.get_by_role("button", name="Take it back")).to_be_hidden()
    pad.mouse(TEN["1"])
    expect(page.get_by_text("Thank you!")).to_be_hidden()
    presenter.reload()
    expect(presenter.get_by_text("1 drawn, 0% read right", exact=True)).to_be_visible()


@pytest.mark.slow
def test_when_saving_fails_the_page_says_so_and_the_visitor_draws_on(
    presenter: Page, site: str, open_sheet: Open
) -> None:
    pad = open_sheet(base_url=site, clock=True)
    pad.page.route("**/drawings?*", lambda route: route.abort())
    page = drawn(pad)
    page.get_by_role("button", name="Yes, right!").click()
    expect(page.get_by_text("I cannot note that just now. Draw on!")).to_be_visible()
    pad.page.unroute("**/drawings?*")
    page.get_by_role("button", name="Yes, right!").click()
    expect(page.get_by_text("Thank you! I was right.")).to_be_visible()
    assert pad.wrong == []


@pytest.mark.slow
def test_nothing_moves_when_the_question_comes_and_goes(presenter: Page, site: str, open_sheet: Open) -> None:
    for screen in (PHONE, DESK):
        pad = open_sheet(base_url=site, clock=True, viewport=screen)
        strip = pad.page.locator("[data-verify]")
        before = strip.bounding_box()
        page = drawn(pad)
        assert strip.bounding_box() == before
        page.get_by_role("button", name="Yes, right!").click()
        expect(page.get_by_text("Thank you! I was right.")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= screen["width"]


@pytest.mark.slow
def test_on_a_phone_on_its_side_the_question_stands_below_the_sheet(
    presenter: Page, site: str, open_sheet: Open
) -> None:
    page = drawn(open_sheet(base_url=site, clock=True))
    page.set_viewport_size({"width": 844, "height": 390})
    yes, sheet = (page.locator(one).bounding_box() for one in (".asked .yes", ".sheet"))
    assert yes is not None and sheet is not None
    assert yes["width"] >= 48 and yes["height"] <= 60  # one line
    assert yes["y"] >= sheet["y"] + sheet["height"]
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")


@pytest.mark.slow
def test_without_an_event_nobody_is_asked(sheet: Sheet) -> None:
    assert sheet.page.locator("[data-verify]").count() == 0


@pytest.mark.slow
def test_a_stand_asks_too_and_forgets_the_visit_with_the_visitor(presenter: Page, site: str, open_sheet: Open) -> None:
    stand = open_sheet("/kiosk", base_url=site, clock=True)
    page = drawn(stand)
    page.get_by_role("button", name="Yes, right!").click()
    page.get_by_role("button", name="Keep my drawing and show it").click()
    expect(page.get_by_text("Your drawing is kept. Thank you!")).to_be_visible()
    page.evaluate("localStorage.setItem('signs', '[]')")
    assert page.evaluate("Boolean(sessionStorage.getItem('visit'))")
    for wait in (45_000, 15_000):  # ms until it asks whether somebody is there, and until it forgets
        page.clock.fast_forward(wait)
    expect(page.locator("[data-verify]")).to_be_hidden()
    assert page.evaluate("Object.keys(sessionStorage)") == ["kiosk-language"]
    assert page.evaluate("localStorage.getItem('sound')") is None
    assert stand.wrong == []


@pytest.mark.slow
def test_a_phone_is_the_pen_of_the_big_screen_until_it_is_taken_away(
    presenter: Page, site: str, open_sheet: Open
) -> None:
    presenter.get_by_role("button", name="Let a phone be the pen").click()
    screen, phone = open_sheet("/wall?pen", base_url=site), open_sheet("/pen", base_url=site, viewport=PHONE)
    expect(phone.page.get_by_text("The pen is yours")).to_be_visible()
    assert_accessible(phone.page, "light")
    phone.mouse(TEN["7"])
    screen.reads("7")
    phone.page.get_by_role("button", name="Clear").click()
    expect(screen.page.locator("[data-answer]")).to_have_attribute("data-state", "empty")
    phone.mouse(TEN["1"])
    screen.reads("1")
    presenter.reload()
    presenter.get_by_role("button", name="Take the pen away").click()
    expect(phone.page.get_by_text("The pen is not yours any more.")).to_be_visible()
    expect(screen.page.locator("[data-answer]")).to_have_attribute("data-state", "empty")
    phone.page.get_by_role("button", name="Ask for the pen").click()
    expect(phone.page.get_by_text("The pen is yours")).to_be_visible()
    assert screen.wrong == phone.wrong == []


@pytest.mark.slow
def test_what_fooled_it_comes_to_the_wall_when_its_writer_says_so(presenter: Page, site: str, open_sheet: Open) -> None:
    school, wall = open_sheet("/teach", base_url=site), open_sheet("/wall", base_url=site, clock=True)
    page = school.page
    school.mouse(TEN["7"])
    expect(page.locator("[data-fooled]")).to_contain_text("I read 7!")  # it is meant as a 4, as the list has it
    to_wall = page.get_by_role("button", name="Keep my drawing and show it")
    page.locator("[data-vote=yes]").click()
    expect(to_wall).to_be_disabled()
    page.get_by_role("button", name="Hang it up").click()
    to_wall.click()
    expect(page.get_by_text("Your drawing is kept. Thank you!")).to_be_visible()
    wall.pass_time(POLL)
    expect(wall.page.get_by_text("7? It was 4.")).to_be_visible()
    expect(wall.page.locator("[data-wall-score]")).to_be_empty()  # it was asked for its mistake
    page.get_by_role("button", name="Take it back").click()
    expect(page.get_by_text("I have forgotten it.")).to_be_visible()
    expect(to_wall).to_be_enabled()
    wall.pass_time(POLL)
    expect(wall.page.locator("[data-wall-sheets] li")).to_have_count(0)
    assert school.wrong == wall.wrong == []
