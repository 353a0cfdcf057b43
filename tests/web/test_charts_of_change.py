"""The picture of what moved: its two sides stand in the address and stay there."""

import pytest

from tests.web.reading import words_of_page

BETWEEN = "plan=TEST2021&as_of=2023-12-31"


def test_the_picture_is_named_after_both_sides(reader):
    sides = "since=2022-12-31&since_known_on=2023-01-31&since_revision=1"

    answer = reader.get(f"/charts/change.png?{BETWEEN}&{sides}")

    assert answer.mimetype == "image/png"
    assert answer.headers["Content-Disposition"].endswith(
        '-change-2023-12-31-r2-since-2022-12-31-known-2023-01-31-r1.png"'
    )


def test_another_earlier_side_is_another_picture(reader):
    pictures = {
        reader.get(f"/charts/change.svg?{BETWEEN}&{side}").data
        for side in ("since=2022-12-31", "since=2023-12-30", "since_rule=thirds.v1")
    }

    assert len(pictures) == 3


def test_the_page_of_the_picture_keeps_both_sides(reader):
    page = reader.get(f"/charts/change?{BETWEEN}&since=2023-12-31&since_revision=1")

    words = words_of_page(page)
    assert "From 60 % to 40 %, all by correction of the record" in words
    assert "Since 31 December 2023, revision 1" in words
    assert 'name="since" type="date" value="2023-12-31"' in page.text
    assert '<input type="hidden" name="since_revision" value="1">' in page.text
    assert "format=png" not in page.text
    assert "since=2023-12-31&amp;since_revision=1" in page.text


def test_the_change_page_shows_the_picture_of_its_own_sides(reader):
    page = reader.get(f"/change?{BETWEEN}&since=2022-12-31")

    assert 'id="chart-change"' in page.text
    assert "/charts/change.svg?" in page.text
    assert "since=2022-12-31" in page.text.split("/charts/change.svg?")[1][:90]


@pytest.mark.parametrize(
    ("words", "status", "sentence"),
    [
        ("since=2023-13-01", 400, "There is no such date"),
        ("since=2024-06-01", 400, "“Since” lies after “as of”."),
        ("since_known_on=soon", 400, "date"),
        ("since_reading=loud", 400, "is not a reading"),
        ("since_rule=best.v1", 400, "is no rule"),
        ("since_revision=99", 404, "There is no revision 99"),
    ],
)
@pytest.mark.parametrize("page", ["change", "change.svg"])
def test_a_side_that_cannot_be_is_refused_in_a_sentence(
    reader, page, words, status, sentence
):
    answer = reader.get(f"/charts/{page}?{BETWEEN}&{words}")

    assert answer.status_code == status
    assert sentence in answer.text


def test_other_charts_take_no_notice_of_an_earlier_side(reader):
    answer = reader.get(f"/charts/stages.svg?{BETWEEN}&since=2023-13-01")

    assert answer.status_code == 200
