"""What is written beside the code stays true to it."""

import re
from pathlib import Path

from game.author import parameters_page
from game.author.policies_page import page
from game.campaign.policies import BUILT_IN
from game.economy.season import STAGES
from game.economy.villages import FACTORS
from game.ruleset import load
from game.ruleset.policy import read_policy

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
MODEL = (ROOT / "docs" / "model.md").read_text(encoding="utf-8")
COUNTERFACTUALS = ROOT / "docs" / "counterfactuals"


def test_the_policies_page_is_up_to_date():
    assert (ROOT / "docs" / "policies.md").read_text(encoding="utf-8") == page()


def test_the_parameters_page_is_up_to_date():
    """Write it anew with ``python -m game.author.refresh`` when a coefficient or its paper has changed."""
    assert (ROOT / "docs" / "parameters.md").read_text(encoding="utf-8") == parameters_page.page()


def test_the_model_tells_every_stage_in_the_order_of_the_season():
    stages = [f"{stage.__module__.split('.')[-1]}.{stage.__name__}" for stage in STAGES]
    assert re.findall(r"^\| `([a-z_]+\.[a-z_]+)` \|", MODEL, re.MULTILINE) == stages


def test_the_model_tells_every_factor_of_the_yield():
    factors = MODEL.partition("### The yield")[2].partition("\n### ")[0]
    assert re.findall(r"^\| ([a-z]+) \|", factors, re.MULTILINE) == ["factor", *FACTORS]


def test_every_documented_figure_stands_on_the_calibration_page():
    """Write it anew with ``python -m game.author.calibration_page > docs/calibration.md``."""
    told = (ROOT / "docs" / "calibration.md").read_text(encoding="utf-8")
    assert [figure for figure in load([ROOT / "content"]).calibration if f"`{figure}`" not in told] == []


def test_every_other_course_is_a_sound_policy_and_stands_in_the_model():
    rules = load([ROOT / "content"])
    for path in COUNTERFACTUALS.glob("*.yaml"):
        policy, problems = read_policy(path, rules, BUILT_IN, rules.scenarios["whole-file"])
        assert policy is not None
        assert problems == []
        assert (policy.name, f"[{path.stem}]" in MODEL) == (path.stem, True)


def test_the_readme_gives_two_commands_of_one_line():
    assert "\npython -m pip install -e . && python main.py\n" in README
    assert '\npython -m pip install -e ".[test]" && python -m pytest\n' in README


def test_what_the_readme_links_to_is_there():
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / target).exists(), target


def test_the_constraints_name_versions_and_no_addresses():
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if not line.startswith("#")]
    assert pins
    assert all(re.fullmatch(r"[A-Za-z0-9_.-]+==[0-9][0-9a-z.]*", line) for line in pins)


def test_every_decision_has_a_number_of_its_own():
    numbers = [path.name.split("-")[0] for path in (ROOT / "docs" / "decisions").glob("*.md")]
    assert len(numbers) == len(set(numbers))
