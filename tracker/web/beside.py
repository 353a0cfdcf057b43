"""Work beside the requests: begun by one of them, and not waited for."""

from collections.abc import Callable
from threading import Thread

from flask import current_app


def beside_requests(work: Callable[[], None]) -> None:
    """Run *work* in a thread of its own, with the application around it."""
    app = current_app._get_current_object()  # type: ignore[attr-defined] # a proxy

    def run() -> None:
        with app.app_context():
            work()

    Thread(target=run, name="beside requests", daemon=True).start()
