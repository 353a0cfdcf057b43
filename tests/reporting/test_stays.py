"""Days in each stage: medians with their bounds, and plain words where few moved on."""

import pytest

from tests.reporting.scenes import (
    LONG_TITLE,
    a_frame,
    boxes_named,
    labels_outside,
    labels_touching,
    words_of,
)
from tracker.domain.program import Title
from tracker.domain.views import SAID
from tracker.domain.vocabulary import Stage
from tracker.reporting.language import ENGLISH, NO_BREAK, Language
from tracker.reporting.stays import (
    StayRow,
    Stays,
    StillThere,
    describe_stays,
    table_of_stays,
)
from tracker.reporting.stays_drawing import draw_stays

WIDTHS = pytest.mark.parametrize("width", [960, 390])
# As long as the words of any language we speak, and longer.
LONG_WORDS = {
    "Approved": "Согласовано и утверждено в установленном порядке",
    "%(count)s day": "%(count)s календарный день",
    "%(count)s days": "%(count)s календарных дней",
    "no median: fewer than half have moved on": (
        "медианы нет: дальше продвинулось менее половины из всех наблюдавшихся программ"
    ),
    "half have moved on": "половина программ перешла на следующую ступень",
    "(few moved on)": "(дальше продвинулись лишь немногие)",
}
LONG = Language(
    "ru",
    gettext=lambda text: LONG_WORDS.get(text, text),
    ngettext=lambda one, many, n: LONG_WORDS.get(many, many),
)


def still(*days):
    return tuple(StillThere(f"TEST2021-{d:02}", Title(LONG_TITLE), d) for d in days)


APPROVED = StayRow(
    stage=Stage.APPROVED,
    moved_count=20,
    left_count=1,
    still=still(500, 500, 900),
    median=370,
    low=195,
    high=631,
)
IN_PROGRESS = StayRow(
    stage=Stage.IN_PROGRESS,
    moved_count=6,
    left_count=0,
    still=still(40),
    median=760,
    low=340,
)
PARTLY_DONE = StayRow(
    stage=Stage.PARTLY_DONE, moved_count=3, left_count=2, still=still(9, 800, 1400)
)


def some_stays(*rows):
    return Stays(reading=SAID, rows=rows)


ALL = some_stays(APPROVED, IN_PROGRESS, PARTLY_DONE)
NONE = some_stays()


def plain(text):
    return text.replace(NO_BREAK, " ")


@pytest.mark.parametrize(
    ("rows", "title"),
    [
        (
            (APPROVED, IN_PROGRESS),
            "The stage “in progress” lasts longest: half stay for 760 days or more",
        ),
        (
            (APPROVED, IN_PROGRESS, PARTLY_DONE),
            "Of the stages that half have left, “in progress” lasts longest: 760 days",
        ),
        ((PARTLY_DONE,), "No stage has a median: fewer than half have moved on"),
        (
            (
                StayRow(
                    stage=Stage.AGREED, moved_count=1, left_count=0, still=(), median=1
                ),
            ),
            "By the few programs there are, half stay in the stage “agreed” for 1 day",
        ),
        ((), "No report that counts tells how long a stage lasted."),
    ],
    ids=["every median", "a median missing", "no median", "few", "nothing"],
)
def test_the_title_is_the_finding(rows, title):
    assert plain(describe_stays(some_stays(*rows), ENGLISH).title) == title


def test_the_sentence_tells_median_bounds_and_ends_of_every_stage():
    assert plain(describe_stays(ALL, ENGLISH).sentence) == (
        "Days until half had moved on, with those still there counted as long as they "
        "have been there: approved: 370 days (195 to 631), 24 stays: 20 moved on, 1 "
        "left the plan, 3 still there; in progress: 760 days (at least 340, end open), "
        "7 stays: 6 moved on, 0 left the plan, 1 still there; partly done: no median: "
        "fewer than half have moved on, 8 stays: 3 moved on, 2 left the plan, 3 still "
        "there (few moved on)."
    )


@WIDTHS
def test_every_row_says_its_numbers(width):
    words = plain(" ".join(words_of(draw_stays(ALL, a_frame(width)))))

    assert "370 days (195 to 631)" in words
    assert "24 stays: 20 moved on, 1 left the plan, 3 still there" in words
    assert "no median: fewer than half have moved on" in words
    assert "3 still there (few moved on)" in words


def test_a_tick_stands_at_the_days_of_each_program_still_there():
    figure = draw_stays(ALL, a_frame())

    middles = [(box[0] + box[2]) / 2 for box in boxes_named(figure, "approved")]
    assert middles == pytest.approx([500, 500, 900])
    assert "×2" in words_of(figure)


def test_the_scale_ends_beyond_everything_drawn():
    words = words_of(draw_stays(ALL, a_frame()))

    assert [w for w in ("1,250", "1,500", "1,750") if w in words] == ["1,250", "1,500"]


def test_the_table_has_a_row_a_stage():
    table = table_of_stays(ALL, ENGLISH)

    assert table.rows == (
        ("Approved", 370, 195, 631, 24, 20, 1, 3),
        ("In progress", 760, 340, None, 7, 6, 0, 1),
        ("Partly done", None, None, None, 8, 3, 2, 3),
    )


@WIDTHS
@pytest.mark.parametrize(
    "stays", [ALL, some_stays(APPROVED), NONE], ids=["some", "one", "none"]
)
@pytest.mark.parametrize("language", [ENGLISH, LONG], ids=["English", "long words"])
def test_every_word_stands_on_the_sheet(stays, width, language):
    figure = draw_stays(stays, a_frame(width, language=language))

    assert labels_outside(figure) == []


@WIDTHS
@pytest.mark.parametrize("language", [ENGLISH, LONG], ids=["English", "long words"])
def test_no_words_touch(width, language):
    figure = draw_stays(ALL, a_frame(width, language=language))

    assert labels_touching(figure) == []
