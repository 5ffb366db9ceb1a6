"""Lint a brief: every fault of every sentence, in reading order."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from sayso.model.briefs import BriefLine
from sayso.model.findings import Knowledge
from sayso.model.vocabulary import Handling
from sayso.views.linting.rules import RULES, Grounds, Quotations
from sayso.views.linting.sentences import Fault, Rule, Sentence
from sayso.views.linting.speakers import Speakers
from sayso.views.review.gate import Names, unsigned
from sayso.views.why import rejections
from sayso.views.wording.texts import texts_of


def lint(
    knowledge: Knowledge,
    sentences: Iterable[Sentence],
    *,
    final: bool,
    public: bool,
    language: str = "en",
) -> tuple[Fault, ...]:
    """Give the faults, in reading order.

    Args:
        knowledge: all that is held, restricted documents too.
        sentences: of a brief or a file.
        final: persons need a signed acceptance.
        public: nothing may rest on a document that is not public.
        language: that the sentences are in.
    """
    rejecting = frozenset(rejections(knowledge))
    grounds = Grounds(knowledge=knowledge, rejecting=rejecting, texts=texts_of(language))
    linter = _Linter(grounds, final=final, public=public)
    return tuple(
        fault
        for _, paragraph in groupby(sentences, key=lambda sentence: sentence.paragraph)
        for fault in linter.paragraph(tuple(paragraph))
    )


class _Linter:
    def __init__(self, grounds: Grounds, *, final: bool, public: bool) -> None:
        knowledge = grounds.knowledge
        self._grounds = grounds
        self._knowledge = knowledge
        self._quotations = Quotations()
        self._speakers = Speakers(grounds)
        self._names = Names(knowledge) if final else None
        self._public = public

    def paragraph(self, sentences: Sequence[Sentence]) -> Iterator[Fault]:
        for sentence in sentences:
            for rule, why in self._found(sentence):
                yield Fault(rule=rule, place=sentence.place, text=sentence.text, why=why)
        yield from self._denials(sentences)

    def _found(self, sentence: Sentence) -> Iterator[tuple[Rule, str]]:
        for rule in RULES.values():
            yield from rule(self._grounds, sentence)
        yield from self._speakers.kept(sentence)
        yield from self._quotations.kept(self._knowledge, sentence)
        yield from self._unsigned(sentence)
        yield from self._restricted(sentence)

    def _unsigned(self, sentence: Sentence) -> Iterator[tuple[Rule, str]]:
        if self._names is None or not sentence.claims:
            return
        line = BriefLine(
            text=sentence.text,
            claims=tuple(claim.id for claim in sentence.claims),
            footnotes=(0,),
            finding=None if sentence.counts else next((f.id for f in sentence.findings), None),
        )
        persons = self._names.in_line(line)
        waiting = unsigned(self._knowledge, line.claims)
        if persons and waiting:
            yield (
                Rule.UNSIGNED,
                (
                    f"it names {', '.join(persons)}, and nobody signed for {', '.join(waiting)}: "
                    f"`sayso judge {waiting[0]} accept --by NAME --reason WHY`"
                ),
            )

    def _restricted(self, sentence: Sentence) -> Iterator[tuple[Rule, str]]:
        if not self._public:
            return
        records = self._knowledge.records
        documents = {self._knowledge.document_of(c).id: None for c in sentence.claims}
        shown = (proof.document for proof in sentence.proofs)
        documents |= {key: None for key in shown if key is not None and key in records}
        held = (records[key].document for key in documents)
        names = [f"“{d.name}” ({d.handling.value})" for d in held if d.handling != Handling.PUBLIC]
        if names:
            yield Rule.RESTRICTED, f"it rests on {', '.join(names)}: take it out of a public brief"

    def _denials(self, sentences: Sequence[Sentence]) -> Iterator[Fault]:
        """Find allegations whose denial or reply no sentence of their paragraph cites."""
        cited = {claim.id for sentence in sentences for claim in sentence.claims}
        seen = set()
        for sentence in sentences:
            for finding in () if sentence.counts else sentence.findings:
                against = {c for r in finding.roots if r.stance == "-" for c in r.claims}
                against |= set(finding.replies)
                if finding.id in seen or not against or not cited.isdisjoint(against):
                    continue
                seen.add(finding.id)
                why = (
                    f"{', '.join(sorted(against)[:3])} denies or answers it, and stands nowhere in "
                    "this paragraph: set it beside it"
                )
                place, text = sentence.place, sentence.text
                yield Fault(rule=Rule.DENIAL, place=place, text=text, why=why)
