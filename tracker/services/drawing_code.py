"""The code that draws: a mark that tells one version of it from every other."""

import time
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

PACKAGE = Path(__file__).parents[1]
TRANSLATIONS = PACKAGE.parent / "translations"
# What draws and writes beside our own code.
LIBRARIES = ("matplotlib", "scipy", "Babel")
LOADED_AT = time.time()


@cache
def drawing_code() -> str | None:
    """A mark of everything that a kept picture follows from beside the record.

    It is that of every source file, so that nobody has to remember what a picture rests
    on; it takes some milliseconds, once a process. None where a file was put in place
    after this process began: then it is not the code that runs here.
    """
    sources = [*PACKAGE.rglob("*.py"), *TRANSLATIONS.rglob("*.mo")]
    if any(path.stat().st_ctime > LOADED_AT for path in sources):
        return None
    mark = sha256(" ".join(version(name) for name in LIBRARIES).encode())
    for path in sorted(sources):
        mark.update(path.relative_to(PACKAGE.parent).as_posix().encode())
        mark.update(path.read_bytes())
    return mark.hexdigest()[:16]
