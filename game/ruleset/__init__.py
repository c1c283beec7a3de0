"""From the files of packs to checked, plain dataclasses; everything wrong with them, with its place."""
