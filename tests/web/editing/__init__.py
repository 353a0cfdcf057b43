"""Tests of the editors' forms."""
