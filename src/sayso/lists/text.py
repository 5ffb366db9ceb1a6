"""A list release as a document: its entries written out, one passage each."""

from collections.abc import Container, Iterable, Iterator
from typing import Final

from sayso.lists.fields.words import (
    act_in_words,
    address_in_words,
    birth_in_words,
    craft_in_words,
    link_in_words,
    paper_in_words,
    wallet_in_words,
)
from sayso.model.documents import Document, Intake, Original, Passage
from sayso.model.ids import EntryId, PassageId, Span, edition_of
from sayso.model.lists import ListEntry, ListRelease
from sayso.model.vocabulary import DocumentKind, PassageKind

#: Authority → (its name, the list's name).
_PUBLISHERS: Final = {
    "un": ("United Nations Security Council", "UN Security Council Consolidated List"),
    "eu": ("European Commission", "EU consolidated list of financial sanctions"),
    "uk": ("Foreign, Commonwealth & Development Office", "UK Sanctions List"),
    "uk-ofsi": ("HM Treasury, OFSI", "UK consolidated list of financial sanctions targets"),
    "ae": ("United Arab Emirates", "UAE Local Terrorist List"),
    "us-dpl": ("US Bureau of Industry and Security", "Denied Persons List"),
    "au": ("Australian Department of Foreign Affairs and Trade", "Australia Consolidated List"),
    "ca": ("Global Affairs Canada", "Canada Consolidated Autonomous Sanctions List"),
    "ch": ("Swiss State Secretariat for Economic Affairs", "Switzerland SECO sanctions list"),
    "ofac": ("US Office of Foreign Assets Control", "OFAC Specially Designated Nationals List"),
    "ofac-cons": ("US Office of Foreign Assets Control", "OFAC Consolidated Non-SDN List"),
}
_APART: Final = "\n\n"


def list_named(authority: str) -> tuple[str, str]:
    """Give an authority's name and its list's; of one that its user named, the code twice."""
    return _PUBLISHERS.get(authority, (authority, authority))


def intake_of(release: ListRelease, original: Original, stated: Container[EntryId]) -> Intake:
    """Give the release as a document of kind LIST_RELEASE with a passage an entry.

    The text holds each entry once, in the release's order, under the list's title; a passage's
    locator is "entry QDe.132".

    Args:
        release: with its entries.
        original: its file.
        stated: those to write out; the others stand written out, just so, in an earlier release,
            and the title says how many they are.
    """
    publisher, name = list_named(release.authority)
    title = f"{name}, {edition_of(release.id)}"
    entries = [entry for entry in release.entries if entry.id in stated]
    texts = ["\n".join(lines_of(entry)) for entry in entries]
    heading = title
    if same := len(release.entries) - len(entries):
        heading += f"\n{same:,} more entries, just as in earlier releases"
    document = Document(
        id=release.document_id,
        kind=DocumentKind.LIST_RELEASE,
        title=title,
        publisher=publisher,
        published=release.published,
        retrieved=original.retrieved,
        language="en",
        locator=original.locator,
        media_type=original.media_type,
        text=_APART.join((heading, *texts)),
    )
    passages = tuple(_passages(release, zip(entries, texts, strict=True), start=len(heading)))
    return Intake(original=original, document=document, passages=passages, remarks=release.remarks)


def _passages(
    release: ListRelease, texts: Iterable[tuple[ListEntry, str]], *, start: int
) -> Iterator[Passage]:
    """Give a passage an entry, the first one apart from what ends at `start`."""
    digest = release.document_id.removeprefix("sha256:")[:16]
    for place, (entry, text) in enumerate(texts):
        start += len(_APART)
        yield Passage(
            id=PassageId(f"{digest}:{place}"),
            document_id=release.document_id,
            span=Span(start, start + len(text)),
            text=text,
            locator=f"entry {entry.reference}",
            kind=PassageKind.ENTRY,
            paragraph=place + 1,
        )
        start += len(text)


def lines_of(entry: ListEntry) -> Iterator[str]:
    """Give an entry line by line: reference and name, then each field that it has."""
    yield f"{entry.reference} {entry.name}"
    rows: tuple[tuple[str, Iterable[str | None]], ...] = (
        ("Also known as", (_alias(n.text, n.quality, n.kind) for n in entry.names[1:])),
        ("Title", entry.titles),
        ("Designation", entry.designations),
        ("Born", map(birth_in_words, entry.births)),
        ("Place of birth", map(address_in_words, entry.birth_places)),
        ("Gender", (entry.gender,)),
        ("Nationality", entry.nationalities),
        ("Papers", map(paper_in_words, entry.documents)),
        ("Address", map(address_in_words, entry.addresses)),
        ("Craft", () if entry.craft is None else (craft_in_words(entry.craft),)),
        ("Digital currency", map(wallet_in_words, entry.wallets)),
        ("Tied to", map(link_in_words, entry.links)),
        ("Contact", entry.contacts),
        ("Regime", entry.regimes),
        ("UN reference", entry.un_references),
        ("Legal act", map(act_in_words, entry.acts)),
        ("Listed on", (entry.listed_on,)),
        ("Amended on", entry.amended_on),
        ("Remarks", (" ".join((entry.remarks or "").split()),)),
    )
    for label, values in rows:
        told = "; ".join(value for value in values if value)
        if told:
            yield f"{label}: {told}"


def _alias(text: str, quality: str | None, kind: str) -> str:
    marks = {"weak": " (low quality)", "fka": " (formerly)"}
    return text + marks.get(quality or "", "") + marks.get(kind, "")
