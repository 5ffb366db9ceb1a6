"""The parts of which the amendment note and the fairness file are written, as Markdown."""

from collections.abc import Iterable, Iterator, Sequence

from sayso.model.ids import ReleaseId
from sayso.model.upkeep import Discrepancy, EntryFile, EntryWords
from sayso.views.entries.matters import Holdings, Matter
from sayso.views.evidence import Evidence
from sayso.views.naming import label, one_line, quote_whole

DRAFT = "**DRAFT, NOT REVIEWED**"


def escaped(text: str) -> str:
    """Give a text of others on one line, without anything that Markdown would act on."""
    flat = one_line(text)
    return "".join(f"\\{c}" if c in "\\`*_[]<>#|~" else c for c in flat)


def head(title: str, file: EntryFile) -> Iterator[str]:
    """Give the title, the standing of the entry and the marks that it is a draft."""
    entry = file.entry
    yield f"# {title}: {escaped(entry.name)} ({entry.reference})"
    yield DRAFT
    if file.stated_in == file.newest:
        yield f"Listed in {file.newest}: {', '.join(entry.regimes) or entry.authority}."
    else:
        yield (
            f"**Not listed** in {file.newest}. What follows is the entry as {file.stated_in}, the "
            "last release held that has it, states it."
        )


def discrepancies(found: Iterable[Discrepancy], release: ReleaseId) -> Iterator[str]:
    """Give each discrepancy with the words that it rests on."""
    for one in found:
        yield f"- {one.reference}, {one.kind.value} ({one.severity.value}): {escaped(one.says)}"
        yield from (f"    - {cited(words, release)}" for words in one.words)


def cited(words: EntryWords, release: ReleaseId) -> str:
    """Give words of an entry with their place."""
    where = f"{release}, entry {words.reference}, {words.field}"
    return f"{escaped(quote_whole(words.words))} ({where})"


def matter(one: Matter) -> Iterator[str]:
    """Give a finding with the words for it and, beside them, the words against it."""
    yield f"- {escaped(one.sentence)} ({one.finding.id}, {one.finding.status.value})"
    yield f"    - {escaped(one.finding.explanation)}"
    yield from (f"    - Said: {evidence(e)}" for e in one.said)
    yield from (f"    - Denied or answered: {evidence(e)}" for e in one.denied)


def evidence(one: Evidence) -> str:
    """Give a claim's words with its speakers, document, place and id, and its notice."""
    where = filter(None, (one.document, one.publisher, one.published, one.locator))
    notice = f" \\[{escaped(one.notice)}\\]" if one.notice else ""
    told = f"{' → '.join(one.chain)}, {one.factuality}; {', '.join(where)}; claim {one.claim}"
    return f"{escaped(quote_whole(one.words))} ({escaped(told)}){notice}"


def limits(holdings: Holdings, file: EntryFile) -> Iterator[str]:
    """Say what is not in it."""
    yield f"- Releases looked at: {', '.join(file.releases)}."
    if holdings.waiting:
        yield (
            "- Findings of the project that were not read surely enough to be shown, and wait in "
            f"review: {holdings.waiting}."
        )
    for entity in holdings.possible:
        yield (
            f"- {escaped(label(entity))} may be this party and may be another: nothing that is "
            "said of it stands here."
        )
    yield "- Found by a program in the words that it cites; a person has to read them."


def section(heading: str, lines: Iterable[str], none: str) -> str:
    """Give a section, with a sentence in the place of lines that are not there."""
    told = "\n".join(lines)
    return f"## {heading}\n\n{told or none}"


def written(parts: Sequence[str]) -> str:
    """Put paragraphs together."""
    return "\n\n".join(parts) + "\n"
