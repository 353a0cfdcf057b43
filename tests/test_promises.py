"""What README, CONTRIBUTING and the requirements promise is so."""

import re
import tomllib
from importlib import metadata

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.source_code import ROOT
from tracker.config import SETTINGS

README = (ROOT / "README.md").read_text("utf-8")
CHANGELOG = (ROOT / "CHANGELOG.md").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
REQUIREMENTS = ("requirements.txt", "requirements-dev.txt")
FLASKS_OWN = {"routes", "run", "shell"}


def required(file):
    """The requirements that stand in *file* itself."""
    lines = (ROOT / file).read_text("utf-8").splitlines()
    return [Requirement(line) for line in lines if line and line[0] not in "#-"]


def test_readme_lists_every_setting_as_the_table_has_it():
    rows = [
        f"| `{setting.name}` | {setting.default and f'`{setting.default}`'} "
        f"| {setting.help} |"
        for setting in SETTINGS
    ]

    assert [line for line in README.splitlines() if "| `TRACKER_" in line] == rows


def test_readme_lists_every_command_and_no_other(app):
    listed = set(re.findall(r"^\| `flask ([a-z]+)", README, re.MULTILINE))

    assert listed == set(app.cli.commands) - FLASKS_OWN


def test_every_command_and_option_says_what_it_does(app):
    names = set(app.cli.commands) - FLASKS_OWN
    commands = [app.cli.commands[name].load() for name in names]
    for command in commands:
        commands.extend(getattr(command, "commands", {}).values())

    assert [command.name for command in commands if not command.help] == []
    assert [
        (command.name, option.name)
        for command in commands
        for option in command.params
        if option.param_type_name == "option" and not option.help
    ] == []


def test_every_make_command_that_is_spoken_of_exists():
    spoken_of = set()
    for page in (README, (ROOT / "CONTRIBUTING.md").read_text("utf-8")):
        spoken_of |= set(re.findall(r"^ {4}make ([a-z]+)|`make ([a-z]+)`", page, re.M))

    assert spoken_of
    for pair in spoken_of:
        assert re.search(rf"^{''.join(pair)}:", MAKEFILE, re.MULTILINE)


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_links_between_our_pages_lead_somewhere(page):
    links = re.findall(r"\]\((?!https?:)([^)#]+)", (ROOT / page).read_text("utf-8"))

    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_changelog_has_this_version_on_top():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

    newest = re.search(r"^## (\S+)", CHANGELOG, re.MULTILINE)

    assert newest is not None
    assert newest[1] == project["version"]


@pytest.mark.parametrize("file", REQUIREMENTS)
def test_every_requirement_is_exact_and_stands_once(file):
    found = required(file)

    assert [str(r) for r in found if [s.operator for s in r.specifier] != ["=="]] == []
    assert len({canonicalize_name(r.name) for r in found}) == len(found)


@pytest.mark.parametrize(
    "files", [REQUIREMENTS[:1], REQUIREMENTS], ids=["to run", "to test"]
)
def test_what_the_requirements_need_in_turn_is_pinned_too(files):
    here = [r for file in files for r in required(file)]
    here = [r for r in here if r.marker is None or r.marker.evaluate()]
    pinned = {canonicalize_name(r.name) for r in here}

    needed = [
        Requirement(text) for r in here for text in metadata.requires(r.name) or []
    ]

    missing = {
        canonicalize_name(need.name)
        for need in needed
        if need.marker is None or need.marker.evaluate({"extra": ""})
    } - pinned
    assert missing == set()
