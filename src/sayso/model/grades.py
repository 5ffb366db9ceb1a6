"""The words in which people judge: verdicts, grades of source and item, likelihood, confidence."""

from enum import StrEnum
from typing import Final

#: How the names of what has no id begin: a publisher, all documents of a kind, all that is affirmed
#: of findings of one status.
PUBLISHER: Final = "publisher:"
KIND: Final = "kind:"
STATUS: Final = "status:"


class Verdict(StrEnum):
    """What a person can decide."""

    ACCEPT = "accept"
    REJECT = "reject"
    EDIT = "edit"
    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    CLEAR = "clear"
    GRADE = "grade"
    ASSESS = "assess"
    UNDO = "undo"


class SourceGrade(StrEnum):
    """How far a source can be trusted (Admiralty code); F stands outside the order of A to E."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


class ItemGrade(StrEnum):
    """How far one item can be trusted (Admiralty code); 6 stands outside the order of 1 to 5."""

    CONFIRMED = "1"
    PROBABLY_TRUE = "2"
    POSSIBLY_TRUE = "3"
    DOUBTFUL = "4"
    IMPROBABLE = "5"
    CANNOT_BE_JUDGED = "6"


class Likelihood(StrEnum):
    """How likely we think it is (ICD 203)."""

    ALMOST_NO_CHANCE = "almost_no_chance"
    VERY_UNLIKELY = "very_unlikely"
    UNLIKELY = "unlikely"
    ROUGHLY_EVEN_CHANCE = "roughly_even_chance"
    LIKELY = "likely"
    VERY_LIKELY = "very_likely"
    ALMOST_CERTAIN = "almost_certain"


class Confidence(StrEnum):
    """How well founded the likelihood is; it is never told in one sentence with it (ICD 203)."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


SOURCE_GRADES: Final = {
    SourceGrade.A: "completely reliable",
    SourceGrade.B: "usually reliable",
    SourceGrade.C: "fairly reliable",
    SourceGrade.D: "not usually reliable",
    SourceGrade.E: "unreliable",
    SourceGrade.F: "cannot be judged",
}

ITEM_GRADES: Final = {
    ItemGrade.CONFIRMED: "confirmed",
    ItemGrade.PROBABLY_TRUE: "probably true",
    ItemGrade.POSSIBLY_TRUE: "possibly true",
    ItemGrade.DOUBTFUL: "doubtful",
    ItemGrade.IMPROBABLE: "improbable",
    ItemGrade.CANNOT_BE_JUDGED: "cannot be judged",
}

#: Per cent, from and to.
LIKELIHOODS: Final = {
    Likelihood.ALMOST_NO_CHANCE: (1, 5),
    Likelihood.VERY_UNLIKELY: (5, 20),
    Likelihood.UNLIKELY: (20, 45),
    Likelihood.ROUGHLY_EVEN_CHANCE: (45, 55),
    Likelihood.LIKELY: (55, 80),
    Likelihood.VERY_LIKELY: (80, 95),
    Likelihood.ALMOST_CERTAIN: (95, 99),
}
