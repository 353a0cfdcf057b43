"""Forms as a browser would send them: what a page holds, with what a person types."""

from html.parser import HTMLParser

from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse


class FormReader(HTMLParser):
    """Reads the words that the POST form of a page would send."""

    def __init__(self) -> None:
        super().__init__()
        self.words: MultiDict[str, str] = MultiDict()
        self._is_inside = False
        self._select = ""
        self._options: list[tuple[str, bool]] = []
        self._textarea: str | None = None
        self._text = ""

    def handle_starttag(self, tag, attrs):
        """Take in an input, or begin a form, a list or a text area."""
        found = dict(attrs)
        if tag == "form":
            self._is_inside = found.get("method") == "post"
        if not self._is_inside:
            return
        name = found.get("name", "")
        if tag == "input" and name:
            self._input(name, found)
        elif tag == "select":
            self._select, self._options = name, []
        elif tag == "option" and self._select:
            self._options.append((found.get("value", ""), "selected" in found))
        elif tag == "textarea":
            self._textarea, self._text = name, ""

    def _input(self, name, found):
        kind = found.get("type", "text")
        is_box = kind in {"radio", "checkbox"}
        if kind != "submit" and (not is_box or "checked" in found):
            self.words.add(name, found.get("value") or "")

    def handle_data(self, data):
        """Gather the text of a text area."""
        if self._textarea is not None:
            self._text += data

    def handle_endtag(self, tag):
        """End a form, a list or a text area."""
        if tag == "form":
            self._is_inside = False
        elif tag == "select" and self._select:
            first = self._options[0][0] if self._options else ""
            chosen = [value for value, is_chosen in self._options if is_chosen]
            self.words.add(self._select, chosen[0] if chosen else first)
            self._select = ""
        elif tag == "textarea" and self._textarea is not None:
            text = self._text.replace("\r\n", "\n").removeprefix("\n")
            self.words.add(self._textarea, text)
            self._textarea = None


def words_of(page: TestResponse | str) -> MultiDict[str, str]:
    """What the POST form of *page* would send if nobody typed anything."""
    reader = FormReader()
    reader.feed(page if isinstance(page, str) else page.text)
    return reader.words


def filled(page: TestResponse, /, **typed: str | list[str]) -> MultiDict[str, str]:
    """What the form of *page* sends after somebody typed; ``__`` stands for ``-``."""
    words = words_of(page)
    for name, value in typed.items():
        texts = [value] if isinstance(value, str) else value
        words.setlist(name.replace("__", "-"), texts)
    return words
