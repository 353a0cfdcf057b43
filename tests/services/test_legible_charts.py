"""Every chart of the real record is legible in any language: nothing cut, no overlap.

The words are made longer here than they are in any language we speak.
"""

import re

import pytest

from tests.factories import a_view
from tests.reporting.scenes import labels_outside, labels_touching, words_of
from tracker.reporting.language import ENGLISH, Language
from tracker.services.chart_list import CHARTS
from tracker.services.charts import frame_of, gathered
from tracker.services.wanted_chart import Wanted

# A word of a sentence, but not the name of a place that is filled.
WORD = re.compile(r"(?<![%(\w])[A-Za-z]{4,}(?![\w)]*\))")
YEAR = re.compile(r"20\d\d")


def lengthened(text):
    """The words of a message, more than a third longer."""
    return WORD.sub(lambda word: word[0] + "щ" * max(1, round(len(word[0]) / 3)), text)


LONG = Language(
    "en",
    "ru",
    gettext=lengthened,
    ngettext=lambda one, many, count: lengthened(one if count == 1 else many),
)


@pytest.fixture
def real_record(real_app):
    """The record that comes with the tracker."""
    with real_app.app_context():
        yield


@pytest.mark.usefixtures("real_record")
@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize("width", [960, 390])
@pytest.mark.parametrize("language", [ENGLISH, LONG], ids=["English", "long words"])
@pytest.mark.parametrize("as_of", ["2021-02-01", "2026-11-21"])
def test_nothing_is_cut_off_and_no_words_overlap(name, width, language, as_of):
    wanted = Wanted(name=name, view=a_view(as_of), width=width)
    found = gathered(wanted)

    figure = CHARTS[name].draw(found.values, frame_of(wanted, found.asked, language))

    assert labels_outside(figure) == []
    assert labels_touching(figure) == []
    assert [text for text in words_of(figure) if text.endswith("…")] == []


@pytest.mark.usefixtures("real_record")
@pytest.mark.parametrize("name", ["history", "slips", "forecast"])
@pytest.mark.parametrize("width", [960, 390])
@pytest.mark.parametrize("as_of", ["2033-12-31", "2040-12-31"])
def test_many_years_on_an_axis_do_not_crowd_one_another(name, width, as_of):
    wanted = Wanted(name=name, plan="UP2021", view=a_view(as_of), width=width)
    found = gathered(wanted)

    figure = CHARTS[name].draw(found.values, frame_of(wanted, found.asked, ENGLISH))

    assert labels_touching(figure) == []


@pytest.mark.usefixtures("real_record")
@pytest.mark.parametrize("as_of", ["2026-12-31", "2029-12-31", "2040-12-31"])
def test_a_history_however_long_names_years(as_of):
    wanted = Wanted(name="history", plan="UP2021", view=a_view(as_of), width=390)
    found = gathered(wanted)

    figure = CHARTS["history"].draw(
        found.values, frame_of(wanted, found.asked, ENGLISH)
    )

    assert len([text for text in words_of(figure) if YEAR.fullmatch(text)]) > 2
