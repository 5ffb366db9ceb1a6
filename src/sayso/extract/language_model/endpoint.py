"""Asks a language model behind any address that speaks the chat-completions protocol."""

import json
import random
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from enum import StrEnum
from typing import Final
from urllib.parse import urlsplit

import httpx

from sayso.errors import BadInput, Unavailable

#: A longer body is not read to its end; bytes.
MAX_BYTES: Final = 2_000_000
#: So often a busy or silent server is asked in all, and what is waited between; seconds.
TRIES: Final = 4
FIRST_WAIT_S, LONGEST_WAIT_S = 1.0, 60.0
_PATH: Final = "/chat/completions"
_LONGEST_TOLD: Final = 300
_OK, _UNAUTHORISED, _FORBIDDEN, _NO_SUCH = 200, 401, 403, 404
_REFUSED: Final = frozenset({400, 422})
_BUSY: Final = frozenset({408, 425, 429, 500, 502, 503, 504, 529})
_REDIRECTS: Final = range(300, 400)


class Ending(StrEnum):
    """How an answer ended."""

    WHOLE = "whole"
    CUT = "the answer was cut off"
    TOO_LARGE = "the answer was too large"


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """Which model is asked, and where.

    Attributes:
        address: of the server's /v1, or of its /chat/completions.
        key: sent as a bearer token; "" for none. It stands in no message.
        timeout_s: of one call, from the question to the last byte of the answer.
        max_tokens: of one answer.
    """

    address: str
    name: str
    key: str = ""
    timeout_s: float = 120.0
    max_tokens: int = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the model said; tokens are 0 where the server does not count them."""

    text: str
    ending: Ending
    prompt_tokens: int = 0
    completion_tokens: int = 0


def _utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """What asking takes from the world around it: UTC, seconds, a wait, and the network."""

    clock: Callable[[], datetime] = _utc_now
    elapsed: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    transport: httpx.BaseTransport | None = None


class _AskAgain(Unavailable):
    """The server is busy or silent; `wait_s` is what it asks to be waited, None if nothing."""

    def __init__(self, told: str, wait_s: float | None = None) -> None:
        super().__init__(told)
        self.wait_s = wait_s


class _FormRefused(BadInput):
    """The server does not take the request as it is put: a plainer one may do."""


class Endpoint:
    """One model at one address; may be asked from several threads.

    No proxy of the environment is used and no redirect followed: what is sent goes to the address
    that was named, or nowhere.

    Raises:
        BadInput: the address is none.
    """

    def __init__(self, model: Model, outside: Outside | None = None) -> None:
        self.model = model
        self._url = completions_address(model.address)
        self._outside = Outside() if outside is None else outside
        self._form = 0
        key = {"authorization": f"Bearer {model.key}"} if model.key else {}
        self._client = httpx.Client(
            trust_env=False,
            follow_redirects=False,
            headers={"user-agent": "sayso (document reader)", **key},
            timeout=model.timeout_s,
            transport=self._outside.transport,
        )

    def ask(self, messages: Sequence[Mapping[str, str]], schema: Mapping[str, object]) -> Answer:
        """Give the model's answer, asked for in JSON of this schema.

        A server that refuses the schema is asked again without it, then without anything but the
        words; what it takes is remembered. Busy and silent servers are asked up to four times.

        Raises:
            BadInput: the address, key, model or question is refused.
            Unavailable: nothing useful came in time.
        """
        forms = self._forms(messages, schema)
        refused: list[str] = []
        for form in range(self._form, len(forms)):
            try:
                answer = self._ask_patiently(forms[form])
            except _FormRefused as bad:
                refused.append(str(bad))
            else:
                self._form = max(self._form, form)
                return answer
        raise BadInput(refused[0])

    def _forms(
        self, messages: Sequence[Mapping[str, str]], schema: Mapping[str, object]
    ) -> tuple[Mapping[str, object], ...]:
        """Give the request in the ways in which it may be put, the richest first."""
        plain = {"model": self.model.name, "messages": list(messages)}
        bounded = {**plain, "temperature": 0, "max_tokens": self.model.max_tokens}
        named = {"name": "claims", "strict": True, "schema": schema}
        return (
            {**bounded, "response_format": {"type": "json_schema", "json_schema": named}},
            bounded,
            plain,
        )

    def _ask_patiently(self, body: Mapping[str, object]) -> Answer:
        for tried in range(1, TRIES):
            try:
                return self._ask(body)
            except _AskAgain as busy:
                own = FIRST_WAIT_S * 2 ** (tried - 1) * random.uniform(0.8, 1.2)  # noqa: S311  # so that threads do not come back together
                asked = own if busy.wait_s is None else busy.wait_s
                self._outside.sleep(min(max(asked, 0.0), LONGEST_WAIT_S))
        return self._ask(body)

    def _ask(self, body: Mapping[str, object]) -> Answer:
        """Ask once."""
        deadline = self._outside.elapsed() + self.model.timeout_s
        try:
            with self._client.stream("POST", self._url, json=body) as response:
                content = self._read(response, deadline)
        except httpx.InvalidURL as bad:
            raise BadInput(f"model_address {self._url}: not an address: {bad}") from bad
        except httpx.TimeoutException as bad:
            raise _AskAgain(self._late()) from bad
        except httpx.HTTPError as bad:
            what = str(bad) or type(bad).__name__
            raise _AskAgain(f"{self._url}: no answer: {what}; is the server running?") from bad
        self._check(response, content)
        if len(content) > MAX_BYTES:
            return Answer(text="", ending=Ending.TOO_LARGE)
        return self._answer(content)

    def _read(self, response: httpx.Response, deadline: float) -> bytes:
        """Give the body, at most a chunk more than it may be long."""
        content = bytearray()
        for chunk in response.iter_bytes():
            content += chunk
            if len(content) > MAX_BYTES:
                break
            if self._outside.elapsed() > deadline:
                raise _AskAgain(self._late())
        return bytes(content)

    def _late(self) -> str:
        return (
            f"{self._url}: not done after {self.model.timeout_s:g} s: try again later, "
            "or set model_timeout_s"
        )

    def _check(self, response: httpx.Response, content: bytes) -> None:
        """Turn what is no answer into an error that says what to do next."""
        status = response.status_code
        if status == _OK:
            return
        told = f"{self._url}: answers {status}{self._words_of(content)}"
        if status in _BUSY:
            raise _AskAgain(f"{told}; try again later", self._wait_asked(response))
        if status in {_UNAUTHORISED, _FORBIDDEN}:
            raise BadInput(f"{told}; the key is missing or wrong: set SAYSO_MODEL_KEY")
        if status == _NO_SUCH:
            raise BadInput(f"{told}; no such address or model: check model_address and model_name")
        if status in _REFUSED:
            raise _FormRefused(f"{told}; it does not take the question: check model_name")
        if status in _REDIRECTS:
            raise BadInput(f"{told}; redirects are not followed: set model_address to its goal")
        raise BadInput(f"{told}; check model_address")

    def _words_of(self, content: bytes) -> str:
        """Give the server's own words on what is wrong, in one line and without the key."""
        told = content[: 4 * _LONGEST_TOLD].decode("utf-8", "replace")
        if self.model.key:
            told = told.replace(self.model.key, "…")
        told = " ".join(told.split())[:_LONGEST_TOLD]
        return f" ({told})" if told else ""

    def _wait_asked(self, response: httpx.Response) -> float | None:
        """Give the seconds that the server asks to wait, as a number or until a date."""
        asked = response.headers.get("retry-after", "").strip()
        if asked.isascii() and asked.isdigit():
            return float(asked[:6])
        try:
            until = parsedate_to_datetime(asked)
        except (ValueError, TypeError):
            return None
        now = self._outside.clock()
        return (until.replace(tzinfo=until.tzinfo or UTC) - now).total_seconds()

    def _answer(self, content: bytes) -> Answer:
        """Read the protocol's envelope.

        Raises:
            BadInput: it is another protocol's.
        """
        try:
            told = json.loads(content)
            choice = told["choices"][0]
            text = choice["message"]["content"]
        except (ValueError, RecursionError, LookupError, TypeError) as bad:
            raise BadInput(
                f"{self._url}: answers, but not as /v1/chat/completions does: check model_address"
            ) from bad
        usage = told.get("usage")
        cut = choice.get("finish_reason") == "length"
        return Answer(
            text=text if isinstance(text, str) else "",
            ending=Ending.CUT if cut else Ending.WHOLE,
            prompt_tokens=_count(usage, "prompt_tokens"),
            completion_tokens=_count(usage, "completion_tokens"),
        )


def completions_address(address: str) -> str:
    """Give the full address of the chat completions below a server's address.

    Raises:
        BadInput: it is not http or https, has no host, or holds a user's name or key.
    """
    try:
        parts = urlsplit(address)
        is_plain = parts.scheme in {"http", "https"} and parts.hostname and "@" not in parts.netloc
        _ = parts.port
    except ValueError:
        is_plain = False
    if not is_plain:
        raise BadInput(
            f"model_address {address!r}: no address; write one like http://127.0.0.1:8080/v1"
        )
    bare = address.split("?", 1)[0].split("#", 1)[0].rstrip("/")
    if bare.endswith(_PATH):
        return bare
    return f"{bare}{_PATH}" if urlsplit(bare).path else f"{bare}/v1{_PATH}"


def _count(usage: object, name: str) -> int:
    found = usage.get(name) if isinstance(usage, dict) else None
    return found if isinstance(found, int) and found >= 0 else 0
