"""One field of a list may hold several names, in several scripts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.lists.fields.names import script_of, split_names


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("Tehrik-e Taliban Pakistan (TTP)", ("Tehrik-e Taliban Pakistan (TTP)",)),
        ("Azim Adhajani; Azim Agha-Jani", ("Azim Adhajani", "Azim Agha-Jani")),
        ("حسن غول (Hassan Ghul; Hassan Gul)", ("حسن غول", "Hassan Ghul", "Hassan Gul")),
        ("Jin Tiesan (金铁三)", ("Jin Tiesan", "金铁三")),
        ("Abubakar (original script: Абубакар)", ("Abubakar", "Абубакар")),
        ("Mohammed Sabet b) M. Javad Sabet", ("Mohammed Sabet", "M. Javad Sabet")),
        ('"The Base"', ("The Base",)),
        (") Noor Mohmad (نور محمد ),", ("Noor Mohmad", "نور محمد")),
        ("Mera’i", ("Mera’i",)),
        ("  \n ", ()),
        ("; ; ()", ()),
    ],
)
def test_a_field_gives_its_names_in_order(field: str, names: tuple[str, ...]):
    assert split_names(field) == names


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Haqqani", "Latn"),
        ("شبکه حقانی", "Arab"),
        ("Катиба", "Cyrl"),
        ("金铁三", "Hani"),
        ("ፍትዊ", "Ethi"),
        ("123 – ", None),
        ("", None),
    ],
)
def test_a_name_is_in_the_script_of_most_of_its_letters(text: str, script: str | None):
    assert script_of(text) == script


@given(st.text(max_size=60))
def test_names_are_trimmed_told_once_and_hold_something_to_read(field: str):
    names = split_names(field)

    assert len(set(names)) == len(names)
    assert all(name == name.strip() and any(c.isalnum() for c in name) for name in names)
