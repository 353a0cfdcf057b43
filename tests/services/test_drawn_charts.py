"""Charts kept in a folder: drawn once for all processes, and again when need be."""

import multiprocessing
import threading

import pytest

from tests.database import a_bare_app
from tests.factories import a_report, a_view, day
from tests.reporting.a_record import filled
from tracker.domain.changes import Add, Origin
from tracker.services import charts, door, drawing_code
from tracker.services.charts import Audience, chart, kept_size
from tracker.services.door import Author
from tracker.services.wanted_chart import Wanted

__all__ = ["filled"]

PROCESSES = multiprocessing.get_context("spawn")
WANTED = Wanted(name="stages", view=a_view("2023-12-31"), plan="TEST2021")
SECONDS = 60


@pytest.fixture
def folder(tmp_path, filled, monkeypatch):
    """A folder for pictures, in a program whose code does not change."""
    monkeypatch.setattr(charts, "drawing_code", lambda: "code of the test")
    return tmp_path / "drawn"


@pytest.fixture
def drawn(monkeypatch):
    """What was drawn, a line each."""
    lines, draw = [], charts._draw

    def tell(wanted, audience):
        lines.append(wanted.format)
        return draw(wanted, audience)

    monkeypatch.setattr(charts, "_draw", tell)
    return lines


def ask_anew(folder, wanted=WANTED):
    """Ask as another process would, that has nothing in memory."""
    charts._pictures.clear()
    return chart(wanted, Audience(), folder)


def test_a_picture_outlives_the_memory(folder, drawn):
    first = ask_anew(folder)

    again = ask_anew(folder)

    assert again == first
    assert drawn == ["svg"]


def test_a_spoilt_picture_is_drawn_again(folder, drawn):
    first = ask_anew(folder)
    (file,) = folder.iterdir()
    file.write_bytes(file.read_bytes()[:-7])

    again = ask_anew(folder)

    assert again == first
    assert drawn == ["svg", "svg"]
    assert ask_anew(folder) == first
    assert len(drawn) == 2


def test_a_record_that_moved_gives_another_picture(folder, drawn):
    first = ask_anew(folder)
    door.enter(
        [Add(a_report("", program="TEST2021-02", dated="2023-03-01"))],
        Author("Test", Origin.FORM),
        "One more",
        day("2026-01-01"),
    )

    changed = ask_anew(folder)

    assert changed.etag != first.etag
    assert changed.filename.endswith("-r2.svg")
    assert len(drawn) == 2


def test_other_code_draws_anew(folder, drawn, monkeypatch):
    ask_anew(folder)
    monkeypatch.setattr(charts, "drawing_code", lambda: "newer code")

    ask_anew(folder)

    assert len(drawn) == 2


def test_code_that_does_not_run_here_keeps_no_file(folder, drawn, monkeypatch):
    monkeypatch.setattr(charts, "drawing_code", lambda: None)

    ask_anew(folder)

    assert not folder.exists()


def test_what_moved_while_it_was_drawn_is_given_but_not_kept(folder, monkeypatch):
    draw = charts._draw

    def move_and_draw(wanted, audience):
        door.enter(
            [Add(a_report("", program="TEST2021-02", dated="2023-03-01"))],
            Author("Test", Origin.FORM),
            "One more",
            day("2026-01-01"),
        )
        return draw(wanted, audience)

    monkeypatch.setattr(charts, "_draw", move_and_draw)

    picture = ask_anew(folder)

    assert picture.content.startswith(b"<svg")
    assert list(folder.iterdir()) == []


def test_the_size_of_a_picture_that_another_process_drew_is_known(folder):
    picture = ask_anew(folder)

    charts._pictures.clear()

    assert kept_size(WANTED, Audience(), folder) == len(picture.content)
    assert kept_size(WANTED, Audience()) is None


def test_without_a_folder_pictures_are_kept_in_memory(filled, drawn):
    charts._pictures.clear()

    first = chart(WANTED, Audience())

    assert chart(WANTED, Audience()) is first
    assert drawn == ["svg"]


def ask_four_times(url, folder, told, everybody):
    """Be one of two processes that are each asked four times at once."""
    draw = charts._draw

    def tell(wanted, audience):
        told.put("drawn")
        return draw(wanted, audience)

    charts._draw = tell
    charts.drawing_code = lambda: "code of the test"
    app = a_bare_app(folder, url)

    def ask():
        with app.app_context():
            everybody.wait(SECONDS)
            told.put(chart(WANTED, Audience(), folder).etag)

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(SECONDS)


def test_eight_who_ask_two_processes_at_once_have_it_drawn_once(app, folder):
    told, everybody = PROCESSES.Queue(), PROCESSES.Barrier(8)
    url = app.config["SQLALCHEMY_DATABASE_URI"]
    arguments = (url, folder, told, everybody)
    processes = [
        PROCESSES.Process(target=ask_four_times, args=arguments) for _ in range(2)
    ]

    for process in processes:
        process.start()
    answers = [told.get(timeout=SECONDS) for _ in range(9)]
    for process in processes:
        process.join(SECONDS)

    assert answers.count("drawn") == 1
    assert len(set(answers)) == 2  # the word, and the tag that all eight got
    assert told.empty()


def test_the_mark_of_the_code_changes_with_every_file(tmp_path, monkeypatch):
    source = tmp_path / "code" / "a.py"
    source.parent.mkdir()
    monkeypatch.setattr(drawing_code, "PACKAGE", source.parent)
    monkeypatch.setattr(drawing_code, "LOADED_AT", float("inf"))
    marks = []
    for text in ("a = 1", "a = 2", "a = 1"):
        source.write_text(text)
        marks.append(drawing_code.drawing_code.__wrapped__())

    assert marks[0] == marks[2] != marks[1]


def test_code_that_came_after_the_process_began_has_no_mark(tmp_path, monkeypatch):
    (tmp_path / "a.py").write_text("a = 1")
    monkeypatch.setattr(drawing_code, "PACKAGE", tmp_path)
    monkeypatch.setattr(drawing_code, "LOADED_AT", 0.0)

    assert drawing_code.drawing_code.__wrapped__() is None
