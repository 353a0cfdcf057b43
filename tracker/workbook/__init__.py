"""The record as a workbook: written, read back, compared. Only here is Excel known."""
