"""Pages that are kept: drawn once for every state of the record, view and language.

Only what everybody sees is kept: a request with a session is always answered anew.
"""

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass
from threading import Lock

from flask import Flask, Response, current_app, request

from tracker.services.catalogue import record_mark
from tracker.web import clock
from tracker.web.downloads import EXCEL

KEY, FROM_SHELF = "tracker.shelf_key", "tracker.from_shelf"
# How a browser says what it has already.
CONDITIONS = frozenset({"HTTP_IF_NONE_MATCH", "HTTP_IF_MATCH"})
KEPT_COUNT = 256
LONGEST = 512 * 1024
KINDS = frozenset({"text/html", "application/json", "text/csv", EXCEL})
SIZES_KEPT = 4096
ASK_AGAIN = "no-cache"  # may be kept by a browser, which asks whether it changed
FOR_ONE = "private, no-store"


@dataclass(frozen=True, slots=True)
class Page:
    """An answer as it was given, but for the headers that every answer gets."""

    body: bytes
    headers: tuple[tuple[str, str], ...]


class Shelf:
    """The pages that were asked for last; of many more, how large they are."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self._pages: OrderedDict[Hashable, Page] = OrderedDict()
        self._sizes: OrderedDict[Hashable, int] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable) -> Page | None:
        """The page of this *key*, if it is kept."""
        with self._lock:
            if key in self._pages:
                self._pages.move_to_end(key)
            return self._pages.get(key)

    def put(self, key: Hashable, page: Page) -> None:
        """Keep *page*; the one that nobody asked for longest goes."""
        with self._lock:
            self._pages[key] = page
            while len(self._pages) > self.limit:
                self._pages.popitem(last=False)

    def forget(self, key: Hashable) -> None:
        """Let go of one page."""
        with self._lock:
            self._pages.pop(key, None)

    def note_size(self, key: Hashable, size: int) -> None:
        """Remember how large a page is, also one too large to be kept."""
        with self._lock:
            self._sizes[key] = size
            while len(self._sizes) > SIZES_KEPT:
                self._sizes.popitem(last=False)

    def size(self, key: Hashable) -> int | None:
        """How many bytes the page of this *key* has, if it was ever drawn."""
        return self._sizes.get(key)

    def clear(self) -> None:
        """Forget every page."""
        with self._lock:
            self._pages.clear()
            self._sizes.clear()


def init_app(app: Flask) -> None:
    """Keep the pages of *app*; in debugging and in tests of views, none."""
    app.extensions["tracker.shelf"] = Shelf(KEPT_COUNT)
    app.after_request(put_on_shelf)


def from_shelf() -> Response | None:
    """The answer to this request if it is kept, before any view runs."""
    if not _is_for_everybody() or current_app.debug:
        return None
    key = request.environ[KEY] = (
        record_mark(),
        clock.today(),
        request.scheme,
        request.host,
        request.script_root,
        request.full_path,
    )
    page = _shelf().get(key)
    if page is None:
        return None
    del request.environ[KEY]
    request.environ[FROM_SHELF] = True
    answer = Response(page.body, headers=page.headers)
    if not CONDITIONS.isdisjoint(request.environ):
        answer.make_conditional(request)
    return answer


def kept_size(path: str, query: bytes) -> int | None:
    """How many bytes *path* has in this view and revision, if it was made before."""
    key = _key_of(path, query)
    return _shelf().size(key) if key else None


def forget(path: str, query: bytes) -> None:
    """Draw the page at *path* anew: what it says of another has changed."""
    key = _key_of(path, query)
    if key:
        _shelf().forget(key)


def _key_of(path: str, query: bytes) -> Hashable | None:
    """The key under which *path* would be kept; None where nothing is kept."""
    key: tuple[Hashable, ...] | None = request.environ.get(KEY)
    return (*key[:-1], f"{path}?{query.decode()}") if key else None


def put_on_shelf(answer: Response) -> Response:
    """Keep a page that was drawn, and tell browsers how long theirs may be kept."""
    if FROM_SHELF in request.environ or answer.mimetype not in KINDS:
        return answer
    key = request.environ.pop(KEY, None)
    if key is None or answer.status_code != 200:
        answer.headers.setdefault("Cache-Control", FOR_ONE)
        return answer
    answer.headers.setdefault("Cache-Control", ASK_AGAIN)
    answer.vary.add("Cookie")
    if not answer.get_etag()[0]:
        answer.add_etag()
        _keep(key, answer)
    answer.make_conditional(request)
    return answer


def _keep(key: Hashable, answer: Response) -> None:
    body = answer.get_data()
    _shelf().note_size(key, len(body))
    if len(body) <= LONGEST and "Set-Cookie" not in answer.headers:
        _shelf().put(key, Page(body, tuple(answer.headers)))


def _shelf() -> Shelf:
    shelf: Shelf = current_app.extensions["tracker.shelf"]
    return shelf


def _is_for_everybody() -> bool:
    session = current_app.config["SESSION_COOKIE_NAME"]
    return request.method in ("GET", "HEAD") and session not in request.cookies
