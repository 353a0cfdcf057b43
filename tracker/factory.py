"""The entrance of the house: reads the settings and wires the floors together."""

import gc
import sys
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import cast

from cachelib.file import FileSystemCache
from flask import Flask
from flask_session import Session

from tracker import cli, web
from tracker.config import ROOT, environment, read_settings
from tracker.domain.errors import TrackerError
from tracker.instance import (
    SESSIONS,
    default_database_url,
    prepare_instance,
    secret_key,
)
from tracker.storage import database

# A request is a little more than the workbook in it; the form measures the file.
FORM_AROUND_A_FILE = 64 * 1024
SESSIONS_KEPT = 10_000
# New values until Python looks for rings among them. It looks at all there is from time
# to time, the loaded code too, and by default (700) that is a fifth of a large export.
NEW_VALUES = 10_000


def build(overrides: Mapping[str, object]) -> Flask:
    """Build the application from the environment and, before it, from *overrides*.

    *overrides* may hold settings of the table (``TRACKER_...``) and settings of Flask.
    Settings that cannot be read or used end the program with a sentence and code 2.
    """
    try:
        return _built(read_settings(environment(), overrides), overrides)
    except TrackerError as problem:
        print(f"Error: {problem}", file=sys.stderr)
        raise SystemExit(2) from problem


def _built(settings: Mapping[str, object], overrides: Mapping[str, object]) -> Flask:
    folder = cast("Path", settings["TRACKER_INSTANCE"])
    prepare_instance(folder)
    gc.set_threshold(NEW_VALUES, *gc.get_threshold()[1:])

    app = Flask(
        __package__,
        instance_path=str(folder),
        template_folder=str(ROOT / "templates"),
        static_folder=str(ROOT / "static"),
    )
    for layer in (flask_settings(settings, folder), overrides, settings):
        app.config.from_mapping(layer)
    Session(app)
    for floor in (database, web, cli):
        floor.init_app(app)
    return app


def flask_settings(settings: Mapping[str, object], folder: Path) -> dict[str, object]:
    """What the settings of the table mean to Flask and its extensions."""
    is_secure = bool(settings["TRACKER_SECURE_COOKIES"])
    limit = cast("int", settings["TRACKER_UPLOAD_LIMIT"])
    hours = cast("int", settings["TRACKER_SESSION_HOURS"])
    kept_sessions = FileSystemCache(
        str(folder / SESSIONS), threshold=SESSIONS_KEPT, mode=0o600
    )
    return {
        "SECRET_KEY": settings["TRACKER_SECRET_KEY"] or secret_key(folder),
        "MAX_CONTENT_LENGTH": limit + FORM_AROUND_A_FILE,
        "TRUSTED_HOSTS": settings["TRACKER_TRUSTED_HOSTS"],
        "SESSION_COOKIE_NAME": "__Host-tracker" if is_secure else "tracker",
        "SESSION_COOKIE_SECURE": is_secure,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "PERMANENT_SESSION_LIFETIME": timedelta(hours=hours),
        "SESSION_TYPE": "cachelib",
        "SESSION_CACHELIB": kept_sessions,
        # A form may lie open over lunch; its token lives as long as the session.
        "WTF_CSRF_TIME_LIMIT": None,
        "SQLALCHEMY_DATABASE_URI": settings["TRACKER_DATABASE_URL"]
        or default_database_url(folder),
        "BABEL_TRANSLATION_DIRECTORIES": str(ROOT / "translations"),
    }
