"""Other weights: how far the order of the sectors hangs on the weights chosen."""

from collections.abc import Mapping, Sequence

from tracker.domain.bottlenecks import HeldProgram, Part, SectorBottleneck

Weighting = Mapping[Part, float]
Measured = Sequence[tuple[Part, float]]


def first_shares(
    ranked: Sequence[SectorBottleneck], weightings: Sequence[Weighting]
) -> dict[str, float]:
    """The share of *weightings* by which each sector would come first, by its code.

    Sectors that tie for the first place share it; where nothing is open none is first.
    """
    firsts = {row.sector.code: 0.0 for row in ranked}
    measured = {
        row.sector.code: ([_measured(held) for held in row.held], row.count)
        for row in ranked
        if row.held
    }
    if not measured:
        return firsts
    for weights in weightings:
        scores = {
            code: sum(_score(held, weights) for held in rows) / count
            for code, (rows, count) in measured.items()
        }
        best = max(scores.values())
        leading = [code for code, score in scores.items() if score == best]
        for code in leading:
            firsts[code] += 1 / (len(leading) * len(weightings))
    return firsts


def _measured(held: HeldProgram) -> Measured:
    return [(part, float(v)) for part, v in held.parts.items() if v is not None]


def _score(measured: Measured, weights: Weighting) -> float:
    used = sum(weights[part] for part, _ in measured)
    return sum(weights[part] * value for part, value in measured) / used if used else 0
