"""The workbook: its layout, its builder, its readers, its functions and its ribbon."""
