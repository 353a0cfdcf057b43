"""``flask report`` as people type it."""

import json
import tempfile
from hashlib import sha256

import pytest

from tests.factories import a_report, day
from tests.reporting.a_record import filled
from tracker.domain.changes import Add, Origin
from tracker.services import door
from tracker.services.door import Author

__all__ = ["filled"]


@pytest.fixture
def folder(tmp_path, filled):
    return tmp_path / "out"


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_report_writes_charts_and_a_workbook(flask, folder):
    done = flask(
        "report", "--plan", "TEST2021", "--as-of", "2023-12-31", "--out", str(folder)
    )

    assert done.exit_code == 0
    written = names(folder)
    assert "TEST2021-stages-2023-12-31-r1.png" in written
    assert "TEST2021-stages-2023-12-31-r1.svg" in written
    assert "TEST2021-progress-2023-12-31-r1.xlsx" in written
    assert "TEST2021-report-2023-12-31-r1.pdf" in written
    told = [name for name in written if str(folder / name) in done.output]
    assert sorted({*told, "manifest.json"}) == written


def test_the_same_call_gives_the_same_bytes(flask, folder):
    call = ("report", "--as-of", "2023-12-31", "--out", str(folder))
    flask(*call)
    before = {name: (folder / name).read_bytes() for name in names(folder)}

    flask(*call)

    assert {name: (folder / name).read_bytes() for name in names(folder)} == before


def test_a_program_may_read_what_was_written(flask, folder):
    done = flask("report", "--format", "svg", "--out", str(folder), "--json")

    files = json.loads(done.output)["files"]
    assert len(files) == len(names(folder)) - 1  # and the manifest
    for file in files:
        content = (folder / file["path"].rpartition("/")[2]).read_bytes()
        assert file["bytes"] == len(content)
        assert file["sha256"] == sha256(content).hexdigest()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--plan", "NOPE"), "No plan has the code “NOPE”."),
        (("--as-of", "2023-13-01"), "There is no such date as 2023-13-01."),
        (("--reading", "loud"), "“loud” is not a reading."),
        (("--format", "gif"), "'gif' is not one of"),
    ],
    ids=["plan", "date", "reading", "format"],
)
def test_a_bad_call_is_refused_in_a_sentence_and_writes_nothing(
    flask, folder, words, sentence
):
    done = flask("report", *words, "--out", str(folder))

    assert done.exit_code == 2
    assert sentence in done.output
    assert not folder.exists()


def test_an_empty_record_says_what_to_do(flask, tmp_path):
    done = flask("report", "--out", str(tmp_path / "out"))

    assert done.exit_code == 2
    assert "The record is empty." in done.output


def test_a_folder_that_cannot_be_made_is_told(flask, filled, tmp_path):
    in_the_way = tmp_path / "file"
    in_the_way.write_text("not a folder")

    done = flask("report", "--format", "svg", "--out", str(in_the_way / "out"))

    assert done.exit_code == 2
    assert "cannot be made" in done.output


def write(flask, folder):
    """The stages chart and the workbook, as a manifest notes them."""
    done = flask(
        *("report", "--plan", "TEST2021", "--as-of", "2023-12-31"),
        *("--format", "svg", "--format", "xlsx", "--out", str(folder)),
    )
    assert done.exit_code == 0


def findings(flask, folder):
    done = flask("report", "--check", "--out", str(folder), "--json")
    files = json.loads(done.output)["files"]
    found = {file["path"].rpartition("/")[2]: file["finding"] for file in files}
    return done.exit_code, found


def test_a_check_makes_everything_again_and_finds_the_same(flask, folder):
    write(flask, folder)

    code, found = findings(flask, folder)

    assert code == 0
    assert set(found.values()) == {"same"}
    assert len(found) == len(names(folder)) - 1


def test_a_check_still_finds_the_same_when_the_record_has_moved_on(flask, folder):
    write(flask, folder)
    door.enter(
        [Add(a_report("", program="TEST2021-02", dated="2023-03-01"))],
        Author("Test", Origin.FORM),
        "One more",
        day("2026-01-01"),
    )

    _, found = findings(flask, folder)

    assert found["TEST2021-stages-2023-12-31-r1.svg"] == "same"
    assert found["TEST2021-history-2023-12-31-r1.svg"] == "same"


def test_a_check_tells_what_is_gone_and_what_was_touched(flask, folder):
    write(flask, folder)
    (folder / "TEST2021-stages-2023-12-31-r1.svg").unlink()
    (folder / "TEST2021-history-2023-12-31-r1.svg").write_text("touched")

    code, found = findings(flask, folder)

    assert code == 1
    assert found["TEST2021-stages-2023-12-31-r1.svg"] == "missing"
    assert found["TEST2021-history-2023-12-31-r1.svg"] == "touched"


@pytest.mark.parametrize(
    ("manifest", "sentence"),
    [
        (None, "No report was written into"),
        ("{", "is not a manifest of reports."),
        ("[]", "is not a manifest of reports."),
        ('{"files": {"a.svg": {}}}', "is not a manifest of reports."),
    ],
    ids=["none", "torn", "another", "without what was asked"],
)
def test_a_check_without_a_manifest_says_what_to_do(flask, folder, manifest, sentence):
    folder.mkdir()
    if manifest is not None:
        (folder / "manifest.json").write_text(manifest)

    done = flask("report", "--check", "--out", str(folder))

    assert done.exit_code == 2
    assert sentence in done.output


def test_charts_of_twice_the_size_stand_beside_the_others_and_can_be_checked(
    flask, folder
):
    call = ("report", "--plan", "TEST2021", "--as-of", "2023-12-31", "--format", "png")
    flask(*call, "--out", str(folder))
    flask(*call, "--scale", "2", "--out", str(folder))

    small, large = (
        (folder / f"TEST2021-stages-2023-12-31-r1{scale}.png").read_bytes()
        for scale in ("", "@2x")
    )

    assert width_of(large) == 2 * width_of(small)
    code, found = findings(flask, folder)
    assert (code, set(found.values())) == (0, {"same"})


def width_of(png):
    """The pixels across, as the header of the picture has them."""
    return int.from_bytes(png[16:20], "big")


def test_no_other_size_is_made(flask, folder):
    done = flask("report", "--scale", "3", "--out", str(folder))

    assert done.exit_code == 2
    assert not folder.exists()


def test_each_chart_comes_as_a_pdf_of_its_own_and_can_be_checked(flask, folder):
    day = ("--as-of", "2023-12-31")
    flask("report", *day, "--format", "charts-pdf", "--out", str(folder))

    written = names(folder)
    done = flask("report", "--check", "--out", str(folder), "--json")

    assert "TEST2021-history-2023-12-31-r1.pdf" in written
    assert not any("-report-" in name for name in written)
    assert all(
        (folder / name).read_bytes().startswith(b"%PDF")
        for name in written
        if name.endswith(".pdf")
    )
    assert {file["finding"] for file in json.loads(done.output)["files"]} == {"same"}


def test_what_is_no_manifest_stops_a_report_before_anything_is_written(flask, folder):
    folder.mkdir()
    (folder / "manifest.json").write_text("{")

    done = flask("report", "--format", "svg", "--out", str(folder))

    assert done.exit_code == 2
    assert "is not a manifest of reports." in done.output
    assert names(folder) == ["manifest.json"]


def test_a_disk_that_fills_up_in_the_middle_leaves_no_file_behind(
    flask, folder, monkeypatch
):
    write(flask, folder)
    before = {name: (folder / name).read_bytes() for name in names(folder)}
    made, asked = tempfile.NamedTemporaryFile, []

    def fourth_finds_no_room(**options):
        asked.append(options)
        if len(asked) > 3:
            raise OSError(28, "No space left on device")
        return made(**options)

    monkeypatch.setattr("tempfile.NamedTemporaryFile", fourth_finds_no_room)
    done = flask("report", "--format", "png", "--out", str(folder))

    assert done.exit_code == 2
    assert "No space left on device" in done.output
    assert {name: (folder / name).read_bytes() for name in names(folder)} == before
