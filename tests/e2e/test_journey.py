"""The journey of a record keeper: from finding a program to its row in the workbook."""

from pathlib import Path

import openpyxl
from playwright.sync_api import Page, expect

from tests.e2e.conftest import EDITOR, PASSWORD

TITLE = "United gas market"
NOTE = "A made-up note of a test."


def find_the_gas_market(page: Page) -> None:
    page.goto("/")
    page.get_by_role("navigation").get_by_role("link", name="Programs").click()
    page.get_by_label("Words in title, summary or code").fill("gas market")
    page.get_by_role("button", name="Show").click()
    page.get_by_role("link", name=TITLE, exact=True).click()


def sign_in(page: Page) -> None:
    page.get_by_role("link", name="Sign in", exact=True).click()
    page.get_by_label("Name").fill(EDITOR)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def fill_in_a_report(page: Page) -> None:
    """A legal act that the record does not know yet: the market is partly done."""
    page.get_by_label("Date of the report").fill("2026-03-15")
    page.get_by_label("Stage").select_option(label="Partly done")
    page.get_by_label("Legal act").check()
    page.locator("#note").fill(NOTE)
    page.get_by_text("A source that the record does not have yet").click()
    page.locator("[name$='-url']").fill("https://example.org/a-made-up-act")
    page.locator("[name$='-publisher']").fill("Test publisher")
    page.locator("[name$='-type']").select_option("official")
    page.locator("[name$='-grade']").select_option("B")


def energy_in_the_chart(page: Page, reading: str) -> dict[str, int]:
    """The chart's numbers of the energy sector, by the heads of their columns."""
    page.goto("/charts/stages?plan=MD2024")
    heads = page.locator("main thead th").all_inner_texts()
    rows = [row.split("\t") for row in page.locator("main tbody tr").all_inner_texts()]
    found = next(row for row in rows if row[:2] == ["Energy", reading])
    return dict(zip(heads[2:], map(int, found[2:]), strict=True))


def rows_of(workbook: Path, sheet: str) -> list[tuple[object, ...]]:
    """The rows of a sheet as they stand in the file."""
    book = openpyxl.load_workbook(workbook, read_only=True)
    rows = list(book[sheet].iter_rows(values_only=True))
    book.close()
    return rows


def test_a_status_goes_from_the_form_to_page_chart_and_workbook(page, tmp_path):
    before = {word: energy_in_the_chart(page, word) for word in ("said", "shown")}

    find_the_gas_market(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text(TITLE)
    sign_in(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text(TITLE)

    page.get_by_role("link", name="Report a status").click()
    fill_in_a_report(page)
    page.get_by_role("button", name="Check before saving").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Check before saving")
    page.get_by_role("button", name="Save").click()

    expect(page.get_by_role("heading", level=1)).to_contain_text(TITLE)
    expect(page.get_by_text(NOTE).first).to_be_visible()

    after = {word: energy_in_the_chart(page, word) for word in ("said", "shown")}
    assert after["said"]["Partly done"] == before["said"]["Partly done"] + 1
    assert after["shown"]["Partly done"] == before["shown"]["Partly done"] + 1
    assert after["shown"]["Not known"] == before["shown"]["Not known"] - 1

    page.get_by_role("navigation").get_by_role("link", name="Downloads").click()
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Download the record").click()
    waiting.value.save_as(tmp_path / "record.xlsx")
    found = [row for row in rows_of(tmp_path / "record.xlsx", "Reports") if NOTE in row]
    assert len(found) == 1
    assert "MD2024-07" in found[0]
    assert "partly_done" in found[0]
