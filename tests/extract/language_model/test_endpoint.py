"""What asking a model's server promises, against a server of the protocol on this machine."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from sayso.errors import BadInput, Unavailable
from sayso.extract.language_model import endpoint as asking
from sayso.extract.language_model.endpoint import (
    LONGEST_WAIT_S,
    MAX_BYTES,
    TRIES,
    Ending,
    Endpoint,
    Model,
    Outside,
    completions_address,
)
from tests.extract.language_model.stub import KEY, Said, completion, endpoint, serving

MESSAGES = ({"role": "user", "content": "Invented."},)
SCHEMA = {"type": "object"}


def test_an_answer_comes_with_its_tokens_and_the_schema_was_asked_for():
    with serving(completion('{"claims": []}', prompt=7, out=3)) as stub:
        answer = endpoint(stub, key=KEY).ask(MESSAGES, SCHEMA)
    assert (answer.text, answer.ending) == ('{"claims": []}', Ending.WHOLE)
    assert (answer.prompt_tokens, answer.completion_tokens) == (7, 3)
    [asked] = stub.asked
    assert asked["model"] == "invented-1"
    assert asked["response_format"]["json_schema"]["schema"] == SCHEMA
    assert stub.keys == [f"Bearer {KEY}"]


def test_without_a_key_none_is_sent():
    with serving(completion("{}")) as stub:
        endpoint(stub).ask(MESSAGES, SCHEMA)
    assert stub.keys == [None]


def test_a_server_that_refuses_the_schema_is_asked_without_it_and_it_is_remembered():
    with serving(Said(400, b'{"error": "response_format"}'), completion("{}")) as stub:
        one = endpoint(stub)
        one.ask(MESSAGES, SCHEMA)
        one.ask(MESSAGES, SCHEMA)
    assert ["response_format" in asked for asked in stub.asked] == [True, False, False]


def test_a_server_that_takes_nothing_but_the_words_is_given_nothing_else():
    with serving(Said(400), Said(422), completion("{}")) as stub:
        endpoint(stub).ask(MESSAGES, SCHEMA)
    assert set(stub.asked[-1]) == {"model", "messages"}


def test_a_server_that_refuses_every_form_says_why():
    with (
        serving(Said(400, b"context length exceeded")) as stub,
        pytest.raises(BadInput, match=r"answers 400 \(context length exceeded\)"),
    ):
        endpoint(stub).ask(MESSAGES, SCHEMA)


def test_a_busy_server_is_asked_again_after_the_wait_that_it_asks_for():
    waits: list[float] = []
    with serving(Said(429, headers={"retry-after": "7"}), Said(503), completion("{}")) as stub:
        answer = endpoint(stub, waits).ask(MESSAGES, SCHEMA)
    assert answer.ending is Ending.WHOLE
    assert waits[0] == 7
    assert 1.6 <= waits[1] <= 2.4


def test_a_wait_until_a_date_is_honoured_and_a_long_one_is_capped():
    now = datetime(2026, 1, 1, tzinfo=UTC)
    date = format_datetime(now + timedelta(seconds=9), usegmt=True)
    busy = [Said(429, headers={"retry-after": wait}) for wait in (date, "99999", "soon")]
    waits: list[float] = []
    with serving(*busy, completion("{}")) as stub:
        model = Model(address=stub.address, name="invented-1")
        Endpoint(model, Outside(sleep=waits.append, clock=lambda: now)).ask(MESSAGES, SCHEMA)
    assert waits[:2] == [9, LONGEST_WAIT_S]
    assert 3 <= waits[2] <= 5


def test_a_server_that_stays_busy_is_given_up():
    with serving(Said(429, b"quota")) as stub, pytest.raises(Unavailable, match=r"429 \(quota\)"):
        endpoint(stub).ask(MESSAGES, SCHEMA)
    assert len(stub.asked) == TRIES


def test_a_silent_server_is_given_up_with_the_setting_that_waits_longer():
    with (
        serving(Said(late_s=2.0)) as stub,
        pytest.raises(Unavailable, match=r"not done after 0\.1 s.*model_timeout_s"),
    ):
        endpoint(stub, timeout_s=0.1).ask(MESSAGES, SCHEMA)


def test_where_no_server_listens_the_error_asks_whether_it_runs():
    model = Model(address="http://127.0.0.1:9/v1", name="invented-1")
    with pytest.raises(Unavailable, match="is the server running"):
        Endpoint(model, Outside(sleep=lambda _: None)).ask(MESSAGES, SCHEMA)


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (401, "SAYSO_MODEL_KEY"),
        (403, "SAYSO_MODEL_KEY"),
        (404, "model_name"),
        (302, "redirects are not followed"),
        (418, "model_address"),
    ],
)
def test_what_the_user_must_mend_is_told_at_once(status: int, told: str):
    words = f"Incorrect key: {KEY}".encode()
    with serving(Said(status, words, {"location": "http://elsewhere.test/"})) as stub:
        with pytest.raises(BadInput, match=told) as bad:
            endpoint(stub, key=KEY).ask(MESSAGES, SCHEMA)
        assert len(stub.asked) == 1
    assert KEY not in str(bad.value)


def test_a_huge_answer_is_not_read_to_its_end():
    with serving(Said(body=b"x" * (MAX_BYTES + 2_000_000))) as stub:
        assert endpoint(stub).ask(MESSAGES, SCHEMA).ending is Ending.TOO_LARGE


def test_an_answer_without_room_says_so():
    with serving(completion('{"claims": [', finish="length")) as stub:
        assert endpoint(stub).ask(MESSAGES, SCHEMA).ending is Ending.CUT


@pytest.mark.parametrize(
    "body",
    [
        b"<html>log in</html>",
        b"{}",
        b"[]",
        b'{"choices": []}',
        b'{"choices": [{"message": 1}]}',
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"choices": [[]]}',
    ],
)
def test_an_answer_of_another_protocol_is_named(body: bytes):
    with (
        serving(Said(body=body)) as stub,
        pytest.raises(BadInput, match="not as /v1/chat/completions does"),
    ):
        endpoint(stub).ask(MESSAGES, SCHEMA)


def test_a_content_that_is_no_text_is_an_empty_answer():
    with serving(
        Said(body=b'{"choices": [{"message": {"content": null}}], "usage": {"prompt_tokens": -1}}')
    ) as stub:
        answer = endpoint(stub).ask(MESSAGES, SCHEMA)
    assert (answer.text, answer.prompt_tokens) == ("", 0)


@pytest.mark.parametrize(
    ("given", "full"),
    [
        ("http://127.0.0.1:8080/v1", "http://127.0.0.1:8080/v1/chat/completions"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080/v1/chat/completions"),
        ("https://models.test/v1/", "https://models.test/v1/chat/completions"),
        ("https://models.test/x/chat/completions", "https://models.test/x/chat/completions"),
    ],
)
def test_an_address_leads_to_its_chat_completions(given: str, full: str):
    assert completions_address(given) == full


@pytest.mark.parametrize(
    "given", ["", "models.test/v1", "ftp://models.test", "http://", "https://a:b@models.test/v1"]
)
def test_an_address_that_is_none_is_refused(given: str):
    with pytest.raises(BadInput, match="model_address"):
        completions_address(given)


def test_no_proxy_of_the_environment_is_asked(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    with serving(completion("{}")) as stub:
        assert endpoint(stub).ask(MESSAGES, SCHEMA).text == "{}"


def test_every_try_is_bounded():
    assert asking.TRIES * LONGEST_WAIT_S < 600
