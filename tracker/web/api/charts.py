"""Charts as JSON: which there are, and the words and numbers of each."""

import re

from babel.numbers import NumberFormatError, parse_decimal
from flask.typing import ResponseReturnValue

from tracker.reporting.finding import FIGURE, Cell, Table
from tracker.services import charts as charts_service
from tracker.services.chart_list import CHARTS
from tracker.services.plain_values import Values, view_values
from tracker.services.wanted_chart import Wanted
from tracker.web.address import asked, chosen_plan, held, to, word
from tracker.web.api.blueprint import bp, whole
from tracker.web.charts import spoken
from tracker.web.language import page_language
from tracker.web.sides import with_sides
from tracker.web.translate import gettext

SPACES = re.compile(r"\s+")


@bp.get("/charts")
def charts() -> ResponseReturnValue:
    """Every chart there is, with the address of its page in the view."""
    chosen_plan()
    return {
        **view_values(asked().view, held().revision),
        "charts": [
            {
                "name": each.name,
                "label": gettext(each.label),
                "address": whole(to("charts.detail", name=each.name)),
            }
            for each in CHARTS.values()
        ],
    }


@bp.get("/charts/<name>")
def chart(name: str) -> ResponseReturnValue:
    """What one chart shows: its finding, and its numbers in rows under ``header``.

    ``shares`` tells which columns are parts of one, which the page has as percentages.
    """
    view, plan = asked().view, chosen_plan() or ""
    wanted = Wanted(name=name, view=view, plan=plan, rule=word("rule"))
    return chart_values(with_sides(wanted))


def chart_values(wanted: Wanted) -> Values:
    """The words and numbers of the chart *wanted*, in the language of the address."""
    found = charts_service.facts(wanted, spoken())
    return {
        **view_values(wanted.view, found.revision),
        "chart": found.chart.name,
        "label": gettext(found.chart.label),
        "subject": found.subject,
        "rule": found.rule.id if found.chart.has_rule else found.chart.rule or None,
        "title": found.finding.title,
        "sentence": found.finding.sentence,
        "caption": found.table.caption,
        "header": list(found.table.header),
        "rows": plain_rows(found.table),
        "shares": share_columns(found.table),
    }


def plain_rows(table: Table) -> list[list[Cell]]:
    """The rows of a chart's table; figures written for people become numbers again."""
    figures = table.numeric
    return [
        [plain(cell) if index in figures else cell for index, cell in enumerate(row)]
        for row in table.rows
    ]


def share_columns(table: Table) -> list[int]:
    """The numbers, from 0, of the columns that hold parts of one."""
    return [
        index
        for index in sorted(table.numeric)
        if any(str(row[index]).endswith("%") for row in table.rows)
    ]


def plain(cell: Cell) -> Cell:
    """A figure as a number, a percentage as the part of one it is."""
    if not isinstance(cell, str) or not FIGURE.fullmatch(cell):
        return cell
    text = SPACES.sub("", cell)
    try:
        found = parse_decimal(text.removesuffix("%"), locale=page_language())
    except NumberFormatError:
        return cell
    if text.endswith("%"):
        return float(found / 100)
    return int(found) if found == found.to_integral_value() else float(found)
