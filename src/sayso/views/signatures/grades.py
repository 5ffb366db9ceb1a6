"""Grades of sources and items: a person's with its history, else those of the rule."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sayso.model.claims import Claim, SourceNode
from sayso.model.findings import Judgement, Knowledge
from sayso.model.grades import ITEM_GRADES, SOURCE_GRADES, ItemGrade, SourceGrade
from sayso.model.vocabulary import SourceKind

#: By this rule what nobody graded stands outside the order of the grades, not at its end.
RULE: Final = "rule: nobody has graded it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Graded:
    """One grade, on one of the two axes of the Admiralty code.

    Attributes:
        axis: "source" or "item".
        name: of the source; "" for an item and for a source that nobody graded.
        history: who graded it, oldest first, the last stands; empty for the rule.
    """

    axis: str
    name: str
    grade: str
    meaning: str
    history: tuple[Judgement, ...] = ()

    @property
    def by(self) -> str:
        """Give who graded it, or the rule."""
        return self.history[-1].by if self.history else RULE


def source_grades(knowledge: Knowledge, claim: Claim) -> tuple[Graded, ...]:
    """Give the grades of a claim's speakers, outermost first; F by rule when none was graded."""
    found: dict[str, Graded] = {}
    for node in claim.voices if knowledge.judged.grades else ():
        history = _history(knowledge, _names_of(knowledge, claim, node))
        if history:
            found.setdefault(history[-1].id, _source(_name(knowledge, claim, node), history))
    grade = SourceGrade.F
    ungraded = Graded(axis="source", name="", grade=grade, meaning=SOURCE_GRADES[grade])
    return tuple(found.values()) or (ungraded,)


def item_grade(knowledge: Knowledge, claim: Claim) -> Graded:
    """Give the grade of what a claim says; 6 by rule when nobody graded it."""
    history = knowledge.judged.grades.get(claim.id, ())
    grade = ItemGrade(history[-1].changes[0].value if history else ItemGrade.CANNOT_BE_JUDGED)
    return Graded(axis="item", name="", grade=grade, meaning=ITEM_GRADES[grade], history=history)


def grade_words(graded: Graded) -> str:
    """Give "source Meridian Wire B", "item 6"."""
    return " ".join(filter(None, (graded.axis, graded.name, graded.grade)))


def grade_history(graded: Iterable[Graded]) -> tuple[str, ...]:
    """Give, for each grade of a person, what it means, whose it is, and what it was before."""
    lines = []
    for one in graded:
        if not one.history:
            continue
        *earlier, last = one.history
        before = [f"{j.changes[0].value} by {j.by} ({j.at.date()})" for j in earlier]
        after = f"; before that {', '.join(reversed(before))}" if before else ""
        lines.append(
            f"{grade_words(one)}: {one.meaning}, by {last.by} on {last.at.date()}: "
            f"{last.reason}{after}"
        )
    return tuple(lines)


def _source(name: str, history: tuple[Judgement, ...]) -> Graded:
    grade = SourceGrade(history[-1].changes[0].value)
    return Graded(
        axis="source", name=name, grade=grade, meaning=SOURCE_GRADES[grade], history=history
    )


def _name(knowledge: Knowledge, claim: Claim, node: SourceNode) -> str:
    if node.kind is not SourceKind.NARRATOR:
        return knowledge.name_of(node)
    document = knowledge.document_of(claim)
    return document.publisher or document.name


def _history(knowledge: Knowledge, names: Iterable[str]) -> tuple[Judgement, ...]:
    """Give the grades given to the first of these names that has any."""
    grades = knowledge.judged.grades
    return next((grades[name] for name in names if name in grades), ())


def _names_of(knowledge: Knowledge, claim: Claim, node: SourceNode) -> list[str]:
    """Give what a grade of a speaker may have been given to, the closest first."""
    if node.kind is SourceKind.NARRATOR:
        document = knowledge.document_of(claim)
        publisher = document.publisher or ""
        named = [e.id for e in knowledge.entities.values() if publisher and publisher in e.names]
        return [document.id, f"publisher:{publisher}", *named, f"kind:{document.kind.value}"]
    entity = knowledge.entity_behind(node.entity)
    if entity is None:
        return []
    return [entity.id, *(f"publisher:{name}" for name in entity.names)]
