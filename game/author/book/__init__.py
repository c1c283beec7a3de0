"""The printable deck: every claim beside its source and page, for a historian's review (docs/authors/deck-book.md).

``items`` gathers and numbers what the packs hold; ``cards``, ``archive``, ``tables``, ``scenarios``, ``indexes`` and
``front`` write it as ``blocks``; ``html`` sets these for a browser, and ``pdf`` (with ``faces``, ``looks``,
``breaking``, ``setting``, ``paging``) for paper. Only ``pdf`` and ``faces`` know fpdf2, and only when a book is made.
"""
