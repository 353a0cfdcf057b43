"""The settings: ONE table gives name, default, meaning and how each is read."""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from dotenv import dotenv_values

from tracker.domain.errors import BadInput
from tracker.domain.words import N_

ROOT = Path(__file__).resolve().parent.parent
SIZE = re.compile(r"([0-9]{1,12})\s*(|B|KiB|MiB)", re.ASCII | re.IGNORECASE)
FACTORS = {"": 1, "b": 1, "kib": 1024, "mib": 1024 * 1024}
ANSWERS = {"yes": True, "true": True, "1": True, "no": False, "false": False}
ANSWERS |= {"0": False}

Parser = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: read from the environment variable of its name.

    ``parse`` turns its text into a value and raises ValueError for a text that is
    none; ``form`` says what a good text looks like.
    """

    name: str
    default: str
    help: str
    form: str
    parse: Parser

    def read(self, text: str) -> object:
        """The value of *text*; raises BadInput naming the setting."""
        try:
            return self.parse(text.strip())
        except ValueError:
            raise BadInput(
                N_("The setting %(name)s is “%(text)s”. Give %(form)s."),
                name=self.name,
                text=text[:40],
                form=self.form,
            ) from None


def number_between(low: int, high: int) -> Parser:
    """A parser of whole numbers from *low* to *high*."""

    def parse(text: str) -> int:
        number = int(text)
        if not low <= number <= high:
            raise ValueError(text)
        return number

    return parse


def size_in_bytes(text: str) -> int:
    """Read a size: ``2 MiB``, ``500 KiB`` or a number of bytes."""
    match = SIZE.fullmatch(text)
    if match is None:
        raise ValueError(text)
    return int(match[1]) * FACTORS[match[2].lower()]


def yes_or_no(text: str) -> bool:
    """Read a yes or a no."""
    if text.lower() not in ANSWERS:
        raise ValueError(text)
    return ANSWERS[text.lower()]


def words(text: str) -> list[str]:
    """Read words parted by commas."""
    return [word.strip() for word in text.split(",") if word.strip()]


def path(text: str) -> Path:
    """Read a file or folder; a relative one lies in the folder of the project."""
    return (ROOT / Path(text).expanduser()).resolve()


SETTINGS: tuple[Setting, ...] = (
    Setting(
        "TRACKER_HOST",
        "127.0.0.1",
        "The address to serve on. Only this machine can reach the default.",
        "an address such as 127.0.0.1 or 0.0.0.0",
        str,
    ),
    Setting(
        "TRACKER_PORT",
        "8000",
        "The port to serve on.",
        "a whole number from 1 to 65535",
        number_between(1, 65535),
    ),
    Setting(
        "TRACKER_WORKERS",
        "2",
        "How many server processes answer requests.",
        "a whole number from 1 to 64",
        number_between(1, 64),
    ),
    Setting(
        "TRACKER_INSTANCE",
        "instance",
        "The folder of the default database, the secret key and other kept files.",
        "a folder",
        path,
    ),
    Setting(
        "TRACKER_DATABASE_URL",
        "",
        "The database, as an SQLAlchemy URL. Empty: SQLite in the instance folder.",
        "a URL such as sqlite:////srv/tracker/tracker.sqlite3",
        str,
    ),
    Setting(
        "TRACKER_SEED",
        "data/programs.xlsx",
        "The workbook that `flask init` fills an empty record from.",
        "a file",
        path,
    ),
    Setting(
        "TRACKER_SECRET_KEY",
        "",
        "Signs cookies and forms. Empty: made once and kept in the instance folder.",
        "a long random text",
        str,
    ),
    Setting(
        "TRACKER_TRUSTED_HOSTS",
        "localhost, 127.0.0.1",
        "The host names the tracker answers to, parted by commas.",
        "names such as tracker.example.org",
        words,
    ),
    Setting(
        "TRACKER_SECURE_COOKIES",
        "no",
        "Whether cookies travel over https only. Say yes wherever https is used.",
        "yes or no",
        yes_or_no,
    ),
    Setting(
        "TRACKER_SESSION_HOURS",
        "12",
        "How many hours without a request until an editor must sign in again.",
        "a whole number from 1 to 720",
        number_between(1, 720),
    ),
    Setting(
        "TRACKER_UPLOAD_LIMIT",
        "2 MiB",
        "The largest workbook that can be sent in.",
        "a size such as 2 MiB",
        size_in_bytes,
    ),
)


def environment() -> dict[str, str]:
    """The environment variables, and below them the file ``.env`` of the project.

    Flask's own commands read that file; so the servers must, or they would work on
    another database than the commands.
    """
    kept = dotenv_values(ROOT / ".env")
    return {name: text for name, text in kept.items() if text} | dict(os.environ)


def read_settings(
    environment: Mapping[str, str], overrides: Mapping[str, object]
) -> dict[str, object]:
    """The value of every setting: *overrides* first, then *environment*, then default.

    Texts are parsed wherever they come from; an override of another type is taken as
    it is. An empty variable counts as left out. Raises BadInput for the first text
    that cannot be read.
    """
    values: dict[str, object] = {}
    for setting in SETTINGS:
        given = overrides.get(setting.name, environment.get(setting.name) or None)
        given = setting.default if given is None else given
        values[setting.name] = setting.read(given) if isinstance(given, str) else given
    return values
