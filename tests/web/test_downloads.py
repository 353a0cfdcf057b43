"""Names of files, in letters of every kind."""

import pytest
from flask import Response

from tracker.web.downloads import give_name


def named(name, **more):
    return give_name(Response(), name, **more).headers["Content-Disposition"]


def test_a_latin_name_stands_as_it_is():
    assert named("programs-r2.csv") == "attachment; filename=programs-r2.csv"


def test_a_cyrillic_name_stands_beside_a_latin_one():
    assert named("Отчёт-r2.csv") == (
        "attachment; filename=r2.csv; "
        "filename*=UTF-8''%D0%9E%D1%82%D1%87%D1%91%D1%82-r2.csv"
    )


@pytest.mark.parametrize(
    "name", ['a"b.csv', "a\nb.csv", "a/../b.csv", "a;b.csv", "a\\b.csv"]
)
def test_nothing_in_a_name_reaches_beyond_it(name):
    assert named(name) in (
        "attachment; filename=a-b.csv",
        "attachment; filename=a-..-b.csv",
    )


def test_what_is_read_in_the_browser_has_a_name_too():
    assert named("a.json", is_saved=False) == "inline; filename=a.json"
