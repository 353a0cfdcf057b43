"""Fixtures for every test; those of one matter lie in a module of their own."""

pytest_plugins = ["tests.database"]
