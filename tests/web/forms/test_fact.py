"""What the forms of facts hold, and what an editor touched in them."""

import pytest
from werkzeug.datastructures import MultiDict

from tests.factories import (
    PROGRAM,
    a_claim,
    a_deadline,
    a_program,
    a_report,
    a_source,
    an_act,
    an_event,
)
from tracker.domain.program import Title
from tracker.web.forms.act import ActForm
from tracker.web.forms.claim import ClaimForm
from tracker.web.forms.deadline import DeadlineForm
from tracker.web.forms.event import EventForm
from tracker.web.forms.program import ProgramForm
from tracker.web.forms.report import ReportForm
from tracker.web.forms.source import SourceForm

FACTS = [
    (ProgramForm, a_program(title=Title("Test", "Тест", ""), version=4)),
    (ReportForm, a_report(reverses=True, condition="stalled", note="Test")),
    (DeadlineForm, a_deadline(met_on="2023-02", bound="not_before")),
    (ClaimForm, a_claim(note="Test", version=2)),
    (ActForm, an_act(signed_on="2023-02", programs=(PROGRAM,))),
    (EventForm, an_event(currency="USD")),
    (SourceForm, a_source(dated="2023", language="en")),
]
EVERY_FORM = pytest.mark.parametrize(
    ("form_class", "fact"), FACTS, ids=[form.__name__ for form, _ in FACTS]
)


@pytest.fixture(autouse=True)
def _request(app):
    """A request, so that sentences can be translated."""
    with app.test_request_context():
        yield


@EVERY_FORM
def test_a_form_that_began_from_a_fact_gives_it_back(form_class, fact):
    form = form_class.began_from(fact)

    assert form.to_change(fact) == fact


@EVERY_FORM
def test_a_form_knows_which_fields_the_editor_left_alone(form_class, fact):
    form = form_class.began_from(fact)
    name = "summary" if form_class is ProgramForm else "sources"
    name = "title" if form_class is SourceForm else name
    touched = {**form.values_of(fact), name: ("other",)}

    untouched = form.untouched(touched)

    assert untouched == set(touched) - {name}


@EVERY_FORM
def test_a_form_that_adds_asks_for_no_reason(form_class, fact):
    form = form_class().adds()

    assert {"reason", "version", "seen"}.isdisjoint(form._fields)


def test_sources_and_the_reason_come_last_on_page_and_among_errors():
    assert list(ReportForm()._fields)[-3:] == ["sources", "new_sources", "reason"]


def test_a_radio_that_was_sent_empty_holds_its_usual_word():
    form = DeadlineForm(MultiDict({"bound": ""}))

    assert form.bound.data == "by"


def test_a_reason_has_an_end():
    form = DeadlineForm(MultiDict({"reason": "x" * 1001}))
    form.validate()

    assert form.reason.errors == ["Say it in at most 1,000 characters."]
