"""Turns bytes into characters: by their mark, as UTF-8, as declared, or by a guess."""

import codecs
import re
from collections import Counter
from dataclasses import dataclass

import charset_normalizer

from sayso.errors import Unreadable

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: Encodings that documents of the field come in.
_CANDIDATES = (
    "cp1252 cp1256 cp1251 cp1250 cp1253 cp1254 cp1255 cp1257 cp1258 cp874 koi8_r koi8_u "
    "iso8859_2 iso8859_5 iso8859_6 iso8859_9 mac_roman gb18030 big5 cp932 euc_jp euc_kr cp949"
)
_SAMPLE_BYTES = 200_000
_WESTERN = "cp1252"
#: Letters of two scripts and blanks are at least this share of a text.
_WRITTEN_SHARE = 0.7
#: Rows of Unicode with Chinese characters, and with Korean ones.
_MANY_ROWS = (range(0x4E, 0xA0), range(0xAC, 0xD8))
_LEAD = 0.05
#: A sign inside a word shows that letters were read in the wrong encoding ("mówi¹c").
_SIGN_IN_WORD = re.compile(r"[^\W\d_][¡-©«-´¶-¹»-¿×÷†‡‰‹›ˆ˜€‚„]+[^\W\d_]")
_REPLACEMENT = "\ufffd"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """Characters, and which encoding they were read in."""

    text: str
    encoding: str
    remarks: tuple[str, ...] = ()


def decoded(content: bytes, locator: str, declared: str | None = None) -> Decoded:
    """Decode a text.

    Args:
        content: the bytes; a byte order mark is no part of the text.
        locator: for messages.
        declared: the encoding that the sender or the page names.

    Raises:
        Unreadable: the bytes fit no encoding.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _lenient(content[len(mark) :], encoding)
    for named in (_wide(content), "utf-8", declared):
        text = None if named is None else _strict(content, named)
        if named is not None and text is not None:
            return Decoded(text=text, encoding=codecs.lookup(named).name)
    if _has_only_halves(content, "utf-8") or _is_nearly_utf8(content):
        return _lenient(content, "utf-8")
    return _guessed(content, locator)


def _strict(content: bytes, encoding: str) -> str | None:
    """Decode without a single doubt, or not at all."""
    try:
        text = content.decode(encoding)
        text.encode("utf-8")
    except (UnicodeError, LookupError):
        return None
    return text


def _lenient(content: bytes, encoding: str) -> Decoded:
    """Decode, mending surrogate pairs and showing what cannot be decoded as U+FFFD."""
    halves = (
        content.decode(encoding, "surrogatepass") if _has_only_halves(content, encoding) else ""
    )
    paired = halves.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    text = paired if halves else content.decode(encoding, "replace")
    bad = text.count(_REPLACEMENT)
    remark = (
        f"not all bytes are {encoding}: {bad} shown as {_REPLACEMENT},"
        f" the first at character {text.find(_REPLACEMENT)}"
    )
    return Decoded(text=text, encoding=encoding, remarks=(remark,) if bad else ())


def _has_only_halves(content: bytes, encoding: str) -> bool:
    """Say whether nothing but surrogates keeps the bytes from being decoded."""
    try:
        content.decode(encoding, "surrogatepass")
    except UnicodeError:
        return False
    return True


def _wide(content: bytes) -> str | None:
    """Give UTF-16 without its mark, told by zero bytes in every other place.

    Where they are fewer than in Latin text, as in Arabic, the characters must make sense as well.
    """
    sample = content[:_SAMPLE_BYTES]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if not max(even, odd) or min(even, odd) * 20 > max(even, odd):
        return None
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    is_latin = max(even, odd) * 5 >= len(sample)
    return encoding if is_latin or _is_writing(sample.decode(encoding, "replace")) else None


def _is_writing(text: str) -> bool:
    """Say whether a text is letters and blanks of hardly more than two scripts."""
    written = Counter(_row_of(sign) for sign in text if sign.isalpha())
    blanks = sum(map(str.isspace, text))
    told = sum(count for _, count in written.most_common(2)) + blanks
    return bool(blanks) and told > len(text) * _WRITTEN_SHARE


def _row_of(letter: str) -> int:
    """Give the row of 256 characters that a letter stands in; Chinese and Korean count as one."""
    row = ord(letter) >> 8
    return next((rows[0] for rows in _MANY_ROWS if row in rows), row)


def _is_nearly_utf8(content: bytes) -> bool:
    """Say whether most characters beyond ASCII are sound UTF-8."""
    text = content.decode("utf-8", "replace")
    bad = text.count(_REPLACEMENT)
    beyond_ascii = sum(1 for character in text if character > "\x7f")
    return beyond_ascii > bad * 5


def _guessed(content: bytes, locator: str) -> Decoded:
    for encoding in _guesses(content):
        text = _strict(content, encoding)
        if text is not None:
            remark = f"no encoding is stated; read as {encoding}"
            return Decoded(text=text, encoding=encoding, remarks=(remark,))
    raise Unreadable(f"{locator}: looks binary: the bytes fit no encoding; is it a text file?")


def _guesses(content: bytes) -> list[str]:
    """Give encodings that may fit, likeliest first.

    Those that leave signs inside words come last. A Latin text is taken for Western European
    unless another encoding fits its language better.
    """
    sample = content[:_SAMPLE_BYTES]
    matches = charset_normalizer.from_bytes(sample, cp_isolation=_CANDIDATES.split())
    coherence = {match.encoding: match.coherence for match in matches}
    order = sorted(
        [*coherence, _WESTERN],
        key=lambda encoding: bool(_SIGN_IN_WORD.search(sample.decode(encoding, "replace"))),
    )
    best = order[0]
    letters = [character for character in sample.decode(best, "replace") if character.isalpha()]
    is_latin = sum(map(str.isascii, letters)) * 2 > len(letters)
    ahead = coherence.get(best, 0.0) - coherence.get(_WESTERN, coherence.get(best, 0.0))
    if is_latin and ahead < _LEAD and not _SIGN_IN_WORD.search(sample.decode(_WESTERN, "replace")):
        order.insert(0, _WESTERN)
    return order
