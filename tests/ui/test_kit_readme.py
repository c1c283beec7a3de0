"""The page that scene writers read names every widget there is."""

import ast

from test_kit_sections import ASSETS

UI = ASSETS.parent / "game" / "ui"
INNER = {
    "Widget", "Pressable", "Marked", "Chart", "NumberInput", "Box", "Tab", "Segment", "Radio", "Mark", "RowWidget",
    "LedgerRow", "SectionView", "TermLink", "RuleNote", "CountyRegion",
}  # fmt: skip
"""Widgets that scenes never make themselves."""


def widget_classes() -> set[str]:
    bases: dict[str, set[str]] = {}
    files = [*sorted((UI / "widgets").glob("*.py")), UI / "wall_map.py", UI / "small_map.py"]
    for path in files:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                bases[node.name] = {base.id for base in node.bases if isinstance(base, ast.Name)}
    found = {"Widget"}
    while new := {name for name, parents in bases.items() if parents & found} - found:
        found |= new
    return {name for name in found if not name.startswith("_")}


def test_the_readme_names_every_widget_that_a_scene_can_make():
    text = (UI / "README.md").read_text(encoding="utf-8")
    assert sorted(name for name in widget_classes() - INNER if f"`{name}" not in text and f"{name}(" not in text) == []


def test_only_the_listed_widgets_are_inner_ones():
    assert widget_classes() >= INNER
