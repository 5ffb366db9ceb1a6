"""Grades of sources and items: a person's with its history, else those of the rule."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sayso.model.claims import Claim, SourceNode
from sayso.model.findings import Judgement, Knowledge
from sayso.model.grades import (
    ITEM_GRADES,
    KIND,
    PUBLISHER,
    SOURCE_GRADES,
    STATUS,
    ItemGrade,
    SourceGrade,
)
from sayso.model.ids import EntityId
from sayso.model.vocabulary import SourceKind
from sayso.views.wording.texts import ENGLISH, Texts

#: By this rule what nobody graded stands outside the order of the grades, not at its end.
RULE: Final = "rule: nobody has graded it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Graded:
    """One grade, on one of the two axes of the Admiralty code.

    Attributes:
        axis: "source" or "item".
        name: of the source; "" for an item and for a source that nobody graded.
        history: who graded it, oldest first, the last stands; empty where nobody has.
        rule: what a person graded all at once: "kind:press", "status:corroborated"; "" where the
            source or the item itself is graded.
    """

    axis: str
    name: str
    grade: str
    meaning: str
    history: tuple[Judgement, ...] = ()
    rule: str = ""

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
    """Give the grade of what a claim says: its own, else what a person gives all of its standing.

    6 when neither is there; a denial has only a grade of its own.
    """
    home = knowledge.finding_of.get(claim.id)
    finding = None if home is None else knowledge.findings.get(home)
    by_status = f"{STATUS}{finding.status.value}" if finding is not None else ""
    names = [claim.id, *([by_status] if claim.factuality.stance == "+" else [])]
    history = _history(knowledge, names)
    grade = ItemGrade(history[-1].changes[0].value if history else ItemGrade.CANNOT_BE_JUDGED)
    meaning = ITEM_GRADES[grade]
    rule = _rule(history)
    return Graded(axis="item", name="", grade=grade, meaning=meaning, history=history, rule=rule)


def grade_words(graded: Graded, texts: Texts = ENGLISH) -> str:
    """Give "source Meridian Wire B", "item 6", "item 2 (rule status:corroborated)"."""
    axis = texts.say(f"axis.{graded.axis}")
    words = " ".join(filter(None, (axis, graded.name, graded.grade)))
    return texts.say("judged.by_rule", grade=words, rule=graded.rule) if graded.rule else words


def grade_meaning(graded: Graded, texts: Texts = ENGLISH) -> str:
    """Give what a grade means: "usually reliable"."""
    return texts.say(f"{graded.axis}_grade.{graded.grade}")


def grade_history(graded: Iterable[Graded], texts: Texts = ENGLISH) -> tuple[str, ...]:
    """Give, for each grade of a person, what it means, whose it is, and what it was before."""
    lines = []
    for one in graded:
        if not one.history:
            continue
        *earlier, last = one.history
        before = [
            texts.say("judged.grade_earlier", grade=j.changes[0].value, by=j.by, day=j.at.date())
            for j in earlier
        ]
        told = texts.say(
            "judged.grade_by",
            grade=grade_words(one, texts),
            meaning=grade_meaning(one, texts),
            by=last.by,
            day=last.at.date(),
            reason=last.reason,
        )
        if before:
            joined = texts.say("join.comma").join(reversed(before))
            told = texts.say("judged.grade_before", told=told, earlier=joined)
        lines.append(told)
    return tuple(lines)


def _source(name: str, history: tuple[Judgement, ...]) -> Graded:
    grade = SourceGrade(history[-1].changes[0].value)
    return Graded(
        axis="source",
        name=name,
        grade=grade,
        meaning=SOURCE_GRADES[grade],
        history=history,
        rule=_rule(history),
    )


def _rule(history: tuple[Judgement, ...]) -> str:
    """Give what was graded when it was not one source or item but all of a kind or standing."""
    about = history[-1].about if history else ""
    return about if about.startswith((KIND, STATUS)) else ""


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
        graded = (knowledge.entities.get(EntityId(about)) for about in knowledge.judged.grades)
        named = [e.id for e in graded if e is not None and publisher and publisher in e.names]
        kind = f"{KIND}{document.kind.value}"
        return [document.id, f"{PUBLISHER}{publisher}", *named, kind]
    entity = knowledge.entity_behind(node.entity)
    if entity is None:
        return []
    return [entity.id, *(f"{PUBLISHER}{name}" for name in entity.names)]
