"""What the source says of a dataclass's fields: the texts below them, for editors and the authors' reference."""

from __future__ import annotations

import ast
import inspect
import textwrap
from itertools import pairwise
from typing import Any


def docstrings(plain: type[Any]) -> dict[str, str]:
    """The texts below the fields in the source; none where the program was built without its source."""
    try:
        source = inspect.getsource(plain)
    except OSError:
        return {}
    (body,) = ast.parse(textwrap.dedent(source)).body
    found = {}
    statements = body.body if isinstance(body, ast.ClassDef) else []
    for field, text in pairwise(statements):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(text, ast.Expr):
            found[field.target.id] = " ".join(str(ast.literal_eval(text.value)).split())
    return found
