"""Three languages by path: titles follow, links keep them, sentences fall back."""

import re

import pytest

from tests.web.public_record import GAS, OIL, VIEW
from tests.web.reading import links_of, words_of_page
from tracker.domain.program import Title
from tracker.web.language import Tongue, title_words


@pytest.mark.parametrize(
    ("path", "heading"),
    [("", "Test gas"), ("/ru", "Тестовый газ"), ("/be", "Тэставы газ")],
)
def test_titles_follow_the_language(reader, path, heading):
    page = reader.get(f"{path}/programs/{GAS}")

    assert words_of_page(page).partition(GAS)[2].strip().startswith(heading)


def test_a_title_without_a_translation_stays_english(reader):
    assert "Test oil" in words_of_page(reader.get(f"/ru/programs/{OIL}"))


def test_a_title_in_another_language_than_the_page_is_marked():
    both = Title("Test gas", "Тестовый газ")

    assert (
        title_words(both, Tongue("ru", "en")) == '<span lang="ru">Тестовый газ</span>'
    )
    assert title_words(both, Tongue("ru", "ru")) == "Тестовый газ"
    assert title_words(both, Tongue("en", "en")) == "Test gas"
    assert title_words(both, Tongue("be", "be")) == '<span lang="en">Test gas</span>'


def test_a_title_is_never_markup():
    assert title_words(Title("<b>"), Tongue("en", "en")) == "&lt;b&gt;"
    assert "<b>" not in title_words(Title("", "<b>"), Tongue("ru", "en"))


def test_links_keep_the_language(reader):
    page = reader.get(f"/ru/programs?{VIEW}")

    inside = [link for link in links_of(page) if link.startswith("/programs")]
    assert inside == []
    assert f"/ru/programs/{GAS}?{VIEW}" in links_of(page)


def test_switching_keeps_page_and_view(reader):
    page = reader.get(f"/be/programs?{VIEW}&sector=energy")

    switches = dict(re.findall(r'hreflang="(\w\w)" href="([^"]+)"', page.text))
    rest = f"/programs?{VIEW}&amp;sector=energy"
    assert switches == {"en": rest, "ru": f"/ru{rest}", "be": f"/be{rest}"}


def test_the_page_says_the_language_its_sentences_are_in(reader):
    # Nobody has translated them yet, so a reader of Russian titles reads English.
    assert '<html lang="en">' in reader.get("/ru/").text


def test_the_language_alone_leads_to_the_overview(reader):
    assert reader.get("/ru").status_code == 200
    assert reader.get("/rubbish").status_code == 404


def test_static_files_have_one_address_in_all_languages(reader):
    assert 'href="/static/tracker.css?v=' in reader.get("/ru/").text
