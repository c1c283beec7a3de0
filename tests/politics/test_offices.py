"""Lines, the file read by the line of the day, and what superiors make of a season."""

from __future__ import annotations

import pytest
from reporting.samples import politics_rules

from game.base.chance import Chance
from game.base.seasons import Season
from game.politics.audits import audit, auditor, weigh
from game.politics.careers import Post, career
from game.politics.dossier import TAG_LEANS, Dossier, DossierEntry, Tone, balance, reading
from game.politics.offices import Offices, in_season, lines_in
from game.politics.promises import due, kept, make
from game.politics.reaction import CoveringNote, react
from game.reporting.indicators import Indicator
from game.reporting.rivals import Third
from game.reporting.sight import Band

RULES = politics_rules()
SPRING, SUMMER, AUTUMN, WINTER = (Season.parse(f"1951-{name}") for name in ("spring", "summer", "autumn", "winter"))
LINE = Indicator.YIELD


def offices(season: Season = SPRING) -> Offices:
    return in_season(RULES.start_offices(), season, RULES.lines)


def entry(*tags: str, tone: Tone = Tone.NEUTRAL) -> DossierEntry:
    return DossierEntry(AUTUMN, "some.text", tone, tags=tags)


def file(
    filed: float, season: Season = AUTUMN, place: Third = Third.MIDDLE, note: CoveringNote | None = None, **bands: Band
):
    """What the offices make of a yield filed against a target of 100 jin."""
    inspected = {Indicator(line): band for line, band in bands.items()}
    return react(
        offices(season), {LINE: filed}, {LINE: 100.0}, {LINE: 98.0}, inspected, {LINE: place}, note, RULES.reaction
    )


# Lines (Hou p. 81-90, 114)


@pytest.mark.parametrize(
    ("office", "season", "for_trials"),
    [("province", SPRING, True), ("bureau", SPRING, False), ("bureau", SUMMER, False), ("bureau", AUTUMN, True),
     ("centre", SUMMER, True), ("centre", WINTER, True)],
)  # fmt: skip
def test_offices_hold_the_line_that_the_documents_date(office, season, for_trials):
    assert (lines_in(season, RULES.lines)[office].line > 0) == for_trials


def test_what_the_chairman_said_in_summer_is_heard_in_autumn():
    """Hou p. 87-88: a private talk; the conference came in September."""
    summer, autumn = (lines_in(season, RULES.lines)["centre"] for season in (SUMMER, AUTUMN))
    assert summer.line > 0.5
    assert summer.heard is not None
    assert summer.heard < 0
    assert autumn.heard == autumn.line


def test_an_office_never_heard_of_has_no_heard_line():
    early = in_season(RULES.start_offices(), Season.parse("1950-spring"), RULES.lines)
    assert early["centre"].heard_line is None


def test_every_line_says_where_it_comes_from():
    named = ("Hou p.", "Baum, ", "Wong section ", "Facts and Details, ", "outside the documents: ", "assumed")
    assert all(found.source.startswith(named) for found in RULES.lines)


# The file


@pytest.mark.parametrize("tag", ["haste", "inflation", "force"])
def test_an_entry_turns_with_the_line(tag):
    """Praise in 1952, an accusation in March 1953, praise again in November."""
    assert [reading(entry(tag), line) for line in (0.8, -0.8, 0.8)] == [Tone.PRAISE, Tone.BLAME, Tone.PRAISE]


def test_caution_is_blamed_by_those_who_advance():
    assert reading(entry("caution", tone=Tone.PRAISE), 0.8) is Tone.BLAME
    assert reading(entry("caution", tone=Tone.BLAME), -0.8) is Tone.PRAISE


def test_under_an_undecided_line_an_entry_reads_as_it_was_meant():
    assert reading(entry("haste", tone=Tone.PRAISE), 0.1) is Tone.PRAISE
    assert reading(entry("honesty", tone=Tone.NEUTRAL), 0.9) is Tone.NEUTRAL


def test_the_whole_file_is_read_by_weight():
    sheets = Dossier().with_entry(entry("haste"), entry("caution"), entry("force"))
    assert balance(sheets, 0.9) == 1.0
    assert balance(sheets, -0.9) == -1.0


def test_every_tag_of_the_cards_is_known():
    cards = {"haste", "caution", "inflation", "honesty", "leniency", "force", "care", "loans", "private-economy",
             "disobedience", "obedience"}  # fmt: skip
    assert cards <= set(TAG_LEANS)


# What superiors make of it


def test_filing_above_target_pleases_those_who_advance():
    before = offices(AUTUMN)["province"].standing
    assert file(115.0)[0]["province"].standing > before > file(90.0)[0]["province"].standing


def test_filing_above_target_makes_a_cautious_office_doubt():
    doubts = [file(filed, SPRING)[0]["bureau"].suspicion for filed in (100.0, 115.0)]
    assert doubts[0] < doubts[1]


def test_what_stands_above_an_inspected_band_is_noticed():
    known, unknown = file(110.0, AUTUMN, **{"yield": Band(90.0, 100.0)})[0], file(110.0)[0]
    assert known["province"].suspicion > unknown["province"].suspicion


def test_a_leap_is_asked_about_most_by_those_who_were_against():
    rise = {office.id: office.suspicion - offices(AUTUMN)[office.id].suspicion for office in file(180.0)[0]}
    assert rise["bureau"] > rise["province"]
    assert file(180.0)[0]["province"].suspicion > file(115.0)[0]["province"].suspicion


def test_the_top_third_is_given_prizes_and_the_bottom_third_loses_credit():
    assert {answer.code for answer in file(101.0, place=Third.TOP)[1]} == {"prize"}
    assert {answer.code for answer in file(94.0, place=Third.BOTTOM)[1]} == {"loan_cut"}


def test_exceeding_a_target_raises_the_next_one():
    assert any(answer.code == "target_raised" for answer in file(110.0)[1])


def test_a_note_in_tune_with_the_line_is_read_with_pleasure():
    eager, plain = CoveringNote("note.a", 1.0), CoveringNote("note.b", -1.0)
    in_tune, out_of_tune = (file(100.0, note=note)[0]["province"].standing for note in (eager, plain))
    assert in_tune > offices(AUTUMN)["province"].standing > out_of_tune


def test_only_what_is_filed_is_judged():
    assert file(100.0) == file(100.0)
    empty = react(offices(), {}, {}, {}, {}, {}, None, RULES.reaction)
    assert empty[0]["province"].standing == offices()["province"].standing


# Audits


def test_above_an_inspected_band_counts_double_and_above_an_uninspected_one_half():
    knew, looked_away = (weigh(LINE, 130.0, 100.0, Band(95.0, 110.0), known, RULES.audits) for known in (True, False))
    assert knew is not None
    assert looked_away is not None
    assert (knew.weight, looked_away.weight) == (2.0, 0.5)


def test_a_tenth_too_high_is_the_custom_of_the_country():
    assert weigh(LINE, 109.0, 100.0, Band(95.0, 100.0), True, RULES.audits) is None


def struck(filed: float, known: bool):
    return audit(
        offices(), "bureau", AUTUMN, {LINE: filed}, {LINE: 100.0}, {LINE: Band(90.0, 108.0)}, {LINE: known},
        RULES.audits, Chance(1, 3),
    )  # fmt: skip


def test_an_audit_strikes_the_figure_down_and_leaves_a_sheet_in_the_file():
    outcome = struck(140.0, known=True)
    assert outcome.findings[0].found == pytest.approx(100.0, rel=0.15)
    assert outcome.offices["bureau"].standing < offices()["bureau"].standing
    assert outcome.entries[0].text_id == "dossier.audit.deceit"
    assert struck(140.0, known=False).entries[0].text_id == "dossier.audit.bureaucratism"


def test_knowing_better_costs_four_times_what_ignorance_does():
    start = offices()["bureau"].standing
    knew, ignorant = (start - struck(140.0, known).offices["bureau"].standing for known in (True, False))
    assert knew == pytest.approx(4 * ignorant)


def test_a_clean_count_calms_the_office_that_counted():
    outcome = struck(100.0, known=True)
    assert not outcome.findings
    assert outcome.offices["bureau"].suspicion == pytest.approx(offices()["bureau"].suspicion / 2)


def test_nobody_comes_uncalled_where_nobody_doubts():
    trusted = Offices(tuple(offices().shift("bureau", suspicion=-1.0)))
    assert all(auditor(trusted, AUTUMN, RULES.audits, Chance(seed, 3)) is None for seed in range(50))
    doubted = offices().shift("bureau", suspicion=1.0)
    came = [auditor(doubted, AUTUMN, RULES.audits, Chance(seed, 3)) for seed in range(200)]
    assert 0.7 < came.count("bureau") / 200 < 0.9


# Careers and promises


@pytest.mark.parametrize(
    ("regard", "post"),
    [(0.9, Post.PROMOTED), (0.5, Post.IN_POST), (0.33, Post.SIDE_POST), (0.2, Post.LABEL), (0.05, Post.REMOVED)],
)
def test_a_career_goes_by_the_regard_of_those_above(regard, post):
    held = offices(WINTER)
    for office in held:
        held = held.shift(office.id, standing=regard - office.standing)
    assert career(held, Dossier(), RULES.careers).post is post


def test_the_file_counts_in_a_career_but_does_not_decide_it():
    held = offices(WINTER)
    bold = career(held, Dossier((entry("haste"),) * 50), RULES.careers)
    timid = career(held, Dossier((entry("caution"),) * 50), RULES.careers)
    assert bold.praise == timid.blame == 50
    assert bold.score - timid.score == pytest.approx(2 * RULES.careers.dossier_limit)


def test_a_promise_is_kept_by_what_is_measured_a_year_later():
    promise = next(found for found in RULES.promises if found.id == "nobody-forced")
    made = make(promise, Season.parse("1950-winter"), {"fear": 0.30})
    assert kept(made, {"fear": 0.30})
    assert not kept(made, {"fear": 0.36})
    assert due(made, WINTER)
    assert not due(made, AUTUMN)


def test_there_are_promises_up_down_and_private():
    assert {promise.to for promise in RULES.promises} == {"up", "down", "private"}
