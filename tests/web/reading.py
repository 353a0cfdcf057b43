"""Pages as a reader takes them in: their words, rows and links."""

import html
import re

from werkzeug.test import TestResponse

TAG = re.compile(r"<[^>]+>")
HIDDEN = re.compile(r"<(svg|style|script)\b.*?</\1>", re.DOTALL)


def words_in(markup: str) -> str:
    """The words of *markup*, blanks drawn together, pictures left out."""
    text = TAG.sub(" ", HIDDEN.sub(" ", markup))
    return " ".join(html.unescape(text).replace("\u00a0", " ").split())


def words_of_page(page: TestResponse) -> str:
    """The words of the main part of *page*."""
    return words_in(main_of(page))


def main_of(page: TestResponse) -> str:
    """The markup of the main part."""
    found = re.search(r"<main.*?</main>", page.text, re.DOTALL)
    assert found is not None
    return found[0]


def rows_of_page(page: TestResponse) -> list[str]:
    """The words of every row of every table body, in order."""
    bodies = re.findall(r"<tbody.*?</tbody>", page.text, re.DOTALL)
    rows = [row for body in bodies for row in re.findall(r"<tr.*?</tr>", body, re.S)]
    return [words_in(row) for row in rows]


def part_of(page: TestResponse, name: str) -> str:
    """The words of the section whose heading has this id."""
    pattern = rf'<section[^>]*aria-labelledby="{name}".*?</section>'
    found = re.search(pattern, page.text, re.DOTALL)
    assert found is not None, name
    return words_in(found[0])


def links_of(page: TestResponse) -> list[str]:
    """Where the links of the main part lead."""
    return [
        html.unescape(link) for link in re.findall(r'href="([^"]+)"', main_of(page))
    ]


def problem_of(page: TestResponse) -> str:
    """The sentence of an error page."""
    found = re.search(r'id="problem">(.*?)</p>', page.text, re.DOTALL)
    return words_in(found[1]) if found else ""
