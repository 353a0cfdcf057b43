"""Journeys through the tracker in a real browser."""
