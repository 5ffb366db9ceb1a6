"""The draft amendment note as Markdown."""

from collections.abc import Iterator

from sayso.views.entries.markdown import (
    DRAFT,
    cited,
    discrepancies,
    escaped,
    head,
    limits,
    matter,
    section,
    written,
)
from sayso.views.entries.note import AmendmentNote, Proposal


def note_text(note: AmendmentNote) -> str:
    """Write the note: every line with its entry, or its claim, document and words."""
    file = note.file
    elsewhere = (f"- {cited(words, file.newest)}" for words in file.said_elsewhere)
    return written(
        [
            *head("Draft amendment note", file),
            section(
                f"The entry as it stands in {file.stated_in}",
                (f"- {escaped(line)}" for line in file.lines),
                "It has no fields.",
            ),
            section(
                "What is stale or at odds in the list",
                discrepancies(file.discrepancies, file.newest),
                "Nothing was found.",
            ),
            section("What other entries say of it", elsewhere, "No other entry names it."),
            section(
                "Evidence against what the entry states",
                (line for one in note.against for line in matter(one)),
                "None is held.",
            ),
            section(
                "Evidence beyond what the entry states",
                (line for one in note.beyond for line in matter(one)),
                "None is held.",
            ),
            section("Proposed wording: DRAFT, NOT REVIEWED", _proposals(note), "None."),
            section("Limits", limits(note.holdings, file), ""),
            DRAFT,
        ]
    )


def _proposals(note: AmendmentNote) -> Iterator[str]:
    for number, proposal in enumerate(note.proposals, 1):
        yield f"{number}. {_proposed(proposal)}"


def _proposed(proposal: Proposal) -> str:
    struck = "" if proposal.strike is None else f"~~{escaped(proposal.strike)}~~ "
    why = f" Because: {escaped(proposal.why)}." if proposal.why else ""
    claims = f" (claims {', '.join(proposal.claims)})" if proposal.claims else ""
    return f"{struck}{escaped(proposal.wording)}{claims}{why}"
