"""The review queue: what waits for a person, what matters most first, why, and the exact words."""

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Final

from sayso.model.claims import Claim
from sayso.model.findings import Entity, Finding, Judgement, Knowledge, Outdated
from sayso.model.grades import Verdict
from sayso.model.ids import ClaimId, EntityId, FindingId, find_numbered
from sayso.model.vocabulary import ListingStatus
from sayso.views.evidence import confident_claims, evidence_of, waits_if_unsure
from sayso.views.naming import PARTIES, label, one_line
from sayso.views.review.gate import Names, accepting, unsigned
from sayso.views.signatures.words import told
from sayso.views.tables import claim_sentence, finding_sentence

#: Claims, or passages, of which one item quotes the words; the others are counted.
MOST_QUOTED: Final = 3


class Waiting(StrEnum):
    """Why something waits, what matters most first."""

    CHANGED = "evidence changed"
    LISTING = "possible listing"
    PERSON = "about a person"
    TIE = "tie read unsurely"
    QUOTED = "quotes a person"
    DISPUTED = "reviewers disagree"
    GONE = "no longer here"
    OPEN = "not accepted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Exact words with their place; `said` is who says what, where they were read as a claim."""

    words: str
    where: str
    claim: ClaimId | None = None
    said: str = ""
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing that waits.

    Attributes:
        about, other: its id, and that of the other side of a pair.
        says: what it is, in one line.
        why: it waits, one sentence each; first of all what changed.
        further: words that are not quoted here.
        commands: that decide it.
    """

    kind: Waiting
    about: str
    says: str
    why: tuple[str, ...]
    quotes: tuple[Quote, ...] = ()
    further: int = 0
    other: str | None = None
    commands: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """That something waits, without its words.

    Attributes:
        item: gives it with its words; that takes a hundred times as long.
    """

    kind: Waiting
    about: str
    other: str | None
    item: Callable[[], Item]


def queue(knowledge: Knowledge) -> tuple[Item, ...]:
    """Give all that waits: by kind, within one as findings and entities are ordered.

    Each finding stands once, under the weightiest reason.
    """
    return tuple(one.item() for one in pending(knowledge))


def pending(knowledge: Knowledge) -> tuple[Pending, ...]:
    """Give that which waits in the order of the queue."""
    few = [*_outdated(knowledge), *_listings(knowledge)]
    late = [*_disputed(knowledge), *(_gone(knowledge, j) for j in knowledge.judged.gone)]
    every = [*map(_made, few), *_findings(knowledge), *map(_made, late)]
    order = {kind: place for place, kind in enumerate(Waiting)}
    return tuple(sorted(every, key=lambda one: order[one.kind]))


def _made(item: Item) -> Pending:
    return Pending(kind=item.kind, about=item.about, other=item.other, item=lambda: item)


def _outdated(knowledge: Knowledge) -> Iterator[Item]:
    """Give the judgements that were made on other evidence than there is now."""
    for one in knowledge.judged.outdated:
        judgement = one.judgement
        why = (told(knowledge, judgement), *(f"since then {change}" for change in one.changed))
        finding = knowledge.findings.get(FindingId(judgement.about))
        entity = _entity(knowledge, judgement.about)
        if finding is not None:
            yield _about_finding(knowledge, finding, Waiting.CHANGED, why, _new(knowledge, one))
        elif entity is not None and judgement.other is not None:
            yield _about_pair(knowledge, entity, judgement.other, Waiting.CHANGED, why)
        else:
            yield _about_claims(knowledge, judgement, Waiting.CHANGED, why)


def _new(knowledge: Knowledge, outdated: Outdated) -> tuple[ClaimId, ...]:
    """Give the claims that an outdated judgement on a finding did not see."""
    words = (ClaimId(change.rpartition(" ")[2]) for change in outdated.changed)
    return tuple(claim for claim in words if claim in knowledge.claims)


def _listings(knowledge: Knowledge) -> Iterator[Item]:
    """Give the persons and groups that may be the party of a list entry."""
    returned = {
        (_key(knowledge, o.judgement.about), o.judgement.other) for o in knowledge.judged.outdated
    }
    for entity in knowledge.entities.values():
        listing = entity.listing
        if listing is None or listing.status is not ListingStatus.POSSIBLE:
            continue
        entry = f"{listing.authority}:{listing.reference}"
        if entity.type in PARTIES and (entity.id, entry) not in returned:
            yield _about_pair(knowledge, entity, entry, Waiting.LISTING, listing.reasons)


def _findings(knowledge: Knowledge) -> Iterator[Pending]:
    """Give the findings with claims that nobody signed for."""
    names = Names(knowledge)
    returned = {o.judgement.about for o in knowledge.judged.outdated}
    for finding in knowledge.findings.values():
        open_ones = unsigned(knowledge, finding.claims)
        if not open_ones or finding.id in returned:
            continue
        claims = [knowledge.claim(claim) for claim in finding.claims]
        persons = dict.fromkeys(name for claim in claims for name in names.about(claim))
        speakers = dict.fromkeys(name for claim in claims for name in names.speaking(claim))
        is_sure = bool(confident_claims(knowledge, finding))
        kind = Waiting.QUOTED if speakers else Waiting.OPEN
        if persons:
            kind = Waiting.PERSON
        elif not is_sure and waits_if_unsure(knowledge, finding):
            kind = Waiting.TIE
        make = partial(_open_finding, knowledge, finding, (kind, open_ones, tuple(persons)))
        yield Pending(kind=kind, about=finding.id, other=None, item=make)


def _open_finding(
    knowledge: Knowledge,
    finding: Finding,
    found: tuple[Waiting, tuple[ClaimId, ...], tuple[str, ...]],
) -> Item:
    """Give a finding with claims that nobody signed for, and why it waits."""
    kind, open_ones, persons = found
    why = [f"about {', '.join(persons)}"] if persons else []
    why.append(f"{len(open_ones)} of {len(finding.claims)} claims not accepted by a person")
    if not confident_claims(knowledge, finding):
        why.append("not read surely, so not in the views of persons and ties")
    why += [told(knowledge, j) for j in _unsure(knowledge, finding)]
    return _about_finding(knowledge, finding, kind, tuple(why), open_ones)


def _unsure(knowledge: Knowledge, finding: Finding) -> dict[Judgement, None]:
    """Give the judgements that left claims of a finding unsure, each once."""
    found = (knowledge.judged.claims.get(claim) for claim in finding.claims)
    return dict.fromkeys(j for j in found if j is not None and j.verdict == Verdict.UNSURE)


def _disputed(knowledge: Knowledge) -> Iterator[Item]:
    """Give what reviewers decided differently; the last of them stands."""
    for opinions in knowledge.judged.disputed:
        *others, last = opinions
        why = [told(knowledge, judgement) for judgement in others]
        why.append(f"{told(knowledge, last)} (the later: it stands)")
        if last.other is None:
            yield _about_claims(knowledge, last, Waiting.DISPUTED, tuple(why))
        else:
            entity = _entity(knowledge, last.about)
            says = last.about if entity is None else label(entity)
            yield Item(
                kind=Waiting.DISPUTED,
                about=last.about,
                other=last.other,
                says=f"{says} and {last.other}",
                why=tuple(why),
                commands=(f"sayso undo {last.id} --by NAME --reason WHY",),
            )


def _gone(knowledge: Knowledge, judgement: Judgement) -> Item:
    return Item(
        kind=Waiting.GONE,
        about=judgement.about,
        other=judgement.other,
        says=f"{judgement.about} is no longer here; the judgement on it is kept",
        why=(told(knowledge, judgement),),
        commands=(f"sayso undo {judgement.id} --by NAME --reason WHY",),
    )


def _about_finding(
    knowledge: Knowledge,
    finding: Finding,
    kind: Waiting,
    why: tuple[str, ...],
    claims: tuple[ClaimId, ...],
) -> Item:
    lead = (*claims, finding.claims[0])[0]
    return Item(
        kind=kind,
        about=finding.id,
        says=finding_sentence(knowledge, finding),
        why=why,
        quotes=tuple(quote_of(knowledge, knowledge.claim(c)) for c in claims[:MOST_QUOTED]),
        further=len(claims[MOST_QUOTED:]),
        commands=(
            accepting(finding.id),
            f"sayso judge {lead} reject|edit|unsure --by NAME --reason WHY",
        ),
    )


def _about_pair(
    knowledge: Knowledge, entity: Entity, entry: str, kind: Waiting, why: tuple[str, ...]
) -> Item:
    quoted = itertools.islice(_first_mentions(knowledge, entity), MOST_QUOTED)
    return Item(
        kind=kind,
        about=entity.id,
        other=entry,
        says=f"Is {label(entity)} the party of list entry {entry}?",
        why=why,
        quotes=tuple(quoted),
        further=max(0, len(entity.members) - MOST_QUOTED),
        commands=(
            f"sayso judge {entity.id} clear {entry} --by NAME --reason WHY",
            f"sayso judge {entity.id} same {entry} --by NAME --reason WHY",
        ),
    )


def _first_mentions(knowledge: Knowledge, entity: Entity) -> Iterator[Quote]:
    """Give, for each document that speaks of an entity, the passage that does so first."""
    members = set(entity.members)
    documents = {member.split("-")[1] for member in members if "-" in member}
    for key, record in knowledge.records.items():
        for local in record.extraction.entities if key[7:15] in documents else ():
            if local.id in members:
                first = local.mentions[0].passage_id
                passage = find_numbered(record.passages, first)
                if passage is not None:
                    where = f"{record.document.name}, {passage.locator}"
                    yield Quote(words=passage.text, where=where)


def _about_claims(
    knowledge: Knowledge, judgement: Judgement, kind: Waiting, why: tuple[str, ...]
) -> Item:
    claim = knowledge.claims.get(ClaimId(judgement.about))
    finding = knowledge.findings.get(FindingId(judgement.about))
    says = judgement.about if finding is None else finding_sentence(knowledge, finding)
    again = "grade 1…6" if judgement.verdict == Verdict.GRADE else "accept|reject|unsure"
    return Item(
        kind=kind,
        about=judgement.about,
        says=says if claim is None else claim_sentence(knowledge, claim),
        why=why,
        quotes=() if claim is None else (quote_of(knowledge, claim),),
        commands=(f"sayso judge {judgement.about} {again} --by NAME --reason WHY",),
    )


def quote_of(knowledge: Knowledge, claim: Claim) -> Quote:
    """Give a claim's exact words with their place, who says it, and how surely it was read."""
    one = evidence_of(knowledge, claim)
    where = ", ".join(filter(None, (one.document, one.publisher, one.published, one.locator)))
    return Quote(
        words=one.words,
        where=one_line(where),
        claim=claim.id,
        said=claim_sentence(knowledge, claim),
        confidence=round(claim.confidence, 2),
    )


def _key(knowledge: Knowledge, about: str) -> EntityId:
    return knowledge.entity_of.get(EntityId(about), EntityId(about))


def _entity(knowledge: Knowledge, about: str) -> Entity | None:
    return knowledge.entities.get(_key(knowledge, about))
