"""How views looked when somebody last found them right: small pictures, compared with tolerance.

The pictures are a quarter of the size and of few colours, and every page is drawn in one font that
comes with Matplotlib, so that another machine's letters make little of a difference; a canvas that
stays blank, or a panel that is lost, makes a large one in the tiles where it stood. `make looks`
draws them anew: look at what git shows before you keep it.
"""

import base64
import io
import os
from pathlib import Path

import matplotlib as mpl
import numpy as np
from numpy.typing import NDArray
from PIL import Image
from playwright.sync_api import Page

FOLDER = Path(__file__).parent / "pictures"
SMALLER = 4
COLOURS = 48
#: Side of a tile in pixels of the small picture, and how far its words may have moved.
TILE = 16
NEAR = 4
#: How much brighter or darker a tile may be, 0 to 255.
SHADE = 24.0
#: A tile has ink whose pixels differ so much from its ground; it is lost where less than this share
#: of it is left there or near. So many tiles may lose theirs, or gain some: a word that is another.
INK = 2.0
LEFT = 0.3
MOST_LOST = 5
RENEW = os.environ.get("SAYSO_LOOKS") == "renew"

_FIXED = """
const bytes = Uint8Array.from(atob("%s"), (sign) => sign.charCodeAt(0));
document.fonts.add(new FontFace("Fixed", bytes));
const sheet = new CSSStyleSheet();
sheet.replaceSync("* { font-family: Fixed !important; caret-color: transparent !important }");
document.adoptedStyleSheets = [sheet];
"""


def fix_font(page: Page) -> None:
    """Let all that a page will show be in one font that is the same everywhere."""
    font = Path(mpl.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"
    page.add_init_script(_FIXED % base64.b64encode(font.read_bytes()).decode())


def picture_of(page: Page) -> Image.Image:
    """Give what a page shows, small and in few colours."""
    shown = Image.open(io.BytesIO(page.screenshot(animations="disabled"))).convert("RGB")
    return shown.reduce(SMALLER).quantize(COLOURS, dither=Image.Dither.NONE)


def faults(name: str, page: Page) -> list[str]:
    """Give in what a page differs from how it looked; nothing where it is as it was.

    Where pictures are renewed, the new one is kept.
    """
    path, now = FOLDER / f"{name}.png", picture_of(page)
    if RENEW:
        FOLDER.mkdir(exist_ok=True)
        now.save(path, optimize=True)
        return []
    if not path.is_file():
        return [f"{name}: there is no picture of it: `make looks` makes one"]
    return compared(name, Image.open(path), now)


def compared(name: str, before: Image.Image, now: Image.Image) -> list[str]:
    """Give in what two small pictures differ more than other letters make them."""
    if before.size != now.size:
        return [f"{name}: {now.size} where it was {before.size}"]
    own, new = _bright(before), _bright(now)
    found = [
        f"{name}: the tile at {_place(tile)} is brighter or darker"
        for tile in _tiles(own)
        if abs(own[tile].mean() - new[tile].mean()) > SHADE
    ]
    for what, one, other in (("lost", own, new), ("gained", new, own)):
        tiles = [tile for tile in _tiles(own) if _is_lost(one, other, tile)]
        if len(tiles) > MOST_LOST:
            told = ", ".join(map(_place, tiles))
            found.append(f"{name}: {len(tiles)} tiles {what} what stood there: {told}")
    return found


Tile = tuple[slice, slice]


def _tiles(picture: NDArray[np.float64]) -> list[Tile]:
    height, width = picture.shape
    tops, lefts = (range(0, side - TILE // 2, TILE) for side in (height, width))
    return [(slice(y, y + TILE), slice(x, x + TILE)) for y in tops for x in lefts]


def _is_lost(one: NDArray[np.float64], other: NDArray[np.float64], tile: Tile) -> bool:
    ink = _ink(one[tile])
    near = tuple(slice(max(0, side.start - NEAR), side.stop + NEAR) for side in tile)
    return ink > INK and _ink(other[near]) < LEFT * ink


def _ink(part: NDArray[np.float64]) -> float:
    """Give how much the pixels differ from the ground that most of them have."""
    return float(np.abs(part - np.median(part)).mean())


def _place(tile: Tile) -> str:
    """Give where a tile begins on the page, in pixels."""
    down, across = tile
    return f"({across.start * SMALLER}, {down.start * SMALLER})"


def _bright(picture: Image.Image) -> NDArray[np.float64]:
    return np.asarray(picture.convert("L"), dtype=np.float64)
