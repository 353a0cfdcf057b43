"""The page of the reports: since which day they tell what changed."""

import io
import time
from datetime import datetime

import openpyxl
import pytest

from tests.reporting.a_record import filled

__all__ = ["filled"]
VIEW = "plan=TEST2021&as_of=2023-12-31"
SINCE = f"{VIEW}&since=2023-01-31"
BAD = [
    ("2023-10", "names no day."),
    ("2023-02-30", "There is no such date as 2023-02-30."),
    ("soon", "“soon” is not a date."),
    ("1999-01-01", "is outside the record."),
    ("2024-01-01", "Nothing lies between 2024-01-01 and 2023-12-31."),
]


@pytest.fixture
def client(app, filled):
    return app.test_client()


def test_the_page_says_since_when_and_keeps_a_chosen_day_in_its_links(client):
    usual = client.get(f"/reports?{VIEW}").text
    chosen = client.get(f"/reports?{SINCE}").text

    assert 'datetime="2023-10-02"' in usual
    assert "since=" not in usual
    assert 'datetime="2023-01-31"' in chosen
    assert 'name="since"' in chosen
    assert 'value="2023-01-31"' in chosen
    query = "plan=TEST2021&amp;as_of=2023-12-31&amp;since=2023-01-31"
    for path in ("/reports/report.pdf", "/reports/progress.xlsx", "/charts/change"):
        assert f'href="{path}?{query}"' in chosen
    name = "TEST2021-progress-2023-12-31-r1-since-2023-01-31.xlsx"
    assert f'download="{name}"' in chosen
    assert 'href="/charts/stages?plan=TEST2021&amp;as_of=2023-12-31"' in chosen


def test_an_empty_day_is_the_usual_one(client):
    answer = client.get(f"/reports?{VIEW}&since=", follow_redirects=True)

    assert answer.status_code == 200
    assert 'datetime="2023-10-02"' in answer.text


@pytest.mark.parametrize(("since", "sentence"), BAD)
def test_a_wrong_day_is_told_at_its_field_and_kept(client, since, sentence):
    answer = client.get(f"/reports?{VIEW}&since={since}")

    assert answer.status_code == 422
    assert "<title>Error: Reports" in answer.text
    assert 'href="#view-since"' in answer.text
    assert 'aria-describedby="view-since-error"' in answer.text
    assert f'value="{since}"' in answer.text
    assert answer.text.count(sentence) == 2  # in the summary and at the field


@pytest.mark.parametrize("path", ["/reports/progress.xlsx", "/reports/report.pdf"])
@pytest.mark.parametrize(("since", "sentence"), BAD)
def test_no_file_is_made_of_a_wrong_day(client, path, since, sentence):
    answer = client.get(f"{path}?{VIEW}&since={since}")

    assert answer.status_code == 400
    assert sentence in answer.text


def test_the_workbook_tells_what_changed_since_the_day(client):
    told = []
    for query in (VIEW, SINCE):
        answer = client.get(f"/reports/progress.xlsx?{query}")
        page = openpyxl.load_workbook(io.BytesIO(answer.data))["Changes"]
        told.append((page["A1"].value, page["A3"].value))

    assert told == [
        (
            "Reported after 2023-10-02, up to 2023-12-31",
            "Nothing was reported in that time.",
        ),
        ("Reported after 2023-01-31, up to 2023-12-31", datetime(2023, 2, 1)),  # noqa: DTZ001 - a cell
    ]


def test_the_pdf_of_a_period_is_made_and_named_by_it(client):
    address = f"/reports/report.pdf?{SINCE}"
    first = client.get(address)
    answer = first
    for _ in range(600):
        if answer.status_code == 200:
            break
        time.sleep(0.05)
        answer = client.get(address)

    assert first.status_code == 202
    assert f"/reports?{SINCE}".replace("&", "&amp;") in first.text
    name = "TEST2021-report-2023-12-31-r1-since-2023-01-31.pdf"
    assert name in answer.headers["Content-Disposition"]


def test_an_empty_record_takes_a_wrong_day_calmly(app):
    assert app.test_client().get("/reports?since=soon").status_code == 422
