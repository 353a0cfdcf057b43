"""A warm start: what every request needs is made ready before the server is divided."""

import gc

from flask import Flask

from tracker.storage.database import db

# The page that most others share their parts with, and a file.
DRAWN = ("/programs", "/static/tracker.css")


def warm_up(app: Flask) -> None:
    """Answer a few requests, and let go of the record again.

    What they load stays in memory that all processes share, and none of them has a slow
    first answer. Whatever is wrong with the record is said to those who ask for it.
    What was loaded until now stays for good, so the garbage collector need not look at
    it again; that keeps the slowest requests short.
    """
    reader = app.test_client()
    hosts = app.config["TRUSTED_HOSTS"] or ["localhost"]
    for address in DRAWN:
        reader.get(address, headers={"Host": hosts[0].lstrip(".")}).close()
    with app.app_context():
        db.session.remove()
        db.engine.dispose()
    gc.collect()
    gc.freeze()
