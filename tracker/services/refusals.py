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

    @classmethod
    def of(cls, problem: TrackerError) -> Self:
        """The refusal that *problem* is, whatever more it carries."""
        kind = next(name for name, k in KINDS.items() if isinstance(problem, k))
        params = {name: _plain(value) for name, value in problem.params.items()}
        return cls(kind, problem.message, params, problem.field)

    @property
    def error(self) -> TrackerError:
        """The same as an error."""
        return KINDS[self.kind](self.message, field=self.field, **self.params)


def _plain(value: object) -> str | int:
    return value if isinstance(value, str | int) else str(value)
