"""Things that take long to make: made once however many ask, and kept for the next."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from threading import Lock
from typing import Generic, TypeVar

Made = TypeVar("Made")


class Kept(Generic[Made]):
    """The last *limit* things made, by key.

    Whoever asks for a thing that another is just making waits for that one. What fails
    is not kept: all who waited get the error, and the next one tries again.
    """

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self._things: OrderedDict[Hashable, Future[Made]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """The thing of this *key*; *make* is called only where nobody has made it."""
        with self._lock:
            thing = self._things.get(key)
            is_ours = thing is None
            if thing is None:
                thing = self._things[key] = Future()
                self._forget_oldest()
            self._things.move_to_end(key)
        if is_ours:
            self._make(key, thing, make)
        return thing.result()

    def peek(self, key: Hashable) -> Made | None:
        """The thing of this *key* if it is made already."""
        with self._lock:
            thing = self._things.get(key)
        is_made = thing is not None and thing.done() and thing.exception() is None
        return thing.result() if thing is not None and is_made else None

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._things.clear()

    def _make(
        self, key: Hashable, thing: Future[Made], make: Callable[[], Made]
    ) -> None:
        try:
            thing.set_result(make())
        except BaseException as problem:
            with self._lock:
                self._things.pop(key, None)
            thing.set_exception(problem)

    def _forget_oldest(self) -> None:
        while len(self._things) > self.limit:
            self._things.popitem(last=False)
