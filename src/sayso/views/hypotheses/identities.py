"""Questions about identity, for a terminal and as JSON: what speaks for, what speaks against."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import wrap
from typing import Final

from sayso.model.findings import Knowledge
from sayso.model.hypotheses import Grounds
from sayso.model.identities import Bearing, IdentityQuestion, Indication
from sayso.model.ids import ClaimId
from sayso.model.vocabulary import EntityType, Predicate
from sayso.views.evidence import is_sure
from sayso.views.hypotheses.text import WIDTH
from sayso.views.hypotheses.wording import asked, beside, notices, parties, sign_words
from sayso.views.json import JsonObject
from sayso.views.naming import label, standing
from sayso.views.tables import claim_sentence

#: The words in which somebody says it.
_SAID: Final = frozenset({Predicate.ALIAS_OF, Predicate.FRONT_FOR})
_HEADINGS: Final[tuple[tuple[str, str, Bearing], ...]] = (
    ("alias_of", "For another name", Bearing.FOR),
    ("alias_of", "Against another name", Bearing.AGAINST),
    ("front_for", "For a front", Bearing.FOR),
    ("front_for", "Against a front", Bearing.AGAINST),
)
#: The words of so many roots stand under a sign; more are counted.
MOST_WORDS: Final = 4


def waits(knowledge: Knowledge, question: IdentityQuestion) -> bool:
    """Say whether a question rests on unsure readings, and waits in review.

    One about a person does when none of its signs is read surely; one that nobody asks in so many
    words, but only the structure, when any of them is not: one sign alone asks nothing.
    """
    speaking = [i for i in question.indications if Bearing.FOR in {i.alias, i.front}]
    claims = [[knowledge.claim(claim) for claim in one.claims] for one in speaking]
    sure = [any(is_sure(knowledge, claim) for claim in told) for told in claims]
    named = any(end.type is EntityType.PERSON for end in parties(knowledge, question))
    said = any(claim.proposition.predicate in _SAID for told in claims for claim in told)
    return (named and not any(sure)) or (not said and not (sure and all(sure)))


def identity_text(
    knowledge: Knowledge, question: IdentityQuestion, opened: Mapping[str, str]
) -> str:
    """Write a question: what speaks for and against each answer, with the claims.

    Args:
        knowledge: where the claims stand.
        question: to be written.
        opened: by id of such a question, the question with hypotheses that was opened from it.
    """
    one, other = parties(knowledge, question)
    lines = wrap(f"{question.id}  {asked(knowledge, question)}", WIDTH, break_on_hyphens=False)
    lines.append(f"  {label(one)} · {label(other)}")
    lines += [f"  {notice}" for notice in _notices(knowledge, question)]
    for relation, heading, bearing in _HEADINGS:
        found = [i for i in question.indications if bearings(i)[relation] is bearing]
        lines += [f"  {heading}"] if found else []
        for indication in found:
            lines += _indication_lines(knowledge, question, indication)
    known = opened.get(question.id)
    way = f"open --from {question.id}" if known is None else f"show {known}"
    lines.append("  A question, not an answer: nothing is merged, and nothing follows from it.")
    return "\n".join([*lines, f"  To weigh it: `sayso hypotheses {way}`"]) + "\n"


def _notices(knowledge: Knowledge, question: IdentityQuestion) -> tuple[str, ...]:
    return notices(knowledge, (claim for one in question.indications for claim in one.claims))


def bearings(indication: Indication) -> Mapping[str, Bearing]:
    """Give which way a sign points for each relation."""
    return {"alias_of": indication.alias, "front_for": indication.front}


def _indication_lines(
    knowledge: Knowledge, question: IdentityQuestion, indication: Indication
) -> Iterator[str]:
    words = sign_words(knowledge, question, indication.sign, indication.detail)
    yield from wrap(
        words, WIDTH, initial_indent="    ", subsequent_indent="      ", break_on_hyphens=False
    )
    words_of_roots = _by_root(knowledge, indication)
    answered = _answered(knowledge, [same[0] for same in words_of_roots[:MOST_WORDS]])
    for same in words_of_roots[:MOST_WORDS]:
        text = "; ".join((_claim_line(knowledge, same), *answered[same[0]]))
        yield from wrap(
            text,
            WIDTH,
            initial_indent="      ",
            subsequent_indent="        ",
            break_on_hyphens=False,
        )
    if len(words_of_roots) > MOST_WORDS:
        yield f"      and {len(words_of_roots) - MOST_WORDS} more"


def _by_root(knowledge: Knowledge, indication: Indication) -> list[list[ClaimId]]:
    """Group claims of one root on one matter, the most direct first in each group."""
    keys = {claim: knowledge.finding_of.get(claim) for claim in indication.claims}
    findings = [knowledge.findings[key] for key in dict.fromkeys(keys.values()) if key is not None]
    root_of = {c: root.name for finding in findings for root in finding.roots for c in root.claims}
    groups: dict[tuple[str, str], list[ClaimId]] = {}
    for claim, key in keys.items():
        groups.setdefault((root_of.get(claim, claim), key or ""), []).append(claim)
    return list(groups.values())


def _claim_line(knowledge: Knowledge, same: list[ClaimId]) -> str:
    """Write the first of several claims of one root on one matter."""
    claim = knowledge.claim(same[0])
    unsure = "" if is_sure(knowledge, claim) else ", read unsurely"
    more = f" (and {len(same) - 1} more of the same root)" if len(same) > 1 else ""
    return f"{claim.id}{unsure}: {claim_sentence(knowledge, claim)}{more}"


def _answered(knowledge: Knowledge, claims: Sequence[ClaimId]) -> Mapping[ClaimId, tuple[str, ...]]:
    """Give for each claim who denies what it alleges, or who alleges what it denies."""
    grounds = {
        claim: Grounds(
            finding=knowledge.finding_of.get(claim), stance=knowledge.claim(claim).factuality.stance
        )
        for claim in claims
    }
    lines = {one: beside(knowledge, one) for one in dict.fromkeys(grounds.values())}
    return {claim: lines[one] for claim, one in grounds.items()}


def identities_shape(
    knowledge: Knowledge,
    questions: Iterable[IdentityQuestion],
    opened: Mapping[str, str],
    waiting: int,
    most: int | None = None,
) -> JsonObject:
    """Give questions about identity in the order given, and how many wait in review.

    Args:
        knowledge: raises them.
        questions: those asked about.
        opened: question → its matrix, where one is open.
        waiting: how many more wait.
        most: claims told of each sign, others are counted in `more`; None: all.
    """
    shapes = [_question(knowledge, question, opened, most) for question in questions]
    return {"questions": shapes, "waiting": waiting}


def _question(
    knowledge: Knowledge,
    question: IdentityQuestion,
    opened: Mapping[str, str],
    most: int | None,
) -> JsonObject:
    one, other = (
        {"id": end.id, "name": end.name, "type": end.type.value, "standing": standing(end)}
        for end in parties(knowledge, question)
    )
    return {
        "id": question.id,
        "question": asked(knowledge, question),
        "one": one,
        "other": other,
        "signs": [_sign(knowledge, question, one, most) for one in question.indications],
        "notices": list(_notices(knowledge, question)),
        "opened_as": opened.get(question.id),
    }


def _sign(
    knowledge: Knowledge, question: IdentityQuestion, indication: Indication, most: int | None
) -> JsonObject:
    told = indication.claims[:most]
    answered = _answered(knowledge, told)
    return {
        "sign": indication.sign.value,
        "says": sign_words(knowledge, question, indication.sign, indication.detail),
        "bears_on": {relation: b.value for relation, b in bearings(indication).items()},
        "claims": [
            {
                "id": claim,
                "says": claim_sentence(knowledge, knowledge.claim(claim)),
                "confidence": round(knowledge.claim(claim).confidence, 3),
                "finding": knowledge.finding_of.get(claim),
                "beside": list(answered[claim]),
            }
            for claim in told
        ],
        "more": len(indication.claims) - len(told),
    }
