"""Words in another language: what they may change, when they are old, how much there is."""

from __future__ import annotations

from pathlib import Path

from game.base.problems import Problem
from game.ruleset import check
from game.ruleset.loading import read_over
from game.ruleset.translation import short_hash, worded, words_of
from tests.ruleset.samples import PACK, broken, write_pack
from tests.ruleset.test_pack_layers import of_code, small
from tests.ruleset.test_pack_order import manifest

FILE = "translation/all.translation.yaml"
TITLE = "Two numbers for one field"
TRANSLATES = "requires: {small: '>=0.1'}\ntranslates: small\n"


def german(folder: Path, text: str, files: dict[str, str] | None = None) -> Path:
    head = {"pack.yaml": manifest("small-de", TRANSLATES)["pack.yaml"].replace("language: en", "language: de")}
    return write_pack(folder / "de", {**head, FILE: text, **(files or {})})


def card(field: str, text: str, original: str) -> str:
    return (
        f"translations:\n  - of: card\n    id: two-numbers\n    texts:\n      {field}:\n"
        f"        original: '{short_hash(original)}'\n        text: {text}\n"
    )


def problems(*packs: Path) -> list[Problem]:
    """Without the note on how much there is."""
    return [problem for problem in check(list(packs)) if problem.code != "coverage"]


def test_a_text_is_read_in_the_packs_language_and_the_rest_as_it_was(tmp_path: Path) -> None:
    packs = [small(tmp_path), german(tmp_path, card("title", "Zwei Zahlen", TITLE))]
    assert problems(*packs) == []
    parts = read_over(packs)
    cards = {item.id: shape for item, shape in worded(parts, "deck", words_of(parts))}
    assert cards["two-numbers"].title == "Zwei Zahlen"
    assert cards["two-numbers"].choices[0].text == "Send it as typed."
    assert cards["visitors"].title == "Visitors"


def test_answers_and_voices_are_found_by_id_or_number(tmp_path: Path) -> None:
    text = card("choices.send-it.text", "Abschicken.", "Send it as typed.") + (
        "  - of: entry\n    id: who-was-right\n    texts:\n      voices.2.says:\n"
        f"        original: '{short_hash('More.')}'\n        text: Mehr.\n"
        "  - of: words\n    texts:\n"
        f"      count: {{original: '{short_hash('{count} papers')}', text: '{{count}} Blatt'}}\n"
    )
    packs = [small(tmp_path), german(tmp_path, text)]
    assert problems(*packs) == []
    words = words_of(read_over(packs))
    assert words.things["deck", "two-numbers"] == {("choices", 0, "text"): "Abschicken."}
    assert words.things["archive", "who-was-right"] == {("voices", 1, "says"): "Mehr."}
    assert words.texts == {"count": "{count} Blatt"}


def test_a_translation_of_a_text_that_has_changed_since_is_old(tmp_path: Path) -> None:
    mine = german(tmp_path, card("title", "Zwei Zahlen", TITLE))
    changed = {**PACK, **{"decks/1951/year.deck.yaml": PACK["decks/1951/year.deck.yaml"].replace(TITLE, "Two sums")}}
    problem = of_code(problems(write_pack(tmp_path / "small", changed), mine), "stale-translation")
    assert (problem.line, problem.severity) == (6, "warning")
    assert short_hash("Two sums") in problem.hint


def test_how_lines_are_folded_does_not_make_a_translation_old() -> None:
    assert short_hash("one two\nthree") == short_hash("one  two three\n")


def test_a_translation_that_does_not_say_of_what_is_told_what_to_write(tmp_path: Path) -> None:
    text = "translations:\n  - {of: card, id: two-numbers, texts: {title: {text: Zwei Zahlen}}}\n"
    assert short_hash(TITLE) in of_code(problems(small(tmp_path), german(tmp_path, text)), "no-original").hint


def test_only_texts_can_be_translated(tmp_path: Path) -> None:
    pack = german(tmp_path, card("choices.send-it.id", "x", "send-it"))
    assert of_code(problems(small(tmp_path), pack), "unknown-field").line == 5
    archive = {"archive/x.archive.yaml": PACK["archive/all.archive.yaml"].replace("id: ", "id: x-")}
    more = german(tmp_path, card("title", "Zwei Zahlen", TITLE), archive)
    assert of_code(problems(tmp_path / "small", more), "only-words").file.endswith("x.archive.yaml")


def test_a_translation_of_nothing_is_named(tmp_path: Path) -> None:
    text = card("title", "x", "x").replace("id: two-numbers", "id: two-number")
    problem = of_code(problems(small(tmp_path), german(tmp_path, text)), "unknown-card")
    assert problem.hint == "did you mean 'two-numbers'?"


def test_placeholders_and_links_are_those_that_there_are(tmp_path: Path) -> None:
    text = (
        f"translations:\n  - of: words\n    texts:\n"
        f"      count: {{original: '{short_hash('{count} papers')}', text: '{{number}} Blatt'}}\n"
    )
    assert of_code(problems(small(tmp_path), german(tmp_path, text)), "bad-placeholder").line == 4
    linked = card("documented", "Die [[daan]].", "The prefecture passed 2.6 on.")
    assert (
        of_code(problems(tmp_path / "small", german(tmp_path, linked)), "unknown-entry").hint == "did you mean 'dan'?"
    )


def test_how_much_is_translated_is_told(tmp_path: Path) -> None:
    found = check([small(tmp_path), german(tmp_path, card("title", "Zwei Zahlen", TITLE))])
    note = of_code(found, "coverage")
    assert note.severity == "note"
    assert "cards 1 of 2 (1 of" in note.message
    assert "words of the screens 0 of 2" in note.message


def test_of_a_pack_that_is_not_there_nobody_counts_the_texts(tmp_path: Path) -> None:
    found = check([german(tmp_path, card("title", "Zwei Zahlen", TITLE))])
    assert {problem.code for problem in found} == {"pack-missing", "unknown-card"}


def test_translations_stand_in_a_pack_that_says_what_it_translates(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "small", {**PACK, FILE: card("title", "Zwei Zahlen", TITLE)})
    assert [problem.code for problem in check([pack])] == ["no-translates"]


def test_a_broken_deck_makes_no_translation_wrong(tmp_path: Path) -> None:
    files = {
        **PACK,
        **{
            "decks/1951/year.deck.yaml": broken("decks/1951/year.deck.yaml", "cards:", "cards: &all")[
                "decks/1951/year.deck.yaml"
            ]
        },
    }
    mine = german(tmp_path, card("title", "Zwei Zahlen", TITLE))
    assert [problem.code for problem in problems(write_pack(tmp_path / "small", files), mine)] == ["yaml-alias"]
