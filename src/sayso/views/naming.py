"""How parties, speakers, places in time and quoted words are written."""

import re
from collections.abc import Callable
from typing import Final

from sayso.model.claims import Argument, Claim, DocumentEntity
from sayso.model.findings import Entity, Knowledge
from sayso.model.ids import EntityId, Span, find_numbered
from sayso.model.matches import Listing
from sayso.model.vocabulary import EntityType, ListingStatus, MentionKind, SourceKind
from sayso.views.phrases import ARTICLE_NOUNS

#: Who can be listed: only of these is it worth saying that they are not.
PARTIES: Final = frozenset({EntityType.PERSON, EntityType.ARMED_GROUP, EntityType.ORGANISATION})

MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
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
#: What EDTF has in the place of a month: seasons, quarters and halves of a year.
_PARTS_OF_A_YEAR: Final = {
    **{str(21 + n): season for n, season in enumerate(("spring", "summer", "autumn", "winter"))},
    **{
        str(33 + n): f"the {which} quarter of"
        for n, which in enumerate(("first", "second", "third", "fourth"))
    },
    "40": "the first half of",
    "41": "the second half of",
}
_DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?")


def standing(entity: Entity) -> str | None:
    """Say how an entity stands to the lists; None for what no list would name.

    "QDe.132", "possible: QDi.352", "subject of the 1988 regime", "not listed".
    """
    listing = entity.listing
    if listing is None:
        return "not listed" if entity.type in PARTIES else None
    match listing.status:
        case ListingStatus.LISTED:
            return _reference(listing)
        case ListingStatus.POSSIBLE:
            return f"possible: {_reference(listing)}"
        case ListingStatus.REGIME_SUBJECT:
            return f"subject of the {listing.regime or listing.authority} regime"


def _reference(listing: Listing) -> str:
    """Give a reference as readers know it; other lists than the UN's are named."""
    reference = listing.reference or "entry without a reference"
    return reference if listing.authority == "un" else f"{listing.authority.upper()} {reference}"


def label(entity: Entity) -> str:
    """Give a name with its standing: "Al-Qaida (QDe.004)", "Kandor Front (not listed)"."""
    stands = standing(entity)
    return entity.name if stands is None else f"{entity.name} ({stands.replace(': ', ' ')})"


def in_prose(name: str) -> str:
    """Give a name as it stands inside a sentence: "the Kandor Front", "Al-Qaida"."""
    first, _, rest = name.partition(" ")
    if first in {"A", "An", "The"}:
        return f"{first.lower()} {rest}"
    if _LEADING.match(f"{first} "):
        return name
    head = _BEFORE_ITS_RANGE.split(name, maxsplit=1)[0].casefold().split()
    return f"the {name}" if head and head[-1] in ARTICLE_NOUNS else name


def document_in_prose(name: str) -> str:
    """Give a document as it stands inside a sentence: "the report of the Kandor Panel".

    A title keeps its capital; a description takes "the".
    """
    bare = _ARTICLE.sub("", name)
    return f"the {bare}" if bare[:1].islower() else name


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


def quote(words: str) -> str:
    """Put words in quotation marks on one line, without the marks that they already have.

    A mark within them that has lost its other half is left out.
    """
    bare = one_line(words).strip('"“”„«» ').rstrip(".,;: ")
    if bare.count("“") + bare.count("„") != bare.count("”"):
        bare = bare.translate(_CURLY)
    return f"“{bare}”"


def quote_whole(words: str) -> str:
    """Put a passage in quotation marks as it stands; one that is a quotation has its own."""
    flat = one_line(words)
    is_quotation = flat[:1] in _MARKS and flat[-1:] in _MARKS and not _MARKS & set(flat[1:-1])
    return flat if is_quotation else f"“{flat}”"


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
    knowledge: Knowledge, claim: Claim, argument: Argument, name: Callable[[Entity], str]
) -> str:
    """Give a named party by its name, anything else in the document's own words, quoted.

    Args:
        knowledge: where the claim stands.
        claim: holds the argument.
        argument: to be written.
        name: how an entity's name is written.
    """
    if argument.entity is None:
        return quote(argument.text or "")
    entity = knowledge.entity_behind(argument.entity)
    if entity is not None and is_named_here(knowledge, claim, argument.entity):
        return name(entity)
    words = _own_words(knowledge, claim, argument, argument.entity)
    return quote(words or (entity.name if entity is not None else argument.entity))


def _own_words(
    knowledge: Knowledge, claim: Claim, argument: Argument, entity: EntityId
) -> str | None:
    """Give the words of a nameless argument; those of a pronoun say nothing."""
    local = local_entity(knowledge, claim, entity)
    pronouns = {m.span for m in (local.mentions if local else ()) if m.kind is MentionKind.PRONOUN}
    if argument.span is not None and argument.span not in pronouns:
        return whole_phrase(knowledge.document_of(claim).text, argument.span)
    return None if local is None else local.name


def in_words(edtf: str) -> str:
    """Write a stretch of time: "on 12 March 2023", "in March 2023", "since 2021".

    What these forms cannot say stands as EDTF.
    """
    start, is_interval, end = edtf.partition("/")
    if not is_interval:
        return _asked(edtf, on="on ", within="in ")
    if end in {"..", ""}:
        return f"since {_asked(start)}"
    if start in {"..", ""}:
        return f"until {_asked(end)}"
    return f"from {_asked(start)} to {_asked(end)}"


def _asked(date: str, on: str = "", within: str = "") -> str:
    """Write one date, with a question mark where it is in doubt; an hour as it stands."""
    if "T" in date:
        return f"at {date}" if on else date
    return _day(date.removesuffix("?"), on, within) + (" (?)" if date.endswith("?") else "")


def _day(date: str, on: str = "", within: str = "") -> str:
    if re.fullmatch(r"\d{3}X", date):
        return f"{within}the {date[:3]}0s"
    found = _DATE.fullmatch(date)
    if found is None:
        year, _, part = date.partition("-")
        named = _PARTS_OF_A_YEAR.get(part)
        return f"{within}{date if named is None else f'{named} {year}'}"
    year, month, day = found.groups()
    if month is None:
        return f"{within}{year}"
    named = f"{MONTHS[int(month) - 1]} {year}"
    return f"{within}{named}" if day is None else f"{on}{int(day)} {named}"
