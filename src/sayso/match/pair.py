"""Two names alone: how sure it is that they are one party's, as the index says and beyond."""

from typing import Final

from sayso.match.index import ListIndex
from sayso.match.names.arrays import arrays_of
from sayso.match.words.latin import tokens_of
from sayso.match.words.likeness import letters_shared
from sayso.match.words.readings import bare_bones, coarse, usual_reading
from sayso.model.ids import EntryId, ReleaseId
from sayso.model.lists import ListedName, ListEntry
from sayso.model.matches import Screening

_ENTRY, _RELEASE = EntryId("pair:1"), ReleaseId("pair@2024-01-01")
#: Below this the index says of all that none of their words agree.
_NO_WORD_AGREES: Final = 0.001


def compare_names(asked: str, listed: str, schema: str = "LegalEntity") -> float:
    """Give how sure it is that a name, asked, is that of a party listed by another alone, 0 to 1.

    It is what screening says where a word of one answers a word of the other. Where none does,
    screening proposes nothing; here such pairs are ordered among themselves, below all others, by
    the letters and the consonants that their readings have in common.
    """
    told = screened(asked, listed, schema)
    return told if told >= _NO_WORD_AGREES else _NO_WORD_AGREES * _shared(asked, listed)


def screened(asked: str, listed: str, schema: str = "LegalEntity") -> float:
    """Give the probability of a list's one party, that has one name, for a name that is asked."""
    name = ListedName(text=listed, kind="primary", quality="strong")
    entry = ListEntry(id=_ENTRY, authority="pair", reference="1", schema=schema, names=(name,))
    index = ListIndex(arrays_of([entry]), [_RELEASE], {entry.id: entry}.get)
    found = index.screen(Screening(name=asked, schema=schema, threshold=0.0, limit=1))
    return found[0].probability if found else 0.0


def _shared(asked: str, listed: str) -> float:
    forms = ["".join(token.form for token in tokens_of(name)) for name in (asked, listed)]
    if not all(forms):
        return 0.0
    sounds, bones = ([coarse(of(f)) for f in forms] for of in (usual_reading, bare_bones))
    alike = (letters_shared(one, [other])[0] for one, other in (sounds, bones))
    return float(sum(alike)) / 2
