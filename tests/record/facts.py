"""Reads the CSV files of the real record into domain facts.

It shares nothing with the workbook code, so that tests can hold the two against each
other.
"""

import csv
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from tracker.domain.acts import Act
from tracker.domain.claims import Claim
from tracker.domain.dates import PartialDate
from tracker.domain.deadlines import Deadline
from tracker.domain.events import Event
from tracker.domain.lineage import Dependency, Lineage
from tracker.domain.program import Plan, Program, Sector, Title
from tracker.domain.record import Kind, Record, numbered_key
from tracker.domain.report import Report
from tracker.domain.source import Source
from tracker.domain.vocabulary import (
    ActKind,
    Bound,
    Closure,
    Condition,
    DependencyBasis,
    EventKind,
    LineageBasis,
    Metric,
    NumberBasis,
    Relation,
    ReportKind,
    Side,
    SourceGrade,
    SourceType,
    Stage,
    TitleBasis,
    Trend,
    Unit,
)

CSV_FOLDER = Path(__file__).parent / "csv"
Row = dict[str, str]
T = TypeVar("T")


def rows_of(name: str, folder: Path = CSV_FOLDER) -> list[Row]:
    """The rows of one CSV file as they stand."""
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def facts_from_csv(folder: Path = CSV_FOLDER, *, revision: int = 0) -> Record:
    """The whole record of the CSV files, in their order.

    Lineage and dependencies have no ids there; they get L001.. and W001.. in order.
    """

    def facts(name: str, make: Callable[[Row], T]) -> tuple[T, ...]:
        return tuple(make(row) for row in rows_of(name, folder))

    return Record(
        sources=facts("sources", _source),
        plans=facts("plans", _plan),
        sectors=facts("sectors", _sector),
        programs=facts("programs", _program),
        reports=facts("reports", _report),
        deadlines=facts("deadlines", _deadline),
        claims=facts("claims", _claim),
        acts=facts("acts", _act),
        lineage=tuple(_numbered(_lineage, "lineage", Kind.LINEAGE, folder)),
        dependencies=tuple(
            _numbered(_dependency, "dependencies", Kind.DEPENDENCY, folder)
        ),
        events=facts("events", _event),
        revision=revision,
    )


def _numbered(
    make: Callable[[str, Row], T], name: str, kind: Kind, folder: Path
) -> Iterator[T]:
    for number, row in enumerate(rows_of(name, folder), start=1):
        yield make(numbered_key(kind, number), row)


def _list(text: str) -> tuple[str, ...]:
    return tuple(text.split(";")) if text else ()


def _date(text: str) -> PartialDate | None:
    return PartialDate.parse(text) if text else None


def _number(text: str) -> Decimal | None:
    return Decimal(text) if text else None


def _whole(text: str) -> int | None:
    return int(text) if text else None


def _title(row: Row) -> Title:
    return Title(row["title_en"], row["title_ru"], row["title_be"])


def _plan(row: Row) -> Plan:
    return Plan(
        code=row["code"],
        title=_title(row),
        adopted_on=_date(row["adopted_on"]),
        starts_on=_date(row["starts_on"]),
        ends_on=_date(row["ends_on"]),
        item_count=_whole(row["item_count"]),
        item_noun=row["item_noun_en"],
        summary=row["summary_en"],
        sources=_list(row["sources"]),
    )


def _sector(row: Row) -> Sector:
    return Sector(code=row["code"], title=_title(row), sort=int(row["sort"]))


def _program(row: Row) -> Program:
    return Program(
        code=row["code"],
        plan=row["plan"],
        number=int(row["number"]),
        number_basis=NumberBasis(row["number_basis"]),
        title=_title(row),
        title_translated=_list(row["title_translated"]),
        title_basis=TitleBasis(row["title_basis"]),
        sector=row["sector"],
        responsible_by=row["responsible_by"],
        responsible_ru=row["responsible_ru"],
        starts_on=_date(row["starts_on"]),
        due_on=_date(row["due_on"]),
        measures_total=_whole(row["measures_total"]),
        summary=row["summary_en"],
        sources=_list(row["sources"]),
    )


def _report(row: Row) -> Report:
    return Report(
        key=row["id"],
        program=row["program"],
        dated=PartialDate.parse(row["dated"]),
        stage=Stage(row["stage"]),
        condition=Condition(row["condition"]),
        closure=Closure(row["closure"]) if row["closure"] else None,
        side=Side(row["side"]),
        percent=_number(row["percent"]),
        kind=ReportKind(row["kind"]),
        note=row["note_en"],
        sources=_list(row["sources"]),
    )


def _deadline(row: Row) -> Deadline:
    return Deadline(
        key=row["id"],
        program=row["program"],
        milestone=row["milestone"],
        stated_on=PartialDate.parse(row["stated_on"]),
        due=PartialDate.parse(row["due"]),
        bound=Bound(row["bound"]),
        note=row["note_en"],
        sources=_list(row["sources"]),
    )


def _claim(row: Row) -> Claim:
    return Claim(
        key=row["id"],
        dated=PartialDate.parse(row["dated"]),
        claimant=row["claimant"],
        role=row["role"],
        plan=row["plan"],
        metric=Metric(row["metric"]),
        low=_number(row["low"]),
        high=_number(row["high"]),
        unit=Unit(row["unit"]) if row["unit"] else None,
        qualifier=row["qualifier"],
        note=row["note_en"],
        sources=_list(row["sources"]),
    )


def _act(row: Row) -> Act:
    return Act(
        key=row["id"],
        signed_on=_date(row["signed_on"]),
        in_force_on=_date(row["in_force_on"]),
        title_en=row["title_en"],
        title_ru=row["title_ru"],
        kind=ActKind(row["kind"]),
        programs=_list(row["programs"]),
        plan=row["plan"],
        note=row["note_en"],
        sources=_list(row["sources"]),
    )


def _lineage(key: str, row: Row) -> Lineage:
    return Lineage(
        key=key,
        origin=row["from"],
        heir=row["to"],
        relation=Relation(row["relation"]),
        basis=LineageBasis(row["basis"]),
        note=row["note_en"],
        sources=_list(row["sources"]),
    )


def _dependency(key: str, row: Row) -> Dependency:
    return Dependency(
        key=key,
        program=row["program"],
        waits_for=row["waits_for"],
        basis=DependencyBasis(row["basis"]),
        note=row["note_en"],
        sources=_list(row["sources"]),
    )


def _event(row: Row) -> Event:
    return Event(
        key=row["id"],
        dated=PartialDate.parse(row["dated"]),
        kind=EventKind(row["kind"]),
        region=row["region"],
        title=row["title_en"],
        amount=_number(row["amount"]),
        currency=row["currency"],
        trend=Trend(row["trend"]) if row["trend"] else None,
        programs=_list(row["programs"]),
        sources=_list(row["sources"]),
    )


def _source(row: Row) -> Source:
    return Source(
        id=row["id"],
        url=row["url"],
        publisher=row["publisher"],
        title=row["title"],
        dated=_date(row["dated"]),
        language=row["language"],
        type=SourceType(row["type"]),
        grade=SourceGrade(row["grade"]),
        note=row["note"],
    )
