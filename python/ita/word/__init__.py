"""The Word reports: their context, charts, templates and rendering."""
