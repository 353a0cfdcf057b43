"""One thing worked on beside the requests: by one at a time, and told how far it is."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tracker.domain.errors import TrackerError
from tracker.services.import_stages import HowFar, Stage
from tracker.services.underway import (
    Begin,
    Unfinished,
    begin_and_wait,
    claim,
    kept_fresh,
    news_of,
    tell,
)
from tracker.storage.transactions import end_reading

PATIENCE = 1.0  # seconds that a request waits before it tells how far the work is
SILENT = 10.0  # seconds without news, after which whoever worked has died


@dataclass(frozen=True, slots=True)
class Workplace:
    """Where the *news* of the work are, how it is begun, who hears it is refused."""

    news: Path
    begin: Begin
    refused: Callable[[TrackerError], None]

    def work(self, work: Callable[[], None]) -> None:
        """Begin *work* unless somebody is at it already, and wait a moment for it.

        Nothing of the record is held meanwhile: a writer would wait for that.
        """
        end_reading()
        if claim(self.news, SILENT):
            begin_and_wait(self.begin, lambda: self._do(work), PATIENCE)

    def _do(self, work: Callable[[], None]) -> None:
        """Do the work; what it is refused for is noted, and then its news end."""
        try:
            with kept_fresh(self.news):
                work()
        except TrackerError as problem:
            self.refused(problem)
        finally:
            self.news.unlink(missing_ok=True)

    def progress(self) -> Unfinished | None:
        """How far the work is; None where nobody is at it."""
        return news_of(self.news, SILENT)

    def how_far(self, stages: dict[Stage, float]) -> HowFar:
        """Notes how far the work is, where whoever asks finds it."""

        def note(share: float, stage: Stage) -> None:
            tell(self.news, Unfinished(int(share * 100), 100, stage.value))

        return HowFar(note, stages)
