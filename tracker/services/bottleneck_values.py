"""Bottlenecks as plain values, with every part of every score."""

from collections.abc import Mapping
from fractions import Fraction

from tracker.domain.bottlenecks import RULE, HeldProgram, Part, SectorBottleneck
from tracker.estimation.survival import StageTime
from tracker.services.bottlenecks import Bottlenecks
from tracker.services.plain_values import Values, day, number, title, view_values


def bottleneck_values(found: Bottlenecks) -> Values:
    """Bottlenecks by sector and program, with every part of every score."""
    return {
        **view_values(found.view, found.revision),
        "rule": RULE,
        "plans": [plan.code for plan in found.plans],
        "sectors": [
            _sector(row, found.first_shares[row.sector.code]) for row in found.sectors
        ],
        "programs": [_held(program) for program in found.programs],
        "keystones": [p.position.program.code for p in found.keystones],
        "longest_chain": list(found.chain.codes),
        "circles": [list(codes) for codes in found.chain.circles],
        "stages": [_stage(time) for time in found.stage_times],
    }


def _sector(row: SectorBottleneck, first_share: float) -> Values:
    return {
        "sector": row.sector.code,
        "title": title(row.sector.title),
        "score": number(row.score),
        "count": row.count,
        "open_count": row.open_count,
        "few": row.is_few,
        "shares": _parts(row.shares()),
        "mean_parts": _parts(row.mean_parts),
        "by_stage": {word or "unknown": n for word, n in row.by_stage.items()},
        "by_condition": {word or "unknown": n for word, n in row.by_condition.items()},
        "first_share": number(first_share),
    }


def _held(program: HeldProgram) -> Values:
    position = program.position
    return {
        "code": position.program.code,
        "title": title(position.program.title),
        "sector": position.program.sector,
        "stage": position.state.stage,
        "condition": position.state.condition,
        "score": number(program.score),
        "parts": _parts(program.parts),
        "due": day(position.due),
        "late_days": program.late_days,
        "late_for": program.late_for or None,
        "stage_days": program.stage_days,
        "silent_days": position.state.silent_days,
        "awaited_by": list(program.awaited_by),
    }


def _parts(parts: Mapping[Part, Fraction | None]) -> Values:
    return {part: number(value) for part, value in parts.items()}


def _stage(time: StageTime) -> Values:
    return {
        "stage": time.stay.stage,
        "median_days": time.median.day,
        "low": time.median.low,
        "high": time.median.high,
        "exit_count": time.stay.exit_count,
        "stay_count": time.stay.stay_count,
    }
