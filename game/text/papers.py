"""Papers in plain text: the list, a paper laid open, its answers, and what is documented once it is answered."""

from __future__ import annotations

from game.campaign.decisions import Answer
from game.campaign.desk import card_page, desk_page
from game.campaign.pages import CardPage, ChoicePage, PaperOnDesk
from game.events.cards import Card
from game.text.archive import open_entry
from game.text.sitting import Sitting
from game.text.talk import Option
from game.text.words import amount, cited_all, date_words


def next_paper(sitting: Sitting) -> PaperOnDesk | None:
    """The paper to open next: one that wants an answer, or else one that was not read yet."""
    papers = [paper for paper in desk_page(sitting.game).papers if paper.answered is None]
    waiting = [paper for paper in papers if paper.wants_answer]
    unread = [paper for paper in papers if paper.card.id not in sitting.read]
    return next(iter(waiting or unread), None)


def show_papers(sitting: Sitting) -> None:
    """Every paper of the season, to be opened by number."""
    while True:
        papers = desk_page(sitting.game).papers
        sitting.talk.head("play.papers.title")
        chosen = sitting.talk.choose([_listed(paper, sitting) for paper in papers], default=0)
        if not chosen:
            return
        open_paper(papers[chosen - 1].card, sitting)


def _listed(paper: PaperOnDesk, sitting: Sitting) -> str:
    texts = sitting.texts
    wants = "answered" if paper.answered is not None else "wants" if paper.wants_answer else "may-lie"
    kind = texts(f"kind.{paper.card.kind}.name")
    return texts("play.papers.line", title=paper.card.title, kind=kind, state=texts(f"play.papers.{wants}"))


def open_paper(card: Card, sitting: Sitting) -> None:
    """A paper laid open: read it, answer it or lay it aside."""
    sitting.read.add(card.id)
    reduced, told = sitting.reduced, False
    while True:
        page = card_page(sitting.game, card.id, reduced)
        if not told:
            _read_out(page, reduced, sitting)
            told = True
        if page.answered is not None:
            _documented(page, sitting)
            return
        done, other_detail = _ask_answer(page, reduced, sitting)
        if done:
            return
        if other_detail:
            reduced, told = not reduced, False


def _read_out(page: CardPage, reduced: bool, sitting: Sitting) -> None:
    talk, card, texts = sitting.talk, page.card, sitting.texts
    talk.heading(card.title)
    talk.line(texts("play.paper.kind", kind=texts(f"kind.{card.kind}.name"), mark=texts(f"mark.{card.mark}.text")))
    if card.paper is not None and not card.paper.date:
        talk.tell("play.paper.head-undated", head=card.paper.head_en)
    elif card.paper is not None:
        talk.line(texts("play.paper.head", head=card.paper.head_en, date=date_words(texts, card.paper.date)))
    if card.speaks in sitting.game.rules.people:
        person = sitting.game.rules.people[card.speaks]
        talk.tell("play.paper.speaks", name=person.name, post=person.post, mark=texts(f"mark.{person.mark}.name"))
    if card.content_note is not None:
        talk.tell(f"content-note.{card.content_note}")
        talk.tell("play.paper.reduced" if reduced else "play.paper.full")
    talk.say("")
    talk.prose(page.text)


def _ask_answer(page: CardPage, reduced: bool, sitting: Sitting) -> tuple[bool, bool]:
    """Whether the player is done with the paper, and whether the other level of detail is wanted."""
    texts, card = sitting.texts, page.card
    answers = [_option(choice, sitting) for choice in page.choices]
    terms, detail = bool(card.terms), bool(card.content_note and card.reduced_text)
    further = [texts("play.paper.terms")] * terms
    further += [texts("play.paper.show-full" if reduced else "play.paper.show-reduced")] * detail
    _say_default(page, sitting)
    default = _default(page) if card.asks else 0
    number = sitting.talk.choose([*answers, *further], default)
    if number == 0:
        return True, False
    if number <= len(answers):
        return _take(page.choices[number - 1], page, sitting), False
    if terms and number == len(answers) + 1:
        explain_words(card, sitting)
        return False, False
    return False, True


def _say_default(page: CardPage, sitting: Sitting) -> None:
    sitting.talk.tell("play.paper.answers")
    usual = "play.paper.usual" if page.card.asks else "play.paper.may-lie"
    sitting.talk.tell(usual, number=_default(page))


def _default(page: CardPage) -> int:
    """The number of the usual answer, or of the first that can be taken if that is closed."""
    ordered = sorted(page.choices, key=lambda choice: choice.choice.id != page.default)
    return next((choice.number for choice in ordered if choice.open), 0)


def _option(choice: ChoicePage, sitting: Sitting) -> Option:
    """An answer with what is certain, whose guess stands below it, and why it is closed if it is."""
    return Option(choice.choice.text, tuple(_details(choice, sitting)))


def _details(choice: ChoicePage, sitting: Sitting) -> list[str]:
    texts, costs = sitting.texts, choice.choice.costs
    details = []
    if not choice.open:
        details.append(texts("play.choice.closed", why=choice.choice.locked or texts("play.choice.too-dear")))
    if costs.team_turns:
        details.append(texts("play.choice.team-turns", count=costs.team_turns))
    if costs.reserve_jin:
        details.append(texts("play.choice.reserve", jin=f"{costs.reserve_jin:,.0f}"))
    if choice.files is not None:
        line, figure = choice.files
        name = texts(f"indicator.{line.value}.lower")
        details.append(texts("play.choice.files", indicator=name, amount=amount(texts, line, figure)))
    if choice.reveals:
        details.append(texts("play.choice.reveals"))
    guess = choice.choice.guess
    if guess is not None:
        name = sitting.game.rules.people[guess.by].name
        details.append(texts("play.choice.guess", name=name, says=guess.says))
    return details


def _take(choice: ChoicePage, page: CardPage, sitting: Sitting) -> bool:
    """Give the answer; then what is documented may be read."""
    if not sitting.do(Answer(page.card.id, choice.choice.id)):
        return False
    sitting.talk.tell("play.paper.answered", answer=choice.choice.text)
    _documented(card_page(sitting.game, page.card.id, sitting.reduced), sitting)
    return True


def _documented(page: CardPage, sitting: Sitting) -> None:
    """What the documents say, where they disagree, and where it stands."""
    talk, card, texts = sitting.talk, page.card, sitting.texts
    talk.head("play.paper.documented")
    talk.line(card.documented)
    if card.disagree:
        talk.head("play.paper.disagree")
        talk.line(card.disagree)
    if card.sources:
        talk.tell("play.paper.sources", sources=cited_all(card.sources, sitting.game.rules.sources, texts))


def explain_words(card: Card, sitting: Sitting) -> None:
    """The words of a paper that the archive explains."""
    archive = sitting.game.rules.archive
    terms = [archive[term] for term in card.terms if term in archive]
    while True:
        sitting.talk.head("play.paper.terms")
        number = sitting.talk.choose([entry.title for entry in terms], default=0)
        if not number:
            return
        open_entry(terms[number - 1], sitting)
