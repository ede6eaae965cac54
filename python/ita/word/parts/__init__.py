"""The parts of a .docx: its package, XML, relations, charts and pictures."""
