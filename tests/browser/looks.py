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
#: Side of a tile in pixels of the small picture.
TILE = 16
#: Mean difference of brightness, 0 to 255, that the whole and that each tile may have; another
#: font moves letters and makes about 3 and 20, a lost panel 40 and more in its tiles.
WHOLE = 6.0
EACH = 32.0
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
    apart = np.abs(_bright(before) - _bright(now))
    found = []
    if apart.mean() > WHOLE:
        found.append(f"{name}: differs by {apart.mean():.1f} on the whole")
    for top in range(0, apart.shape[0], TILE):
        for left in range(0, apart.shape[1], TILE):
            tile = float(apart[top : top + TILE, left : left + TILE].mean())
            if tile > EACH:
                at = f"({left * SMALLER}, {top * SMALLER})"
                found.append(f"{name}: differs by {tile:.0f} in the tile at {at}")
    return found


def _bright(picture: Image.Image) -> NDArray[np.float64]:
    return np.asarray(picture.convert("L"), dtype=np.float64)
