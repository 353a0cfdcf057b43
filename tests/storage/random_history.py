"""Random histories for property tests: plainly invented, and full of ties."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from hypothesis import strategies as st

from tests.factories import PROGRAM, a_report, a_source
from tracker.domain.report import Report
from tracker.domain.views import View
from tracker.domain.vocabulary import Closure, Condition, ReportKind, Stage

PROGRAMS = (PROGRAM, "TEST2021-02", "TEST2021-03")
SOURCES = (
    a_source("law", grade="A", dated="2022-01-03", publisher="Test Gazette"),
    a_source("agency", grade="C", dated="2022-01-05", publisher="Test Agency"),
    a_source("paper", grade="D", publisher="Test Daily"),
    a_source("mirror", grade="F", dated="2022-01", publisher="Test Mirror"),
)
LAST_REVISION = 4

# So few days that many reports fall on one.
days = st.integers(0, 7).map(lambda days: date(2022, 1, 1) + timedelta(days))
dates = st.one_of(days.map(date.isoformat), st.sampled_from(["2022-01", "2022"]))


@dataclass(frozen=True, slots=True)
class History:
    """Reports with the revisions in which they stood, and a question about them."""

    reports: tuple[Report, ...]
    view: View


@st.composite
def histories(draw: st.DrawFn) -> History:
    """Up to a dozen reports on three programs, and a view of them."""
    count = draw(st.integers(0, 12))
    reports = [draw(reports_numbered(number + 1)) for number in range(count)]
    view = View(
        as_of=draw(st.one_of(days, st.just(date(2022, 12, 31)))),
        known_on=draw(st.none() | days),
        revision=draw(st.none() | st.integers(0, LAST_REVISION)),
    )
    return History(tuple(reports), view)


@st.composite
def reports_numbered(draw: st.DrawFn, number: int) -> Report:
    """One report, perhaps retired again."""
    added_in = draw(st.integers(1, LAST_REVISION - 1))
    cited = draw(st.sets(st.sampled_from([source.id for source in SOURCES])))
    report = a_report(
        f"R{number:04d}",
        program=draw(st.sampled_from(PROGRAMS)),
        dated=draw(dates),
        known_on=draw(st.none() | days),
        stage=draw(st.sampled_from(Stage)),
        kind=draw(st.sampled_from(ReportKind)),
        condition=draw(st.sampled_from(Condition)),
        closure=draw(st.none() | st.sampled_from(Closure)),
        reverses=draw(st.sampled_from([False, False, False, True])),
        sources=tuple(sorted(cited)),
    )
    retired_in = draw(st.none() | st.integers(added_in + 1, LAST_REVISION))
    return replace(report, added_in=added_in, retired_in=retired_in)
