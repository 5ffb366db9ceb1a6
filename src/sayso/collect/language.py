"""Tells which language a text is in."""

from functools import cache
from typing import Protocol

#: Fewer letters than this say too little.
MIN_LETTERS = 20
_SAMPLE = 20_000

#: Languages that documents of the field come in; rarer ones would only be mistaken for them.
_LANGUAGES = (
    "am ar az be bg bn bs ca cs da de el en es et fa fi fr gu ha he hi hr hu hy id it ja ka kk km "
    "ko ku ky lo lt lv mk mn mr ms my ne nl no pa pl ps pt ro ru rw sk sl so sq sr sv sw ta te tg "
    "th tl tr ug uk ur uz vi zh"
)


class _Classifier(Protocol):
    def classify(self, text: str) -> tuple[str, float]: ...

    def set_languages(self, _codes: list[str], /) -> None: ...


def language_of(text: str) -> str | None:
    """Give the ISO 639-1 code, or None for a text of fewer than 20 letters.

    Only the first 20,000 characters are looked at.
    """
    sample = text[:_SAMPLE]
    if sum(map(str.isalpha, sample)) < MIN_LETTERS:
        return None
    return _classifier().classify(sample)[0]


@cache
def _classifier() -> _Classifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415  # loads numpy

    classifier: _Classifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    classifier.set_languages(_LANGUAGES.split())
    return classifier
