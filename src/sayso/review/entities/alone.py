"""What one document tells of its entities before it is set beside the others."""

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.model.findings import Record
from sayso.model.ids import EntityId
from sayso.model.vocabulary import EntityType
from sayso.review.entities.members import BODIES, Member, Placement, members_of
from sayso.review.entities.names import normal_name
from sayso.review.entities.owners import find_owners
from sayso.review.entities.placing import FullName, bears_acronym, full_names, place_members


@dataclass(frozen=True, slots=True, kw_only=True)
class Alone:
    """The entities of one document; all in order of appearance.

    Attributes:
        members: by their ids.
        placed: where they belong by the rules that look at one document.
        owners: whose its nameless things are.
        full_names, acronyms: what explains acronyms, and the bodies known by one alone.
        cited: those that are documents.
        bearers: normal names of the persons and bodies, with their members.
    """

    members: Mapping[EntityId, Member]
    placed: Mapping[EntityId, Placement]
    owners: Mapping[EntityId, EntityId]
    full_names: tuple[FullName, ...]
    acronyms: tuple[Member, ...]
    cited: tuple[Member, ...]
    bearers: tuple[tuple[str, EntityId], ...]


def read_alone(record: Record) -> Alone:
    """Read one document's entities without looking at any other document."""
    members = {member.id: member for member in members_of(record)}
    own = tuple(members.values())
    placed = place_members(own)
    return Alone(
        members=members,
        placed=placed,
        owners=find_owners(record),
        full_names=full_names(own, placed),
        acronyms=tuple(m for m in own if bears_acronym(m)),
        cited=tuple(m for m in own if m.type is EntityType.DOCUMENT),
        bearers=tuple((normal_name(m.entity.name), m.id) for m in own if _bears_a_name(m)),
    )


def _bears_a_name(member: Member) -> bool:
    """Say whether it is a person or body with a name."""
    return member.named and (member.type in BODIES or member.type is EntityType.PERSON)
