"""Which findings a brief is about: a region, a period, a question, or findings picked by hand."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sayso.errors import BadInput, NotFound
from sayso.model.clocks import Stretch
from sayso.model.findings import Finding, Knowledge
from sayso.model.hypotheses import Matrix
from sayso.model.ids import FindingId
from sayso.views.naming import in_words, quote_whole
from sayso.views.wording.texts import texts_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a brief is asked to be about; what is None or empty narrows nothing.

    Attributes:
        region: an ISO 3166 code ("AF", "AF-GHA") or the name of a place.
        period: EDTF.
        findings: ids.
        question: whose evidence is told.
        language: of the title and the limits.
    """

    region: str | None = None
    period: str | None = None
    findings: tuple[str, ...] = ()
    question: Matrix | None = None
    language: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The findings that were asked for.

    Attributes:
        findings: None where nothing narrows them.
        title: what they are about, in words; None where nothing narrows them.
        limits: what the choice leaves out, one sentence each.
    """

    findings: frozenset[FindingId] | None
    title: str | None
    limits: tuple[str, ...]


def chosen(knowledge: Knowledge, wanted: Wanted) -> Choice:
    """Give the findings that all of what is wanted have in common.

    Raises:
        BadInput: the period is no EDTF time.
        NotFound: a finding is not known.
    """
    texts = texts_of(wanted.language)
    tests: list[Callable[[Finding], bool]] = []
    about: list[str] = []
    limits: list[str] = []
    if wanted.question is not None:
        evidence = _evidence(knowledge, wanted.question)
        tests.append(lambda finding: finding.id in evidence)
        asked = quote_whole(wanted.question.opened.words or "", texts)
        about.append(texts.say("title.question", words=asked))
    if wanted.findings:
        picked = _picked(knowledge, wanted.findings)
        tests.append(lambda finding: finding.id in picked)
        about.append(texts.say("title.picked"))
    if wanted.region is not None:
        tests.append(_in_region(wanted.region))
        about.append(texts.say("title.region", region=_name(knowledge, wanted.region)))
        limits.append(texts.say("limit.unplaced"))
    if wanted.period is not None:
        tests.append(_in_period(wanted.period))
        about.append(texts.say("title.period", period=in_words(wanted.period, texts)))
        limits.append(texts.say("limit.undated", count=_undated(knowledge)))
    if not tests:
        return Choice(findings=None, title=None, limits=())
    every = knowledge.findings.values()
    found = frozenset(f.id for f in every if all(test(f) for test in tests))
    return Choice(findings=found, title=texts.say("join.comma").join(about), limits=tuple(limits))


def _evidence(knowledge: Knowledge, question: Matrix) -> frozenset[FindingId]:
    """Give the findings that the evidence of a question is, or belongs to."""
    homes = [
        row.grounds.finding
        if row.grounds.finding is not None or row.grounds.claim is None
        else knowledge.finding_of.get(row.grounds.claim)
        for row in question.evidence
    ]
    return frozenset(home for home in homes if home is not None)


def _picked(knowledge: Knowledge, keys: Sequence[str]) -> frozenset[FindingId]:
    for key in keys:
        if key not in knowledge.findings:
            raise NotFound(f"no finding {key!r}: `sayso findings` lists them")
    return frozenset(map(FindingId, keys))


def _in_region(region: str) -> Callable[[Finding], bool]:
    code, name = region.upper(), region.casefold()

    def holds(finding: Finding) -> bool:
        own = finding.place_code or ""
        return own == code or own.startswith(f"{code}-") or (finding.place or "").casefold() == name

    return holds


def _name(knowledge: Knowledge, region: str) -> str:
    """Give the name under which findings know a region; the region as given where none does."""
    codes = (f.place for f in knowledge.findings.values() if f.place_code == region.upper())
    return next((name for name in codes if name is not None), region)


def _in_period(period: str) -> Callable[[Finding], bool]:
    asked = Stretch.of(period)
    if asked is None:
        raise BadInput(f"{period!r} is no EDTF time: 2023-05-12, 2023-05, 2021/2023, 2021/..")
    stretch = asked

    def holds(finding: Finding) -> bool:
        own = None if finding.time is None else Stretch.of(finding.time)
        return own is not None and own.overlaps(stretch)

    return holds


def _undated(knowledge: Knowledge) -> int:
    times = [f.time for f in knowledge.findings.values()]
    return sum(time is None or Stretch.of(time) is None for time in times)
