"""The window: scenes on a desk of paper, drawn with pygame-ce."""
