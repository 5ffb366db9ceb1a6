"""A date of birth, an address, a paper, a craft, … of an entry as one line of words."""

from collections.abc import Iterable

from sayso.model.lists import (
    DateInterval,
    EntryLink,
    ListedAct,
    ListedAddress,
    ListedCraft,
    ListedDocument,
    ListedWallet,
)


def birth_in_words(birth: DateInterval) -> str:
    """Give "1975-01-01", "about 1974", "1973 to 1974" or the list's own words, with its note."""
    exact = birth.start is not None and birth.start == birth.end
    told = birth.start if exact else birth.surface
    note = f" ({birth.note})" if birth.note not in {None, birth.surface} else ""
    return ("about " if birth.approximate else "") + f"{told}{note}"


def address_in_words(address: ListedAddress) -> str:
    """Give its parts from street to note, with commas between."""
    parts = (address.street, address.city, address.state_province, address.zip_code)
    return _joined((*parts, address.country, address.note))


def paper_in_words(paper: ListedDocument) -> str:
    """Give its parts from type to note, with commas between."""
    parts = (paper.type, paper.type_detail, paper.number, paper.issuing_country)
    return _joined(
        (*parts, paper.country_of_issue, paper.city_of_issue, paper.issued_on, paper.note)
    )


def craft_in_words(craft: ListedCraft) -> str:
    """Give what the list says of a ship or an aircraft, each part under its name."""
    told = (
        (None, craft.type),
        (None, craft.model),
        ("IMO", craft.imo),
        ("MMSI", craft.mmsi),
        ("call sign", craft.call_sign),
        ("flag", craft.flag),
        ("formerly", ", ".join(craft.former_flags)),
        ("tonnage", craft.tonnage),
        ("gross tonnage", craft.gross_tonnage),
        ("owner", craft.owner),
        ("operator", craft.operator),
        ("serial number", craft.serial_number),
        ("registration", craft.tail_number),
        ("built", craft.built),
    )
    return _joined(f"{label} {value}" if label else value for label, value in told if value)


def wallet_in_words(wallet: ListedWallet) -> str:
    """Give the currency and the address."""
    return " ".join(part for part in (wallet.currency, wallet.address) if part)


def link_in_words(link: EntryLink) -> str:
    """Give the relation, then the other party's name and reference."""
    return f"{link.relation}: " + _joined((link.name, link.reference))


def act_in_words(act: ListedAct) -> str:
    """Give the act's title, then its kind, programme and dates."""
    published = f"published {act.published}" if act.published else None
    in_force = f"in force {act.in_force}" if act.in_force else None
    return _joined((act.title, act.kind, act.programme, published, in_force, act.address))


def _joined(parts: Iterable[str | None]) -> str:
    return ", ".join(part for part in parts if part)
