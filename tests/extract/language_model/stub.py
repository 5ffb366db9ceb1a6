"""A server of the chat-completions protocol that says what a test wants, on this machine."""

import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from sayso.extract.language_model.endpoint import Endpoint, Model, Outside

KEY = "sk-invented-0123"

#: A claim about the sentence "The Kandor Front operates camps in Ghazni." (an invented group).
CAMPS = {
    "sentence": 1,
    "content": "The Kandor Front operates camps in Ghazni",
    "trigger": "operates",
    "predicate": "operates",
    "arguments": [
        {"role": "object", "words": "camps"},
        {"role": "subject", "words": "The Kandor Front"},
    ],
    "sources": [],
    "cue": None,
    "factuality": "CT+",
    "modality": "asserted",
    "realis": "actual",
    "place": "Ghazni",
    "time": None,
}


@dataclass
class Said:
    """One answer of the server; `late_s` is slept before it."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    late_s: float = 0.0


@dataclass
class Stub:
    """The server's address, what it was asked, and how often."""

    address: str
    asked: list[dict[str, Any]]
    keys: list[str | None]


def completion(content: str, finish: str = "stop", prompt: int = 100, out: int = 20) -> Said:
    """Give an answer of the protocol."""
    told = {
        "choices": [
            {"finish_reason": finish, "message": {"role": "assistant", "content": content}}
        ],
        "usage": {"prompt_tokens": prompt, "completion_tokens": out},
    }
    return Said(body=json.dumps(told).encode())


def claims(*told: Mapping[str, object]) -> Said:
    """Give an answer with these claims."""
    return completion(json.dumps({"claims": list(told)}, ensure_ascii=False))


@contextmanager
def serving(
    *said: Said | Callable[[dict[str, Any]], Said],
) -> Iterator[Stub]:
    """Serve these answers, one a call; the last again and again; a callable answers the request."""
    stub = Stub("", [], [])

    class Answers(BaseHTTPRequestHandler):
        def do_POST(self) -> None:  # its parent's name
            length = int(self.headers.get("content-length", "0"))
            asked = json.loads(self.rfile.read(length))
            stub.asked.append(asked)
            stub.keys.append(self.headers.get("authorization"))
            answer = said[min(len(stub.asked), len(said)) - 1]
            told = answer if isinstance(answer, Said) else answer(asked)
            time.sleep(told.late_s)
            with suppress(OSError):  # the client may have gone
                self.send_response(told.status)
                self.send_header("content-length", str(len(told.body)))
                for name, value in told.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(told.body)

        def log_message(self, *_told: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    server.daemon_threads = True
    server.block_on_close = False
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    stub.address = f"http://127.0.0.1:{server.server_address[1]}/v1"
    try:
        yield stub
    finally:
        server.shutdown()
        server.server_close()


def endpoint(
    stub: Stub, waits: list[float] | None = None, timeout_s: float = 5.0, key: str = ""
) -> Endpoint:
    """Give an endpoint that asks the stub and notes its waits instead of waiting."""
    kept = [] if waits is None else waits
    model = Model(address=stub.address, name="invented-1", key=key, timeout_s=timeout_s)
    return Endpoint(model, Outside(sleep=kept.append))


def sentences_of(asked: Mapping[str, Any]) -> Sequence[str]:
    """Give the sentences that a request asks about."""
    data = json.loads(asked["messages"][-1]["content"])
    return [sentence["text"] for sentence in data["sentences"]]
