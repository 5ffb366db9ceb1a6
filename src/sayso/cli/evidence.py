"""Commands about what is said: claims, entities, ties, why, findings, incidents, denials."""

from collections import Counter

import click

from sayso.cli.output import Desk, command
from sayso.cli.times.travel import time_travel
from sayso.errors import BadInput
from sayso.model.claims import Claim
from sayso.model.findings import Entity, Knowledge
from sayso.model.vocabulary import Factuality, FindingStatus, LinkKind, Predicate, Reply
from sayso.review.choose import ClaimQuery
from sayso.review.incidents.choose import IncidentQuery
from sayso.views import contract
from sayso.views import why as why_view
from sayso.views.evidence import sure_ties
from sayso.views.incidents.text import incident_text
from sayso.views.naming import counted
from sayso.views.replies.text import hearing_lines, hearings_of, reply_cell
from sayso.views.tables import claim_sentence, claim_standing, finding_sentence, label

_AGAINST = (LinkKind.DENIES_CLAIM, LinkKind.CONTRADICTS, LinkKind.REJECTS_DOCUMENT)
#: The order of links for people.
_KINDS = (*_AGAINST, *(kind for kind in LinkKind if kind not in _AGAINST))
REPLIES = click.Choice([reply.value for reply in Reply])
STATUSES = click.Choice([status.value for status in FindingStatus])


@click.command
@click.option("--document", help="Only of this document: id, path as added, or title.")
@click.option("--entity", help="Only about or by this entity: id, name or list reference.")
@click.option("--predicate", type=click.Choice([p.value for p in Predicate]))
@click.option("--factuality", type=click.Choice([f.value for f in Factuality]))
@click.option("--since", metavar="DATE", help="Only of documents published on or after.")
@click.option("--until", metavar="DATE", help="Only of documents published on or before.")
@command
def claims(desk: Desk, **asked: str | None) -> None:
    """List claims with their speakers and words.

    With --json: one object a line.
    """
    knowledge = desk.workbench.knowledge()
    found = desk.workbench.claims(ClaimQuery(**asked))
    if desk.json:
        for claim in found:
            desk.print_json_line(contract.claim_json(knowledge, claim))
        return
    desk.table(
        ("Claim", "Document", "Says", "Words", "Stands"),
        [claim_row(knowledge, claim) for claim in found],
    )
    desk.say(counted(len(found), "claim"))


def claim_row(knowledge: Knowledge, claim: Claim) -> tuple[str, ...]:
    """Give one line of the table of claims."""
    document = knowledge.document_of(claim)
    words = claim.content.of(document.text)
    says, stands = claim_sentence(knowledge, claim), claim_standing(knowledge, claim)
    return (claim.id, document.name, says, words, stands)


@click.command
@click.option("--type", "wanted", help="Only of this type: Person, ArmedGroup, …")
@command
@time_travel
def entities(desk: Desk, wanted: str | None) -> None:
    """List the persons, groups, places and things known, the most mentioned first."""
    knowledge = desk.workbench.knowledge()
    found = [e for e in knowledge.entities.values() if wanted is None or e.type == wanted]
    if desk.json:
        desk.print_json(contract.entities_json(knowledge, found))
        return
    desk.table(
        ("Id", "Type", "Name", "Documents#", "Also"),
        [entity_row(entity) for entity in found],
    )


def entity_row(entity: Entity) -> tuple[str, ...]:
    """Give one line of the table of entities."""
    documents = len({member.split("-")[1] for member in entity.members if "-" in member})
    return (entity.id, entity.type, label(entity), str(documents), "; ".join(entity.names[1:4]))


@click.command
@click.argument("entity")
@command
@time_travel
def entity(desk: Desk, entity: str) -> None:
    """Show one entity: claims, ties, listing, denials.

    ENTITY is an id, a name or a list reference.
    """
    knowledge = desk.workbench.knowledge()
    found = desk.workbench.entity(entity)
    if desk.json:
        desk.print_json(contract.entity_json(knowledge, found))
        return
    desk.out.print(contract.profile_text(knowledge, found), markup=False, highlight=False)


@click.command
@click.argument("names", nargs=-1, metavar="[NAME [NAME]]")
@click.option("--unsure", is_flag=True, help="Also those that wait in review.")
@command
@time_travel
def ties(desk: Desk, names: tuple[str, ...], *, unsure: bool) -> None:
    """List the ties between persons, groups and bodies, with their status.

    Those that were not read surely wait in review, and are counted.
    """
    if len(names) > 2:  # noqa: PLR2004  # a tie has two ends
        raise BadInput("a tie has two ends: give at most two names")
    knowledge = desk.workbench.knowledge()
    every = desk.workbench.ties(names)
    found = every if unsure else sure_ties(knowledge, every)
    if len(every) > len(found):
        desk.say(f"{len(every) - len(found)} more wait in review (`--unsure` lists them)")
    if desk.json:
        desk.print_json(contract.ties_json(knowledge, found))
        return
    desk.table(
        ("Tie", "Status", "", "Roots + / −", "Reply"),
        [
            (
                tie.finding,
                tie.status,
                finding_sentence(knowledge, knowledge.findings[tie.finding]),
                "{} / {}".format(
                    len(knowledge.findings[tie.finding].roots_with("+")),
                    len(knowledge.findings[tie.finding].roots_with("-")),
                ),
                reply_cell(knowledge, knowledge.findings[tie.finding]),
            )
            for tie in found
        ],
    )
    desk.say("`sayso why TIE` shows the words behind one of them")


@click.command
@click.argument("tie", nargs=-1, required=True)
@command
@time_travel
def why(desk: Desk, tie: tuple[str, ...]) -> None:
    """Show the chain of evidence of one tie: the exact words, who said them, who denies them.

    TIE is an id that `sayso ties` or `sayso findings` prints, or the names of its two ends.
    """
    knowledge = desk.workbench.knowledge()
    key = tie[0] if len(tie) == 1 else desk.workbench.ties(tie)[0].finding
    explained = why_view.explain(knowledge, key)
    if desk.json:
        desk.print_json(contract.why_json(explained))
        return
    desk.out.print(why_view.render(explained), markup=False, highlight=False, soft_wrap=True)


@click.command
@click.option("--status", "statuses", type=STATUSES, multiple=True, help="Only these.")
@command
@time_travel
def findings(desk: Desk, statuses: tuple[str, ...]) -> None:
    """List findings with their status, roots and replies, what matters most first.

    With --json each has "right_of_reply" (as `sayso replies`), "interested_parties" (the roots that
    are parties concerned: counted apart) and "roots"; a root has "reasons" for being one,
    "statements" (occasions) and "withdrawn" (its source stands by it no more).
    """
    knowledge = desk.workbench.knowledge()
    found = [f for f in knowledge.findings.values() if not statuses or f.status in statuses]
    if desk.json:
        desk.print_json(contract.findings_json(knowledge, found))
        return
    desk.table(
        ("Finding", "Status", "", "Why", "Reply"),
        [
            (
                f.id,
                f.status,
                finding_sentence(knowledge, f),
                f.explanation,
                reply_cell(knowledge, f),
            )
            for f in found
        ],
    )


@click.command
@click.argument("entity", required=False)
@click.option("--reply", "wanted", type=REPLIES, multiple=True, help="Only what came back so.")
@click.option("--asked", is_flag=True, help="Leave out what nobody is known to have asked about.")
@command
def replies(desk: Desk, entity: str | None, wanted: tuple[str, ...], *, asked: bool) -> None:
    """Show who was given what to answer, by whom and when, and what came back.

    Of all parties that findings are about, or of one ENTITY (id, name or list reference), by what
    matters most. `not_sought` says that no text held tells of asking, not that nobody asked.

    With --json: {"replies": [{"finding", "status", "alleged", "party": {"id", "name"}, "reply",
    "asked_by", "on", "put": [claims], "document", "words", "locator", "answers": [claims],
    "says"}]}.
    """
    knowledge = desk.workbench.knowledge()
    party = None if entity is None else desk.workbench.entity(entity).id
    kinds = {Reply(one) for one in wanted} or set(Reply) - ({Reply.NOT_SOUGHT} if asked else set())
    found = [
        (finding, tuple(h for h in hearings_of(knowledge, finding) if h.reply in kinds))
        for finding in knowledge.findings.values()
    ]
    if party is not None:
        found = [(f, tuple(h for h in hearings if h.party == party)) for f, hearings in found]
    found = [(finding, hearings) for finding, hearings in found if hearings]
    if desk.json:
        desk.print_json(contract.replies_json(knowledge, found))
        return
    desk.table(
        ("Finding", "Alleged", "Right of reply"),
        [
            (f.id, finding_sentence(knowledge, f), hearing_lines(knowledge, hearings))
            for f, hearings in found
        ],
    )
    silent = sum(h.reply is Reply.NOT_SOUGHT for _, hearings in found for h in hearings)
    untold = f"{counted(silent, 'time')} no text held tells of asking a party"
    desk.say(f"{counted(len(found), 'finding')}; {untold}")


@click.command
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice([k.value for k in LinkKind]),
    help="Only these kinds of link.",
)
@command
def contradictions(desk: Desk, kinds: tuple[str, ...]) -> None:
    """Show how claims stand to each other, side by side: contradicts, tension, corrects, ….

    What stands against something comes first. A tension (both can be true) is never shown as a
    contradiction. With --json a rejects_document
    has "rests_on_it": the claims that were taken from the document that is rejected.
    """
    knowledge = desk.workbench.knowledge()
    found = [link for link in knowledge.links if not kinds or link.kind in kinds]
    if desk.json:
        desk.print_json(contract.contradictions_json(knowledge, found))
        return
    desk.table(
        ("Kind", "One says", "The other", "Why"),
        [
            (
                link.kind,
                claim_sentence(knowledge, knowledge.claim(link.a)),
                contract.other_side(knowledge, link),
                link.reason,
            )
            for link in sorted(found, key=lambda link: _KINDS.index(link.kind))
        ],
    )
    counted = Counter(link.kind for link in found)
    told = ", ".join(f"{counted[kind]} {kind}" for kind in _KINDS if counted[kind])
    desk.say(f"{len(found)} links{f': {told}' if told else ''}")


@click.command
@click.option("--document", help="Only of this document: id, path as added, or title.")
@click.option("--place", help="Only there: a name, or an ISO 3166 code (AF, AF-GHA).")
@click.option("--since", metavar="DATE", help="Only those that took place on or after.")
@click.option("--until", metavar="DATE", help="Only those that took place on or before.")
@command
def incidents(desk: Desk, **asked: str | None) -> None:
    """Show who did what to whom, where, when and with what, and who says so.

    What several claims tell of one act stands together: within a document, and across documents
    where kind, day, place and a party agree. Each perpetrator, victim, target and weapon stands
    with everyone who says so ("claimed by", "blamed by", "alleged by", "denied by"); figures keep
    their bounds. A person whom only unsure readings name as perpetrator waits in review and is
    counted.

    With --json: {"incidents": [{"id", "kind", "place", "times", "perpetrators", "victims",
    "targets", "weapons", "outcomes", "answers", "asked", "in_review", "documents", "claims"}]};
    each value is {"entity", "name", "listing", "contested", "said": [{"claim", "how", "by",
    "factuality", "modality", "realis", "document", "words"}]}. "asked" tells whose answer was
    sought in vain. A claim that begins with "a-" is an account: read more loosely than claims are,
    and shown nowhere else.
    """
    knowledge = desk.workbench.knowledge()
    found = desk.workbench.incidents(IncidentQuery(**asked))
    if desk.json:
        desk.print_json(contract.incidents_json(knowledge, found))
        return
    for incident in found:
        text = incident_text(knowledge, incident)
        desk.out.print(text, markup=False, highlight=False, soft_wrap=True)
    desk.say(counted(len(found), "incident"))
