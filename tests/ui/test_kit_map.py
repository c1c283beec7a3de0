"""The wall map: every county can be found by mouse and keyboard and says its figures; labels never overlap."""

from itertools import combinations

import pygame
import pytest
from pygame import Rect, Surface
from test_kit_sections import ASSETS, PRESSED, SCALES, Single, driver, pressing

from game.ui.atlas import load_atlas
from game.ui.map_painter import MapPainter, Shade
from game.ui.small_map import CountyMap, SmallMap
from game.ui.wall_map import MapWords, Region, WallMap

WORDS = MapWords(
    "长治专区", "Chángzhì Zhuānqū", ("under 20", "20–30", "30–40", "40 and over"),
    "not inspected", "cooperative", "village", "known, filed",
)  # fmt: skip


@pytest.fixture(scope="module")
def painter() -> MapPainter:
    return MapPainter(load_atlas(ASSETS / "map" / "wall_map.json"))


def wall_map(painter: MapPainter) -> WallMap:
    regions = {
        key: Region(
            number % 4, number % 3 > 0, str(20 + number), str(40 + number), f"known {20 + number}, filed {40 + number}"
        )
        for number, key in enumerate(painter.atlas.counties)
    }
    return WallMap(
        painter, regions, WORDS, label="Homes organised", selected="wuxiang", on_county=lambda key: pressing(key)()
    )


def test_each_county_is_found_where_its_seat_is(painter):
    for county in painter.atlas.counties.values():
        found = painter.atlas.county_at(county.seat)
        assert found is None or found.id == county.id


def test_a_click_inside_a_county_picks_it(painter):
    shown = wall_map(painter)
    hand = driver(Single(shown, 560))
    for key in ("licheng", "qinshui"):
        villages = painter.atlas.counties[key].villages
        x, y = shown._window_point(villages[len(villages) // 2])
        hand.click_at((round(x), round(y)))
    assert PRESSED == ["licheng", "qinshui"] and shown.selected == "qinshui"


def test_a_click_outside_the_prefecture_picks_nothing(painter):
    shown = wall_map(painter)
    driver(Single(shown, 560)).click_at((shown.rect.right - 12, shown.rect.y + 200))
    assert PRESSED == []


def test_the_map_is_entered_at_the_picked_county_and_arrows_lead_to_neighbours(painter):
    hand = driver(Single(wall_map(painter), 560))
    start = hand.focused.label
    hand.press("DOWN", "ENTER")
    assert start == "Wuxiang" and PRESSED in (["xiangyuan"], ["licheng"])


def test_every_county_can_be_reached_with_arrows(painter):
    shown = wall_map(painter)
    hand = driver(Single(shown, 560))
    seen, waiting = {hand.focused}, [hand.focused]
    while waiting:
        for name in ("LEFT", "RIGHT", "UP", "DOWN"):
            hand.window.stage.focus_on(waiting[0])
            hand.press(name)
            if hand.focused not in seen:
                seen.add(hand.focused)
                waiting.append(hand.focused)
        waiting.pop(0)
    assert len(seen) == 16


def test_every_county_says_its_name_and_figures(painter):
    hand = driver(Single(wall_map(painter), 560))
    regions = [node for node in hand.tree().walk() if node.role == "map-region"]
    assert len(regions) == 16 and all(node.value.startswith("known") for node in regions)


@pytest.mark.parametrize("text_scale", SCALES)
@pytest.mark.parametrize("first", ["wuxiang", "changzhi", "lucheng"])
def test_labels_give_way_instead_of_overlapping(painter, text_scale, first):
    shown = wall_map(painter)
    driver(Single(shown, 560 if text_scale == 1 else 1000), text_scale)
    parts = shown._fit_labels([first])
    boxes = [
        shown._label_box(painter.atlas.counties[key], shown.regions[key], count).inflate(-6, -6)
        for key, count in parts.items()
        if count
    ]
    assert parts[first] == 3
    assert not any(a.colliderect(b) for a, b in combinations(boxes, 2))


def test_at_ordinary_size_every_county_has_its_name_and_tag(painter):
    shown = wall_map(painter)
    driver(Single(shown, 462))
    assert set(shown._fit_labels(["wuxiang"]).values()) == {3}


def test_a_map_painted_once_is_not_painted_again(painter):
    shades = [(key, Shade(1)) for key in painter.atlas.counties]
    assert painter.paint((200, 240), shades) is painter.paint((200, 240), shades)


def test_small_maps_say_what_they_show(painter):
    small = SmallMap(painter, {"wuxiang": 3}, "Homes organised", "spring 1951", arrows={"licheng": "up"})
    county = CountyMap(painter, "wuxiang", "Wuxiang", "four cooperatives", names={"Hanbi": (113.25, 36.78)})
    for widget in (small, county):
        hand = driver(Single(widget, 296))
        assert hand.get(role="image").label and hand.get(role="image").value


@pytest.mark.parametrize("height", [230, 280, 400])
def test_legends_beside_a_low_map_stand_in_columns_inside_its_frame(painter, height):
    wall = wall_map(painter)
    hand = driver(Single(wall), 2.0)
    wall.layout(Rect(24, 24, 1232, height), hand.window.theme)
    picture = Surface(hand.window.surface.get_size(), pygame.SRCALPHA)
    wall.paint(picture)
    assert wall.rect.inflate(4, 4).contains(picture.get_bounding_rect())


@pytest.mark.parametrize("text_scale", SCALES)
def test_labels_stand_inside_the_map_however_flat_it_is(painter, text_scale):
    shown = wall_map(painter)
    hand = driver(Single(shown, 1000), text_scale)
    shown.layout(Rect(0, 0, 1000, 280), hand.window.theme)
    for key, parts in shown._fit_labels(["jincheng"]).items():
        if parts:
            assert shown.map_rect.contains(shown._label_box(painter.atlas.counties[key], shown.regions[key], parts))
