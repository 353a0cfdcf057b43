"""How new sources are named, and when they are none."""

import pytest

from tests.factories import a_source
from tracker.domain.errors import RuleBroken
from tracker.services.new_sources import (
    address_key,
    name_of,
    picked_source,
    settle,
)


def unnamed(url="", publisher="", dated=None):
    return a_source("", url=url, publisher=publisher, dated=dated)


@pytest.mark.parametrize(
    ("source", "name"),
    [
        (unnamed("https://tass.com/world/1", dated="2021-09-10"), "tass-2021-09-10"),
        (unnamed("https://www.belta.by/x", dated="2023"), "belta-2023"),
        (unnamed("https://eng.test.gov.by/x"), "test"),
        (unnamed("http://test-paper.co.uk/a"), "test-paper"),
        (unnamed(publisher="The Test Gazette"), "the-test-gazette"),
        (unnamed(publisher="Тест", dated="2020-01"), "source-2020-01"),
        (unnamed("javascript:alert(1)"), "source"),
        (unnamed("https://localhost/x", publisher="Test"), "test"),
    ],
)
def test_a_source_is_named_by_its_site_and_date(source, name):
    assert name_of(source, set()) == name


def test_a_taken_name_gets_a_number():
    source = unnamed("https://tass.com/world/1", dated="2021")

    assert name_of(source, {"tass-2021", "tass-2021-2"}) == "tass-2021-3"


@pytest.mark.parametrize(
    "other",
    [
        "http://example.org/page",
        "https://www.example.org/page/",
        "HTTPS://example.org/page#part",
    ],
)
def test_one_page_has_one_address_however_it_was_copied(other):
    assert address_key(other) == address_key("https://example.org/page")


def test_pages_that_differ_in_their_words_are_two():
    assert address_key("https://example.org/?id=1") != address_key(
        "https://example.org/?id=2"
    )


def test_a_source_held_already_is_reused_and_the_rest_are_named_apart():
    held = a_source("old-one", url="https://example.org/old")
    new = [
        unnamed("https://www.example.org/old/"),
        unnamed("https://example.org/new", dated="2023"),
        unnamed("https://example.org/newer", dated="2023"),
    ]

    added, reused = settle(new, {"old-one": held})

    assert reused == (held,)
    assert [source.id for source in added] == ["example-2023", "example-2023-2"]


def test_the_same_new_address_typed_twice_is_one_source():
    address = "https://example.org/new"

    added, reused = settle([unnamed(address), unnamed(address)], {})

    assert len(added) == 1
    assert reused == ()


HELD = {
    source.id: source
    for source in (
        a_source("daily-2023", title="A test about gas", dated="2023-04"),
        a_source("daily-2022", title="A test about oil", dated="2022"),
        a_source("law", publisher="Test Gazette", title="Decree"),
    )
}


@pytest.mark.parametrize(
    ("text", "picked"),
    [
        ("law", "law"),
        ("http://www.example.org/law/", "law"),
        ("test GAZETTE", "law"),
        ("daily 2023-04", "daily-2023"),
        ("oil test", "daily-2022"),
        ("nowhere", "nowhere"),
        ("https://example.org/other", "https://example.org/other"),
    ],
)
def test_a_source_is_picked_by_id_address_or_words_that_only_it_has(text, picked):
    assert picked_source(text, HELD) == picked


def test_words_that_several_sources_have_pick_none():
    with pytest.raises(RuleBroken, match="2 sources fit “test about”") as refused:
        picked_source("test about", HELD)

    assert refused.value.field == "sources"
