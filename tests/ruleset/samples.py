"""A small pack that is sound, and ways to break it in one place."""

from __future__ import annotations

from pathlib import Path

MANIFEST = """\
id: small
title: A small pack
version: 0.1.0
language: en
licence: CC BY 4.0
authors: [A historian]
sources:
  - {id: hou, short: Hou, title: A dissertation, author: Xiaojia Hou, cite_by: page, pages: 213}
  - {id: wong, short: Wong, title: An article, author: Mia Wong, cite_by: section, sections: ["1", "2"]}
  - {id: outside, short: outside, title: Outside, author: various, cite_by: note}
"""

DECK = """\
cards:
  - id: two-numbers
    title: Two numbers for one field
    kind: report
    paper: {head: 中共武鄉縣委, head_en: Wuxiang county committee, date: "1951-10-23", seal: none}
    window: {from: 1951-autumn, to: 1951-winter}
    when: trust < 0.4 and cooperatives > 0
    speaks: du-wenbin
    text: >-
      The report says 1.8 [[dan]] a [[mou|mou of land]]. Our summary says 2.6.
    content_note: hunger
    reduced_text: The report says one thing and the summary another.
    default: send-it
    choices:
      - id: send-it
        text: Send it as typed.
        guess: {by: du-wenbin, says: It will be printed.}
        files: {indicator: coop_yield, jin_a_mou: 390}
        taken: true
        effects:
          - standing: {with: province, by: 0.06}
          - set: {setting: exit_allowed, value: false}
          - flag: sent-two-point-six
          - follow_up: {card: visitors, after: 1}
      - id: have-it-weighed
        text: Have it weighed.
        when: team_turns >= 3
        locked: No team is left.
        costs: {team_turns: 3}
    documented: The prefecture passed 2.6 on.
    terms: [dan]
    mark: recorded
    sources:
      - {source: hou, page: "95, 99-102", mark: recorded}
  - id: visitors
    title: Visitors
    kind: visit
    window: {from: 1951-winter, to: 1951-winter}
    only_follow_up: true
    when: sent_two_point_six
    text: They have come to see the field.
    default: show-them
    choices:
      - id: show-them
        text: Show them the field.
        effects:
          - trust: {by: -0.01}
      - id: say-nothing
        text: Say nothing.
        does_nothing: Silence is an answer here.
    documented: Silent.
    mark: invented
    sources:
      - {source: wong, section: "1", mark: elsewhere}
"""

ARCHIVE = """\
entries:
  - id: dan
    title: Dan
    kind: term
    mark: recorded
    text: A measure for grain, nearly as large as a sack. See [[mou]].
    sources:
      - {source: hou, page: 15, mark: recorded}
    see: [mou]
  - id: mou
    title: Mou
    kind: term
    mark: elsewhere
    text: A measure of land.
    sources:
      - {source: outside, note: general knowledge, mark: elsewhere}
  - id: who-was-right
    title: Who was right?
    kind: dispute
    mark: recorded
    question: Who was right?
    text: Two counts differ.
    voices:
      - who: The county
        says: Less.
        evidence: A count.
        asks: Who counted?
        sources: [{source: hou, page: 100, mark: recorded}]
      - who: The prefecture
        says: More.
        evidence: The county's count.
        asks: What did you know?
        sources: [{source: hou, page: 102, mark: recorded}]
    silent: Nobody weighed it.
    sources:
      - {source: hou, page: "99-102", mark: recorded}
"""

PEOPLE = """\
people:
  - id: du-wenbin
    name: Du Wenbin
    zh: 杜文斌
    pinyin: Dù Wénbīn
    post: drafts reports
    county: null
    mark: invented
    portrait: null
    line: He remembers who asked.
    traits: null
"""

SCENARIO = """\
id: one-year
title: One year
from: 1951-spring
to: 1951-winter
minutes: 20
villages: 600
decks: ["1951"]
mark: recorded
summary: A year.
opening: [It begins.]
goals: [File.]
sources: [{source: hou, page: 81, mark: recorded}]
team_turns: {spring: 18, summer: 18, autumn: 18, winter: 30}
reserve_jin: 1000
settings: {exit_allowed: true}
advisers: [du-wenbin]
flagged_desk: {spring: organisation}
prompts:
  - {season: 1951-autumn, at: before-filing, text: prompt.before}
"""

TEXTS = """\
prompt:
  before: What would make you change this number?
count: "{count} papers"
"""

PACK = {
    "pack.yaml": MANIFEST,
    "decks/1951/year.deck.yaml": DECK,
    "archive/all.archive.yaml": ARCHIVE,
    "people/office.people.yaml": PEOPLE,
    "text/en/all.text.yaml": TEXTS,
}
"""A pack without anything to play: it needs no rules."""


def write_pack(folder: Path, files: dict[str, str]) -> Path:
    """The files in a folder of their own."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def broken(file: str, old: str, new: str) -> dict[str, str]:
    """The small pack with one place changed."""
    files = {**PACK, "scenarios/year.scenario.yaml": SCENARIO}
    assert files[file].count(old) >= 1, f"{old!r} does not stand in {file}"
    return {**files, file: files[file].replace(old, new, 1)}
