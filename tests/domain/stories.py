"""Stories for property tests: reports of one program, many of them on one day."""

from hypothesis import strategies as st

from tests.factories import a_weighed_report, day
from tracker.domain.dates import PartialDate
from tracker.domain.vocabulary import Closure, Condition, EvidenceGrade, Stage

DAYS = st.dates(min_value=day("2022-01-01"), max_value=day("2022-01-09"))


@st.composite
def stories(draw):
    """Up to twelve reports of one program, many of them on one day."""
    found = []
    for number in range(draw(st.integers(0, 12))):
        told = draw(st.none() | DAYS)
        more = {"known_on": told} if told else {}
        found.append(
            a_weighed_report(
                f"R{draw(st.sampled_from([number, 10_000 + number])):04d}",
                dated=draw(st.just("2022-01") | DAYS.map(PartialDate.of)),
                stage=draw(st.sampled_from(Stage)),
                grade=draw(st.sampled_from(EvidenceGrade)),
                condition=draw(st.sampled_from(Condition)),
                closure=draw(st.none() | st.sampled_from(Closure)),
                reverses=draw(st.booleans()),
                **more,
            )
        )
    return found
