"""Tests of bringing a workbook back."""
