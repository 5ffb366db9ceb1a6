"""Guarded documents stay on this machine unless a setting says otherwise."""

from dataclasses import replace

import pytest

from sayso.errors import BadInput
from sayso.extract.language_model.permission import check_may_be_sent, is_on_this_machine
from sayso.model.vocabulary import Handling
from tests.extract.entities.readings import document


@pytest.mark.parametrize(
    ("address", "here"),
    [
        ("http://127.0.0.1:8080/v1", True),
        ("http://localhost/v1", True),
        ("http://[::1]:80/v1", True),
        ("http://[::ffff:127.0.0.1]/v1", True),
        ("http://127.9.9.9/v1", True),
        ("http://127.0.0.1.models.test/v1", False),
        ("http://localhost.models.test/v1", False),
        ("http://192.168.0.1/v1", False),
        ("http://0.0.0.0/v1", False),
        ("https://models.test/v1", False),
        ("https://127.0.0.1@models.test/v1", False),
        ("http://2130706433/v1", False),
    ],
)
def test_only_loopback_is_this_machine(address: str, here: bool):
    assert is_on_this_machine(address) is here


@pytest.mark.parametrize(
    ("handling", "most", "goes"),
    [
        (Handling.PUBLIC, Handling.PUBLIC, True),
        (Handling.INTERNAL, Handling.PUBLIC, False),
        (Handling.RESTRICTED, Handling.PUBLIC, False),
        (Handling.RESTRICTED, Handling.INTERNAL, False),
        (Handling.INTERNAL, Handling.INTERNAL, True),
        (Handling.RESTRICTED, Handling.RESTRICTED, True),
    ],
)
def test_a_guarded_document_leaves_this_machine_only_where_a_setting_says_so(
    handling: Handling, most: Handling, goes: bool
):
    told = replace(document("Gul left."), handling=handling)
    check_may_be_sent(told, "http://127.0.0.1/v1", Handling.PUBLIC)
    if goes:
        check_may_be_sent(told, "https://models.test/v1", most)
        return
    with pytest.raises(BadInput, match=r"models\.test is another machine.*model_handling"):
        check_may_be_sent(told, "https://models.test/v1", most)
