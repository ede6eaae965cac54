"""ITA workbook: Thailand's Integrity and Transparency Assessment, from scores to report."""

__version__ = "0.1.0"
