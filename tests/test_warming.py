"""A warm start makes ready what requests need, and holds nothing of the record."""

import gc

import pytest
from flask import request

from tracker import create_app
from tracker.storage.database import db
from tracker.warming import warm_up


@pytest.fixture(autouse=True)
def _garbage():
    """What a test freezes is let go of after it."""
    yield
    gc.unfreeze()


def test_the_page_is_drawn_and_no_connection_stays_open(real_app):
    warm_up(real_app)

    assert "programs/index.html" in {name for _, name in real_app.jinja_env.cache}
    assert gc.get_freeze_count() > 0
    with real_app.app_context():
        assert db.engine.pool.checkedin() == db.engine.pool.checkedout() == 0


def test_a_record_that_is_not_there_yet_keeps_nobody_from_starting(tmp_path):
    app = create_app({"TRACKER_INSTANCE": tmp_path, "TRACKER_DATABASE_URL": ""})

    warm_up(app)


def test_the_first_trusted_host_is_asked_for(real_app, monkeypatch):
    monkeypatch.setitem(real_app.config, "TRUSTED_HOSTS", [".tracker.example"])
    asked = []
    real_app.before_request(lambda: asked.append(request.host))

    warm_up(real_app)

    assert set(asked) == {"tracker.example"}
