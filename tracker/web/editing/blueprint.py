"""The blueprint that the editors' forms share."""

from flask import Blueprint

from tracker.web.access import csrf

bp = Blueprint("editing", __name__)
csrf.exempt(bp)  # each of its forms brings the proof and says so when it is too old
