"""Work on one upload beside the requests: what is refused is noted with the upload."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from tracker.domain.errors import NotFound, TrackerError
from tracker.services.import_stages import HowFar, Stage
from tracker.services.underway import Begin, Unfinished
from tracker.services.uploads import Upload, Uploads
from tracker.services.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Desk:
    """Where imports are worked on: the kept *uploads*, and how work is begun."""

    uploads: Uploads
    begin: Begin

    def work_on(self, upload: Upload, work: Callable[[], None]) -> None:
        """Begin *work* unless somebody is at this upload, and wait a moment for it."""
        self._place(upload).work(work)

    def progress(self, upload: Upload) -> Unfinished | None:
        """How far the work on an upload is; None where nobody works on it."""
        return self._place(upload).progress()

    def again(self, upload: Upload) -> Upload:
        """What is known of an upload by now."""
        return self.uploads.find(upload.id, upload.owner, upload.sent_at)

    def how_far(self, upload: Upload, stages: dict[Stage, float]) -> HowFar:
        """Notes how far the work is, where whoever asks finds it."""
        return self._place(upload).how_far(stages)

    def _place(self, upload: Upload) -> Workplace:
        def note(problem: TrackerError) -> None:
            with suppress(NotFound):  # its owner has sent another one meanwhile
                self.uploads.note_refusal(self.again(upload), problem)

        return Workplace(self.uploads.news_of(upload), self.begin, note)
