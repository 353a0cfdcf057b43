"""Refusals as plain values: kept in a file until whom they are for comes back."""

from dataclasses import dataclass
from typing import Self

from tracker.domain.errors import (
    BadInput,
    Conflict,
    NotFound,
    RuleBroken,
    TrackerError,
    Unavailable,
)
from tracker.domain.words import Counted

KINDS = {
    kind.__name__: kind
    for kind in (BadInput, RuleBroken, Conflict, NotFound, Unavailable)
}


@dataclass(frozen=True, slots=True)
class Refusal:
    """What was refused and why: enough to raise it again."""

    kind: str
    message: str
    params: dict[str, str | int]
    field: str | None = None
    one: str = ""  # the form for one, of a sentence that counts

    @classmethod
    def of(cls, problem: TrackerError) -> Self:
        """The refusal that *problem* is, whatever more it carries."""
        kind = next(name for name, k in KINDS.items() if isinstance(problem, k))
        params = {name: _plain(value) for name, value in problem.params.items()}
        one = problem.message.one if isinstance(problem.message, Counted) else ""
        return cls(kind, str(problem.message), params, problem.field, one)

    @property
    def error(self) -> TrackerError:
        """The same as an error."""
        message = Counted(self.one, self.message) if self.one else self.message
        return KINDS[self.kind](message, field=self.field, **self.params)


def _plain(value: object) -> str | int:
    return value if isinstance(value, str | int) else str(value)
