"""Small EU list files about invented parties, and a reader of them."""

from sayso.lists.eu.source import EuList
from sayso.model.lists import ListEntry, ListRelease
from tests.lists.build import original

GENERATED = "2026-02-03T17:44:28.283+02:00"
NEW, OLD = ("2025-02-03", "2025/901 (OJ L)"), ("2011-05-10", "442/2011 (OJ L121)")


def act(published: str, number: str) -> str:
    return (
        f'<regulationSummary regulationType="amendment" publicationDate="{published}"'
        f' numberTitle="{number}" publicationUrl="https://law.example/{published}"/>'
    )


def regulation(published: str, number: str, programme: str = "ZAR") -> str:
    return (
        f'<regulation regulationType="amendment" organisationType="council" logicalId="7"'
        f' publicationDate="{published}" entryIntoForceDate="{published}"'
        f' numberTitle="{number}" programme="{programme}">'
        f"<publicationUrl>https://law.example/{published}</publicationUrl></regulation>"
    )


def alias(text: str, more: str = "", inside: str = act(*NEW), number: int = 1) -> str:
    return (
        f'<nameAlias wholeName="{text}" strong="true" regulationLanguage="en"'
        f' logicalId="{number}" {more}>{inside}</nameAlias>'
    )


def party(*inside: str, reference: str = "901", code: str = "person", more: str = "") -> str:
    return (
        f'<sanctionEntity logicalId="{reference}" euReferenceNumber="EU.{reference}.1" {more}>'
        f'{regulation(*NEW)}<subjectType code="{code}" classificationCode="P"/>'
        f"{''.join(inside)}</sanctionEntity>"
    )


def eu_list(*parties: str, generated: str | None = GENERATED) -> str:
    dated = f' generationDate="{generated}"' if generated is not None else ""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<export xmlns="http://eu.europa.ec/fpi/fsd/export"{dated} globalFileId="1">'
        f"{''.join(parties)}</export>"
    )


def read(
    content: bytes | str, *, published: str | None = None, repair: bool = False
) -> ListRelease:
    raw = content.encode() if isinstance(content, str) else content
    return EuList().read(original(raw, "eu.xml"), published=published, repair=repair)


def entry_with(*inside: str, code: str = "person", more: str = "") -> ListEntry:
    """Give the entry of an invented party with these elements and attributes."""
    [entry] = read(eu_list(party(alias("Zarmast TOLWAK"), *inside, code=code, more=more))).entries
    return entry
