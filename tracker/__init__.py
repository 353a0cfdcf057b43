"""Tracks how far an international integration package has been carried out."""
