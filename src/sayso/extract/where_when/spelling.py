"""What stays the same when a name of Afghanistan or Pakistan is spelt another way."""

import re

from sayso.extract.where_when.places import fold

#: Words between and after the words of a name that spellings add, drop and change, folded.
LINKS = frozenset({"e", "i", "ye", "yi", "va", "wa", "aw", "o", "u", "al", "ul"})
#: Sounds of two letters, kept as one; what is written with either of two letters.
SOUNDS = (("sh", "$"), ("ch", "%"), ("kh", "&"), ("gh", "g"), ("zh", "z"), ("dz", "z"), ("ph", "f"))
EQUAL = str.maketrans({"q": "k", "c": "k", "v": "w", "x": "&", "j": "z"})
#: Letters that a spelling may leave out, but for the first of a name.
LEFT_OUT = re.compile(r"(?<!^)[aeiouwyh]")
DOUBLE = re.compile(r"(.)\1+")
FIRST_VOWEL = re.compile(r"^[aeiou]+")
#: Letters of the shortest skeleton that tells a name.
SHORTEST = 2


def skeleton(name: str) -> str:
    """Give the consonants of a name as all its spellings have them, "" where they are too few.

    "Nahr-e Saraj" and "Nahri Saraj", "Khogyani" and "Khugiani", "Tarin Kowt" and "Tarinkot" have
    one each.
    """
    words = [word for word in fold(name).split(" ") if word not in LINKS]
    letters = "".join(words)
    for sound, sign in SOUNDS:
        letters = letters.replace(sound, sign)
    letters = FIRST_VOWEL.sub("a", letters.translate(EQUAL))
    kept = LEFT_OUT.sub("", DOUBLE.sub(r"\1", letters))
    return kept if len(kept) >= SHORTEST else ""
