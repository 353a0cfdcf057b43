"""The real record as CSV files, and what reads them without the workbook code."""
