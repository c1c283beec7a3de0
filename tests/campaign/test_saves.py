"""A save is replayed, never trusted; whatever is wrong with a file is said in one sentence, and nothing is lost."""

import gzip
import json
from dataclasses import replace
from pathlib import Path

import pytest

from game.campaign.decisions import CloseSeason, SendTeam
from game.campaign.game import Game, load
from game.campaign.savefile import LARGEST_BYTES, SaveError, dump, earlier, parse, read, write
from game.campaign.slots import Slots
from game.state import MOST_VILLAGES


@pytest.fixture(scope="module")
def played(game: Game) -> Game:
    for decision in (SendTeam("tunliu"), CloseSeason(), SendTeam("licheng")):
        game = game.do(decision)
    return game


def document(game: Game) -> dict:
    return json.loads(dump(game.save()))


def encoded(data: object) -> bytes:
    return json.dumps(data).encode()


def test_a_save_that_is_read_back_is_the_same_game(rules, played, tmp_path):
    write(tmp_path / "slot.json", played.save())
    again = load(rules, read(tmp_path / "slot.json"), "slot.json")
    assert again.save() == played.save()
    assert again.state.season == played.state.season


def test_the_same_game_always_gives_the_same_bytes(played):
    assert dump(played.save()) == dump(played.save())


def test_a_save_holds_decisions_and_no_state(played):
    assert set(document(played)) == {
        "format", "version", "setup", "packs", "decisions", "season", "state_hash", "checksum",
    }


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "foreign"),
        (b"\x00\x01\x02", "foreign"),
        (b"[1, 2, 3]", "foreign"),
        (b'{"format": "another-game"}', "foreign"),
        (b"[" * 200_000, "foreign"),
        (b"\xff\xfe" + "{}".encode("utf-16-le"), "foreign"),
        (gzip.compress(b"0" * (LARGEST_BYTES + 10)), "enormous"),
        (gzip.compress(b"{}")[:-4], "truncated"),
        (b"\x1f\x8bnot really packed", "truncated"),
    ],
)
def test_a_file_that_is_no_save_is_refused_in_a_sentence(data, code):
    with pytest.raises(SaveError) as refused:
        parse(data, "file.json")
    assert refused.value.code == code
    assert str(refused.value).startswith("file.json ")
    assert "\n" not in str(refused.value)


def test_a_truncated_save_is_refused(played):
    whole = dump(played.save())
    for length in (len(whole) // 3, len(whole) // 2, len(whole) - 3):
        with pytest.raises(SaveError) as refused:
            parse(whole[:length], "file.json")
        assert refused.value.code == "truncated"


def test_an_edited_save_is_refused(played):
    data = document(played)
    data["setup"]["seed"] += 1
    with pytest.raises(SaveError) as refused:
        parse(encoded(data), "file.json")
    assert refused.value.code == "edited"


def test_a_newer_save_is_refused(played):
    data = document(played) | {"version": 99}
    with pytest.raises(SaveError) as refused:
        parse(encoded(data), "file.json")
    assert refused.value.code == "newer"


@pytest.mark.parametrize(
    ("key", "value"),
    [("villages", 10**9), ("villages", "many"), ("seed", -1), ("seed", 1.5), ("guided", "yes"), ("colour", "red")],
)
def test_a_setup_that_cannot_be_played_is_refused_even_with_a_right_checksum(played, key, value):
    from game.campaign.savefile import _checksum

    data = document(played)
    data["setup"][key] = value
    data["checksum"] = _checksum(data)
    with pytest.raises(SaveError) as refused:
        parse(encoded(data), "file.json")
    assert refused.value.code == "damaged"


def test_a_save_of_the_largest_game_that_can_begin_is_read(played):
    from game.campaign.savefile import _checksum

    data = document(played)
    data["setup"]["villages"] = MOST_VILLAGES
    data["checksum"] = _checksum(data)
    assert parse(encoded(data), "file.json").setup.villages == MOST_VILLAGES


@pytest.mark.parametrize(
    "decision",
    [
        {"do": "rewrite-history"}, {"do": "send-team"}, {"do": "send-team", "county": 3}, "close",
        {"do": "file", "indicator": "yield", "value": "high"}, {"do": "close", "extra": 1},
        {"do": "file", "indicator": "yield", "value": float("inf")},
    ],
)
def test_a_decision_of_no_known_kind_is_refused(played, decision):
    from game.campaign.savefile import _checksum

    data = document(played)
    data["decisions"].append(decision)
    data["checksum"] = _checksum(data)
    with pytest.raises(SaveError) as refused:
        parse(encoded(data), "file.json")
    assert refused.value.code == "damaged"


def test_a_save_that_claims_another_result_is_refused(rules, played):
    claimed = replace(played.save(), state_hash="0" * 64)
    with pytest.raises(SaveError) as refused:
        load(rules, claimed, "file.json")
    assert refused.value.code == "other-result"


def test_a_save_of_other_content_is_refused(rules, played):
    save = played.save()
    other = replace(save, packs=tuple(replace(pack, sha256="0" * 64) for pack in save.packs))
    with pytest.raises(SaveError) as refused:
        load(rules, other, "file.json")
    assert refused.value.code == "other-content"


def test_a_decision_that_the_rules_do_not_allow_stops_the_replay(rules, played):
    save = played.save()
    twice = replace(save, decisions=(SendTeam("tunliu"), SendTeam("tunliu")))
    with pytest.raises(SaveError) as refused:
        load(rules, twice, "file.json")
    assert refused.value.code == "impossible"


def test_a_slot_keeps_its_last_three(game, tmp_path):
    path = tmp_path / "slot.json"
    saves = [game.save()]
    for county in ("tunliu", "licheng", "wuxiang"):
        game = game.do(SendTeam(county))
        saves.append(game.save())
    for save in saves:
        write(path, save)
    assert read(path) == saves[3]
    assert read(earlier(path, 1)) == saves[2]
    assert read(earlier(path, 2)) == saves[1]
    assert sorted(file.name for file in tmp_path.iterdir()) == ["slot.1.json", "slot.2.json", "slot.json"]


def test_a_damaged_slot_shows_its_problem_and_spoils_no_other(played, tmp_path):
    slots = Slots(tmp_path)
    slots.keep("slot-1", played.save())
    (tmp_path / "slot-2.json").write_bytes(b"rubbish")
    found = {info.id: info for info in slots.all()}
    assert found["slot-1"].save == played.save()
    assert found["slot-2"].problem is not None
    assert found["slot-3"].empty
    assert slots.newest() == found["slot-1"]


def test_a_folder_that_cannot_be_written_is_said(played, tmp_path):
    (tmp_path / "saves").write_text("a file where the folder should be")
    with pytest.raises(SaveError) as refused:
        Slots(tmp_path / "saves").keep("slot-1", played.save())
    assert refused.value.code == "unwritable"


def test_a_missing_file_is_said(tmp_path):
    with pytest.raises(SaveError) as refused:
        read(Path(tmp_path / "none.json"))
    assert refused.value.code == "unreadable"
