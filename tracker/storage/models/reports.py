"""Reports: the history from which every state is computed."""

from datetime import date
from decimal import Decimal

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from tracker.storage.database import Base
from tracker.storage.models.kept import Kept, in_order, kept
from tracker.storage.types import Figure


class ReportRow(Kept, Base):
    """One dated report about one program; added and retired, never changed.

    The columns from ``day`` on follow from the others and from the cited sources (see
    ``storage.derived``): the day it counts from, the day it was public, its evidence
    grade, its stage as a number, and its place among the reports of its program. The
    indexes begin with what the as-of question asks for and end with the place, so that
    it is answered by seeks however long the history is.
    """

    __tablename__ = "report"
    __table_args__ = kept(
        *in_order("dated"),
        CheckConstraint("percent BETWEEN 0 AND 100", name="percent_in_range"),
        CheckConstraint("corrects <> number", name="corrects_another"),
        CheckConstraint("grade BETWEEN 'E0' AND 'E4'", name="grade_in_range"),
        Index("ix_report_place", "program", "place", "retired_in"),
        Index("ix_report_grade", "program", "grade", "place", "retired_in"),
        Index("ix_report_stage", "program", "stage_rank", "place", "retired_in"),
        Index(
            "ix_report_stage_grade",
            "program",
            "stage_rank",
            "grade",
            "place",
            "retired_in",
        ),
        Index(
            "ix_report_closure",
            "program",
            "place",
            sqlite_where=text("closure IS NOT NULL"),
        ),
        Index(
            "ix_report_told_ahead",
            "known_day",
            sqlite_where=text("day > known_day"),
        ),
        Index(
            "ix_report_reverses",
            "program",
            "place",
            sqlite_where=text("reverses"),
        ),
    )

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    program: Mapped[str] = mapped_column(ForeignKey("program.code"))
    dated: Mapped[str]
    dated_first: Mapped[date]
    dated_last: Mapped[date]
    known_on: Mapped[date | None]
    stage: Mapped[str]
    condition: Mapped[str]
    closure: Mapped[str | None]
    reverses: Mapped[bool]
    side: Mapped[str]
    percent: Mapped[Decimal | None] = mapped_column(Figure)
    kind: Mapped[str]
    note: Mapped[str]
    corrects: Mapped[int | None] = mapped_column(ForeignKey("report.number"))
    day: Mapped[date] = mapped_column(sort_order=80)
    known_day: Mapped[date] = mapped_column(sort_order=81)
    grade: Mapped[str] = mapped_column(sort_order=82)
    stage_rank: Mapped[int] = mapped_column(sort_order=83)
    place: Mapped[int] = mapped_column(BigInteger, sort_order=84)
