"""Tests of undoing a revision from its page."""
