"""Sending a workbook in: its form, and what is refused before anything is read."""

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import RequestEntityTooLarge

from tracker.domain.accounts import Role
from tracker.domain.errors import BadInput, Conflict
from tracker.services import sent_workbooks
from tracker.services.sent_workbooks import Sent
from tracker.web import clock
from tracker.web.access import needs
from tracker.web.forms.upload import (
    UploadForm,
    reader_limits,
    too_large,
    upload_limit,
)
from tracker.web.imports.blueprint import bp, desk, now, owner, uploads
from tracker.web.working import wants_json

MOST_DRAINED = 64 * 1024 * 1024
AT_ONCE = 64 * 1024


@bp.route("", methods=["GET", "POST"])
@needs(Role.EDITOR)
def index() -> ResponseReturnValue:
    """Show the form; begin to read what is sent and lead to its preview."""
    uploads().sweep(now())
    if request.method == "GET":
        return upload_page(UploadForm())
    try:
        form = UploadForm()
    except RequestEntityTooLarge:
        return _refuse_too_large()
    data = form.read() if form.validate() else None
    if data is None:
        return upload_page(form), 400 if form.is_out_of_date else 422
    sent = Sent(owner=owner(), name=form.file.data.filename, data=data, now=now())
    try:
        upload = sent_workbooks.take_in(desk(), sent, clock.today())
    except (BadInput, Conflict) as problem:
        problem.field = "file"
        form.refuse(problem)
        return upload_page(form), 409 if isinstance(problem, Conflict) else 422
    return _lead_to(url_for(".preview", id=upload.id))


def refuse_sent(problem: BadInput) -> ResponseReturnValue:
    """Say at the form why a workbook cannot be read, once that has come out."""
    problem.field = "file"
    form = UploadForm(formdata=None)
    form.refuse(problem)
    return upload_page(form), 422


def _lead_to(address: str) -> ResponseReturnValue:
    """Lead a browser on; the script that sends the file goes there itself."""
    if wants_json():
        return {"next": address}
    return redirect(address, code=303)


def upload_page(form: UploadForm) -> str:
    """The form, and what waits from the last time."""
    return render_template(
        "imports/index.html",
        form=form,
        limit=upload_limit(),
        limits=reader_limits(),
        waiting=uploads().latest_of(owner(), now()),
    )


def _refuse_too_large() -> ResponseReturnValue:
    """Say how large it was and may be, once the browser is ready to listen.

    A browser that is still sending when the connection closes shows an error of its
    own instead of ours; so what it sends is read first, and dropped.
    """
    left = min(request.content_length or 0, MOST_DRAINED)
    body = request.environ["wsgi.input"]
    while left > 0 and (chunk := body.read(min(left, AT_ONCE))):
        left -= len(chunk)
    form = UploadForm(formdata=None)
    form.file.errors = [too_large(request.content_length or 0)]
    return upload_page(form), 413
