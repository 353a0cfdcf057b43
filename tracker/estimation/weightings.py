"""Other weights, drawn at random and always the same."""

from random import Random

from tracker.domain.bottlenecks import Part
from tracker.domain.weightings import Weighting

COUNT = 1_000
SEED = 2021


def random_weightings(count: int = COUNT) -> list[Weighting]:
    """Weights drawn evenly from all that add up to one.

    The draw begins from a fixed number, so that every call and every machine get the
    same ones.
    """
    draw = Random(SEED)
    return [_weighting(draw) for _ in range(count)]


def _weighting(draw: Random) -> Weighting:
    drawn = {part: draw.expovariate(1) for part in Part}
    whole = sum(drawn.values())
    return {part: value / whole for part, value in drawn.items()}
