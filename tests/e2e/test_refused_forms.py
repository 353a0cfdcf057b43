"""Forms that are sent too soon: what was wrong is the first thing anybody meets."""

import pytest

from tests.e2e.at_work import signed_in
from tests.e2e.test_pages import WIDTHS
from tests.e2e.test_targets import LEAST, PRESSED, TOO_SMALL
from tracker.web.forms.rows import ROWS_MOST

FORMS = {
    "/programs/UP2021-15/report": "Check before saving",
    "/programs/UP2021-15/deadline": "Check before saving",
    "/claims/add": "Check before saving",
    "/acts/add": "Check before saving",
    "/events/add": "Check before saving",
    "/sources/add": "Check before saving",
    "/import": "Look at what it would change",
    "/account": "Change the password",
}
LEADS_TO_A_FIELD = "all => all.map(each => !!document.querySelector(each.hash))"


@pytest.fixture(scope="module")
def editor(browser, served):
    """The page of somebody who is signed in."""
    context = browser.new_context(base_url=served.url, locale="en-GB")
    yield signed_in(context.new_page())
    context.close()


@pytest.fixture(params=FORMS)
def refused(request, editor):
    """A form that was sent as it was opened."""
    editor.goto(request.param)
    editor.get_by_role("button", name=FORMS[request.param]).last.click()
    return editor


def test_the_summary_takes_the_focus_and_leads_to_the_fields(refused):
    links = refused.locator(".error-summary a")

    assert refused.title().startswith("Error: ")
    assert refused.evaluate("document.activeElement.id") == "error-summary"
    assert set(links.evaluate_all(LEADS_TO_A_FIELD)) == {True}


def test_it_fits_every_width_and_every_target_can_be_hit(refused):
    found = {}
    for name, width in WIDTHS.items():
        refused.set_viewport_size({"width": width, "height": 800})
        wide = refused.evaluate("document.documentElement.scrollWidth")
        small = refused.locator(PRESSED).evaluate_all(TOO_SMALL, LEAST)
        found[name] = (max(wide, width), small)

    assert found == {name: (width, []) for name, width in WIDTHS.items()}


def test_after_the_last_source_a_form_takes_the_script_asks_the_page(editor):
    editor.goto("/programs/UP2021-15/report")
    more = editor.get_by_role("button", name="Pick another source")

    more.evaluate(f"all => {{ for (let n = 1; n < {ROWS_MOST}; n++) all.click(); }}")
    editor.locator(f"#sources-{ROWS_MOST - 1}").fill("the last one")
    more.click()

    assert "at most 100 of these" in editor.locator(".error-summary").inner_text()
    assert editor.locator(f"#sources-{ROWS_MOST - 1}").input_value() == "the last one"
