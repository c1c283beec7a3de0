"""Words for the gallery: it takes all its words from outside, and here they are."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
WORDS = {
    "gallery.title": "All components",
    "gallery.types": "Type", "gallery.types.han": "字",
    "gallery.type.han": "武乡", "gallery.type.season": "Spring", "gallery.type.title": "Final report",
    "gallery.type.heading": "Two ledgers", "gallery.type.document": "It comes to 1.37.",
    "gallery.type.secondary": "Grain a mou", "gallery.type.figure": "26–43", "gallery.type.label": "per 100 homes",
    "gallery.type.petition": "请算一笔账",
    "gallery.colours": "Colours", "gallery.colours.han": "色",
    "gallery.colour.paper": "paper 236 226 203", "gallery.colour.sheet": "sheet 246 240 225",
    "gallery.colour.wall": "wall 216 204 179", "gallery.colour.ink": "ink 34 28 26",
    "gallery.colour.vermilion": "vermilion 158 36 30", "gallery.colour.umber": "umber 98 72 50",
    "gallery.colour.loess": "loess 168 124 84", "gallery.colour.desk": "desk 53 45 40",
    "gallery.buttons": "Buttons", "gallery.buttons.han": "按钮", "gallery.decide": "Decide", "gallery.file": "File",
    "gallery.cannot": "Decide", "gallery.filed": "filed", "gallery.inspect": "Inspect, 6 team-turns",
    "gallery.close": "Close the season", "gallery.close.note": "six figures go up to Taiyuan",
    "gallery.inks": "Two inks", "gallery.inks.han": "黑红两色", "gallery.ink.apart": "known, then filed",
    "gallery.ink.agree": "both agree", "gallery.ink.exact": "exactly known", "gallery.ink.considered": "only if you choose it",
    "gallery.known": "known",
    "gallery.papers": "Papers", "gallery.papers.han": "文", "gallery.paper.directive": "Directive: vermilion head",
    "gallery.paper.news": "Newspaper: thick and thin", "gallery.paper.report": "Report: one black rule",
    "gallery.paper.petition": "Petition: a hand, loess rule", "gallery.paper.sender": "30 March",
    "gallery.paper.foot": "one rule", "gallery.paper.wanted": "answer wanted",
    "gallery.choice": "Choice", "gallery.choice.han": "选", "gallery.choice.1": "Send 1.8, as the county gives it.",
    "gallery.choice.2": "Send 2.6.", "gallery.choice.told": "“Your ten will look ordinary.”",
    "gallery.fact.file": "You file", "gallery.fact.turns": "Team-turns", "gallery.fact.trust": "Trust",
    "gallery.table": "Table", "gallery.table.han": "表", "gallery.county.a": "Wuxiang", "gallery.county.b": "Licheng",
    "gallery.county.c": "Pingshun",
    "gallery.controls": "Controls", "gallery.controls.han": "控件", "gallery.toggle": "Sound",
    "gallery.option.a": "Known", "gallery.option.b": "Filed", "gallery.option.c": "Gap", "gallery.radio": "Shown",
    "gallery.segments": "On the map", "gallery.tabs": "Panels", "gallery.field": "Your name",
    "gallery.field.hint": "a nickname will do", "gallery.stepper": "Yield",
    "gallery.desk": "On the desk", "gallery.desk.han": "桌", "gallery.tally": "Team-turns left",
    "gallery.progress": "The year", "gallery.progress.value": "season 2 of 4", "gallery.superior.a": "Centre",
    "gallery.superior.b": "Bureau", "gallery.unknown": "unknown", "gallery.cool": "cool", "gallery.folder": "Reports",
    "gallery.folder.status": "6 due at close",
    "gallery.ledger": "Two ledgers", "gallery.ledger.han": "两本账", "gallery.line.homes": "Homes organised",
    "gallery.line.homes.unit": "组织起来 · % of homes", "gallery.line.grain": "Grain a head",
    "gallery.line.grain.unit": "人均 · jin a year", "gallery.line.loans": "State loans",
    "gallery.line.loans.unit": "农贷 · million yuan",
    "gallery.tooltip": "Why", "gallery.tooltip.han": "缘由", "gallery.why.made": "Made of",
    "gallery.why.teams": "in season teams", "gallery.why.paper": "on paper only", "gallery.why.sure": "How sure",
    "gallery.why.sure.text": "Six counties are not inspected. A team in <g wuxiang>Wuxiang</g> narrows the band by about 2.",
    "gallery.menu": "Menu", "gallery.menu.han": "目", "gallery.menu.continue": "Continue",
    "gallery.menu.note": "The ten cooperatives, spring 1951", "gallery.menu.archive": "Archive", "gallery.menu.back": "put back",
    "gallery.rule": "The reports desk", "gallery.rule.when": "一九五一年秋   autumn 1951",
    "gallery.rule.where": "Changzhi prefecture 長治專區",
    "gallery.rule.sentence": "The counties add up to <r>168</r> jin a mou. What you have seen supports <b>138 to 156</b>.",
    "gallery.rule.reported": "as reported", "gallery.rule.last": "1950: 149", "gallery.rule.counties": "counties 168",
    "gallery.rule.rival": "Linfen 176", "gallery.rule.known": "known, prefecture", "gallery.rule.inspected": "known, inspected",
    "gallery.rule.inspected.a": "Licheng 127–133", "gallery.rule.inspected.b": "Tunliu 144–150",
    "gallery.rule.tax": "tax at 15 %, jin a mou", "gallery.rule.blame": "blame, suspicion",
    "gallery.rule.behind": "below last year: “lagging behind”", "gallery.rule.above": "above all you saw",
    "gallery.rule.over": "above the counties", "gallery.rule.praise": "praise",
    "gallery.rule.honour": "honour list: 10 % over last year", "gallery.rule.beyond": "{count} jin beyond",
    "gallery.rule.unit": "jin a mou",
    "gallery.hint.part": "next part", "gallery.hint.why": "why, on any dotted figure", "gallery.hint.note": "team-turns left: 14",
    "gallery.multiples": "Small multiples", "gallery.multiples.han": "小图", "gallery.jin": "jin", "gallery.season": "season {number}",
    "gallery.bars": "Bars", "gallery.bars.han": "条", "gallery.bar": "An ox in the accounts", "gallery.bar.unit": "labourers",
    "gallery.bar.custom": "by custom", "gallery.bar.later": "in 1952", "gallery.bar.note": "below its fodder",
    "gallery.waterfall": "What moved it", "gallery.waterfall.han": "缘由", "gallery.fall": "Draught animals, head",
    "gallery.fall.then": "summer 1951, known", "gallery.fall.born": "born and raised", "gallery.fall.sold": "sold out of the county",
    "gallery.fall.slaughtered": "slaughtered before pooling", "gallery.fall.now": "autumn 1951, known",
    "gallery.fall.filed": "the county’s return", "gallery.fall.scale": "scale from {low}",
    "gallery.time": "Both ledgers", "gallery.time.han": "两本账", "gallery.moment.1": "sent 1.8 for Yaoshanggou, and a page on study",
    "gallery.moment.2": "filed 164 jin a mou; knew 138 to 156", "gallery.moment.3": "filled the plan by New Year",
    "gallery.moment.4": "filed 340 jin a mou", "gallery.moment.5": "searched three counties for hidden grain",
    "gallery.document.title": "Final report on Yaoshanggou", "gallery.document.from": "Wuxiang County Committee to the prefecture",
    "gallery.document.when": "23 October 1951", "gallery.document.sources": "<b>Sources</b> Hou p. 95, 99–102",
    "gallery.document.text": "Wuxiang has sent its final report. It puts the yield of Wang Jinyun’s cooperative at Yaoshanggou at 1.8 "
    "<g dan>dan</g> a <g mou>mou</g>, against 1.47 last year. The members have rewritten the shares: more to the land, less "
    "to the <g community-funds>community funds</g>.",
    "gallery.seals": "Seals", "gallery.seals.han": "印",
}  # fmt: skip


def words(text_id: str, /, **values: object) -> str:
    """The gallery's words by id. Raises: KeyError for an id that is not here."""
    return WORDS[text_id].format(**values)


def test_every_word_of_the_gallery_is_used():
    source = (ROOT / "game/ui/scenes/gallery.py").read_text(encoding="utf-8")
    prefixes = [match[1] for match in re.finditer(r'"(gallery\.[\w.]+)"|f"(gallery\.[\w.]*)\{', source) if match[1]]
    openings = [match[1] for match in re.finditer(r'f"(gallery\.[\w.]*)\{', source)]
    unused = [key for key in WORDS if key not in prefixes and not key.startswith(tuple(openings))]
    assert unused == []
