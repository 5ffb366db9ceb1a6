"""How parties, speakers, places in time and quoted words are written."""

import re
from collections.abc import Callable
from typing import Final

from sayso.model.claims import Argument, Claim, DocumentEntity
from sayso.model.findings import Entity, Knowledge
from sayso.model.ids import EntityId, Span, find_numbered
from sayso.model.matches import Listing
from sayso.model.vocabulary import EntityType, ListingStatus, MentionKind, SourceKind
from sayso.views.wording.texts import ENGLISH, Texts

#: Who can be listed: only of these is it worth saying that they are not.
PARTIES: Final = frozenset({EntityType.PERSON, EntityType.ARMED_GROUP, EntityType.ORGANISATION})

_BEFORE_ITS_RANGE = re.compile(r"\s(?:of|on|for|in)\s|\s\(")
_ARTICLE = re.compile(r"^(?:a|an|the)\s+", re.IGNORECASE)
#: Code points before a noun in which that is looked for.
_LONGEST_LEAD: Final = 40
#: What stands before a noun and belongs to it; not "no", which a denial has said already.
_LEADING: Final = re.compile(
    r"\b(?:(?:up to|as (?:many|few) as|at (?:least|most)|no (?:fewer|more|less) than"
    r"|(?:more|fewer|less) than|over|under|about|around|nearly|almost|roughly|approximately|some"
    r"|an?|the|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|dozens of"
    r"|several|many|few|a few|both|all|any|this|these|those|another|[\d.,]*\d)\s+)+$",
    re.IGNORECASE,
)
_MARKS: Final = frozenset('"“”„')
_CURLY: Final = str.maketrans("", "", "“”„")
_DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?")


def standing(entity: Entity, texts: Texts = ENGLISH) -> str | None:
    """Say how an entity stands to the lists; None for what no list would name.

    "QDe.132", "possible: QDi.352", "subject of the 1988 regime", "not listed".
    """
    listing = entity.listing
    if listing is None:
        return texts.say("standing.not_listed") if entity.type in PARTIES else None
    match listing.status:
        case ListingStatus.LISTED:
            return _reference(listing, texts)
        case ListingStatus.POSSIBLE:
            return texts.say("standing.possible", reference=_reference(listing, texts))
        case ListingStatus.REGIME_SUBJECT:
            return texts.say("standing.regime", regime=listing.regime or listing.authority)


def _reference(listing: Listing, texts: Texts) -> str:
    """Give a reference as readers know it; other lists than the UN's are named."""
    reference = listing.reference or texts.say("standing.no_reference")
    return reference if listing.authority == "un" else f"{listing.authority.upper()} {reference}"


def label(entity: Entity, texts: Texts = ENGLISH) -> str:
    """Give a name with its standing: "Al-Qaida (QDe.004)", "Kandor Front (not listed)"."""
    stands = standing(entity, texts)
    return entity.name if stands is None else f"{entity.name} ({stands.replace(': ', ' ')})"


def in_prose(name: str, texts: Texts = ENGLISH) -> str:
    """Give a name as it stands inside a sentence: "the Kandor Front", "Al-Qaida"."""
    first, _, rest = name.partition(" ")
    if first in {"A", "An", "The"}:
        return f"{first.lower()} {rest}"
    if _LEADING.match(f"{first} "):
        return name
    head = _BEFORE_ITS_RANGE.split(name, maxsplit=1)[0].casefold().split()
    takes_it = bool(head) and head[-1] in texts.lines("article.nouns")
    return texts.say("article.the", name=name) if takes_it else name


def document_in_prose(name: str, texts: Texts = ENGLISH) -> str:
    """Give a document as it stands inside a sentence: "the report of the Kandor Panel".

    A title keeps its capital; a description takes "the".
    """
    bare = _ARTICLE.sub("", name)
    return texts.say("article.the", name=bare) if bare[:1].islower() else name


def plain_name(entity: Entity) -> str:
    """Give a name without its standing."""
    return entity.name


def whole_phrase(text: str, span: Span) -> str:
    """Give the words at a span with the article, figure and bound right before them."""
    before = _LEADING.search(text, max(0, span.start - _LONGEST_LEAD), span.start)
    return text[span.start if before is None else before.start() : span.end]


def one_line(words: str) -> str:
    """Give the words with every run of white space as one space."""
    return " ".join(words.split())


def quote(words: str, texts: Texts = ENGLISH) -> str:
    """Put words in quotation marks on one line, without the marks that they already have.

    A mark within them that has lost its other half is left out.
    """
    bare = one_line(words).strip('"“”„«» ').rstrip(".,;: ")
    if bare.count("“") + bare.count("„") != bare.count("”"):
        bare = bare.translate(_CURLY)
    return texts.say("join.quote", words=bare)


def quote_whole(words: str, texts: Texts = ENGLISH) -> str:
    """Put a passage in quotation marks as it stands; one that is a quotation has its own.

    Of no words there is nothing to quote.
    """
    flat = one_line(words)
    if not flat:
        return ""
    is_quotation = flat[:1] in _MARKS and flat[-1:] in _MARKS and not _MARKS & set(flat[1:-1])
    return flat if is_quotation else texts.say("join.quote", words=flat)


def counted(count: int, noun: str) -> str:
    """Give a number of things: "1 document", "2 documents", "3 more entries"."""
    if count == 1:
        return f"{count} {noun}"
    return f"{count} {noun[:-1]}ies" if noun.endswith("y") else f"{count} {noun}s"


def content_words(knowledge: Knowledge, claim: Claim) -> str:
    """Give what is said, in the document's words; parts that stand apart are joined by "…"."""
    text = knowledge.document_of(claim).text
    pieces = claim.pieces or (claim.content,)
    return " … ".join(one_line(piece.of(text)) for piece in pieces)


def chain_names(knowledge: Knowledge, claim: Claim) -> tuple[str, ...]:
    """Give the speakers by name, outermost first; a source that cites itself stands once."""
    document = knowledge.document_of(claim)
    names: list[str] = []
    for node in claim.voices:
        if node.kind is SourceKind.NARRATOR:
            name = document.publisher or document.name
        else:
            name = one_line(knowledge.name_of(node))
        if not names or names[-1] != name:
            names.append(name)
    return tuple(names)


def local_entity(knowledge: Knowledge, claim: Claim, entity: EntityId) -> DocumentEntity | None:
    """Give a document's own entity, as the claim's document knows it."""
    return find_numbered(knowledge.records[claim.document_id].extraction.entities, entity)


def is_named(local: DocumentEntity) -> bool:
    """Say whether the document gives it a name."""
    return any(mention.kind is MentionKind.NAME for mention in local.mentions)


def is_named_here(knowledge: Knowledge, claim: Claim, entity: EntityId) -> bool:
    """Say whether the claim's document gives the entity a name, or does not know it at all."""
    local = local_entity(knowledge, claim, entity)
    return local is None or is_named(local)


def argument_words(
    knowledge: Knowledge,
    claim: Claim,
    argument: Argument,
    name: Callable[[Entity], str],
    texts: Texts = ENGLISH,
) -> str:
    """Give a named party by its name, anything else in the document's own words, quoted.

    Args:
        knowledge: where the claim stands.
        claim: holds the argument.
        argument: to be written.
        name: how an entity's name is written.
        texts: the words that it is written in.
    """
    if argument.entity is None:
        return quote(argument.text or "", texts)
    entity = knowledge.entity_behind(argument.entity)
    if entity is not None and is_named_here(knowledge, claim, argument.entity):
        return name(entity)
    words = _own_words(knowledge, claim, argument, argument.entity)
    return quote(words or (entity.name if entity is not None else argument.entity), texts)


def _own_words(
    knowledge: Knowledge, claim: Claim, argument: Argument, entity: EntityId
) -> str | None:
    """Give the words of a nameless argument; those of a pronoun say nothing."""
    local = local_entity(knowledge, claim, entity)
    pronouns = {m.span for m in (local.mentions if local else ()) if m.kind is MentionKind.PRONOUN}
    if argument.span is not None and argument.span not in pronouns:
        return whole_phrase(knowledge.document_of(claim).text, argument.span)
    return None if local is None else local.name


def in_words(edtf: str, texts: Texts = ENGLISH) -> str:
    """Write a stretch of time: "on 12 March 2023", "in March 2023", "since 2021".

    What these forms cannot say stands as EDTF.
    """
    start, is_interval, end = edtf.partition("/")
    if not is_interval:
        return _asked(edtf, texts, alone=True)
    if end in {"..", ""}:
        return texts.say("time.since", date=_asked(start, texts))
    if start in {"..", ""}:
        return texts.say("time.until", date=_asked(end, texts))
    return texts.say("time.span", first=_asked(start, texts), last=_asked(end, texts))


def date_words(edtf: str, texts: Texts = ENGLISH) -> str:
    """Write one date as it stands alone: "12 March 2023", "March 2023"; else as `in_words`."""
    return in_words(edtf, texts) if "/" in edtf else _asked(edtf, texts)


def _asked(date: str, texts: Texts, *, alone: bool = False) -> str:
    """Write one date, with a question mark where it is in doubt; an hour as it stands."""
    if "T" in date:
        return texts.say("time.at", date=date) if alone else date
    bare = date.removesuffix("?")
    written, is_day = _day(bare, texts)
    if alone:
        written = texts.say("time.on" if is_day else "time.within", date=written)
    return texts.say("time.doubt", date=written) if date.endswith("?") else written


def _day(date: str, texts: Texts) -> tuple[str, bool]:
    """Give a date in words, and whether it is one day."""
    found = _DATE.fullmatch(date)
    if found is None:
        return _stretch(date, texts), False
    year, month, day = found.groups()
    if month is None:
        return year, False
    named = {"month": texts.lines("time.months")[int(month) - 1], "year": year}
    if day is None:
        return texts.say("time.month_of", **named), False
    return texts.say("time.day_of", day=int(day), **named), True


def _stretch(date: str, texts: Texts) -> str:
    """Give a decade or a part of a year in words; what is neither as it stands."""
    if re.fullmatch(r"\d{3}X", date):
        return texts.say("time.decade", years=f"{date[:3]}0")
    year, _, part = date.partition("-")
    is_part = part.isdigit() and part in texts.table("time")
    return texts.say(f"time.{part}", year=year) if is_part else date
