"""Settings: read from the environment, refused with a sentence."""

import pytest

from tracker import config
from tracker.config import ROOT, SETTINGS, environment, read_settings
from tracker.domain.errors import BadInput


def test_every_setting_has_a_readable_default_and_words_for_people():
    for setting in SETTINGS:
        setting.read(setting.default)

        assert setting.name.startswith("TRACKER_")
        assert setting.help.endswith(".")


def test_defaults_stand_where_nothing_is_set():
    settings = read_settings({}, {})

    assert settings["TRACKER_PORT"] == 8000
    assert settings["TRACKER_UPLOAD_LIMIT"] == 2 * 1024 * 1024
    assert settings["TRACKER_INSTANCE"] == ROOT / "instance"
    assert settings["TRACKER_TRUSTED_HOSTS"] == ["localhost", "127.0.0.1"]


def test_the_environment_goes_before_the_default_and_an_override_before_both():
    environment = {"TRACKER_PORT": "8001", "TRACKER_WORKERS": "3"}

    settings = read_settings(environment, {"TRACKER_PORT": 8002})

    assert settings["TRACKER_PORT"] == 8002
    assert settings["TRACKER_WORKERS"] == 3


def test_an_empty_variable_counts_as_left_out():
    assert read_settings({"TRACKER_PORT": ""}, {})["TRACKER_PORT"] == 8000


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("TRACKER_UPLOAD_LIMIT", "500 KiB", 512_000),
        ("TRACKER_UPLOAD_LIMIT", "1000", 1000),
        ("TRACKER_UPLOAD_LIMIT", "3mib", 3 * 1024 * 1024),
        ("TRACKER_SECURE_COOKIES", "Yes", True),
        ("TRACKER_SECURE_COOKIES", "0", False),
        ("TRACKER_TRUSTED_HOSTS", "a.example , b.example,", ["a.example", "b.example"]),
    ],
)
def test_texts_become_values(name, text, value):
    assert read_settings({name: text}, {})[name] == value


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("TRACKER_PORT", "abc"),
        ("TRACKER_PORT", "0"),
        ("TRACKER_PORT", "65536"),
        ("TRACKER_WORKERS", "-1"),
        ("TRACKER_UPLOAD_LIMIT", "two"),
        ("TRACKER_UPLOAD_LIMIT", "2 GiB"),
        ("TRACKER_SECURE_COOKIES", "perhaps"),
    ],
)
def test_a_bad_text_is_refused_with_its_name_and_a_good_form(name, text):
    with pytest.raises(BadInput) as refused:
        read_settings({name: text}, {})

    sentence = str(refused.value)
    assert name in sentence
    assert text in sentence
    assert "Give " in sentence


def test_the_env_file_counts_where_the_environment_says_nothing(tmp_path, monkeypatch):
    (tmp_path / ".env").write_text("TRACKER_PORT=8001\nTRACKER_WORKERS=3\n")
    monkeypatch.setattr(config, "ROOT", tmp_path)
    monkeypatch.setenv("TRACKER_PORT", "8002")
    monkeypatch.delenv("TRACKER_WORKERS", raising=False)

    read = environment()

    assert (read["TRACKER_PORT"], read["TRACKER_WORKERS"]) == ("8002", "3")
