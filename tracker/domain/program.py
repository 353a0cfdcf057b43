"""Plans, sectors and the programs in them: what is tracked, not how far it has come."""

from dataclasses import dataclass

from tracker.domain.dates import PartialDate
from tracker.domain.vocabulary import NumberBasis, TitleBasis


@dataclass(frozen=True, slots=True)
class Title:
    """A title in the three languages; Russian or Belarusian may be empty."""

    en: str
    ru: str = ""
    be: str = ""

    def in_language(self, language: str) -> str:
        """The title in *language*, or in English where the record has none."""
        return {"ru": self.ru, "be": self.be}.get(language) or self.en


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A package adopted together, such as UP2021."""

    code: str
    title: Title
    adopted_on: PartialDate | None = None
    starts_on: PartialDate | None = None
    ends_on: PartialDate | None = None
    item_count: int | None = None
    item_noun: str = ""
    summary: str = ""
    sources: tuple[str, ...] = ()
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Sector:
    """A field of work, such as energy."""

    code: str
    title: Title
    sort: int = 0
    version: int = 1

    @property
    def order(self) -> tuple[int, str]:
        """Sorts sectors; those of one number by code, so that none mix."""
        return (self.sort, self.code)


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """One item of a plan, whatever the plan calls it. It has no status: it has reports.

    ``title_translated`` names the languages whose title is our translation;
    ``due_on`` is what sources say of the item, shown but not what ``due`` rests on
    (see ``deadlines.due_of``).
    """

    code: str
    plan: str
    number: int
    number_basis: NumberBasis
    title: Title
    title_translated: tuple[str, ...] = ()
    title_basis: TitleBasis
    sector: str
    responsible_by: str = ""
    responsible_ru: str = ""
    starts_on: PartialDate | None = None
    due_on: PartialDate | None = None
    measures_total: int | None = None
    summary: str = ""
    sources: tuple[str, ...] = ()
    version: int = 1
