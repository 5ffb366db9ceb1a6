"""Claims about who gives whom what, put on pages by hand; groups and persons are invented."""

from dataclasses import replace

from sayso.model.claims import Argument, Quantity
from sayso.model.flows import Capabilities, Flow, Flows, Told
from sayso.model.ids import ClaimId, EntityId, Span
from sayso.model.vocabulary import Role
from sayso.review.assemble import assemble
from sayso.review.flows.ladder import LadderQuery, capabilities_of
from sayso.review.flows.rows import FlowQuery, flows_of
from tests.review.build import PLAIN, Page, Said

#: Who gives, who receives.
Ends = tuple[EntityId | None, EntityId | None]


def quantity(page: Page, words: str, unit: str, **bounds: float) -> Quantity:
    """Give a figure at the last place in the page's text where its words stand."""
    start = page.text.rindex(words)
    known = {"minimum": None, "maximum": None, "exact": None, **bounds}
    return Quantity(span=Span(start, start + len(words)), text=words, unit=unit, **known)


def gives(
    page: Page, ends: Ends, item: str | None, said: Said = PLAIN, predicate: str = "transfer"
) -> ClaimId:
    """Put a claim on the page: somebody gives somebody a thing, in words."""
    giver, receiver = ends
    roles = ((Role.SUBJECT, giver), (Role.OBJECT, receiver))
    arguments = [Argument(role=role, entity=end) for role, end in roles if end is not None]
    arguments += [Argument(role=Role.ITEM, text=item)] if item else []
    changes = {**said.changes, "arguments": tuple(arguments)}
    return page.claim(giver, predicate, receiver, replace(said, changes=changes))


def has(page: Page, party: EntityId, predicate: str, thing: str, said: Said = PLAIN) -> ClaimId:
    """Put a claim on the page: a party seeks, holds or uses a thing, in words."""
    arguments = (
        Argument(role=Role.SUBJECT, entity=party),
        Argument(role=Role.OBJECT, text=thing),
    )
    return page.claim(
        party, predicate, None, replace(said, changes={**said.changes, "arguments": arguments})
    )


def with_figure(page: Page, words: str, unit: str, **bounds: float) -> None:
    """Give the page's last claim a figure that stands in its sentence."""
    made = page.claims.pop()
    said = replace(made.proposition, quantity=quantity(page, words, unit, **bounds))
    page.claims.append(replace(made, proposition=said))


def flows(*pages: Page, **asked: str) -> Flows:
    """Give the flows that the pages tell of."""
    return flows_of(assemble([page.record() for page in pages]), FlowQuery(**asked))


def only(*pages: Page, **asked: str) -> Flow:
    """Give the one flow that the pages tell of."""
    [flow] = flows(*pages, **asked).done
    return flow


def ladder(*pages: Page, **asked: str) -> Capabilities:
    """Give the ladders that the pages tell of."""
    return capabilities_of(assemble([page.record() for page in pages]), LadderQuery(**asked))


def rungs(found: Capabilities) -> dict[str, tuple[Told, ...]]:
    """Give the rungs of the one row."""
    [row] = found.rows
    return {rung.value: told for rung, told in row.rungs}
