"""The long lists of a preview: every row of a sort, and every problem as a table."""

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from tracker.domain.accounts import Role
from tracker.services.underway import Unfinished
from tracker.web.access import needs
from tracker.web.address import word
from tracker.web.csv_tables import csv_answer
from tracker.web.filters import sentence
from tracker.web.imports.blueprint import bp, look_at, upload_of
from tracker.web.plan_pages import row_page
from tracker.web.translate import gettext


@bp.get("/<id>/rows")
@needs(Role.EDITOR)
def rows(id: str) -> ResponseReturnValue:
    """Show all rows that would be new, changed or retired, a page at a time."""
    upload = upload_of(id)
    plan = look_at(upload)
    if isinstance(plan, Unfinished):
        return redirect(url_for(".preview", id=id))
    page = row_page(plan, word("action"))
    return render_template("imports/rows.html", upload=upload, page=page)


@bp.get("/<id>/problems.csv")
@needs(Role.EDITOR)
def problems(id: str) -> ResponseReturnValue:
    """Give every problem of a workbook as a table."""
    upload = upload_of(id)
    plan = look_at(upload)
    if isinstance(plan, Unfinished):
        return redirect(url_for(".preview", id=id))
    header = [
        gettext("Sheet"),
        gettext("Cell"),
        gettext("Column"),
        gettext("What is wrong, and what to do"),
    ]
    found = (
        (each.sheet, each.cell, each.column, sentence(each.error))
        for each in plan.problems
    )
    return csv_answer(f"problems-{upload.name}.csv", header, found)
