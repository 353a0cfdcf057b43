"""The forms of an account: signing in, and a new password."""

from flask_babel import lazy_gettext
from wtforms import HiddenField, PasswordField, StringField

from tracker.web.forms.base import TrackerForm
from tracker.web.forms.fields import Given


class SignInForm(TrackerForm):
    """A name and a password; ``next`` is where to go from here."""

    next = HiddenField()
    name = StringField(
        lazy_gettext("Name"),
        [Given(lazy_gettext("Type the name of your account."))],
        filters=[lambda text: (text or "").replace("\0", "")],  # no database takes it
        render_kw={"autocomplete": "username", "autocapitalize": "none"},
    )
    password = PasswordField(
        lazy_gettext("Password"),
        [Given(lazy_gettext("Type your password."))],
        render_kw={"autocomplete": "current-password"},
    )


class PasswordForm(TrackerForm):
    """The password one has, and the one to have from now on."""

    password = PasswordField(
        lazy_gettext("Your password"),
        [Given(lazy_gettext("Type the password you have now."))],
        render_kw={"autocomplete": "current-password"},
    )
    new_password = PasswordField(
        lazy_gettext("New password"),
        [Given(lazy_gettext("Type the new password."))],
        description=lazy_gettext("At least 12 characters; four words do well."),
        render_kw={"autocomplete": "new-password"},
    )


class SignOutForm(TrackerForm):
    """Nothing to type: only the proof that the person asked for it."""
