"""Files as answers: under a name that every browser reads, whatever its letters."""

import re
from unicodedata import normalize
from urllib.parse import quote

from flask import Response

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# What RFC 5987 lets stand as it is.
UNQUOTED = "!#$&+-.^_`|~"
NOT_IN_NAMES = re.compile(r"[^\w.@-]+|-{2,}")


def give_name(answer: Response, name: str, *, is_saved: bool = True) -> Response:
    """Name the file of *answer*, by RFC 6266: letters beyond Latin stand beside."""
    kind = "attachment" if is_saved else "inline"
    tidy = NOT_IN_NAMES.sub("-", name).strip("-")
    latin = normalize("NFKD", tidy).encode("ascii", "ignore").decode()
    names = {"filename": NOT_IN_NAMES.sub("-", latin).lstrip("-.") or "file"}
    if latin != tidy:
        names["filename*"] = f"UTF-8''{quote(tidy, safe=UNQUOTED)}"
    answer.headers.set("Content-Disposition", kind, **names)
    return answer
