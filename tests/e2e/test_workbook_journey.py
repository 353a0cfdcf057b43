"""A workbook goes round the office while the record moves on, and comes back."""

from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from tests.e2e.at_work import signed_in

PROGRAM = "RM2019-02"
PAGE = f"/programs/{PROGRAM}"
OURS = "Typed on the page by a test"
THEIRS = "Typed in the workbook by a test"
NOTE = "A made-up note of a test"


@pytest.fixture
def editor(page: Page) -> Page:
    """The browser of an editor who has signed in."""
    return signed_in(page)


def heading(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_contain_text(words)


def download(page: Page, link: str, file: Path) -> openpyxl.Workbook:
    """Follow a link to a workbook, keep it in *file* and open it."""
    with page.expect_download() as waiting:
        page.get_by_role("link", name=link).click()
    waiting.value.save_as(file)
    return openpyxl.load_workbook(file)


def edit_on_the_page(page: Page) -> None:
    page.goto(f"{PAGE}/edit")
    page.locator("#title_en").fill(OURS)
    page.get_by_role("button", name="Check before saving").click()
    page.get_by_role("button", name="Save").click()
    heading(page, OURS)


def edit_in_excel(book: openpyxl.Workbook, file: Path) -> None:
    """Another title for a program, and a note on the first report."""
    codes = [cell.value for cell in book["Programs"]["A"]]
    book["Programs"].cell(codes.index(PROGRAM) + 1, 5, THEIRS)
    headers = [cell.value for cell in book["Reports"][1]]
    book["Reports"].cell(2, headers.index("Note") + 1, NOTE)
    book.save(file)


def send(page: Page, file: Path) -> None:
    page.goto("/export")
    page.get_by_role("link", name="Bring a workbook back").click()
    page.get_by_label("Workbook", exact=True).set_input_files(file)
    page.get_by_role("button", name="Look at what it would change").click()
    heading(page, "What the workbook would change")


def undo(page: Page) -> None:
    """Undo the revision whose page is open."""
    page.get_by_role("link", name="Undo this revision").click()
    page.get_by_role("button", name="Undo revision").click()
    expect(page.get_by_text("is undone by this one")).to_be_visible()


def test_a_conflict_is_decided_and_the_import_undone(editor, tmp_path):
    page, file = editor, tmp_path / "record.xlsx"
    page.goto("/export")
    book = download(page, "Download the record", file)
    edit_on_the_page(page)
    edit_in_excel(book, file)

    send(page, file)
    expect(page.get_by_text(OURS)).to_be_visible()
    expect(page.get_by_text(THEIRS)).to_be_visible()
    page.get_by_role("button", name="Enter all of it").click()
    expect(page.get_by_role("alert")).to_contain_text("There is a problem")
    page.get_by_role("link", name=f"{PROGRAM}: choose").click()
    page.keyboard.press("ArrowDown")  # the link leads to the first of two choices
    expect(
        page.locator(".clash").get_by_label("Take the workbook's row")
    ).to_be_checked()
    page.get_by_label("Why?").fill("Back from the office")
    page.get_by_role("button", name="Enter all of it").click()

    heading(page, "In the record as revision")
    fresh = download(page, "Download the workbook with keys", file)
    assert THEIRS in [cell.value for cell in fresh["Programs"]["E"]]
    page.get_by_role("link", name="See what changed").click()
    expect(page.get_by_text(NOTE)).to_be_visible()
    undo(page)

    page.goto(PAGE)
    heading(page, OURS)


def test_an_untouched_workbook_has_nothing_to_change(editor, tmp_path):
    page, file = editor, tmp_path / "record.xlsx"
    page.goto("/export?plan=UP2021")
    download(page, "Download this part", file)

    send(page, file)

    expect(page.get_by_text("There is nothing to change")).to_be_visible()


def test_without_script_a_workbook_is_sent_just_the_same(browser, served, tmp_path):
    context = browser.new_context(base_url=served.url, java_script_enabled=False)
    page, file = context.new_page(), tmp_path / "table.xlsx"
    signed_in(page).goto("/import")
    file.write_bytes(b"no workbook" * 400_000)  # more than a request may hold

    page.get_by_label("Workbook", exact=True).set_input_files(file)
    page.get_by_role("button", name="Look at what it would change").click()

    expect(page.get_by_role("alert")).to_contain_text("The limit is 2.1 MB")
    context.close()
