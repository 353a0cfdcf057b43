"""A made-up record that has one of everything a public page can show."""

from datetime import date
from decimal import Decimal

from tests.factories import (
    SOURCE,
    a_claim,
    a_deadline,
    a_dependency,
    a_lineage,
    a_plan,
    a_program,
    a_report,
    a_sector,
    a_source,
    an_act,
    an_event,
)
from tracker.domain.changes import Add, Origin, Retire
from tracker.domain.program import Title
from tracker.domain.record import Fact, Kind
from tracker.domain.vocabulary import TitleBasis
from tracker.services import door
from tracker.services.door import Author

TODAY = date(2024, 6, 1)
VIEW = "as_of=2023-12-31"
LAW = "law-source"
GAS, OIL, SECRET = "TEST2021-01", "TEST2021-02", "TEST2021-03"
FINISHED, MOVED, HEIR = "TEST2021-04", "TEST2021-05", "NEXT2024-01"

CATALOGUE: tuple[Fact, ...] = (
    a_source(SOURCE, dated="2022-05-01", language="en"),
    a_source(LAW, grade="A", dated="2022-06-01", publisher="Test Gazette"),
    a_plan(
        adopted_on="2021-11-04",
        title=Title("Test plan", "Тестовый план"),
        item_count=5,
    ),
    a_plan(
        "NEXT2024",
        starts_on="2024",
        ends_on="2026",
        adopted_on="2024-01-29",
        title=Title("Next test plan"),
    ),
    a_sector("energy", "Test energy", 10),
    a_sector("trade", "Test trade", 20),
    a_program(
        GAS,
        sector="energy",
        title=Title("Test gas", "Тестовый газ", "Тэставы газ"),
        title_translated=("be",),
        title_basis=TitleBasis.PRESS,
        responsible_by="Test Ministry",
        summary="A made-up summary.",
    ),
    a_program(OIL, sector="energy", title=Title("Test oil")),
    a_program(
        SECRET,
        sector="trade",
        title=Title("Test unnamed item"),
        title_basis=TitleBasis.UNPUBLISHED,
    ),
    a_program(FINISHED, sector="trade", title=Title("Test finished")),
    a_program(MOVED, sector="trade", title=Title("Test moved on")),
    a_program(HEIR, sector="energy", title=Title("Test gas, again")),
)
REPORTS: tuple[Fact, ...] = (
    a_report("", program=GAS, dated="2022-05", note="Word of a minister."),
    a_report("", program=GAS, dated="2024-03-01", note="A later word."),
    a_report("", program=GAS, dated="2022-07-01", stage="completed", note="Wrong."),
    a_report(
        "",
        program=OIL,
        dated="2023-10-01",
        stage="partly_done",
        condition="stalled",
        kind="independent_assessment",
    ),
    a_report("", program=OIL, dated="2023-11-01", stage="completed"),
    a_report("", program=FINISHED, dated="2022-06-01", stage="completed"),
    a_report(
        "",
        program=FINISHED,
        dated="2022-06-01",
        stage="completed",
        kind="legal_act",
        sources=(LAW,),
    ),
    a_report(
        "",
        program=MOVED,
        dated="2023-12-03",
        stage="completed",
        closure="carried_over",
    ),
)
REST: tuple[Fact, ...] = (
    a_deadline("", program=GAS, stated_on="2021-09-10", due="2022-07"),
    a_deadline("", program=GAS, stated_on="2022-06-01", due="2023-12-01"),
    a_deadline("", program=OIL, milestone="Whole program", due="2025-12-31"),
    a_claim("", note="Made-up words about the whole plan."),
    a_claim(
        "",
        dated="2023-04-30",
        metric="share_completed",
        low=Decimal(80),
        high=Decimal(80),
        unit="percent_unspecified",
        qualifier="almost",
    ),
    an_act("", signed_on="2022-06-01", programs=(GAS,), title_ru="Тестовый договор"),
    a_lineage("", origin=GAS, heir=HEIR, note="A made-up tie."),
    a_dependency("", program=GAS, waits_for=OIL),
    an_event("", dated="2022-05-03", region="Test region", programs=(GAS,)),
)


def enter_public_record() -> None:
    """Fill the empty record in one revision, then retire the wrong report."""
    author = Author("Test maker", Origin.SEED)
    facts = (*CATALOGUE, *REPORTS, *REST)
    door.enter([Add(fact) for fact in facts], author, "Test record", TODAY)
    door.enter([Retire(Kind.REPORT, "R0003", 1)], author, "A wrong report", TODAY)
