"""States as far as pictures and counts read them."""

from tracker.domain.state import UNKNOWN, State
from tracker.domain.vocabulary import Closure, Condition, Stage


def a_state(stage: str = "", closure: str = "", condition: str = "normal") -> State:
    """A state as far as pictures read it."""
    if not stage:
        return UNKNOWN
    return State(
        stage=Stage(stage),
        condition=Condition(condition),
        closure=Closure(closure) if closure else None,
    )
