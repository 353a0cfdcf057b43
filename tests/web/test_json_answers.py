"""JSON answers are what Flask would answer, byte for byte but for readable letters."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from flask import Flask
from flask.json.provider import DefaultJSONProvider
from markupsafe import Markup

from tracker.domain.vocabulary import Closure, Stage
from tracker.web import json_answers


@pytest.fixture
def app():
    app = Flask(__name__)
    json_answers.init_app(app)
    return app


@pytest.mark.parametrize(
    "value",
    [
        {"stage": Stage.AGREED, "closure": None, "count": 2, "share": 0.5},
        {Stage.AGREED: 1, "unknown": [Closure.WITHDRAWN, True]},
        {"low": Decimal("12.50"), "words": Markup("<b>a</b>")},
        [{"title": {"ru": "Энергетика"}, "b": 1, "a": ()}],
    ],
    ids=["words", "words as names", "others", "letters"],
)
def test_an_answer_says_what_flask_would_say(app, value):
    with app.test_request_context():
        ours = app.json.response(value)
        flasks = DefaultJSONProvider(app).response(value)

    assert ours.get_json() == flasks.get_json()
    assert ours.mimetype == flasks.mimetype
    plain = flasks.data.decode("raw_unicode_escape").encode()
    assert ours.data == plain


def test_what_nobody_can_write_is_refused(app):
    with app.test_request_context(), pytest.raises(TypeError):
        app.json.response({"what": object(), "when": datetime.now(UTC)})
