"""New sources: named by who publishes them and when, and never entered twice."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from urllib.parse import urlsplit

from tracker.domain.errors import RuleBroken
from tracker.domain.source import Source, is_web_address
from tracker.domain.words import N_

NAMELESS = "source"
LONGEST_NAME = 40
# Where a country's registry sells names below these, they name no publisher.
SHARED_SUFFIXES = frozenset({"com", "co", "org", "net", "gov", "edu"})


def settle(
    new: Iterable[Source], held: Mapping[str, Source]
) -> tuple[tuple[Source, ...], tuple[Source, ...]]:
    """Part *new* sources into those to add, now named, and those *held* already.

    A source is held already when the record cites its very address.
    """
    by_address = {address_key(source.url): source for source in held.values()}
    taken = set(held)
    added: list[Source] = []
    reused: list[Source] = []
    for source in new:
        same = by_address.get(address_key(source.url)) if source.url else None
        if same is not None:
            if same.id in held:
                reused.append(same)
            continue
        named = replace(source, id=name_of(source, taken))
        taken.add(named.id)
        by_address[address_key(named.url)] = named
        added.append(named)
    return tuple(added), tuple(dict.fromkeys(reused))


def own_source(source: Source, held: Mapping[str, Source]) -> Source:
    """A source entered or edited for itself, named where it is new.

    Raises RuleBroken where another source has its address.
    """
    was = held.get(source.id)
    if was is None or address_key(was.url) != address_key(source.url):
        others = {key: known for key, known in held.items() if key != source.id}
        _, same = settle((source,), others)
        if same:
            raise RuleBroken(
                N_("The record has this address already, as the source “%(id)s”."),
                field="url",
                id=same[0].id,
            )
    return source if source.id else replace(source, id=name_of(source, set(held)))


def picked_source(text: str, held: Mapping[str, Source]) -> str:
    """The id of the source picked by its id, its address or words that only it has.

    Gives *text* back where no source fits; raises RuleBroken where several do.
    """
    if text in held:
        return text
    if "://" in text:
        fitting = [s for s in held.values() if address_key(s.url) == address_key(text)]
        return fitting[0].id if fitting else text
    fitting = [source for source in held.values() if _has_words(source, text)]
    if len(fitting) > 1:
        raise RuleBroken(
            N_(
                "%(count)s sources fit “%(text)s”. Type more of the publisher, the "
                "title or the date, or pick one of the list."
            ),
            field="sources",
            count=len(fitting),
            text=text[:60],
        )
    return fitting[0].id if fitting else text


def _has_words(source: Source, text: str) -> bool:
    dated = source.dated.text if source.dated else ""
    parts = (source.id, source.publisher, source.title, dated)
    haystack = " ".join(parts).casefold()
    return all(word in haystack for word in text.casefold().split())


def address_key(url: str) -> str:
    """What two addresses of one page share, however they were copied."""
    bare = url.partition("#")[0].rstrip("/")
    return re.sub(r"^https?://(www\.)?", "", bare, flags=re.IGNORECASE)


def name_of(source: Source, taken: AbstractSet[str]) -> str:
    """A name that is free: the site or publisher, and the date ("tass-2021-09-10")."""
    stem = site_name(source.url) or latin(source.publisher) or NAMELESS
    date = source.dated.text if source.dated else ""
    name = "-".join(part for part in (stem[:LONGEST_NAME], date) if part)
    free, number = name, 2
    while free in taken:
        free, number = f"{name}-{number}", number + 1
    return free


def site_name(url: str) -> str:
    """The word a site is known by: "tass" of https://www.tass.com/page."""
    if not is_web_address(url):
        return ""
    labels = (urlsplit(url).hostname or "").split(".")[:-1]
    if len(labels) > 1 and labels[-1] in SHARED_SUFFIXES:
        labels.pop()
    return latin(labels[-1]) if labels else ""


def latin(text: str) -> str:
    """The Latin letters and digits of *text*, its other signs as single hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
