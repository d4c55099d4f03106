"""Bodies, positions and groups from a spreadsheet: what is in the file, what would happen, and making it so."""
