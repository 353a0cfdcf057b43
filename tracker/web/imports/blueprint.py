"""What the pages of an import share: whose it is, and where it is kept."""

from datetime import UTC, datetime
from pathlib import Path

from flask import Blueprint, current_app
from flask_login import current_user

from tracker.services import sent_workbooks
from tracker.services.import_desk import Desk
from tracker.services.import_plan import ImportPlan
from tracker.services.underway import Unfinished
from tracker.services.uploads import Upload, Uploads
from tracker.web import clock
from tracker.web.access import csrf
from tracker.web.beside import beside_requests
from tracker.web.forms.upload import reader_limits

bp = Blueprint("imports", __name__, url_prefix="/import")
csrf.exempt(bp)  # each of its forms brings the proof and says so when it is too old

FOLDER = "imports"


def uploads() -> Uploads:
    """Where workbooks are kept that were sent."""
    return Uploads(Path(current_app.instance_path) / FOLDER, reader_limits())


def desk() -> Desk:
    """Where they are worked on, beside the requests."""
    return Desk(uploads(), beside_requests)


def upload_of(id: str) -> Upload:
    """The upload of this *id*; raises NotFound unless this person sent it lately."""
    return sent_workbooks.settled(desk(), uploads().find(id, owner(), now()))


def look_at(upload: Upload) -> ImportPlan | Unfinished:
    """What an upload would do to the record, or how far that is known."""
    return sent_workbooks.look_at(desk(), upload, clock.today())


def owner() -> str:
    """Whose upload it is: the name that the person signs in with."""
    login: str = current_user.account.login
    return login


def now() -> datetime:
    """The moment of this request."""
    return datetime.now(UTC)
