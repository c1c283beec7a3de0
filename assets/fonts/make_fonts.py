"""Cuts the game's fonts out of their sources: the characters it may need and no more, under names of its own.

The Open Font License asks that a changed font does not bear the reserved name, so each family is renamed.
han.txt lists Chinese characters: GB 2312 level 1, the traditional form of each (papers before 1956 are in
traditional characters), and those of village names in the region. han-common.txt lists the 2,400 commonest
of them, their traditional forms and the village names; the lighter Song and the Kai have only these.

    python make_fonts.py --noto-cjk DIR --noto DIR --wenkai DIR

The folders hold the fonts of Debian's fonts-noto-cjk, fonts-noto-core and fonts-lxgw-wenkai. Needs fonttools.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
LATIN_RANGES = (
    (0x20, 0x7E), (0xA0, 0x24F), (0x2C6, 0x2DD), (0x300, 0x30F), (0x1E00, 0x1EFF), (0x2010, 0x2027),
    (0x2030, 0x2044),
)  # fmt: skip
SIGNS = "€№™−×÷≈≤≥½¼¾←→↑↓"
CHINESE_SIGNS = (
    "　、。〈〉《》「」『』【】〔〕〖〗…—·～“”‘’！？，；：（）％＋－／０１２３４５６７８９○〇●△▽▲▼□■◇◆☆★※①②③④⑤⑥⑦⑧⑨⑩"
)
ADOBE = "Copyright 2017-2022 Adobe (http://www.adobe.com/). SIL OFL 1.1. Modified: subset and renamed."
GOOGLE = "Copyright 2015 Google LLC. SIL OFL 1.1. Modified: subset and renamed."
WENKAI = (
    "Copyright 2021-2023 LXGW (https://github.com/lxgw/LxgwWenKai); Copyright 2020 The Klee Project Authors "
    "(https://github.com/fontworks-fonts/Klee). SIL OFL 1.1. Modified: subset and renamed."
)


@dataclass(frozen=True)
class Cut:
    """One font to make: where it comes from and what it is called."""

    folder: str  # noto_cjk, noto or wenkai
    source: str
    number: int  # of the face within a collection, -1 for a single font
    family: str
    style: str
    han: str | None  # the list of Chinese characters, if it has any
    notice: str

    @property
    def file(self) -> str:
        """The name of the file written."""
        ending = "otf" if self.folder == "noto_cjk" else "ttf"
        return f"{self.family.replace(' ', '')}-{self.style}.{ending}"


CUTS = (
    Cut("noto_cjk", "NotoSerifCJK-Regular.ttc", 2, "Shangdang Song", "Regular", "han-common.txt", ADOBE),
    Cut("noto_cjk", "NotoSerifCJK-Bold.ttc", 2, "Shangdang Song", "Bold", "han.txt", ADOBE),
    Cut("wenkai", "LXGWWenKai-Regular.ttf", -1, "Shangdang Kai", "Regular", "han-common.txt", WENKAI),
    *(
        Cut("noto", f"Noto{kind}-{style}.ttf", -1, f"Shangdang {family}", style, None, GOOGLE)
        for kind, family in (("Serif", "Roman"), ("Sans", "Sans"))
        for style in ("Regular", "Bold", "Italic")
    ),
)


def characters(han: str | None) -> str:
    """Every character a font of the kind is to have."""
    latin = "".join(chr(c) for first, last in LATIN_RANGES for c in range(first, last + 1)) + SIGNS
    if han is None:
        return latin
    return latin + CHINESE_SIGNS + "".join((HERE / han).read_text(encoding="utf-8").split())


def reduce_to(font: TTFont, text: str) -> None:
    """Drops all other characters, hints and tables the game does not use."""
    options = subset.Options()
    options.layout_features = ["kern", "liga", "ccmp", "mark", "mkmk", "locl", "tnum", "lnum"]
    options.hinting = False
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.drop_tables += ["DSIG", "BASE", "vhea", "vmtx", "VORG"]
    cutter = subset.Subsetter(options)
    cutter.populate(text=text)
    cutter.subset(font)


def rename(font: TTFont, cut: Cut) -> None:
    """Gives the font its own name everywhere a name stands; the licence entries stay."""
    names, postscript = font["name"], Path(cut.file).stem
    for record in list(names.names):
        if record.nameID not in (13, 14):
            names.removeNames(nameID=record.nameID)
    full = f"{cut.family} {cut.style}"
    entries = {
        0: cut.notice, 1: cut.family, 2: cut.style, 3: f"{postscript};subset",
        4: full, 5: "Version 1.001; subset", 6: postscript,
    }  # fmt: skip
    for number, value in entries.items():
        names.setName(value, number, 3, 1, 0x409)
        names.setName(value, number, 1, 0, 0)
    if "CFF " in font:
        table = font["CFF "].cff
        table.fontNames = [postscript]
        top = table.topDictIndex[0]
        top.FullName, top.FamilyName, top.Notice = full, cut.family, cut.notice


def make(cut: Cut, folder: Path) -> Path:
    """Writes one font beside this file."""
    font = TTFont(folder / cut.source, fontNumber=cut.number, recalcTimestamp=False)
    reduce_to(font, characters(cut.han))
    rename(font, cut)
    target = HERE / cut.file
    font.save(target)
    return target


def main() -> None:
    """Makes the fonts whose source folders are given."""
    arguments = argparse.ArgumentParser(description="Subset and rename the game's fonts.")
    for name in ("noto-cjk", "noto", "wenkai"):
        arguments.add_argument(f"--{name}", type=Path)
    folders = vars(arguments.parse_args())
    for cut in CUTS:
        if folders[cut.folder] is not None:
            target = make(cut, folders[cut.folder])
            print(f"{target.name}: {target.stat().st_size / 1e3:.0f} kB")


if __name__ == "__main__":
    main()
