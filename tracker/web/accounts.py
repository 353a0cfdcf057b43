"""Signing in and out, and a person's own account."""

from datetime import UTC, datetime
from urllib.parse import urlsplit

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_login import current_user

from tracker.domain.accounts import Role
from tracker.domain.errors import NotAllowed, RuleBroken
from tracker.services import users
from tracker.web.access import begin_session, csrf, end_session, needs
from tracker.web.forms.account import PasswordForm, SignInForm, SignOutForm

bp = Blueprint("accounts", __name__)
csrf.exempt(bp)  # each of its forms brings the proof and says so when it is too old


@bp.route("/sign-in", methods=["GET", "POST"])
def sign_in() -> ResponseReturnValue:
    """Show the form; sign the person in when name and password are right."""
    form = SignInForm(next=request.args.get("next", ""))
    page = "accounts/sign_in.html"
    if request.method == "GET":
        return render_template(page, form=form)
    if form.validate():
        try:
            account = users.sign_in(form.name.data, form.password.data, now())
        except NotAllowed as problem:
            form.refuse(problem)
        else:
            begin_session(account)
            return redirect(safe_address(form.next.data), code=303)
    return render_template(page, form=form), 422


@bp.route("/sign-out", methods=["GET", "POST"])
def sign_out() -> ResponseReturnValue:
    """Ask whether to sign out; end the session when the answer is sent."""
    form = SignOutForm()
    if request.method == "POST" and form.validate():
        end_session()
        return redirect(url_for("accounts.sign_in"), code=303)
    status = 422 if request.method == "POST" else 200
    return render_template("accounts/sign_out.html", form=form), status


@bp.route("/account", methods=["GET", "POST"])
@needs(Role.READER)
def account() -> ResponseReturnValue:
    """Show the person's account; change the password when the old one is given."""
    form = PasswordForm()
    page = "accounts/account.html"
    if request.method == "GET":
        return render_template(page, form=form)
    if form.validate():
        name = current_user.name
        try:
            users.sign_in(name, form.password.data, now())
            changed = users.change_password(name, form.new_password.data)
        except NotAllowed as problem:
            problem.field = "password"
            form.refuse(problem)
        except RuleBroken as problem:
            problem.field = "new_password"
            form.refuse(problem)
        else:
            begin_session(changed)
            flash(gettext("Your password is changed."), "success")
            return redirect(url_for("accounts.account"), code=303)
    return render_template(page, form=form), 422


def now() -> datetime:
    """The moment of a try to sign in."""
    return datetime.now(UTC)


def safe_address(address: str | None) -> str:
    """Where to go after signing in: a page of ours, else the overview.

    An address that names a host, or that a browser might read so ("//evil",
    "/\\evil"), is not followed.
    """
    text = address or ""
    is_path = text.startswith("/") and not text.startswith(("//", "/\\"))
    is_plain = text.isprintable() and "\\" not in text
    if is_path and is_plain and not urlsplit(text).netloc:
        return text
    return url_for("overview.index")
