"""A project with a list of invented parties, to screen against as a user does."""

from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from sayso.model.lists import DateInterval, ListedDocument, ListEntry
from sayso.model.vocabulary import Measure
from sayso.store.sqlite import open_store
from tests.fakes import NOON, tiny_entry, tiny_release

#: So many others that a name is rare.
OTHERS = tuple(tiny_entry(f"QDe.{n}", f"Name{n} Other{n}") for n in range(100, 150))
BORN = DateInterval(start="1970-05-23", end="1970-05-23", surface="23 May 1970")


def person(reference: str = "QDi.901", *names: str, **more: object) -> ListEntry:
    """Give an invented person of the list."""
    about = {
        "schema": "Person",
        "births": (BORN,),
        "nationalities": ("Afghanistan",),
        "documents": (ListedDocument(type="Passport", number="OR 123456"),),
        "regimes": ("Al-Qaida",),
        "measures": (Measure.ASSETS_FREEZE,),
    }
    return tiny_entry(reference, *(names or ("Karim Zarvan", "کریم زروان")), **(about | more))


SHIPPING = tiny_entry("QDe.902", "Zarvan Shipping Company", regimes=("Taliban",))


def release(folder: Path, published: str, *entries: ListEntry) -> str:
    """Take a release in on its day; give the project."""
    made, original = tiny_release(published, *OTHERS, *entries)
    day = NOON + timedelta(days=int(published[-2:]))
    with closing(open_store(folder / "sayso.db", must_exist=False)) as store:
        store.lists.add(replace(made, retrieved=day), replace(original, retrieved=day))
    return str(folder)
