"""Passwords at their real cost: slow for a guesser, the same for an unknown name."""

from time import perf_counter

from argon2 import extract_parameters

from tracker.services import users


def test_an_unknown_name_costs_what_a_known_one_costs():
    real = extract_parameters(users.HASHER.hash("a password for this test"))

    assert extract_parameters(users.NOBODY) == real


def test_the_hash_of_nobody_opens_to_nothing():
    assert not users._matches(users.NOBODY, "")


def test_a_hash_takes_long_enough():
    began = perf_counter()
    users.HASHER.hash("a password for this test")

    assert perf_counter() - began > 0.02
