"""The words that a player reads stand in content/text, and every one that the program asks for is there."""

import ast
import re
from pathlib import Path

import pytest

from game.campaign.policies import BUILT_IN
from game.economy.causes import EXPLAINED
from game.economy.settings import SETTINGS
from game.politics.careers import Post
from game.reporting.indicators import Indicator, Stage
from game.ruleset import load

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "game").rglob("*.py"))


@pytest.fixture(scope="module")
def rules():
    return load([ROOT / "content"])


def asked_for() -> set[str]:
    """Text ids that stand whole in the source: ``texts("desk.close")``, ``talk.tell("play.over")``."""
    whole = re.compile(r"[a-z][a-z0-9_-]*(?:\.[a-z0-9_-]+)+")
    calls = (
        node for path in SOURCES for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and node.args and called(node) in {"texts", "tell", "words", "said"}
    )  # fmt: skip
    first = (node.args[0].value for node in calls if isinstance(node.args[0], ast.Constant))
    return {text_id for text_id in first if isinstance(text_id, str) and whole.fullmatch(text_id)}


def called(node: ast.Call) -> str:
    """The last name of what is called."""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def test_every_text_that_the_source_names_is_there(rules):
    missing = {text_id for text_id in asked_for() if not rules.texts.has(text_id)}
    assert not missing


def test_every_setting_has_a_name_a_help_and_words_for_its_choices(rules):
    for setting in SETTINGS.values():
        if setting.desk != "world":
            for part in ("name", "zh", "help", *setting.choices):
                assert rules.texts.has(f"setting.{setting.id}.{part}"), (setting.id, part)


def test_every_indicator_office_county_and_career_has_its_words(rules):
    parts = ("name", "zh", "unit", "unit_long", "lower")
    ids = [f"indicator.{line.value}.{part}" for line in Indicator for part in parts]
    ids += [f"stage.{stage.value}.name" for stage in Stage]
    ids += [f"county.{county}.{part}" for county in rules.prefecture.county_ids for part in ("name", "zh", "pinyin")]
    ids += [f"office.{office.id}.long" for office in rules.politics.offices]
    ids += [f"career.{post.value}.{part}" for post in Post for part in ("name", "text")]
    ids += [f"promise.{promise.id}" for promise in rules.politics.promises]
    ids += [note.text_id for note in rules.politics.covering_notes]
    ids += [f"consequence.{rule.code}" for rule in rules.politics.reaction.consequences]
    ids += [f"because.{rule.reason}" for rule in rules.politics.reaction.consequences]
    ids += [f"rival.{rival.id}.name" for rival in rules.reporting.rivals.rivals]
    ids += [f"reason.{pull.reason}" for pull in rules.reporting.pulls]
    ids += [f"reason.{step.reason}" for step in rules.reporting.upward.steps]
    assert [text_id for text_id in ids if not rules.texts.has(text_id)] == []


def test_every_cause_that_the_core_can_name_has_its_words(rules):
    words = re.compile(r"(?:then|chain)\([^)]*?\"([a-z]+(?:-[a-z]+)*)\"")
    named = {found for path in (ROOT / "game" / "economy").glob("*.py") for found in words.findall(path.read_text())}
    named -= set(EXPLAINED)
    assert [cause for cause in sorted(named) if not rules.texts.has(f"cause.{cause}")] == []


def test_every_refusal_has_its_words(rules):
    refusal = re.compile(r"Refusal\(\s*\"([a-z-]+)\"")
    codes = {code for path in SOURCES for code in refusal.findall(path.read_text(encoding="utf-8"))}
    assert codes
    assert [code for code in sorted(codes) if not rules.texts.has(f"refusal.{code}")] == []


def test_every_trouble_with_a_save_has_its_words(rules):
    error = re.compile(r"SaveError\(\s*\"([a-z-]+)\"")
    codes = {code for path in SOURCES for code in error.findall(path.read_text(encoding="utf-8"))}
    assert [code for code in sorted(codes) if not rules.texts.has(f"save.{code}")] == []


def literals(path: Path) -> list[str]:
    """String literals of a module that are no docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    bare = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [
        node.value for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in bare
    ]  # fmt: skip


def test_no_county_card_or_date_of_the_content_is_written_into_the_program(rules):
    own = {*rules.prefecture.county_ids, *rules.cards, *rules.scenarios, *(p.id for p in rules.people.values())}
    examples = {"author", "cli.py"}
    for path in SOURCES:
        if examples & set(path.relative_to(ROOT / "game").parts):
            continue
        for literal in literals(path):
            assert literal not in own, (path, literal)
            assert not re.fullmatch(r"19[456]\d-(spring|summer|autumn|winter)", literal), (path, literal)


@pytest.mark.parametrize("name", sorted(BUILT_IN))
def test_a_policy_says_what_it_does(name):
    assert BUILT_IN[name].meaning.endswith(".")
