"""One module for each sheet, or group of like sheets, that the builder writes."""
