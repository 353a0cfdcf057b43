"""Work on one upload beside the requests: one at a time, and told how far it is."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from tracker.domain.errors import NotFound, TrackerError
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
from tracker.services.uploads import Upload, Uploads
from tracker.storage.transactions import end_reading

PATIENCE = 1.0  # seconds that a request waits before it tells how far the work is
SILENT = 10.0  # seconds without news, after which whoever worked has died


@dataclass(frozen=True, slots=True)
class Desk:
    """Where imports are worked on: the kept *uploads*, and how work is begun."""

    uploads: Uploads
    begin: Begin

    def work_on(self, upload: Upload, work: Callable[[], None]) -> None:
        """Begin *work* unless somebody is at this upload, and wait a moment for it.

        Nothing of the record is held meanwhile: a writer would wait for that.
        """
        end_reading()
        if claim(self.uploads.news_of(upload), SILENT):
            begin_and_wait(self.begin, lambda: self._do(upload, work), PATIENCE)

    def _do(self, upload: Upload, work: Callable[[], None]) -> None:
        """Do the work; what it is refused for is noted, and the news of it end."""
        news = self.uploads.news_of(upload)
        try:
            with kept_fresh(news):
                work()
        except TrackerError as problem:
            with suppress(NotFound):  # its owner has sent another one meanwhile
                self.uploads.note_refusal(self.again(upload), problem)
        finally:
            news.unlink(missing_ok=True)

    def progress(self, upload: Upload) -> Unfinished | None:
        """How far the work on an upload is; None where nobody works on it."""
        return news_of(self.uploads.news_of(upload), SILENT)

    def again(self, upload: Upload) -> Upload:
        """What is known of an upload by now."""
        return self.uploads.find(upload.id, upload.owner, upload.sent_at)

    def how_far(self, upload: Upload, stages: dict[Stage, float]) -> HowFar:
        """Notes how far the work is, where whoever asks finds it."""
        news = self.uploads.news_of(upload)

        def note(share: float, stage: Stage) -> None:
            tell(news, Unfinished(int(share * 100), 100, stage.value))

        return HowFar(note, stages)
