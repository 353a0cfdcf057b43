"""Forecast: interval and counts always shown, and none where too little is known."""

import pytest

from tests.reporting.scenes import a_frame, boxes_named, labels_outside, words_of
from tracker.domain.promises import PromiseRecord
from tracker.reporting.forecast import (
    Forecast,
    ForecastStep,
    Learnt,
    describe_forecast,
    table_of_forecast,
)
from tracker.reporting.forecast_drawing import draw_forecast
from tracker.reporting.language import ENGLISH

NO_BREAK = "\N{NO-BREAK SPACE}"
STEPS = (ForecastStep(400, 0.2, 0.1, 0.35), ForecastStep(1100, 0.25, 0.12, 0.4))
PROMISES = PromiseRecord(
    count=10,
    met_count=1,
    passed_count=6,
    ahead_count=3,
    moved_count=2,
    slip_days=(30, 365),
)
NOTHING = Learnt(completed_count=0, left_count=0, open_count=20)


def a_forecast(**more):
    said = more.pop("said", None) or Learnt(
        completed_count=5, left_count=10, open_count=5, completed=STEPS, left=STEPS
    )
    return Forecast(
        subject="TEST2021", said=said, shown=NOTHING, promises=PROMISES, **more
    )


def plain(text):
    return text.replace(NO_BREAK, " ")


def test_share_interval_and_counts_are_told():
    finding = describe_forecast(a_forecast(), ENGLISH)

    assert plain(finding.title) == (
        "Fewer than half were ever said to be completed: 25 %, the last after 36 months"
    )
    assert plain(finding.sentence) == (
        "Of 20 approved programs 5 are said to be completed, 10 left their plan and 5 "
        "are open. By day 1,100 after approval 25 % were completed; with this few "
        "programs it could as well have been 12 % to 40 %. Of 10 dates promised so far "
        "1 are known to be met, 6 passed without word and 3 lie ahead."
    )


def test_the_median_is_the_finding_where_half_were_completed():
    said = Learnt(
        completed_count=8, left_count=1, open_count=1, completed=STEPS, median=609
    )

    title = describe_forecast(a_forecast(said=said), ENGLISH).title

    assert title == "Half were said to be completed 20 months after approval"


def test_too_few_completions_give_no_forecast_and_say_why():
    said = Learnt(completed_count=2, left_count=0, open_count=5)

    finding = describe_forecast(a_forecast(said=said), ENGLISH)
    figure = draw_forecast(a_forecast(said=said), a_frame())

    assert finding.title == "No forecast: fewer than 5 completions are known"
    assert boxes_named(figure, "interval") == []
    assert "5 open" in words_of(figure)


def test_the_interval_is_drawn_from_low_to_high():
    figure = draw_forecast(a_forecast(), a_frame())

    ((_, low, _, high),) = boxes_named(figure, "interval")
    assert (low, high) == (0, 0.4)


def test_the_bars_are_as_long_as_their_counts():
    figure = draw_forecast(a_forecast(), a_frame())

    lengths = {
        words: boxes_named(figure, words)[0][2] - boxes_named(figure, words)[0][0]
        for words in ("completed", "left the plan", "open")
    }
    assert lengths["left the plan"] == pytest.approx(2 * lengths["open"])
    assert lengths["completed"] == pytest.approx(lengths["open"])


def test_the_table_has_a_row_a_step():
    table = table_of_forecast(a_forecast(), ENGLISH)

    assert [row[0] for row in table.rows] == [400, 1100]
    assert [plain(cell) for cell in table.rows[1][1:4]] == ["25 %", "12 %", "40 %"]


@pytest.mark.parametrize("width", [960, 390])
@pytest.mark.parametrize(
    "forecast",
    [
        a_forecast(open_days=(10, 400, 1500)),
        a_forecast(said=NOTHING),
        a_forecast(said=Learnt(completed_count=0, left_count=0, open_count=0)),
    ],
    ids=["a curve", "no curve", "nothing approved"],
)
def test_every_word_stands_on_the_sheet(forecast, width):
    assert labels_outside(draw_forecast(forecast, a_frame(width))) == []
