"""Pages that are kept: drawn once for every state of the record, view and language.

Only what everybody sees is kept: a request with a session is always answered anew.
"""

from collections import OrderedDict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import TypeAlias

from flask import Flask, Response, current_app, request

from tracker.services.catalogue import record_mark
from tracker.web import clock
from tracker.web.downloads import EXCEL
from tracker.web.known_sizes import KnownSizes

KEY, FROM_SHELF = "tracker.shelf_key", "tracker.from_shelf"
PAGE = "tracker.page_of_file"
# How a browser says what it has already.
CONDITIONS = frozenset({"HTTP_IF_NONE_MATCH", "HTTP_IF_MATCH"})
KEPT_COUNT = 256
LONGEST = 512 * 1024
KINDS = frozenset({"text/html", "application/json", "text/csv", EXCEL})
ASK_AGAIN = "no-cache"  # may be kept by a browser, which asks whether it changed
FOR_ONE = "private, no-store"


# Record, day, host, root and address; then how much a page knows of its files.
Key: TypeAlias = tuple[Hashable, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """An answer as it was given, but for the headers that every answer gets."""

    body: bytes
    headers: tuple[tuple[str, str], ...]


class Shelf:
    """The pages that were asked for last."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self._pages: OrderedDict[Hashable, Page] = OrderedDict()
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

    def clear(self) -> None:
        """Forget every page."""
        with self._lock:
            self._pages.clear()


def init_app(app: Flask) -> None:
    """Keep the pages of *app*; in debugging and in tests of views, none."""
    app.extensions["tracker.shelf"] = Shelf(KEPT_COUNT)
    app.extensions["tracker.sizes"] = KnownSizes()
    app.after_request(put_on_shelf)


def from_shelf() -> Response | None:
    """The answer to this request if it is kept, before any view runs."""
    if not _is_for_everybody() or current_app.debug:
        return None
    asked = (
        record_mark(),
        clock.today(),
        request.scheme,
        request.host,
        request.script_root,
        request.full_path,
    )
    # A page names the sizes of its files: it is another once more of them are known.
    key = request.environ[KEY] = (*asked, _sizes().get((*asked, PAGE)))
    page = _shelf().get(key)
    if page is None:
        return None
    del request.environ[KEY]
    request.environ[FROM_SHELF] = True
    answer = Response(page.body, headers=page.headers)
    if not CONDITIONS.isdisjoint(request.environ):
        answer.make_conditional(request)
    return answer


def kept_sizes(paths: Sequence[str], query: bytes) -> list[int]:
    """How many bytes each of the files of this page has; 0 where none was made yet."""
    key = request.environ.get(KEY)
    if not key or not key[-1]:  # most pages: no file of it is known at all
        return [0] * len(paths)
    sizes = _sizes()
    return [sizes.get(_beside(key, path, query)) for path in paths]


def is_file_of(path: str) -> None:
    """Say that what this request makes is a file of the page at *path*."""
    request.environ[PAGE] = path


def _beside(key: Key, path: str, query: bytes) -> Key:
    """What tells *path* from every other, in the view that *key* is of."""
    return (*key[:-2], f"{path}?{query.decode()}")


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


def _keep(key: Key, answer: Response) -> None:
    body = answer.get_data()
    if PAGE in request.environ:
        _tell_size(key, len(body))
    if len(body) <= LONGEST and "Set-Cookie" not in answer.headers:
        _shelf().put(key, Page(body, tuple(answer.headers)))


def _tell_size(key: Key, size: int) -> None:
    """Tell every process how large a file is, and that its page is to name it."""
    sizes, file = _sizes(), key[:-1]
    if sizes.get(file) != size:
        sizes.put(file, size)
        page = (*_beside(key, request.environ[PAGE], request.query_string), PAGE)
        sizes.put(page, sizes.get(page) + 1)


def _sizes() -> KnownSizes:
    sizes: KnownSizes = current_app.extensions["tracker.sizes"]
    return sizes


def _shelf() -> Shelf:
    shelf: Shelf = current_app.extensions["tracker.shelf"]
    return shelf


def _is_for_everybody() -> bool:
    session = current_app.config["SESSION_COOKIE_NAME"]
    return request.method in ("GET", "HEAD") and session not in request.cookies
