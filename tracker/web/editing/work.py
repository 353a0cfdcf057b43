"""What an editor is working on: a form, and the fact in whose place it is typed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tracker.domain.changes import Revision
from tracker.domain.record import KINDS, Fact, Kind, key_of
from tracker.services import entries
from tracker.services.entries import Entry, Settled
from tracker.web import clock
from tracker.web.editing.flow import signature
from tracker.web.editing.kinds import EDITABLE, Editable
from tracker.web.editing.offers import references
from tracker.web.editing.wording import Preview, compared, rows_of
from tracker.web.forms.citing import CitingForm
from tracker.web.forms.fact import FactForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A *form* of a kind; ``known`` is the fact it changes, ``code`` its program."""

    kind: Kind
    form: FactForm
    code: str = ""
    known: Fact | None = None

    @property
    def spec(self) -> Editable:
        """What is particular to the kind."""
        return EDITABLE[self.kind]

    @property
    def entry(self) -> Entry:
        """The validated input, to be entered."""
        form = self.form
        new = form.to_new_sources() if isinstance(form, CitingForm) else ()
        if self.known:
            return Entry(form.to_change(self.known), new)
        given = {"program": self.code} if self.code else {}
        return Entry(form.to_fact(**given), new)

    def preview(self) -> Preview:
        """What the form will change, in words; raises what speaks against it."""
        settled = entries.preview(self.entry, clock.today())
        effect = self._effect(settled)
        self._ask(settled)
        form, fact = self.form, settled.fact
        rows, changes, gone = rows_of(form, fact), [], ""
        if self.known:
            changes = compared(form, form.values_of(self.known), form.values_of(fact))
            gone = key_of(self.known) if KINDS[self.kind].is_history else ""
        return Preview(rows, changes, settled, effect, gone)

    def save(self) -> Revision:
        """Enter it, once the editor has answered what must be asked."""
        entry = self.entry
        if self.spec.question:
            self._ask(entries.settle_entry(entry))
        return entries.enter(entry, signature(self.form, self._summary(entry.fact)))

    def offers(self) -> Mapping[str, Any]:
        """What the inputs offer while somebody types."""
        used = self.spec.used(self.code) if self.spec.used else ()
        found = references() if isinstance(self.form, CitingForm) else {}
        return {**found, "used": used}

    def _effect(self, settled: Settled) -> object:
        if self.spec.effect is None:
            return None
        return self.spec.effect(self.known, settled, clock.today())

    def _ask(self, settled: Settled) -> None:
        if self.spec.question and not getattr(self.form, "is_step_back_answered", True):
            self.spec.question(settled)

    def _summary(self, fact: Fact) -> str:
        if self.known is None:
            assert self.spec.adding, "what has no form to add it is known"
            return self.spec.adding.summary(fact)
        verb = "corrected" if KINDS[self.kind].is_history else "edited"
        return summary_of(self.known, verb, self.form.reason.data)


def summary_of(fact: Fact, verb: str, reason: str) -> str:
    """The line that stands in the list of changes."""
    words = f"{key_of(fact)} {verb}"
    return f"{words}: {reason}" if reason else words
