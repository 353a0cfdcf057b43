"""The one door: what it refuses, in words, and conflicts with both versions."""

from dataclasses import replace

import pytest

from tests.factories import (
    PLAN,
    PROGRAM,
    SECTOR,
    SOURCE,
    a_claim,
    a_program,
    a_report,
    a_sector,
)
from tests.services.entering import (
    EDITOR,
    TODAY,
    enter_catalogue,
    enter_steps,
    refusals,
    reports,
)
from tracker.domain.changes import (
    Add,
    Edit,
    Retire,
)
from tracker.domain.errors import Conflict, RuleBroken
from tracker.domain.record import Kind
from tracker.services.door import Overtaken, RecordRefused, enter
from tracker.storage import queries

pytestmark = pytest.mark.usefixtures("bare_database")


@pytest.fixture
def _catalogue(bare_database):
    enter_catalogue()


@pytest.mark.usefixtures("_catalogue")
@pytest.mark.parametrize(
    "steps",
    [(), (Edit(a_program()),), (Edit(a_program()), Edit(a_sector()))],
    ids=["no step", "an edit without a difference", "two of them"],
)
def test_where_nothing_changes_no_revision_is_made(steps):
    with pytest.raises(RuleBroken, match="nothing to change"):
        enter_steps(*steps)

    assert queries.revision_number() == 1


@pytest.mark.usefixtures("_catalogue")
def test_every_broken_rule_of_every_step_is_told_at_once():
    bad = a_report("", sources=(), program="TEST2021-99")
    worse = a_claim("", plan="NONE", claimant="")

    found = refusals(Add(bad), Add(a_report("")), Add(worse))

    assert found == [
        "The record has no program “TEST2021-99”. Check the code.",
        "A fact without a source does not enter. Add at least one.",
        "The record has no plan “NONE”. Check the code.",
        "This may not be empty. Fill it in.",
    ]
    assert reports() == ()


@pytest.mark.usefixtures("_catalogue")
def test_a_single_broken_rule_names_its_field():
    with pytest.raises(RecordRefused, match="has no program") as caught:
        enter_steps(Add(a_report("", program="TEST2021-99")))

    assert caught.value.field == "program"


@pytest.mark.usefixtures("_catalogue")
@pytest.mark.parametrize(
    ("step", "sentence"),
    [
        (Add(a_program()), "The record has “TEST2021-01” already"),
        (Add(a_report("X1")), "“X1” is no key of this kind"),
        (Add(a_report("R1")), "“R1” is no key of this kind"),
        (Add(a_report("R99999999")), "“R99999999” is no key of this kind"),
        (Edit(a_report("R0042")), "The record has no “R0042”"),
        (Retire(Kind.CLAIM, "C042", 1), "The record has no “C042”"),
        (Retire(Kind.CLAIM, "nonsense", 1), "The record has no “nonsense”"),
    ],
    ids=[
        "a code taken",
        "a foreign key",
        "a key written otherwise",
        "a key far ahead",
        "an edit of nothing",
        "retiring nothing",
        "retiring nonsense",
    ],
)
def test_a_key_that_does_not_fit_is_refused(step, sentence):
    (found,) = refusals(step)

    assert found.startswith(sentence)


@pytest.mark.usefixtures("_catalogue")
def test_a_key_that_stands_twice_is_refused_at_both():
    found = refusals(Add(a_report("R0005")), Add(a_report("R0005", note="other")))

    assert found == ["“R0005” stands here twice. Keep one of them."] * 2


@pytest.mark.usefixtures("_catalogue")
def test_a_retired_key_of_history_stays_taken():
    enter_steps(Add(a_report("R0001")))
    enter_steps(Retire(Kind.REPORT, "R0001", 1))

    assert refusals(Add(a_report("R0001"))) == [
        "The record has “R0001” already. Leave the key empty or edit that one."
    ]


@pytest.mark.usefixtures("_catalogue")
def test_an_edit_of_what_changed_meanwhile_shows_both_versions():
    enter_steps(Edit(a_program(summary="Theirs")))
    mine = a_program(summary="Mine")

    with pytest.raises(Overtaken, match="changed since you read it") as caught:
        enter_steps(Edit(mine))

    assert isinstance(caught.value, Conflict)
    assert caught.value.mine == mine
    assert caught.value.theirs == a_program(summary="Theirs", version=2)
    assert queries.revision_number() == 2


@pytest.mark.usefixtures("_catalogue")
def test_a_correction_of_what_was_corrected_meanwhile_shows_what_stands_now():
    enter_steps(Add(a_report("")))
    enter_steps(Edit(a_report("R0001", note="First")))
    enter_steps(Edit(a_report("R0002", note="Second")))

    with pytest.raises(Overtaken) as caught:
        enter_steps(Edit(a_report("R0001", note="Mine")))

    assert caught.value.theirs == replace(
        a_report("R0003", note="Second"), corrects="R0002", added_in=4
    )


@pytest.mark.usefixtures("_catalogue")
def test_retiring_what_was_retired_meanwhile_is_a_conflict():
    enter_steps(Add(a_report("")))
    enter_steps(Retire(Kind.REPORT, "R0001", 1))

    with pytest.raises(Overtaken) as caught:
        enter_steps(Retire(Kind.REPORT, "R0001", 1))

    assert (caught.value.mine, caught.value.theirs) == (None, None)


@pytest.mark.usefixtures("_catalogue")
@pytest.mark.parametrize(
    ("step", "sentence"),
    [
        (Retire(Kind.SOURCE, SOURCE, 1), "4 facts still refer to “test-source”"),
        (Retire(Kind.SECTOR, SECTOR, 1), "2 facts still refer to “test-sector”"),
        (Retire(Kind.PLAN, PLAN, 1), "2 facts still refer to “TEST2021”"),
        (Retire(Kind.PROGRAM, PROGRAM, 1), "1 fact still refers to “TEST2021-01”"),
    ],
    ids=["a source", "a sector", "a plan", "a program"],
)
def test_what_others_refer_to_is_not_retired_under_their_feet(step, sentence):
    enter_steps(Add(a_report("")))

    (found,) = refusals(step)

    assert found.startswith(sentence)
    assert queries.revision_number() == 2


@pytest.mark.usefixtures("_catalogue")
def test_a_fact_may_not_refer_to_what_the_same_steps_retire():
    found = refusals(
        Retire(Kind.PROGRAM, "TEST2021-02", 1),
        Add(a_report("", program="TEST2021-02")),
    )

    assert found == ["The record has no program “TEST2021-02”. Check the code."]


@pytest.mark.usefixtures("_catalogue")
@pytest.mark.parametrize("summary", ["x" * 2001, "a\x00b"], ids=["long", "unseen"])
def test_a_summary_is_plain_and_not_endless(summary):
    with pytest.raises(RuleBroken) as caught:
        enter([Add(a_report(""))], EDITOR, summary, TODAY)

    assert caught.value.field == "summary"
