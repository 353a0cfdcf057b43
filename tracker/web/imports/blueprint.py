"""What the pages of an import share: whose it is, and where it is kept."""

from datetime import UTC, datetime
from pathlib import Path

from flask import Blueprint, current_app
from flask_login import current_user

from tracker.services.uploads import Upload, Uploads
from tracker.web.access import csrf

bp = Blueprint("imports", __name__, url_prefix="/import")
csrf.exempt(bp)  # each of its forms brings the proof and says so when it is too old

FOLDER = "imports"


def uploads() -> Uploads:
    """Where workbooks are kept that were sent."""
    return Uploads(Path(current_app.instance_path) / FOLDER)


def upload_of(id: str) -> Upload:
    """The upload of this *id*; raises NotFound unless this person sent it lately."""
    return uploads().find(id, owner(), now())


def owner() -> str:
    """Whose upload it is: the name that the person signs in with."""
    login: str = current_user.account.login
    return login


def now() -> datetime:
    """The moment of this request."""
    return datetime.now(UTC)
