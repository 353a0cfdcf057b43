"""Tests of tracker.cli: the commands as people type them."""
