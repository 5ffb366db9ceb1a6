"""Cut the fonts that ship for names in every script, from the Noto fonts of three packages.

`python scripts/build_fonts.py FOLDER` takes a folder in which these are unpacked: from PyPI
`manimgx-fonts` 2026.9.26.post1 and `justmytype-intl-cjk` 0.1.0, from npm
`@expo-google-fonts/noto-naskh-arabic` 0.4.5 (its `package`). Of each it keeps the regular weight,
without hints; of Chinese, Japanese and Korean the characters of the national standards.
"""

import sys
from pathlib import Path
from typing import Final

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

FONTS: Final = Path(__file__).resolve().parents[1] / "src/sayso/views/wording/typefaces"
NASKH: Final = "package/400Regular/NotoNaskhArabic_400Regular.ttf"
CJK: Final = "justmytype_intl_cjk/fonts/ofl"
SCRIPTS: Final = (
    *("Bengali", "Devanagari", "Ethiopic", "Gujarati", "Gurmukhi", "Kannada", "Khmer", "Lao"),
    *("Malayalam", "Myanmar", "Oriya", "Sinhala", "Tamil", "Telugu", "Thai"),
)
#: Two-byte encodings of Chinese, Japanese and Korean standards, with the last of the first bytes
#: that is taken: of Big5 the rarer half is left out, which would double the font.
STANDARDS: Final = {"gb2312": 0xFE, "big5": 0xC6, "euc_jp": 0xFE, "euc_kr": 0xFE}
IDEOGRAPHS: Final = range(0x4E00, 0xA000)
REGULAR: Final = 400
FAMILY, STYLE, FULL, POSTSCRIPT = 1, 2, 4, 6


def han() -> set[int]:
    """Give the ideographs of the standards, with kana, and signs of their width."""
    held = {
        ord(letter)
        for standard, last in STANDARDS.items()
        for lead in range(0xA1, last + 1)
        for trail in range(0x40, 0xFF)
        for letter in bytes((lead, trail)).decode(standard, "ignore")
    }
    return held.intersection(IDEOGRAPHS) | {*range(0x3000, 0x3100), *range(0xFF01, 0xFFF0)}


def hangul() -> set[int]:
    """Give every syllable and letter of Korean."""
    return {*range(0xAC00, 0xD7A4), *range(0x1100, 0x1200), *range(0x3130, 0x3190)}


def cut(source: Path, target: Path, letters: set[int] | None = None, family: str = "") -> None:
    """Write the regular weight of a font.

    Args:
        source: a font; one with axes is set at its regular weight.
        target: to be written.
        letters: to be kept; None keeps all.
        family: a name of its own, for one that lost letters.
    """
    font = TTFont(source)
    if "fvar" in font:
        axes = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes}
        font = instancer.instantiateVariableFont(font, {**axes, "wght": REGULAR})
    if family:
        names = font["name"]
        names.names = [n for n in names.names if n.nameID not in {16, 17, 21, 22, 25}]
        told = {FAMILY: family, STYLE: "Regular", FULL: family, POSTSCRIPT: family.replace(" ", "")}
        for key, value in told.items():
            names.setName(value, key, 3, 1, 0x409)
    font["OS/2"].usWeightClass = REGULAR
    options = subset.Options(layout_features=["*"], name_IDs=["*"], hinting=False)
    options.notdef_outline = True
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=letters or set(font.getBestCmap()))
    cutter.subset(font)
    font.save(target)


def main() -> None:
    """Write every font."""
    held = Path(sys.argv[1])
    FONTS.mkdir(exist_ok=True)
    cut(held / NASKH, FONTS / "NotoNaskhArabic.ttf")
    for script in SCRIPTS:
        source = held / "manimgx_fonts" / f"NotoSans{script}[wght].ttf"
        cut(source, FONTS / f"NotoSans{script}.ttf")
    cut(held / CJK / "notosanssc/NotoSansSC[wght].ttf", FONTS / "SaysoHan.ttf", han(), "Sayso Han")
    korean = held / CJK / "notosanskr/NotoSansKR[wght].ttf"
    cut(korean, FONTS / "SaysoHangul.ttf", hangul(), "Sayso Hangul")


if __name__ == "__main__":
    main()
