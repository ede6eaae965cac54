"""Reading a workbook: cells to an assessment, and what was wrong with them."""
