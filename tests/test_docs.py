"""What is written beside the code stays true to it."""

import re
from pathlib import Path

from game.author.policies_page import page

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_policies_page_is_up_to_date():
    assert (ROOT / "docs" / "policies.md").read_text(encoding="utf-8") == page()


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
