"""Acts: treaties, laws, decrees and other papers that carry programs out."""

from dataclasses import dataclass

from tracker.domain.dates import PartialDate
from tracker.domain.vocabulary import ActKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One act; ``programs`` are the codes it carries out, ``plan`` may be empty."""

    key: str = ""
    signed_on: PartialDate | None = None
    in_force_on: PartialDate | None = None
    title_en: str
    title_ru: str = ""
    kind: ActKind
    programs: tuple[str, ...] = ()
    plan: str = ""
    note: str = ""
    sources: tuple[str, ...] = ()
    version: int = 1
