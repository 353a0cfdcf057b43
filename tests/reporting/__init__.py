"""Tests of the pictures: they read the marks and the words, never the pixels."""
