"""What was typed, carried from one page of a form to the next."""

from flask import request

# What each page adds anew, or what its buttons mean.
NOT_CARRIED = frozenset({"csrf_token", "step", "password", "new_password"})


def kept_words() -> list[tuple[str, str]]:
    """The names and texts of the form that was sent, as hidden fields repeat them."""
    return [
        (name, text)
        for name, text in request.form.items(multi=True)
        if name not in NOT_CARRIED
    ]
