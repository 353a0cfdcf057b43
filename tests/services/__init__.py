"""Tests of tracker.services: one file a use case."""
