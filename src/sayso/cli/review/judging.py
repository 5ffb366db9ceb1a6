"""Commands with which people decide: judge, undo, review, log."""

import sys
from collections.abc import Iterator

import click

from sayso.cli.documents import signed
from sayso.cli.output import Desk, command
from sayso.cli.screening.options import usual_terms
from sayso.model.findings import Judgement, Knowledge
from sayso.model.grades import Verdict
from sayso.model.ids import ClaimId
from sayso.review.judgements import standing
from sayso.review.judging.making import Asked
from sayso.views.naming import counted
from sayso.views.review import json as shapes
from sayso.views.review.queue import Item, Waiting, queue
from sayso.views.review.returned import returned_item
from sayso.views.review.text import entry_text, item_text
from sayso.views.shapes.judgements import judgement_json
from sayso.views.signatures.words import told

VERDICTS = click.Choice([v.value for v in Verdict if v is not Verdict.UNDO])
KINDS = click.Choice([kind.value for kind in Waiting])
#: What a log that is not sound ends with.
NOT_SOUND = 1


@click.command
@click.argument("about", metavar="ID")
@click.argument("verdict", type=VERDICTS)
@click.argument("values", nargs=-1, metavar="[ID|GRADE|LIKELIHOOD CONFIDENCE]")
@click.option("--set", "changes", multiple=True, metavar="SLOT=VALUE", help="What an edit sets.")
@click.option("--reason", required=True, help="Why, for the record that stays.")
@click.option("--by", help="Who says so; default: the setting `by`.")
@command
def judge(desk: Desk, about: str, verdict: str, by: str | None, **asked: tuple[str, ...]) -> None:
    """Decide on something that is known: signed, dated, reasoned, and reversible with `undo`.

    \b
    accept, reject, unsure   a claim (c-…), or a finding (f-…) with the claims that `why` shows.
                             Reject what was misread; what you do not believe, assess.
    edit                     a claim: --set factuality|modality|predicate|subject|object|time|place
                             (subject, object: an entity's id; time: EDTF; nothing takes out), or
                             --set words=START-END, or the words: of its sentence, in code points
    same, different ID       two entities, or documents' own readings of them (`entity` shows them);
                             or a national list entry and the UN's: entry:eu:501 same QDi.901
    clear ENTRY              an entity and a list entry beside which it was set (un:QDi.352): it
                             stays cleared until there is other evidence
    grade A…F                a source: a document, its publisher or author, or kind:press
    grade 1…6                the item that a claim is, or status:corroborated: all that is affirmed
                             of such findings; F and 6 say "cannot be judged", not "worst"
    assess WORD CONFIDENCE   a finding: almost_no_chance, very_unlikely, unlikely,
                             roughly_even_chance, likely, very_likely, almost_certain;
                             low, moderate, high

    What is on something that is not known is refused. Of two who disagree both are kept, and the
    later stands. With --json: {"judgement": {"id", "about", "verdict", "other", "changes", "by",
    "at", "reason"}, "earlier": [JUDGEMENT]}.
    """  # noqa: D301  # click's mark for lines that stay as they are
    reason = str(asked.pop("reason"))
    wanted = Verdict(verdict)
    question = Asked(about=about, verdict=wanted, by=signed(desk, by), reason=reason, **asked)
    before = desk.workbench.judgements()
    report(desk, desk.workbench.judge(question), before)


def report(desk: Desk, made: Judgement, before: tuple[Judgement, ...]) -> None:
    """Say what was decided, and which earlier judgements of the same kind on it are kept beside."""
    earlier = [j for j in standing(before) if _family(j) == _family(made)]
    if desk.json:
        rows = [judgement_json(judgement) for judgement in earlier]
        desk.print_json({"judgement": judgement_json(made), "earlier": rows})
        return
    knowledge = desk.workbench.knowledge()
    lines = [f"{made.id}  {made.about} {told(knowledge, made)}"]
    lines += [f"  kept beside it: {j.id}  {told(knowledge, j)}" for j in earlier]
    desk.out.print("\n".join(lines), markup=False, highlight=False, soft_wrap=True)


def _family(judgement: Judgement) -> tuple[frozenset[str | None], str]:
    """Give what a judgement is on, and of which kind it is: verdicts of one kind stand in turn."""
    own = judgement.verdict in {Verdict.GRADE, Verdict.ASSESS}
    return frozenset({judgement.about, judgement.other}), judgement.verdict if own else ""


@click.command
@click.argument("judgement")
@click.option("--reason", required=True, help="Why, for the record that stays.")
@click.option("--by", help="Who says so; default: the setting `by`.")
@command
def undo(desk: Desk, judgement: str, reason: str, by: str | None) -> None:
    """Take a judgement back: a new one that is kept beside it, and can be undone itself."""
    made = desk.workbench.undo(judgement, signed(desk, by), reason)
    report(desk, made, ())


@click.command
@click.argument("about", required=False, metavar="[ID]")
@click.option("--kind", "kinds", type=KINDS, multiple=True, help="Only these.")
@click.option("--most", type=click.IntRange(1), default=20, show_default=True, help="Things.")
@command
def review(desk: Desk, about: str | None, kinds: tuple[str, ...], most: int) -> None:
    """Show what waits for a person, what matters most first: why, and the exact words.

    First clearings and acceptances whose evidence changed, of customers and names that were
    screened too; then possible listings, what names a person, ties that were not read surely, what
    reviewers decided differently, judgements on what is no longer here, and the rest. With ID only
    what is about that finding, claim or entity.

    With --json: {"queue": [{"kind", "about", "other", "says", "why", "words": [{"words", "where",
    "claim", "says", "confidence"}], "further", "commands"}], "waiting", "kinds"}.
    """
    knowledge = desk.workbench.knowledge()
    waiting = (*_returned(desk, knowledge), *queue(knowledge))
    every = [item for item in waiting if not kinds or item.kind in kinds]
    if about is not None:
        keys = {about, knowledge.finding_of.get(ClaimId(about))}
        every = [item for item in every if keys & {item.about, item.other}]
    if desk.json:
        desk.print_json(shapes.queue_json(every[:most], every))
        return
    for item in every[:most]:
        desk.out.print(item_text(item), markup=False, highlight=False, soft_wrap=True)
    counts = ", ".join(
        f"{count} {kind.value}"
        for kind in Waiting
        if (count := sum(item.kind is kind for item in every))
    )
    waits = "1 thing waits" if len(every) == 1 else f"{len(every)} things wait"
    desk.say(f"{waits}{f': {counts}' if counts else ''}")


def _returned(desk: Desk, knowledge: Knowledge) -> Iterator[Item]:
    """Give the customers, and the names screened by themselves, that are no longer cleared."""
    returned = desk.workbench.screenings().customers.returned(usual_terms(desk))
    return (returned_item(knowledge, *one) for one in returned)


@click.command
@click.argument("action", required=False, type=click.Choice(("verify",)))
@click.option("--about", metavar="ID", help="Only of this: a judgement, or what it is on.")
@click.option("--noted", metavar="HASH", help="With verify: a head that was noted before.")
@command
def log(desk: Desk, action: str | None, about: str | None, noted: str | None) -> None:
    """Show all that was added and decided, oldest first; each entry holds the hash of the last.

    `log verify` compares the chain with itself and with what is held, byte for byte: documents with
    their passages and claims, list releases with their entries, corrections, erasures, judgements,
    steps on hypotheses. It names what is not as it was logged, and ends with 1. Note the head that
    it prints where nobody can change it; `--noted` says later whether that entry still stands in
    the log.

    With --json: {"entries": [{"number", "kind", "about", "at", "by", "judgement", "undone",
    "digest", "previous", "hash"}]}; verify: {"sound", "entries", "head", "faults": [{"entry",
    "about", "what"}]}.
    """
    if action is not None:
        verify(desk, noted)
        return
    judgements: dict[str, Judgement] = {j.id: j for j in desk.workbench.judgements()}
    kept = {j.id for j in standing(tuple(judgements.values()), undoings=True)}
    entries = [
        entry
        for entry in desk.workbench.log().entries()
        if about in {None, entry.about} or _is_on(judgements.get(entry.about), about)
    ]
    if desk.json:
        desk.print_json(shapes.log_json(entries, judgements, kept))
        return
    knowledge = desk.workbench.knowledge()
    for entry in entries:
        line = entry_text(knowledge, entry, judgements, stands=entry.about in kept)
        desk.out.print(line, markup=False, highlight=False, soft_wrap=True)


def _is_on(judgement: Judgement | None, about: str | None) -> bool:
    return judgement is not None and about in {judgement.about, judgement.other}


def verify(desk: Desk, noted: str | None) -> None:
    """Say whether the log is sound; end with 1 when it is not."""
    check = desk.workbench.log().check(noted)
    if desk.json:
        desk.print_json(shapes.check_json(check))
    else:
        lines = [
            f"entry {f.number} ({f.about}): {f.what}" if f.number else f"{f.about}: {f.what}"
            for f in check.faults
        ]
        state = "NOT SOUND" if check.faults else "sound"
        lines.append(f"{state}: {counted(check.entries, 'entry')}, head {check.head}")
        desk.out.print("\n".join(lines), markup=False, highlight=False, soft_wrap=True)
    if check.faults:
        sys.exit(NOT_SOUND)
