"""The addresses at which authorities publish their lists, and those that the user states."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from sayso.errors import BadInput
from sayso.lists.ftm.release import FtmList
from sayso.model.updates import Feed
from sayso.ports import ListSource


def _flat(code: str) -> ListSource:
    from sayso.lists.national.flat import FlatCopy  # noqa: PLC0415  # what reads tables

    return FlatCopy(code)


_FTM: Final = "ftm"
#: Forms of files that are read under a code of the user's own.
_FORMS: Final[Mapping[str, Callable[[str], ListSource]]] = {_FTM: FtmList, "flat": _flat}
_CODE: Final = re.compile(r"[a-z][a-z0-9_.-]{1,30}", re.ASCII)

#: By authority. Each address is the one that the authority's own page links to; read there, or in
#: the code of others who fetch from it, in the autumn of 2026.
PUBLISHED: Final[Mapping[str, Feed]] = {
    feed.authority: feed
    for feed in (
        Feed(
            authority="un",
            address="https://scsanctions.un.org/resources/xml/en/consolidated.xml",
            format="XML",
            page="https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list",
            terms="published to be applied; no open licence (un.org/en/about-us/terms-of-use)",
        ),
        Feed(
            authority="ofac",
            address="https://sanctionslistservice.ofac.treas.gov"
            "/api/publicationpreview/exports/sdn.xml",
            format="XML",
            page="https://ofac.treasury.gov"
            "/specially-designated-nationals-list-data-formats-data-schemas",
            terms="public domain in the United States (17 USC 105)",
        ),
        Feed(
            authority="ofac-cons",
            address="https://sanctionslistservice.ofac.treas.gov"
            "/api/publicationpreview/exports/consolidated.xml",
            format="XML",
            page="https://ofac.treasury.gov/consolidated-sanctions-list-non-sdn-lists",
            terms="public domain in the United States (17 USC 105)",
        ),
        Feed(
            authority="eu",
            address="https://webgate.ec.europa.eu/fsd/fsf/public/files"
            "/xmlFullSanctionsList_1_1/content?token=dG9rZW4tMjAxNw",
            format="XML",
            page="https://data.europa.eu/data/datasets"
            "/consolidated-list-of-persons-groups-and-entities-subject-to-eu-financial-sanctions",
            terms="Decision 2011/833/EU: CC BY 4.0 (commission.europa.eu/legal-notice_en)",
        ),
        Feed(
            authority="uk",
            address="https://sanctionslist.fcdo.gov.uk/docs/UK-Sanctions-List.xml",
            format="XML",
            page="https://www.gov.uk/government/publications/the-uk-sanctions-list",
            terms="Open Government Licence v3.0",
        ),
        Feed(
            authority="ca",
            address="https://www.international.gc.ca/world-monde/assets/office_docs"
            "/international_relations-relations_internationales/sanctions/sema-lmes.xml",
            format="XML",
            page="https://www.international.gc.ca/world-monde"
            "/international_relations-relations_internationales/sanctions"
            "/consolidated-consolide.aspx?lang=eng",
            terms="Open Government Licence – Canada",
        ),
        Feed(
            authority="au",
            address="https://www.dfat.gov.au/sites/default/files"
            "/Australian_Sanctions_Consolidated_List.xlsx",
            format="XLSX",
            page="https://www.dfat.gov.au/international-relations/security/sanctions"
            "/consolidated-list",
            terms="CC BY 4.0 (dfat.gov.au/about-us/about-this-website/copyright)",
        ),
        Feed(
            authority="ch",
            address="https://www.sesam.search.admin.ch/sesam-search-web/pages"
            "/downloadXmlGesamtliste.xhtml?lang=en&action=downloadXmlGesamtlisteAction",
            format="XML",
            page="https://www.seco.admin.ch/seco/en/home"
            "/Aussenwirtschaftspolitik_Wirtschaftliche_Zusammenarbeit/Wirtschaftsbeziehungen"
            "/exportkontrollen-und-sanktionen/sanktionen-embargos.html",
            terms="free use with the source named (opendata.swiss)",
        ),
    )
}


def feeds_with(stated: str, published: Mapping[str, Feed] = PUBLISHED) -> Mapping[str, Feed]:
    """Give the feeds by code, the user's addresses in place of the published ones.

    Args:
        stated: "ca=https://… opensanctions=ftm=https://…", with white space between.
        published: by code.

    Raises:
        BadInput: a part of it names no authority or no address.
    """
    return {**published, **{feed.code: feed for feed in _stated(stated, published)}}


def _stated(stated: str, published: Mapping[str, Feed]) -> Iterator[Feed]:
    for part in stated.split():
        code, _, address = part.partition("=")
        if address.startswith(f"{_FTM}="):
            code, address = f"{code}={_FTM}", address.removeprefix(f"{_FTM}=")
        if not code or "://" not in address:
            raise BadInput(
                f"setting list_addresses: {part!r} is not like ca=https://… or "
                "opensanctions=ftm=https://…"
            )
        known = published.get(code)
        yield Feed(
            authority=code,
            address=address,
            format="FollowTheMoney" if known is None else known.format,
            terms=None if known is None else known.terms,
            page=None if known is None else known.page,
            is_stated=True,
        )


def source_of(named: str, sources: Mapping[str, ListSource]) -> ListSource:
    """Give what reads an authority's list.

    Args:
        named: its code, or a code of the user's own with the form of the file: "opensanctions=ftm"
            for FollowTheMoney, "au-copy=flat" for a third party's flat table.
        sources: by authority.

    Raises:
        BadInput: no such authority or form; or the code is that of an authority.
    """
    code, equals, form = named.partition("=")
    if not equals:
        if code in sources:
            return sources[code]
        known = ", ".join(sorted(sources))
        raise BadInput(
            f"no list source {code!r}: there is {known}; for a FollowTheMoney file write "
            f"{code}=ftm, for a third party's table of names {code}=flat"
        )
    if form not in _FORMS:
        known = " or ".join(_FORMS)
        raise BadInput(f"{named!r}: no such form of a list: after = stands {known}")
    if code in sources or code in PUBLISHED:
        raise BadInput(f"{named!r}: {code} is an authority of its own: take another code")
    if not _CODE.fullmatch(code):
        raise BadInput(f"{named!r}: a code has small letters, digits, - and _, like opensanctions")
    return _FORMS[form](code)


def chosen(
    feeds: Mapping[str, Feed], sources: Mapping[str, ListSource], authorities: Sequence[str]
) -> tuple[Feed, ...]:
    """Give the feeds of these authorities in the order asked for; of all that can be read for none.

    Raises:
        BadInput: one of them has no address.
    """
    readable = {code: f for code, f in feeds.items() if f.authority in sources or f.is_stated}
    lost = [name for name in authorities if name.partition("=")[0] not in readable]
    if lost:
        known = ", ".join(readable)
        raise BadInput(
            f"no address for {lost[0]!r}: there is {known}; the setting list_addresses adds one"
        )
    names = dict.fromkeys(name.partition("=")[0] for name in authorities) or readable
    return tuple(readable[name] for name in names)
