"""Who waits for whom: everybody behind a program, the longest chain, and circles.

An edge is a pair (program, the program it waits for). networkx is loaded on first use.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from networkx import DiGraph

Wait = tuple[str, str]


def awaited_by(
    waits: Iterable[Wait], open_codes: Collection[str]
) -> dict[str, frozenset[str]]:
    """For each open program, the open programs that wait for it, directly or not.

    A wait for a program that is done or has left its plan holds nobody up, so it is
    left out, and with it the chains through that program. Nobody waits for itself,
    not even in a circle.
    """
    import networkx as nx

    graph = _graph(waits, open_codes)
    return {code: frozenset(nx.descendants(graph, code)) for code in sorted(graph)}


@dataclass(frozen=True, slots=True)
class Chain:
    """A longest chain of programs, the awaited first, and the circles there are.

    Programs that wait for one another in a circle stand in the chain together, by code.
    """

    codes: tuple[str, ...]
    circles: tuple[tuple[str, ...], ...] = ()


def longest_chain(waits: Iterable[Wait], open_codes: Collection[str]) -> Chain:
    """The longest chain of open programs that wait one for the next.

    Nobody waiting gives an empty chain. Of equally long chains the first by code wins.
    """
    import networkx as nx

    graph = _graph(waits, open_codes)
    knots = nx.condensation(graph)
    members = {knot: tuple(sorted(knots.nodes[knot]["members"])) for knot in knots}
    best: dict[int, tuple[str, ...]] = {}
    for knot in nx.topological_sort(knots):
        before = [best[earlier] for earlier in knots.predecessors(knot)]
        best[knot] = _longest(before) + members[knot]
    longest = _longest(best.values())
    circles = sorted(codes for codes in members.values() if len(codes) > 1)
    return Chain(longest if len(longest) > 1 else (), tuple(circles))


def _longest(chains: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return min(chains, key=lambda codes: (-len(codes), codes), default=())


def _graph(waits: Iterable[Wait], open_codes: Collection[str]) -> DiGraph[str]:
    import networkx as nx

    graph: DiGraph[str] = nx.DiGraph()
    wanted = frozenset(open_codes)
    graph.add_nodes_from(sorted(wanted))
    graph.add_edges_from(
        sorted(
            (awaited, program)
            for program, awaited in waits
            if program != awaited and {program, awaited} <= wanted
        )
    )
    return graph
