"""Charts: drawn once however many ask, and kept by revision, view and form.

They are kept in memory, and in a folder where every process of a server finds them and
where they outlive it.
"""

from collections.abc import Hashable
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tracker.domain.errors import BadInput, NotFound
from tracker.domain.program import Plan
from tracker.domain.scores import RULES, Rule
from tracker.domain.views import View
from tracker.domain.words import N_
from tracker.reporting.finding import Finding, Table
from tracker.reporting.frame import Frame, footer
from tracker.reporting.language import ENGLISH, Language
from tracker.reporting.links import Address, no_address
from tracker.reporting.render import to_pdf, to_png, to_svg
from tracker.services.catalogue import Catalogue, catalogue, nothing_held, record_mark
from tracker.services.change_between import a_year_before
from tracker.services.chart_list import CHARTS, Chart
from tracker.services.chart_values import Question
from tracker.services.completion import main_rule
from tracker.services.drawing_code import drawing_code
from tracker.services.kept import Kept
from tracker.services.kept_files import KeptFiles
from tracker.services.picture import Picture, from_bytes, picture_of, to_bytes
from tracker.services.progress import plan_in
from tracker.services.wanted_chart import ALL_PLANS, Format, Wanted, file_name
from tracker.storage.transactions import end_reading

if TYPE_CHECKING:
    from matplotlib.figure import Figure

KEPT_COUNT = 96
KEPT_FILES = 600
KEPT_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Audience:
    """For whom a chart is drawn: the language, and where its marks lead.

    ``where`` tells audiences apart whose addresses differ.
    """

    language: Language = ENGLISH
    address: Address = no_address
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a chart says in words and numbers, without the picture."""

    chart: Chart
    subject: str
    rule: Rule
    finding: Finding
    table: Table
    footer: str
    revision: int


@dataclass(frozen=True, slots=True)
class Gathered:
    """What was read from the record for a chart, and the question it answers."""

    asked: Question
    values: Any


_pictures: Kept[Picture] = Kept(KEPT_COUNT)
_gathered: Kept[Gathered] = Kept(KEPT_COUNT)


def gathered(wanted: Wanted) -> Gathered:
    """The values of a chart: read once for all its forms, its words and its table."""
    key = (replace(wanted, format="", width=0, scale=1), record_mark())
    return _gathered.get(key, lambda: _gather(wanted))


def _gather(wanted: Wanted) -> Gathered:
    asked = question(wanted)
    return Gathered(asked, CHARTS[wanted.name].gather(asked))


def chart(wanted: Wanted, audience: Audience, folder: Path | None = None) -> Picture:
    """The chart *wanted*; raises NotFound or BadInput for what nobody can draw.

    A kept one costs one statement and draws nothing; *folder* is where other processes
    keep theirs too.
    """
    wanted.check()
    key = (record_mark(), *_asked(wanted, audience))
    return _pictures.get(key, lambda: _found_or_drawn(wanted, audience, folder))


def kept_size(
    wanted: Wanted, audience: Audience, folder: Path | None = None
) -> int | None:
    """How many bytes the chart has, if it was drawn already."""
    picture = _pictures.peek((record_mark(), *_asked(wanted, audience)))
    if picture is None and folder is not None and (name := _name(wanted, audience)):
        kept = _files(folder).find(name)
        picture = from_bytes(kept) if kept is not None else None
    return len(picture.content) if picture else None


def _asked(wanted: Wanted, audience: Audience) -> tuple[Hashable, ...]:
    language = audience.language
    return (wanted, language.code, language.titles, audience.where)


def _name(wanted: Wanted, audience: Audience) -> str | None:
    """The name of the file: of what is asked, the record, and the code that draws.

    None where the record or the code may not be what they are said to be.
    """
    mark, code = catalogue().mark, drawing_code()
    if mark is None or code is None:
        return None
    key = (code, mark, *_asked(wanted, audience))
    return sha256(repr(key).encode()).hexdigest()[:40]


def _files(folder: Path) -> KeptFiles:
    return KeptFiles(folder, KEPT_FILES, KEPT_BYTES)


def _found_or_drawn(wanted: Wanted, audience: Audience, folder: Path | None) -> Picture:
    """The picture that any process has drawn; drawn here and now if none has."""
    name = _name(wanted, audience) if folder is not None else None
    if folder is None or name is None:
        return _draw(wanted, audience)
    files = _files(folder)
    kept = files.find(name)
    if kept is not None:
        return from_bytes(kept)
    end_reading()  # a writer need not wait for whoever waits here
    with files.claimed(name):
        kept = files.find(name)
        if kept is not None:
            return from_bytes(kept)
        picture = _draw(wanted, audience)
        if _name(wanted, audience) == name:  # the record did not move meanwhile
            files.put(name, to_bytes(picture))
        return picture


def facts(wanted: Wanted, language: Language) -> Facts:
    """The words and numbers of the chart *wanted*, without drawing it."""
    wanted.check()
    found, kind = gathered(wanted), CHARTS[wanted.name]
    asked, values = found.asked, found.values
    return Facts(
        chart=kind,
        subject=subject_of(wanted, asked),
        rule=asked.rule,
        finding=kind.describe(values, language),
        table=kind.tabulate(values, language),
        footer=footer(frame_of(wanted, asked, language)),
        revision=asked.held.revision,
    )


def question(wanted: Wanted) -> Question:
    """What *wanted* asks of the record as it stands.

    Raises NotFound for an unknown plan and BadInput for an unknown rule.
    """
    held = held_for(wanted.view)
    for rule in (wanted.rule, wanted.old_rule):
        _check_rule(rule)
    plan = (
        plan_in(held, wanted.plan) if wanted.plan else current_plan(held, wanted.view)
    )
    return Question(
        held=held,
        plan=plan,
        is_chosen=bool(wanted.plan),
        view=wanted.view,
        rule=RULES[wanted.rule or main_rule(plan)],
        earlier=wanted.earlier or a_year_before(wanted.view),
        old_rule=RULES[wanted.old_rule or wanted.rule or main_rule(plan)],
    )


def _check_rule(name: str) -> None:
    if name and name not in RULES:
        raise BadInput(
            N_("There is no completion rule “%(rule)s”. The rules are: %(rules)s."),
            field="rule",
            rule=name[:40],
            rules=", ".join(RULES),
        )


def held_for(view: View) -> Catalogue:
    """The catalogue, under the revision that *view* asks for, if it asks for one.

    Titles are those that stand today; what was promised has the revisions it stood in.
    """
    held = catalogue()
    return replace(held, revision=view.revision) if view.revision else held


def current_plan(held: Catalogue, view: View) -> Plan:
    """The latest plan begun by then; raises NotFound where there is no plan at all."""
    plans = list(held.plans.values())
    if not plans:
        raise nothing_held(NotFound)
    begun = [p for p in plans if p.starts_on and p.starts_on.first <= view.as_of]
    return max(begun or plans[:1], key=_first_day)


def _first_day(plan: Plan) -> date:
    return plan.starts_on.first if plan.starts_on else date.min


def subject_of(wanted: Wanted, asked: Question) -> str:
    """The code of the plan a chart is of, or the word for all of them."""
    kind = CHARTS[wanted.name]
    is_of_all = kind.is_of_all or (kind.may_be_of_all and not asked.is_chosen)
    return ALL_PLANS if is_of_all else asked.plan.code


def frame_of(wanted: Wanted, asked: Question, language: Language) -> Frame:
    """What stands around the picture."""
    kind = CHARTS[wanted.name]
    rules = [kind.rule]
    if kind.is_between and asked.old_rule != asked.rule:
        rules.append(f"{asked.old_rule.id} → {asked.rule.id}")
    elif kind.has_rule:
        rules.append(asked.rule.id)
    return Frame(
        view=wanted.view,
        revision=asked.held.revision,
        rule=", ".join(rule for rule in rules if rule),
        earlier=asked.earlier if kind.is_between else None,
        language=language,
        width=wanted.width,
    )


def _draw(wanted: Wanted, audience: Audience) -> Picture:
    found, kind = gathered(wanted), CHARTS[wanted.name]
    asked, values = found.asked, found.values
    end_reading()  # a writer need not wait for the drawing
    figure = kind.draw(values, frame_of(wanted, asked, audience.language))
    finding = kind.describe(values, audience.language)
    content = _rendered(figure, wanted, finding, audience.address)
    return picture_of(
        content,
        Format(wanted.format).mimetype,
        file_name(wanted, subject_of(wanted, asked), asked.held.revision),
    )


def _rendered(
    figure: "Figure", wanted: Wanted, finding: Finding, address: Address
) -> bytes:
    if wanted.format == Format.SVG:
        return to_svg(figure, wanted.name, finding, address)
    if wanted.format == Format.PNG:
        return to_png(figure, wanted.scale)
    return to_pdf(figure, finding, address)
