"""What one revision did, field by field."""

from decimal import Decimal

import pytest

from tests.factories import a_program, a_report, a_source
from tracker.domain.changes import (
    Action,
    FieldChange,
    addition,
    as_text,
    differences,
    fingerprint,
    plain_number,
    retirement,
)
from tracker.domain.dates import PartialDate
from tracker.domain.program import Title
from tracker.domain.record import KINDS, Kind, numbered_key
from tracker.domain.vocabulary import Stage


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (False, ""),
        (True, "yes"),
        (0, "0"),
        ("", ""),
        (Stage.PARTLY_DONE, "partly_done"),
        (PartialDate.parse("2023-04"), "2023-04"),
        (("one", "two"), "one;two"),
        (Decimal("80.0"), "80"),
        (Title("Gas", "Газ"), "Gas | Газ | "),
    ],
    ids=repr,
)
def test_a_field_is_written_as_plain_text(value, text):
    assert as_text(value) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("80", "80"),
        ("90.20", "90.2"),
        ("3E+9", "3000000000"),
        ("100", "100"),
        ("0", "0"),
    ],
)
def test_a_number_has_no_exponent_and_no_trailing_zeros(number, text):
    assert plain_number(Decimal(number)) == text


def test_two_reports_differ_in_the_fields_people_fill_in_alone():
    before = a_report("R0001", stage="agreed", note="Test note", version=1)
    after = a_report(
        "R0002", stage="approved", note="Test note", version=2, corrects="R0001"
    )

    assert differences(before, after) == (FieldChange("stage", "agreed", "approved"),)
    assert differences(before, before) == ()


def test_an_addition_names_every_field_it_fills_and_the_row_it_replaces():
    change = addition(a_report("R0002"), replaces="R0001")

    assert (change.kind, change.key, change.action) == (
        Kind.REPORT,
        "R0002",
        Action.ADDED,
    )
    assert (change.replaces, change.program) == ("R0001", "TEST2021-01")
    filled = {field.field: field.after for field in change.fields}
    assert filled["stage"] == "in_progress"
    assert "closure" not in filled


def test_a_retirement_and_a_change_of_a_program_name_the_program():
    assert retirement(a_report("R0001")).program == "TEST2021-01"
    assert retirement(a_program()).program == "TEST2021-01"
    assert retirement(a_source()).program == ""


def test_a_fingerprint_is_that_of_the_set_and_its_context():
    one, two = addition(a_report("R0001")), addition(a_report("R0002"))

    assert fingerprint([one, two], revision=3) == fingerprint([two, one], revision=3)
    assert fingerprint([one, two], revision=3) != fingerprint([one, two], revision=4)
    assert fingerprint([one], revision=3) != fingerprint([one, two], revision=3)


@pytest.mark.parametrize(
    ("kind", "number", "key"),
    [
        (Kind.REPORT, 7, "R0007"),
        (Kind.DEADLINE, 87, "D087"),
        (Kind.CLAIM, 1000, "C1000"),
    ],
)
def test_the_record_gives_keys_by_kind_and_number(kind, number, key):
    assert numbered_key(kind, number) == key


def test_reports_deadlines_and_claims_alone_are_history():
    history = {kind for kind, spec in KINDS.items() if spec.is_history}

    assert history == {Kind.REPORT, Kind.DEADLINE, Kind.CLAIM}
