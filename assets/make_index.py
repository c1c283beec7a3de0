"""Lists every asset in index.json: name, file, size in pixels or bytes, and a sentence for screen readers.

Run it last: python make_index.py. It fails if a file has no sentence or a sentence no file. Needs pillow.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from PIL import Image

HERE = Path(__file__).parent

PICTURES = {
    "title": "A woodcut of snow-covered loess terraces above the Zhang river, with four people carrying water home.",
    "paper-paper": "The texture of plain yellowish paper.",
    "paper-sheet": "The texture of pale writing paper.",
    "paper-wall": "The texture of a papered wall.",
    "paper-desk": "The grain of a dark desk.",
}
PORTRAITS = {
    "accountant": "Portrait of an elderly accountant in a skullcap and round spectacles, with a chin beard.",
    "cadre-winter": "Portrait of a cadre of about fifty in a fur hat and padded suit, unshaven.",
    "demobilised-soldier": "Portrait of a young man in a worn soft cap and an old uniform.",
    "du-wenbin": "Portrait of Du Wenbin, a thin man of about forty-five with cropped hair and round spectacles.",
    "elder-towel": "Portrait of an old villager with a white towel round his head, a moustache and a chin beard.",
    "farmer-broad": "Portrait of a broad farmer in his forties in a white shirt, a towel round his head.",
    "grandmother": "Portrait of an old woman with grey hair under a dark band, in a padded jacket.",
    "miller": "Portrait of a heavy man of about fifty-five with a shaven head and a moustache.",
    "provincial-official": "Portrait of an official in his fifties with receding hair, in a good suit.",
    "schoolteacher": "Portrait of a young schoolteacher with a fringe and round spectacles, in a light jacket.",
    "secretary-cap": "Portrait of a county secretary of about forty in a cap and a buttoned suit.",
    "straw-hat": "Portrait of a farmer in his thirties in a straw hat and an open shirt.",
    "woman-bob": "Portrait of a woman of about thirty with hair cut at the jaw, in a buttoned suit.",
    "woman-scarf": "Portrait of a woman of about forty in a headscarf and a padded jacket.",
    "young-woman-plaits": "Portrait of a young woman with two long plaits, in a jacket that fastens at the side.",
    "youth": "Portrait of a youth of about nineteen with cropped hair, in a village jacket.",
}
VIGNETTES = {
    "accounts": "An abacus, an open account book, a writing brush and an oil lamp on a table.",
    "blackboard": "A school blackboard with the first characters of a reading class, and two desks with primers.",
    "courtyard-in-snow": "The yard of a cave dwelling in snow, with a stone mill and a pile of logs.",
    "field-and-plough": "A wooden plough and a seed basket on a ploughed field, terraces behind.",
    "inkstone-and-seal": "An inkstone, a brush, an office seal and a stack of papers on a desk.",
    "jars": "Great earthen jars, sacks and a grain measure in a store room.",
    "oxen": "Two oxen with their heads down at a stone trough.",
    "threshing-floor": "A threshing floor before cave rooms: heaps of grain, a square measure, a stone roller.",
}
COUNTIES = (
    "changzhi", "gaoping", "huguan", "jincheng", "licheng", "lingchuan", "lucheng", "pingshun", "qinshui", "qinxian",
    "qinyuan", "tunliu", "wuxiang", "xiangyuan", "yangcheng", "zhangzi",
)  # fmt: skip
PEOPLE = {
    "chang-rui": "Chang Rui",
    "du-wenbin": "Du Wenbin",
    "hao-shouyi": "Hao Shouyi",
    "jia-fulai": "Jia Fulai",
    "qin-yushan": "Qin Yushan",
    "shen-xiulan": "Shen Xiulan",
}
SEALS = {
    "bureau": "Round red seal of the North China Bureau of the Party.",
    "province": "Round red seal of the Shanxi provincial Party committee.",
    "prefecture": "Round red seal of the Changzhi prefectural Party committee.",
    "administration": "Square red seal of the Changzhi prefectural administration.",
    "read": "A small red stamp: read.",
    "cooperative": "A small red mark: cooperative.",
    **{season: f"A small red stamp: {season}." for season in ("spring", "summer", "autumn", "winter")},
    **{county: f"Round red seal of the {county.title()} county Party committee." for county in COUNTIES},
    **{f"name-{key}": f"The red name seal of {name}." for key, name in PEOPLE.items()},
}
SOUNDS = {
    "abacus": "Three beads click on an abacus.",
    "gong": "A gong is struck and fades.",
    "loudspeaker": "A loudspeaker far off; the words cannot be understood.",
    "paper": "A sheet of paper is laid down.",
    "stamp": "A seal is set down on paper.",
    "strings": "Slow plucked strings over wind.",
}
FONTS = {
    "ShangdangKai-Regular.ttf": "Brush handwriting, for petitions.",
    "ShangdangRoman-Bold.ttf": "Bold serif letters, for headings.",
    "ShangdangRoman-Italic.ttf": "Italic serif letters.",
    "ShangdangRoman-Regular.ttf": "Serif letters, for prose.",
    "ShangdangSans-Bold.ttf": "Bold plain letters, for figures and controls.",
    "ShangdangSans-Italic.ttf": "Italic plain letters.",
    "ShangdangSans-Regular.ttf": "Plain letters, for labels and figures.",
    "ShangdangSong-Bold.otf": "Bold printed characters, for letterheads.",
    "ShangdangSong-Regular.otf": "Printed characters, for documents.",
}
MAPS = {
    "changzhi.geojson": "County polygons of about 2017, the source of the wall map.",
    "relief_crop.png": "Shaded relief, the source of the map's hachures.",
    "rivers.geojson": "Rivers, a source of the wall map.",
    "seats.json": "County seats, a source of the wall map.",
    "wall_map.json": "Changzhi prefecture in 1951: sixteen counties, their seats, borders, rivers, hills and villages.",
}


def files() -> dict[str, tuple[str, str]]:
    """Name: file below this folder, sentence."""
    icons = sorted(path.stem for path in (HERE / "icons").glob("*.png"))
    return {
        **{name: (f"images/{name}.png", alt) for name, alt in PICTURES.items()},
        **{f"portrait-{name}": (f"images/portraits/{name}.png", alt) for name, alt in PORTRAITS.items()},
        **{f"vignette-{name}": (f"images/vignettes/{name}.png", alt) for name, alt in VIGNETTES.items()},
        **{f"seal-{name}": (f"images/seals/{name}.png", alt) for name, alt in SEALS.items()},
        **{f"icon-{n}": (f"icons/{n}.png", f"A small drawing: {n.replace('-', ' ')}.") for n in icons},
        **{f"sound-{name}": (f"sounds/{name}.ogg", alt) for name, alt in SOUNDS.items()},
        **{f"font-{Path(name).stem}": (f"fonts/{name}", alt) for name, alt in FONTS.items()},
        **{f"map-{Path(name).stem}": (f"map/{name}", alt) for name, alt in MAPS.items()},
    }


def entry(file: str, alt: str) -> dict[str, Any]:
    """One line of the index: width and height for a picture, bytes for anything else."""
    path = HERE / file
    if path.suffix == ".png":
        return {"file": file, "size": list(Image.open(path).size), "alt": alt}
    return {"file": file, "bytes": path.stat().st_size, "alt": alt}


def unlisted(index: dict[str, tuple[str, str]]) -> list[str]:
    """Files of the listed kinds that the index does not name."""
    listed = {file for file, _ in index.values()}
    kinds = {".png", ".ogg", ".otf", ".ttf", ".geojson"}
    found = {path.relative_to(HERE).as_posix() for path in HERE.rglob("*") if path.suffix in kinds}
    return sorted(found - listed)


if __name__ == "__main__":
    index = files()
    if missing := unlisted(index):
        raise SystemExit("No sentence for " + ", ".join(missing))
    lines = [f"{json.dumps(name)}: {json.dumps(entry(*where), ensure_ascii=False)}" for name, where in index.items()]
    (HERE / "index.json").write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    print(f"index.json: {len(index)} assets")
