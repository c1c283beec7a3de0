"""Offices and their lines, what they make of a file, audits, the dossier, county secretaries, careers, promises."""
