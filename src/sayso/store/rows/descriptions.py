"""What is known about a document, as its corrections have it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from enum import StrEnum

from sayso.errors import BadInput
from sayso.model.documents import Description, Document
from sayso.model.vocabulary import DocumentKind, Handling

#: The fields of Document that may be described, and how; no words say that it is not known.
_DESCRIBED: Mapping[str, Callable[[Document, str], Document]] = {
    "title": lambda document, words: replace(document, title=words or None),
    "publisher": lambda document, words: replace(document, publisher=words or None),
    "published": lambda document, words: replace(document, published=words or None),
    "kind": lambda document, word: replace(document, kind=DocumentKind(word)),
    "handling": lambda document, word: replace(document, handling=Handling(word)),
    "collection": lambda document, words: replace(document, collection=words or None),
    "lawful_basis": lambda document, words: replace(document, lawful_basis=words or None),
    "language": lambda document, words: replace(document, language=words or None),
    "notice": lambda document, words: replace(document, notice=words or None),
}
#: What binds whoever shows a document, whatever it was known as before.
BINDING: frozenset[str] = frozenset({"handling", "notice", "lawful_basis"})
_CHOICES: Mapping[str, type[StrEnum]] = {"kind": DocumentKind, "handling": Handling}


def described(document: Document, descriptions: Iterable[Description]) -> Document:
    """Give a document as its descriptions correct it, in their order."""
    for description in descriptions:
        document = _DESCRIBED[description.about](document, description.value)
    return document


def check_description(description: Description) -> None:
    """Refuse a correction of what may not be described, or not so.

    Raises:
        BadInput: says what may be.
    """
    about, value = description.about, description.value
    if about not in _DESCRIBED:
        allowed = ", ".join(_DESCRIBED)
        raise BadInput(f"{about!r} of a document cannot be described: choose one of {allowed}")
    choices = [choice.value for choice in _CHOICES.get(about, ())]
    if choices and value not in choices:
        raise BadInput(f"no such {about}: {value!r}: choose one of {', '.join(choices)}")
