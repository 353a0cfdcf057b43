"""Workbooks meant to harm or mislead, made by code; and ordinary ones beside them."""
