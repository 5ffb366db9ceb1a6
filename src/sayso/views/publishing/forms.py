"""The forms of a brief, and the module that writes each."""

import importlib
from typing import Final

from sayso.model.briefs import Brief

#: Form → the module that writes it.
FORMS: Final = {
    "md": "brief.markdown",
    "html": "brief.html",
    "json": "publishing.json",
    "docx": "publishing.word",
    "pdf": "publishing.pdf",
}
#: Forms that hold figures.
DRAWN: Final = frozenset({"html", "docx", "pdf"})


def written(made: Brief, form: str, *, ids: bool = False) -> str | bytes:
    """Give a brief in one form: text, or the bytes of a file.

    Args:
        made: the brief, with its annexes if they are to be in it.
        form: a key of `FORMS`.
        ids: in Markdown, each sentence carries its ids.
    """
    module = importlib.import_module(f"sayso.views.{FORMS[form]}")
    if form in DRAWN:
        draw = importlib.import_module("sayso.views.figures.draw")  # matplotlib: a second
        text = module.write(made, draw.drawings_of(made))
    else:
        text = module.write(made, ids=True) if ids and form == "md" else module.write(made)
    if not isinstance(text, str | bytes):
        raise TypeError(f"{module.__name__}.write gave neither text nor bytes")
    return text
