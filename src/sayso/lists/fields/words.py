"""A date of birth, an address or a paper of an entry as one line of words."""

from collections.abc import Iterable

from sayso.model.lists import DateInterval, ListedAddress, ListedDocument


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


def _joined(parts: Iterable[str | None]) -> str:
    return ", ".join(part for part in parts if part)
