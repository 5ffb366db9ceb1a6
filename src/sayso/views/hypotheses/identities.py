"""Questions about identity, for a terminal and as JSON: what speaks for, what speaks against."""

from collections.abc import Iterable, Iterator, Mapping
from textwrap import wrap
from typing import Final

from sayso.model.claims import Claim
from sayso.model.findings import Knowledge
from sayso.model.hypotheses import Grounds
from sayso.model.identities import Bearing, IdentityQuestion, Indication
from sayso.model.ids import ClaimId, FindingId
from sayso.model.vocabulary import EntityType
from sayso.views.evidence import CONFIDENT
from sayso.views.hypotheses.text import WIDTH
from sayso.views.hypotheses.wording import asked, beside, parties, sign_words
from sayso.views.json import JsonObject
from sayso.views.naming import label, standing
from sayso.views.tables import claim_sentence

_HEADINGS: Final[tuple[tuple[str, str, Bearing], ...]] = (
    ("alias_of", "For another name", Bearing.FOR),
    ("alias_of", "Against another name", Bearing.AGAINST),
    ("front_for", "For a front", Bearing.FOR),
    ("front_for", "Against a front", Bearing.AGAINST),
)
#: The words of so many roots stand under a sign; more are counted.
MOST_WORDS: Final = 4


def waits(knowledge: Knowledge, question: IdentityQuestion) -> bool:
    """Say whether a question about a person rests on unsure readings alone, and waits in review."""
    if not any(end.type is EntityType.PERSON for end in parties(knowledge, question)):
        return False
    speaking = (i for i in question.indications if Bearing.FOR in {i.alias, i.front})
    claims = (knowledge.claim(claim) for one in speaking for claim in one.claims)
    return all(claim.confidence < CONFIDENT for claim in claims)


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
    lines = wrap(f"{question.id}  {asked(knowledge, question)}", WIDTH)
    lines.append(f"  {label(one)} · {label(other)}")
    for relation, heading, bearing in _HEADINGS:
        found = [i for i in question.indications if bearings(i)[relation] is bearing]
        lines += [f"  {heading}"] if found else []
        for indication in found:
            lines += _indication_lines(knowledge, question, indication)
    known = opened.get(question.id)
    way = f"open --from {question.id}" if known is None else f"show {known}"
    lines.append("  A question, not an answer: nothing is merged, and nothing follows from it.")
    return "\n".join([*lines, f"  To weigh it: `sayso hypotheses {way}`"]) + "\n"


def bearings(indication: Indication) -> Mapping[str, Bearing]:
    """Give which way a sign points for each relation."""
    return {"alias_of": indication.alias, "front_for": indication.front}


def _indication_lines(
    knowledge: Knowledge, question: IdentityQuestion, indication: Indication
) -> Iterator[str]:
    words = sign_words(knowledge, question, indication.sign, indication.detail)
    yield from wrap(words, WIDTH, initial_indent="    ", subsequent_indent="      ")
    words_of_roots = _by_root(knowledge, indication)
    for same in words_of_roots[:MOST_WORDS]:
        text = "; ".join((_claim_line(knowledge, same), *answered(knowledge, same[0])))
        yield from wrap(text, WIDTH, initial_indent="      ", subsequent_indent="        ")
    if len(words_of_roots) > MOST_WORDS:
        yield f"      and {len(words_of_roots) - MOST_WORDS} more"


def _by_root(knowledge: Knowledge, indication: Indication) -> list[list[ClaimId]]:
    """Group claims of one root on one matter, the most direct first in each group."""
    groups: dict[tuple[str, str], list[ClaimId]] = {}
    for claim in indication.claims:
        finding = knowledge.findings.get(knowledge.finding_of.get(claim, FindingId("")))
        roots = () if finding is None else finding.roots
        root = next((root.name for root in roots if claim in root.claims), claim)
        groups.setdefault((root, "" if finding is None else finding.id), []).append(claim)
    return list(groups.values())


def _claim_line(knowledge: Knowledge, same: list[ClaimId]) -> str:
    """Write the first of several claims of one root on one matter."""
    claim = knowledge.claim(same[0])
    unsure = ", read unsurely" if claim.confidence < CONFIDENT else ""
    more = f" (and {len(same) - 1} more of the same root)" if len(same) > 1 else ""
    return f"{claim.id}{unsure}: {claim_sentence(knowledge, claim)}{more}"


def answered(knowledge: Knowledge, claim_id: ClaimId) -> tuple[str, ...]:
    """Give who denies what a claim alleges, or who alleges what it denies."""
    claim: Claim = knowledge.claim(claim_id)
    key = knowledge.finding_of.get(claim_id)
    return beside(knowledge, Grounds(finding=key, stance=claim.factuality.stance))


def identities_shape(
    knowledge: Knowledge,
    questions: Iterable[IdentityQuestion],
    opened: Mapping[str, str],
    waiting: int,
) -> JsonObject:
    """Give questions about identity in the order given, and how many wait in review."""
    shapes = [_question(knowledge, question, opened) for question in questions]
    return {"questions": shapes, "waiting": waiting}


def _question(
    knowledge: Knowledge, question: IdentityQuestion, opened: Mapping[str, str]
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
        "signs": [
            {
                "sign": indication.sign.value,
                "says": sign_words(knowledge, question, indication.sign, indication.detail),
                "bears_on": {k: bearing.value for k, bearing in bearings(indication).items()},
                "claims": [
                    {
                        "id": claim,
                        "says": claim_sentence(knowledge, knowledge.claim(claim)),
                        "confidence": round(knowledge.claim(claim).confidence, 3),
                        "finding": knowledge.finding_of.get(claim),
                        "beside": list(answered(knowledge, claim)),
                    }
                    for claim in indication.claims
                ],
            }
            for indication in question.indications
        ],
        "opened_as": opened.get(question.id),
    }
