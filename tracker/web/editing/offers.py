"""What the inputs of a form offer: codes and names with the words people know."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from wtforms.fields.choices import SelectChoice

from tracker.domain.changes import program_of
from tracker.domain.program import Plan, Program, Sector, Title
from tracker.domain.record import Fact
from tracker.domain.source import Source
from tracker.services.catalogue import catalogue
from tracker.services.choices import choices, sources_named
from tracker.web.forms.fact import FactForm
from tracker.web.forms.fields import CodeField
from tracker.web.language import language

LONGEST_TITLE = 90
F = TypeVar("F", bound=FactForm)
Suggestions = list[tuple[str, str]]


def references() -> Mapping[str, Any]:
    """The sources and programs that a form can name, for its lists of suggestions."""
    held = choices()
    sources = [(source.id, source_words(source)) for source in held.sources]
    programs = [(program.code, title_words(program)) for program in held.programs]
    return {"suggested": {"sources": sources, "programs": programs}}


def source_words(source: Source) -> str:
    """A source as people look for it: publisher, date, title."""
    date = source.dated.text if source.dated else ""
    title = source.title or source.url
    if len(title) > LONGEST_TITLE:
        title = f"{title[:LONGEST_TITLE]}…"
    return " · ".join(part for part in (source.publisher, date, title) if part)


def title_words(item: Program | Plan | Sector) -> str:
    """A title in the language of the page."""
    title: Title = item.title
    return title.in_language(language())


def about(fact: Fact) -> str:
    """The program that *fact* is about, if it is about one."""
    program = catalogue().programs.get(program_of(fact))
    return f"{program.code} · {title_words(program)}" if program else ""


def words_of_codes(name: str, codes: Sequence[str]) -> Mapping[str, str]:
    """The words for those of *codes* that the record knows, in a field of this *name*.

    The name is that of a field of a fact: plan, sector, programs, sources.
    """
    if name == "sources":
        return {source.id: source_words(source) for source in sources_named(codes)}
    held = catalogue()
    known: dict[str, Mapping[str, Program | Plan | Sector]] = {
        "plan": held.plans,
        "sector": held.sectors,
        "programs": held.programs,
    }
    found = (known[name].get(code) for code in codes)
    return {item.code: title_words(item) for item in found if item}


def with_choices(form: F) -> F:
    """Give the lists of *form* the plans and sectors that the record has."""
    held = catalogue()
    for field in form:
        if isinstance(field, CodeField):
            field.choices = to_choose(getattr(held, field.what).values(), field.blank)
    return form


def to_choose(
    items: Iterable[Plan | Sector], blank: str | None = None
) -> list[SelectChoice]:
    """Plans or sectors as the choices of a list, after a *blank* one."""
    found = [SelectChoice(item.code, title_words(item)) for item in items]
    return found if blank is None else [SelectChoice("", blank), *found]
