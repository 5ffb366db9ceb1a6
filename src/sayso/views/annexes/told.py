"""What the paragraphs of a brief tell, for the tables that gather it: each row with its sources."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from sayso.model.briefs import Brief
from sayso.model.findings import Finding, Knowledge
from sayso.model.ids import FindingId
from sayso.model.vocabulary import FindingStatus
from sayso.views.naming import in_prose, one_line
from sayso.views.wording.texts import Texts

#: What is drawn whole; everything else is drawn broken, and its word stands in the table.
SURE: Final = frozenset({FindingStatus.ASSERTED, FindingStatus.CORROBORATED})
#: What somebody says is not so, or not so any more.
AGAINST: Final = frozenset(
    {
        FindingStatus.CONTESTED,
        FindingStatus.DENIED,
        FindingStatus.DISPUTED_BY_THIRD_PARTY,
        FindingStatus.PRIMARY_DIFFERS,
        FindingStatus.RETRACTED,
        FindingStatus.SUPERSEDED,
    }
)
#: Sources named in one cell of a table; the others are counted.
MOST_NAMED: Final = 4
#: Paragraphs told in one cell of a table; the others are counted.
MOST_PARAGRAPHS: Final = 12

#: Finding → the numbers of the paragraphs that tell of it, in order.
Paragraphs = dict[FindingId, list[int]]


def paragraphs_by_finding(brief: Brief) -> Paragraphs:
    """Give where each finding is told, in reading order."""
    told: Paragraphs = {}
    for section in brief.sections:
        for paragraph in section.paragraphs:
            for line in paragraph.lines:
                numbers = [] if line.finding is None else told.setdefault(line.finding, [])
                if line.finding is not None and paragraph.number not in numbers:
                    numbers.append(paragraph.number)
    return told


def told_findings(knowledge: Knowledge, brief: Brief) -> tuple[tuple[Finding, list[int]], ...]:
    """Give the findings of a brief with their paragraphs, in reading order.

    One that shares its paragraph with others is told by that paragraph, and found by its claims.
    """
    told = paragraphs_by_finding(brief)
    lines = (x for s in brief.sections for p in s.paragraphs for x in p.lines)
    for line in lines:
        if line.finding is None:
            continue
        for claim in line.claims:
            home = knowledge.finding_of.get(claim)
            beside = knowledge.findings.get(home) if home is not None else None
            if beside is not None and _is_like(knowledge, beside, line.finding):
                told.setdefault(beside.id, list(told[line.finding]))
    known = ((knowledge.findings.get(key), numbers) for key, numbers in told.items())
    return tuple((finding, numbers) for finding, numbers in known if finding is not None)


def _is_like(knowledge: Knowledge, finding: Finding, other: FindingId) -> bool:
    """Say whether two findings differ in nothing but the place: one sentence tells them."""
    first = knowledge.findings.get(other)
    return first is not None and (finding.subject, finding.predicate, finding.object) == (
        first.subject,
        first.predicate,
        first.object,
    )


def on_whose_word(texts: Texts, *findings: Finding) -> str:
    """Give who says so, who denies it and who leaves it open; a source that hedges says so."""
    parts = []
    for stance, lead in (("+", ""), ("-", "told.denied_by"), ("?", "told.left_open_by")):
        every = (n for finding in findings for n in _names(finding, stance, texts))
        names = list(dict.fromkeys(every))
        if names:
            shown = some(names, MOST_NAMED, texts)
            parts.append(texts.say(lead, names=shown) if lead else shown)
    return "; ".join(parts)


def some(names: Sequence[str], most: int, texts: Texts) -> str:
    """Give the first of several names, and how many more there are."""
    shown = texts.say("join.comma").join(names[:most])
    beyond = len(names) - most
    return texts.say("told.and_more", names=shown, more=beyond) if beyond > 0 else shown


def _names(finding: Finding, stance: str, texts: Texts) -> Iterator[str]:
    for root in finding.roots:
        if root.stance != stance:
            continue
        name = in_prose(one_line(root.name), texts)
        marks = [
            texts.say(f"told.{word}")
            for word, holds in (
                ("hedged", root.hedged),
                ("not_independent", not root.independent),
                ("taken_back", root.withdrawn),
                ("only_ascribed", root.misquoted),
            )
            if holds
        ]
        joined = texts.say("join.comma").join(marks)
        yield texts.say("told.marked", name=name, marks=joined) if marks else name


def numbers_told(numbers: Iterable[int], texts: Texts) -> str:
    """Give numbers with runs drawn together: "3, 7–9"; beyond the first few, how many more."""
    ordered = sorted(set(numbers))
    runs: list[list[int]] = []
    for number in ordered:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    told = [str(r[0]) if len(r) == 1 else f"{r[0]}–{r[-1]}" for r in runs]
    return some(told, MOST_PARAGRAPHS, texts)


def see(paragraphs: Sequence[int], texts: Texts) -> str:
    """Give "paras. 3, 7–9", or "para. 3" for one."""
    several = len(set(paragraphs)) > 1
    key = "sheet.paragraphs" if several else "sheet.paragraph"
    return texts.say(key, numbers=numbers_told(paragraphs, texts))
