"""What a merge into the record comes to: what it would do, and where both sides moved.

A merge is the import of a workbook or the undoing of a revision.
"""

from dataclasses import dataclass

from tracker.domain.changes import Action, FieldChange, differences
from tracker.domain.record import Fact, Kind, key_of, kind_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing an import would do: add ``after``, put it for ``before``, retire that.

    ``place`` is the row of a workbook that it comes from, such as Reports!14, if any.
    """

    before: Fact | None = None
    after: Fact | None = None
    place: str = ""

    @property
    def fact(self) -> Fact:
        """The fact it is about."""
        found = self.after or self.before
        assert found is not None, "an entry is about something"
        return found

    @property
    def kind(self) -> Kind:
        """The kind of that fact."""
        return kind_of(self.fact)

    @property
    def key(self) -> str:
        """The key of that fact; empty for a new one that the record will name."""
        return key_of(self.before or self.fact)

    @property
    def action(self) -> Action:
        """What would be done."""
        if self.before is None:
            return Action.ADDED
        return Action.RETIRED if self.after is None else Action.CHANGED

    @property
    def fields(self) -> tuple[FieldChange, ...]:
        """What would change, field by field; all that is filled for a new fact."""
        if self.before is None or self.after is None:
            return ()
        return differences(self.before, self.after)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """A fact that changed on both sides: in the record, and in what is merged with it.

    ``ours`` is None where the record has retired it, ``theirs`` where the other side
    takes it out; ``key`` is the one the other side knows it by.
    """

    kind: Kind
    key: str
    ours: Fact | None
    theirs: Fact | None
    place: str = ""

    @property
    def name(self) -> str:
        """What choices call it by: report:R0005."""
        return f"{self.kind.value}:{self.key}"

    @property
    def fields(self) -> tuple[FieldChange, ...]:
        """Where both sides differ: ours before, theirs after."""
        if self.ours is None or self.theirs is None:
            return ()
        return differences(self.ours, self.theirs)
