"""The pages of charts and reports, and the files they offer."""

import re
import time

import pytest

from tests.reporting.a_record import filled

__all__ = ["filled"]
VIEW = "plan=TEST2021&as_of=2023-12-31"
TIME = re.compile(r'<time datetime="([^"]*)">([^<]*)</time>')


@pytest.fixture
def client(app, filled):
    return app.test_client()


@pytest.mark.parametrize(
    ("format", "mimetype"),
    [
        ("svg", "image/svg+xml"),
        ("png", "image/png"),
        ("pdf", "application/pdf"),
    ],
)
def test_a_chart_is_served_under_a_name_that_says_what_it_is(client, format, mimetype):
    answer = client.get(f"/charts/stages.{format}?{VIEW}")

    assert answer.status_code == 200
    assert answer.mimetype == mimetype
    name = f"TEST2021-stages-2023-12-31-r1.{format}"
    assert answer.headers["Content-Disposition"] == f'inline; filename="{name}"'


def test_a_chart_the_browser_has_is_not_sent_again(client):
    tag = client.get(f"/charts/stages.svg?{VIEW}").headers["ETag"]

    again = client.get(f"/charts/stages.svg?{VIEW}", headers={"If-None-Match": tag})

    assert again.status_code == 304
    assert again.data == b""


def test_the_bars_lead_to_their_sectors_in_the_same_view(client):
    text = client.get(f"/charts/stages.svg?{VIEW}").text

    assert 'href="/sectors/energy?plan=TEST2021&amp;as_of=2023-12-31"' in text


def test_links_keep_the_language(client):
    text = client.get(f"/ru/charts/stages.svg?{VIEW}").text

    assert 'href="/ru/sectors/energy?' in text


def test_the_page_of_a_chart_has_picture_sentence_table_and_downloads(client):
    text = client.get(f"/charts/history?{VIEW}").text

    assert "<svg " in text
    assert "higher for 1 of 2 programs" in text
    assert re.search(r'<th scope="row" class="nowrap">TEST2021-01</th>', text)
    assert "=Test &amp; program &lt;1&gt;" in text
    assert "/charts/history.pdf?" in text
    assert "/charts/history.png?" in text


@pytest.mark.parametrize(("name", "column"), [("progress", 0), ("slips", 3)])
def test_the_dates_of_a_chart_stand_in_words_beside_it(client, name, column):
    page = client.get(f"/charts/{name}?{VIEW}").text
    rows = client.get(f"/charts/{name}.json?{VIEW}").json["rows"]

    table = page[page.index("<tbody>") : page.index("</tbody>")]
    told = TIME.findall(table)
    assert {row[column] for row in rows} <= {iso for iso, _ in told}
    assert not [words for iso, words in told if iso == words and len(iso) > 4]


@pytest.mark.parametrize(
    ("address", "status", "sentence"),
    [
        ("/charts/nothing.svg", 404, "There is no chart “nothing”."),
        ("/charts/nothing", 404, "There is no chart “nothing”."),
        ("/charts/stages.gif", 404, "not as “gif”."),
        ("/charts/stages.svg?plan=NOPE", 400, "No plan has the code “NOPE”."),
        ("/charts/stages.svg?as_of=2023-13-01", 400, "There is no such date"),
        ("/charts/stages.svg?width=12", 400, "pixels wide"),
        ("/charts/stages.svg?scale=9", 400, "is 1 or 2"),
        ("/reports/progress.xlsx?plan=NOPE", 400, "No plan has the code “NOPE”."),
    ],
)
def test_what_there_is_not_is_told_in_a_sentence(client, address, status, sentence):
    answer = client.get(address)

    assert answer.status_code == status
    assert sentence in answer.text
    assert "This page comes as" not in answer.text, "a picture is no page as data"


def test_the_reports_of_a_view_name_their_format_and_size(client):
    text = client.get(f"/reports?{VIEW}").text

    assert re.search(r"Excel, \d+\s?kB", text.replace("\N{NO-BREAK SPACE}", " "))
    assert 'download="TEST2021-progress-2023-12-31-r1.xlsx"' in text


def test_the_progress_report_is_a_workbook_to_save(client):
    answer = client.get(f"/reports/progress.xlsx?{VIEW}")

    assert answer.data.startswith(b"PK")
    assert answer.headers["Content-Disposition"].startswith("attachment;")


def test_an_empty_record_serves_pages_that_say_what_to_do(app):
    client = app.test_client()

    assert client.get("/charts").status_code == 200
    assert client.get("/reports").status_code == 200
    assert "flask init" in client.get("/charts/stages.svg").text


def test_a_report_is_made_beside_the_requests_and_then_given(client):
    address = f"/reports/report.pdf?{VIEW}"

    first = client.get(address)
    answers = [first]
    for _ in range(600):
        if answers[-1].status_code == 200:
            break
        time.sleep(0.05)
        answers.append(client.get(address))

    assert first.status_code == 202
    assert first.headers["Refresh"] == "1"
    assert "<progress" in first.text
    last = answers[-1]
    assert last.status_code == 200
    assert last.data.startswith(b"%PDF")
    name = 'inline; filename="TEST2021-report-2023-12-31-r1.pdf"'
    assert last.headers["Content-Disposition"] == name


def test_a_report_on_a_plan_there_is_not_is_never_begun(client):
    assert client.get("/reports/report.pdf?plan=NOPE").status_code == 400
