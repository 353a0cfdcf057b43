"""Explained change: the steps drawn are the parts, and they add up."""

from dataclasses import replace
from fractions import Fraction

import pytest

from tests.factories import a_plan, a_view
from tests.reporting.scenes import LONG_TITLE, a_frame, boxes_named, labels_outside
from tests.reporting.scenes import words_of as words_in
from tests.states import a_state
from tracker.domain.explained_change import Situation, explain_change
from tracker.domain.program import Title
from tracker.domain.scores import RULES
from tracker.domain.views import SHOWN
from tracker.reporting.change import Change, describe_change, table_of_change
from tracker.reporting.change_drawing import draw_change
from tracker.reporting.finding import Finding
from tracker.reporting.frame import Frame, footer
from tracker.reporting.language import ENGLISH
from tracker.reporting.links import no_address
from tracker.reporting.render import to_png, to_svg

RULE, NEW_RULE = RULES["strict.v1"], RULES["thirds.v1"]
EARLIER, LATER = a_view("2023-04-30", "2023-04-30"), a_view("2023-12-31")


def states(*stages):
    return {f"TEST2021-{n:02}": a_state(stage) for n, stage in enumerate(stages, 1)}


def a_change(before, corrected, after, **more):
    """Programs by stage, before, corrected, and after; by the strict rule."""
    sides = (states(*before), states(*corrected), states(*after))
    new_rule = more.get("new_rule", RULE)
    situation = Situation(
        before=sides[0], corrected=sides[1], after=sides[2], reread=sides[2]
    )
    wanted = {
        "plan": a_plan(),
        "earlier": EARLIER,
        "later": LATER,
        "rule": RULE,
        "new_rule": new_rule,
        "explained": explain_change(situation, RULE, new_rule),
        **more,
    }
    return Change(**wanted)


def some_change(**more):
    """Of four programs two were done; one is corrected away, one left, two are new."""
    done, begun = "completed", "in_progress"
    return a_change(
        (done, done, begun, begun),
        (done, begun, begun, begun, begun),
        (done, done, done, begun, begun),
        **more,
    )


def nothing_moved():
    return a_change(("completed", ""), ("completed", ""), ("completed", ""))


def no_programs():
    return a_change((), (), (), has_items=False)


def plain(text):
    return text.replace("\N{NO-BREAK SPACE}", " ")


def spans(change, kind):
    """The bars of a kind, as from where to where they go."""
    drawn = boxes_named(draw_change(change, a_frame()), kind)
    return [(pytest.approx(left), pytest.approx(right)) for left, _, right, _ in drawn]


def test_each_bar_begins_where_the_last_one_ended():
    change = some_change()

    # 2 of 4; one corrected: 1 of 4; a fifth entered: 1 of 5; two completed: 3 of 5.
    assert spans(change, "whole") == [(0, 0.5), (0, 0.6)]
    assert spans(change, "fall") == [(0.25, 0.5), (0.2, 0.25)]
    assert spans(change, "rise") == [(0.2, 0.6)]


def test_the_bars_add_up_to_the_difference():
    change = some_change(new_rule=NEW_RULE)
    figure = draw_change(change, a_frame())
    widths = {
        kind: sum(right - left for left, _, right, _ in boxes_named(figure, kind))
        for kind in ("rise", "fall")
    }

    added = widths["rise"] - widths["fall"]
    assert added == pytest.approx(float(change.explained.difference))
    assert sum(change.explained.parts.values()) == change.explained.difference


def test_the_table_holds_what_the_bars_show():
    table = table_of_change(some_change(), ENGLISH)

    assert [tuple(plain(str(cell)) for cell in row) for row in table.rows] == [
        ("30 April 2023, known on 30 April 2023", "None", "50 %", "None"),
        ("Correction of the record", "-25.0", "25 %", "1"),
        ("Items that entered or left", "-5.0", "20 %", "1"),
        ("Real change", "40.0", "60 %", "2"),
        ("Another rule or reading", "0.0", "60 %", "0"),
        ("31 December 2023, as known today", "None", "60 %", "None"),
    ]
    assert table.numeric == {1, 2, 3}


def test_every_step_has_its_figure_beside_it_with_a_sign():
    words = [plain(text) for text in words_in(draw_change(some_change(), a_frame()))]

    figures = iter(words)
    for figure in ("50 %", "−25", "−5", "+40", "0", "60 %"):
        assert figure in figures


@pytest.mark.parametrize(
    ("change", "title"),
    [
        (some_change(), "From 50 % to 60 %, above all by real change"),
        (
            a_change(("",), ("",), ("completed",)),
            "From 0 % to 100 %, all by real change",
        ),
        (nothing_moved(), "No change: 50 %"),
        (no_programs(), "No program is in this plan yet."),
    ],
    ids=["several causes", "one cause", "none", "no programs"],
)
def test_the_title_states_the_finding(change, title):
    assert plain(describe_change(change, ENGLISH).title) == title


def test_the_sentence_tells_every_part_and_their_sum():
    sentence = plain(describe_change(some_change(), ENGLISH).sentence)

    assert "correction of the record −25, items that entered or left −5" in sentence
    assert sentence.endswith("another rule or reading 0; together +10.")


def test_the_footer_names_an_earlier_revision_only_where_it_is_another():
    now, then = a_view("2023-12-31", revision=3), a_view("2023-06-30", revision=3)

    same = footer(Frame(view=now, earlier=then, revision=3))
    other = footer(Frame(view=now, earlier=replace(then, revision=2), revision=3))

    assert same.count("revision") == 1
    assert "revision 2" in other


def test_the_footer_tells_both_views():
    frame = a_frame(earlier=EARLIER.read_as(SHOWN), rule="strict.v1")

    words = plain(footer(frame))

    assert words.startswith(
        "Since 30 April 2023, known on 30 April 2023 · figures as shown → said · "
        "As of 31 December 2023"
    )
    assert words.endswith("rule strict.v1 · revision 7")


def test_the_same_change_gives_the_same_bytes():
    def drawn():
        svg = to_svg(
            draw_change(some_change(), a_frame()),
            "change",
            Finding("Test", "Test"),
            no_address,
        )
        return svg, to_png(draw_change(some_change(), a_frame()), 1)

    assert drawn() == drawn()


@pytest.mark.parametrize("width", [960, 390])
@pytest.mark.parametrize(
    "change",
    [
        some_change(new_rule=NEW_RULE),
        some_change(plan=replace(a_plan(), title=Title(LONG_TITLE))),
        a_change(("completed",), ("completed",), ("completed",)),
        nothing_moved(),
        no_programs(),
    ],
    ids=["rule", "long title", "all", "nothing moved", "no programs"],
)
def test_every_word_stands_on_the_sheet(change, width):
    assert labels_outside(draw_change(change, a_frame(width))) == []


def test_a_figure_of_nothing_is_a_flat_mark():
    change = a_change(("",), ("",), ("",))

    assert spans(change, "whole") == []
    assert change.explained.difference == Fraction()
