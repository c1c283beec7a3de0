"""The game in words: how figures are written, and the whole of it as plain text for a screen reader or a terminal."""
