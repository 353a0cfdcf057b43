"""Tests of the domain: hand-made cases with the working beside them."""
