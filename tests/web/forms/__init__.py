"""Tests of the forms alone."""
