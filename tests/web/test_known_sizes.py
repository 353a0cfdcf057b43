"""Sizes that every process of the server knows."""

import os

import pytest

from tracker.web.known_sizes import SLOTS, KnownSizes


def test_a_size_is_known_by_its_key():
    sizes = KnownSizes()
    sizes.put(("a", 1), 20_083)

    assert sizes.get(("a", 1)) == 20_083
    assert sizes.get(("a", 2)) == 0


def test_a_later_key_in_the_same_place_takes_it():
    sizes = KnownSizes()
    sizes.put(5, 1)
    sizes.put(5 + SLOTS, 2)

    assert (sizes.get(5), sizes.get(5 + SLOTS)) == (0, 2)


def test_a_slot_written_by_halves_is_not_believed():
    sizes = KnownSizes()
    sizes.put(5, 1)
    sizes._memory[5 * 16 + 8] ^= 1

    assert sizes.get(5) == 0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has one process")
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_what_a_forked_process_made_is_known_to_the_others():
    sizes = KnownSizes()
    child = os.fork()
    if not child:
        sizes.put("a", 41)
        os._exit(0)

    os.waitpid(child, 0)

    assert sizes.get("a") == 41
