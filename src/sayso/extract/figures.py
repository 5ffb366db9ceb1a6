"""Figures in digits and in words."""

import re

WORDS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "half": 0.5,
    "zero": 0,
    "single": 1,
    "twice": 2,
    "thrice": 3,
}
SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "score": 20,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "k": 1_000,
    "m": 1_000_000,
    "bn": 1_000_000_000,
}
ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}
DIGITS = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?")
#: What stands between the words of one figure.
SPLIT = re.compile(r"[\s\-]+")


def figure(text: str) -> float | None:
    """Give the number that some words spell ("1,200", "2.5 million", "twenty-five", "a dozen").

    None where they spell none.
    """
    total, part, seen = 0.0, 0.0, False
    for word in SPLIT.split(text.casefold().strip()):
        digits = DIGITS.fullmatch(word)
        if digits is not None:
            part, seen = float(digits.group().replace(",", "")), True
        elif word in WORDS:
            part, seen = part + WORDS[word], True
        elif word.removesuffix("s") in SCALES:
            scale = SCALES[word.removesuffix("s")]
            part, seen = (part or 1) * scale, True
            if scale > SCALES["hundred"]:
                total, part = total + part, 0.0
        elif word not in {"and", "of"}:
            return None
    return total + part if seen else None
