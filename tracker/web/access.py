"""Who is signed in and what they may do: sessions, roles, and the guard of forms."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import wraps
from typing import Any, ParamSpec

from flask import (
    Flask,
    current_app,
    make_response,
    redirect,
    render_template,
    request,
    session,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user
from flask_wtf import CSRFProtect

from tracker.domain.accounts import Account, Role
from tracker.domain.changes import Origin
from tracker.domain.errors import NotAllowed
from tracker.domain.words import N_
from tracker.services import users
from tracker.services.door import Author
from tracker.web.forms.kept import kept_words

P = ParamSpec("P")
View = Callable[P, ResponseReturnValue]

# Every POST must prove that it comes from a page of ours. The views of an exempted
# blueprint do so by their form, which keeps what was typed when the proof is too old.
csrf = CSRFProtect()
SEEN = "seen_at"
SECONDS_BETWEEN_SIGHTS = 300


class Person(UserMixin):
    """An account that is signed in."""

    def __init__(self, account: Account) -> None:
        self.account = account

    @property
    def name(self) -> str:
        """The name of the account."""
        return self.account.name

    @property
    def role(self) -> Role:
        """What the account may do."""
        return self.account.role

    def get_id(self) -> str:
        """What the session remembers of the account."""
        return self.account.session_mark


def init_app(app: Flask) -> None:
    """Teach *app* who is signed in, and to take no form from elsewhere."""
    # A session is written when something in it changes, so that a page without
    # sign-in never sets a cookie; `_note_sight` keeps the session of an editor alive.
    app.config["SESSION_REFRESH_EACH_REQUEST"] = False
    csrf.init_app(app)
    manager = LoginManager(app)
    manager.user_loader(_of_session)


def _of_session(mark: str) -> Person | None:
    account = users.of_session(mark)
    if account is None:
        return None
    _note_sight()
    return Person(account)


def _note_sight() -> None:
    now = int(datetime.now(UTC).timestamp())
    if now - session.get(SEEN, 0) >= SECONDS_BETWEEN_SIGHTS:
        session[SEEN] = now


def begin_session(account: Account) -> None:
    """Sign *account* in, under a session id that nobody knew before."""
    session.clear()
    login_user(Person(account))
    _note_sight()
    interface: Any = current_app.session_interface  # that of Flask-Session
    interface.regenerate(session)


def end_session() -> None:
    """Sign out: the session is gone from the server, copies of its cookie are dead."""
    logout_user()
    session.clear()


def author() -> Author:
    """Whoever signs what the form of this request enters."""
    return Author(current_user.name, Origin.FORM)


def needs(role: Role) -> Callable[[View[P]], View[P]]:
    """Let a view be used only by people who may act as *role*."""

    def guard(view: View[P]) -> View[P]:
        @wraps(view)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> ResponseReturnValue:
            if not current_user.is_authenticated:
                return ask_to_sign_in()
            if not current_user.role.may_act_as(role):
                raise NotAllowed(
                    N_("You are signed in, but your account may not change the record.")
                )
            return view(*args, **kwargs)

        return guarded

    return guard


def ask_to_sign_in() -> ResponseReturnValue:
    """Send a reader to the sign-in page, and keep what was typed of a sent form.

    A form that comes too late, after the session has ended, is shown as a page that
    carries its words on: nothing is lost by signing in in between.
    """
    if request.method in ("GET", "HEAD"):
        here = request.script_root + request.full_path.rstrip("?")
        return redirect(url_for("accounts.sign_in", next=here), code=303)
    page = render_template("accounts/signed_out.html", kept=kept_words())
    return make_response(page, 401)
