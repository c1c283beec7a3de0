"""The keyboard alone is enough: Tab by part, arrows inside, Enter, Esc, digits and named keys."""

from test_kit_sections import PRESSED, Single, driver, gallery, pressing

from game.ui.focus import tab_stops
from game.ui.theme import LABEL
from game.ui.transition import Refresh
from game.ui.widgets.boxes import Column
from game.ui.widgets.button import Button
from game.ui.widgets.choice import Choice, ChoiceList
from game.ui.widgets.field import TextField
from game.ui.widgets.options import Option
from game.ui.widgets.table import Table, TableColumn, TableRow
from game.ui.widgets.tabs import Tabs
from game.ui.widgets.text import Label, Paragraph
from game.ui.widgets.toggle import RadioGroup, Toggle


def buttons() -> Column:
    return Column([Button(name, pressing(name), key=name) for name in ("one", "two", "three")])


def two_choices() -> ChoiceList:
    return ChoiceList([Choice(n, f"choice {n}", "told", on_choose=pressing(f"choice {n}")) for n in (1, 2)])


def test_tab_goes_round_in_reading_order_and_back_with_shift():
    hand = driver(Single(buttons()))
    seen = [hand.focused.label]
    for _ in range(3):
        hand.press("TAB")
        seen.append(hand.focused.label)
    hand.press("SHIFT+TAB")
    assert seen == ["one", "two", "three", "one"] and hand.focused.label == "three"


def test_a_part_is_one_stop_of_the_tab_key():
    hand = driver(Single(Column([two_choices(), buttons()])))
    hand.press("TAB")
    assert hand.focused.label == "one"


def test_arrows_move_inside_a_part_and_stop_at_its_end():
    hand = driver(Single(two_choices()))
    hand.press("DOWN", "DOWN")
    assert hand.focused.label == "choice 2"


def test_a_digit_considers_a_choice_and_enter_decides_it():
    hand = driver(Single(two_choices()))
    hand.press("2")
    considered = list(PRESSED)
    hand.press("ENTER")
    assert considered == [] and PRESSED == ["choice 2"]


def test_a_choice_that_is_refused_says_why_and_cannot_be_made():
    refused = Choice(1, "Buy the oxen", on_choose=pressing("buy"), refusal="No loan is left.")
    hand = driver(Single(ChoiceList([refused])))
    hand.press("1", "ENTER")
    assert PRESSED == [] and "No loan is left." in refused.description


def test_a_keycap_presses_its_button_from_anywhere():
    hand = driver(Single(Column([buttons(), Button("Inspect", pressing("inspect"), keycap="I")])))
    hand.press("I")
    assert PRESSED == ["inspect"]


def test_enter_and_space_press_the_focused_button():
    hand = driver(Single(buttons()))
    hand.press("ENTER", "TAB", "SPACE")
    assert PRESSED == ["one", "two"]


def test_keys_that_nobody_wants_reach_the_scene():
    scene = Single(buttons())
    driver(scene).press("F1", "CTRL+ENTER", "?")
    assert [name for name in scene.keys if name != "TAB"] == ["F1", "ENTER", "?"]


def test_a_question_mark_asks_a_figure_why():
    hand = driver(gallery(1))
    hand.window.apply(hand.window.stage.focus_on(hand.get(key="ledger:homes")))
    hand.press("?")
    assert PRESSED == ["why"]


def test_the_focus_finds_its_widget_again_after_a_refresh():
    scene = Single(buttons())
    hand = driver(scene)
    hand.press("TAB")
    scene.widget = buttons()
    hand.window.apply(Refresh())
    assert hand.focused.key == "two" and hand.focused is scene.widget.children[1]


def test_a_refresh_can_move_the_focus():
    hand = driver(Single(buttons()))
    hand.window.apply(Refresh(focus="three"))
    assert hand.focused.key == "three"


def test_hidden_and_disabled_widgets_are_no_stops():
    parts = [Button("hidden", visible=False), Button("off", enabled=False), Button("on"), Label("text", LABEL)]
    hand = driver(Single(Column(parts)))
    assert [stop.label for stop in tab_stops(hand.window.root)] == ["on"]


def test_a_radio_group_is_entered_at_its_answer_and_arrows_move_in_it():
    group = RadioGroup([Option(each, each) for each in "abc"], "b", lambda key: pressing(key)(), label="which")
    hand = driver(Single(group))
    hand.press("DOWN", "SPACE")
    assert PRESSED == ["c"] and group.value == "c"


def test_tabs_open_with_arrows_and_enter():
    tabs = Tabs([Option(each, each) for each in "abc"], "a", lambda key: pressing(key)(), label="which")
    driver(Single(tabs)).press("RIGHT", "ENTER")
    assert PRESSED == ["b"]


def test_a_toggle_tells_its_new_state():
    toggle = Toggle("Sound", False, lambda on: pressing(str(on))())
    driver(Single(toggle)).press("SPACE")
    assert PRESSED == ["True"] and toggle.value == "on"


def test_a_table_can_be_picked_from_and_pages_when_it_is_long():
    rows = [TableRow((f"village {n}", str(n)), f"v{n}") for n in range(60)]
    table = Table(
        (TableColumn("village"), TableColumn("homes")), rows, on_pick=lambda key: pressing(key)(), label="Villages"
    )
    scene = Single(table)
    table.height_for = lambda width, theme: 2000  # more than the window has
    hand = driver(scene)
    table.layout(table.rect.clip(hand.window.surface.get_rect()), hand.window.theme)
    first_page = sum(child.visible for child in table.children)
    hand.press("PAGEDOWN")
    assert 5 < first_page < 60 and not table.children[0].visible and table.page == 1


def test_arrows_turn_the_page_of_a_long_table():
    rows = [TableRow((f"village {n}",), f"v{n}") for n in range(60)]
    table = Table((TableColumn("village"),), rows, on_pick=lambda key: pressing(key)(), label="Villages")
    hand = driver(Single(table))
    table.layout(table.rect.clip(hand.window.surface.get_rect()), hand.window.theme)
    hand.press(*["DOWN"] * 40)
    assert hand.focused.label == "village 40" and hand.focused.visible and table.page > 0


def test_glossary_links_are_reached_and_opened_by_keyboard():
    text = "a <g dan>dan</g> a <g mou>mou</g>"
    hand = driver(Single(Paragraph(text, on_term=lambda term: pressing(term)())))
    hand.press("RIGHT", "ENTER")
    assert PRESSED == ["mou"]


def test_a_field_takes_letters_that_are_keys_elsewhere():
    field = TextField("Your name", key="name")
    hand = driver(Single(Column([field, Button("Inspect", pressing("inspect"), keycap="I")])))
    hand.type("Ii 1?")
    hand.press("LEFT", "BACKSPACE")
    assert field.value == "Ii ?" and PRESSED == []



def test_what_a_screen_reader_is_told_has_no_marks_and_no_ids():
    body = Paragraph("Pay in <g dan>dan</g>.", on_term=lambda term: pressing(term)())
    hand = driver(Single(Column([Button("last <r>47</r>"), body])))
    spoken = [node.spoken() for node in hand.tree().walk()]
    assert "last 47" in spoken and "dan" in spoken
