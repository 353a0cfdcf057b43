"""Tests of the estimates: textbook cases with the working, and scipy beside them."""
