"""Tests of tracker.workbook: out, in, and what strangers send."""
