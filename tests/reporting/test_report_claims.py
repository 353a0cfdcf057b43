"""The claims of a report: each with what the record allows and the verdict."""

from fractions import Fraction

import pytest

from tests.reporting.scenes import LONG_TITLE, a_frame, letterings
from tests.reporting.test_claims import a_mark, plain
from tracker.domain.claim_context import Arithmetic
from tracker.domain.hedges import Span
from tracker.domain.vocabulary import Unit
from tracker.reporting.lettering import width_of
from tracker.reporting.paper import size_of_figure
from tracker.reporting.pdf import draw_pages
from tracker.reporting.report import Front, PlanPart, Report, ReportClaim
from tracker.reporting.style import ZOOM

FRONT = Front(heading=LONG_TITLE, figures=[], period="Since a test", changes=[])


@pytest.fixture
def draw():
    """Draws the pages of a report on these claims."""
    zoom = ZOOM.get()

    def pages(*claims):
        part = PlanPart(front=FRONT, drawings=[], rows=[], claims=claims)
        report = Report(
            title="Test report", sentence="A test", frame=a_frame(), parts=[part]
        )
        return draw_pages(report)

    yield pages
    ZOOM.set(zoom)


def too_long(page):
    """The labels of a page that run off its right edge."""
    wide, _ = size_of_figure(page)
    labels = [label for artist in letterings(page) for label in artist.labels]
    return [
        label
        for label in labels
        if label.align == "left"
        and label.x + width_of(label.text, label.size, label.bold) > wide
    ]


def words_of(pages):
    return [
        plain(label.text)
        for page in pages
        for artist in letterings(page)
        for label in artist.labels
    ]


def test_a_claim_stands_with_what_the_record_allows_and_its_verdict(draw):
    words = words_of(draw(ReportClaim(a_mark(80, qualifier="almost").check)))

    assert "almost 80 % (of what is not said)" in words
    assert "0–40 %" in words
    assert "Above the record · C001" in words


def test_what_cannot_be_checked_says_why(draw):
    claim = a_mark(70, unit="percent_of_measures").check

    words = words_of(draw(ReportClaim(claim)))

    assert "Cannot be checked · C001" in words
    assert "It counts measures; the record follows programs." in words


@pytest.mark.parametrize(
    ("stated", "words"),
    [
        (40, "115 of 310 measures are 37.1 %, not 40 %."),
        (37, "115 of 310 measures are 37.1 %, as stated."),
        (None, "115 of 310 measures are 37.1 %."),
    ],
)
def test_the_own_sum_of_the_speaker_stands_beside_what_was_stated(draw, stated, words):
    claim = a_mark(stated or 40, unit="percent_of_measures").check
    sum_found = Arithmetic(
        done=Fraction(115),
        of=Fraction(310),
        unit=Unit.MEASURES,
        done_claim=claim.claim,
        of_claim=None,
        stated=Span(Fraction(stated), Fraction(stated)) if stated else None,
    )

    assert words in words_of(draw(ReportClaim(claim, (sum_found,))))


def test_many_claims_go_on_over_pages_and_no_word_leaves_them(draw):
    mark = a_mark(70, unit="percent_of_measures", claimant=LONG_TITLE)

    pages = draw(*[ReportClaim(mark.check)] * 60)

    assert len(pages) > 2
    assert words_of(pages).count("Cannot be checked · C001") == 60
    assert [label.text for page in pages for label in too_long(page)] == []
