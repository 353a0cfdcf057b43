"""What can go wrong, said in whole sentences that tell what to do. No HTTP in here."""

from tracker.domain.words import Counted


class TrackerError(Exception):
    """A refusal a person can act on.

    ``message`` is a translatable sentence with ``%(name)s`` places, ``params`` fills
    them, ``field`` names the input it is about (or is None). One that counts has a form
    for one and a form for many, and ``count`` among its params.
    """

    def __init__(
        self, message: str, *, field: str | None = None, **params: object
    ) -> None:
        super().__init__(message)
        self.message = message
        self.field = field
        self.params = params

    def __str__(self) -> str:
        message = self.message
        if isinstance(message, Counted):
            message = message.of(self.params["count"])
        return message % self.params if self.params else message


class NotFound(TrackerError):
    """Nothing in the record has this name."""


class BadInput(TrackerError):
    """A value that cannot be read; nothing was written."""


class RuleBroken(TrackerError):
    """A change that the record cannot take; nothing was written."""


class Conflict(TrackerError):
    """The row changed since it was read; nothing was written."""


class NotAllowed(TrackerError):
    """The person may not do this."""


class Unavailable(TrackerError):
    """The record cannot be reached or written just now; nothing was written."""
