"""Long lists a page at a time: which rows, which of how many, where the others are."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar
from urllib.parse import urlencode

from flask import Flask, request

from tracker.domain.errors import NotFound
from tracker.domain.words import N_
from tracker.web.address import whole_number
from tracker.web.filters import number
from tracker.web.translate import gettext

Row = TypeVar("Row")
PAGE = "page"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage(Generic[Row]):
    """Some rows of a list of ``count``, cut into pages of ``length``."""

    rows: Sequence[Row]
    number: int
    count: int
    length: int

    @property
    def page_count(self) -> int:
        """How many pages there are; an empty list has one."""
        return -(-self.count // self.length) or 1

    @property
    def span(self) -> str:
        """Which rows stand on this page: “101–200 of 409”."""
        before = (self.number - 1) * self.length
        return gettext(
            "%(first)s–%(last)s of %(count)s",
            first=number(before + 1),
            last=number(before + len(self.rows)),
            count=number(self.count),
        )

    @property
    def ways(self) -> list[tuple[str, str, int]]:
        """The other pages to go to: what each is to this one, in words, its number."""
        back = [
            ("first", gettext("First page"), 1),
            ("prev", gettext("Previous page"), self.number - 1),
        ]
        onward = [
            ("next", gettext("Next page"), self.number + 1),
            ("last", gettext("Last page"), self.page_count),
        ]
        return [
            *(back if self.number > 1 else ()),
            *(onward if self.number < self.page_count else ()),
        ]


def init_app(app: Flask) -> None:
    """Let the templates link the pages of a list."""
    app.jinja_env.globals.update(page_address=page_address)


def asked_page(rows: Sequence[Row], length: int) -> ListPage[Row]:
    """The page of *rows* that the address asks for, the first if it names none.

    Raises BadInput for what is no number, NotFound for a page that is not there.
    """
    asked = whole_number(PAGE)
    wanted = 1 if asked is None else asked
    start = max(wanted - 1, 0) * length
    page = ListPage(
        rows=rows[start : start + length],
        number=wanted,
        count=len(rows),
        length=length,
    )
    if not 1 <= wanted <= page.page_count:
        raise NotFound(
            N_("There is no page %(number)s. The last one is %(count)s."),
            field=PAGE,
            number=wanted,
            count=page.page_count,
        )
    return page


def page_address(wanted: int) -> str:
    """This very address, its view and filters kept, for another page of the list."""
    words = [pair for pair in request.args.items(multi=True) if pair[0] != PAGE]
    if wanted > 1:
        words.append((PAGE, str(wanted)))
    path = request.script_root + request.path
    return f"{path}?{urlencode(words)}" if words else path
