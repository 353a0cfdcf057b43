"""Estimation: survival (Kaplan-Meier, competing ends) and the graph of who waits."""
