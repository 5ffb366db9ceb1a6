"""A service over a few invented entries, asked in this process."""

import warnings
from dataclasses import replace

import httpx

from sayso.model.ids import EntryId
from sayso.model.lists import (
    DateInterval,
    EntryLink,
    ListedAddress,
    ListedCraft,
    ListedDocument,
    ListedName,
    ListEntry,
)
from sayso.web.app import application
from sayso.web.guard import Guard
from sayso.web.terms import Terms
from sayso.workbench import Workbench
from tests.fakes import tiny_entry
from tests.timed import Diary

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it wishes for another httpx, which nothing else here needs
    from starlette.testclient import TestClient

HERE = "http://127.0.0.1:8787"
#: What one says to be answered.
WORD = "said-quietly"
JSON = {"Content-Type": "application/json"}

FRONT = tiny_entry("QDe.901", "Kandor Front", "Jabhat Kandor", regimes=("Kandor",))
TOLWAK = tiny_entry(
    "QDi.901",
    "Zarmast Tolwak",
    schema="Person",
    names=(
        ListedName(text="Zarmast Tolwak", kind="primary"),
        ListedName(text="Зармаст Толвак", kind="original", script="Cyrl"),
        ListedName(text="Abu Sahra", kind="aka", quality="weak"),
        ListedName(text="Z. Tolwakov", kind="fka"),
    ),
    births=(DateInterval(start="1970-01-01", end="1970-12-31", surface="1970"),),
    birth_places=(ListedAddress(city="Kandor", country="Afghanistan"),),
    nationalities=("Afghanistan",),
    documents=(
        ListedDocument(type="Passport", number="KX 1234567"),
        ListedDocument(type="National identification number", number="99-0001"),
    ),
    designations=("Treasurer",),
    regimes=("Taliban",),
    listed_on="2020-01-02",
    amended_on=("2021-03-04", "2023-05-06"),
    remarks="Invented for testing. <script>alert(1)</script>",
    contacts=("tolwak@example.org", "https://example.org", "+93 1"),
    gender="Male",
)
SHIP = replace(
    tiny_entry("9", "Zarvan Star", schema="Vessel"),
    id=EntryId("ofac:9"),
    authority="ofac",
    craft=ListedCraft(type="Tanker", flag="Panama", imo="9000001", built="1999"),
    links=(EntryLink(relation="Owned by", name="Zarvan Shipping"),),
    un_references=("QDe.901",),
)
MARKUP = tiny_entry("QDe.902", '<b onload="x">Ostan & Sons</b>')


def diary(*entries: ListEntry) -> Diary:
    """Give a project that holds one release of each authority's entries; all of them by default."""
    made = Diary()
    for authority in ("un", "ofac"):
        own = [e for e in entries or (FRONT, TOLWAK, SHIP, MARKUP) if e.authority == authority]
        if own:
            made.release("2024-06-01", 1, *own, authority=authority)
    return made


def client(bench: Workbench | None = None, token: str | None = None) -> TestClient:
    """Give what asks the service as a program on this machine does."""
    return TestClient(served(bench, token), base_url=HERE, raise_server_exceptions=False)


def served(bench: Workbench | None = None, token: str | None = None) -> Guard:
    """Give the application over a project, the usual one by default."""
    return application(bench or diary().bench, Terms(token=token))


def bearing(token: str) -> dict[str, str]:
    """Give the headers of one who knows the token."""
    return {"Authorization": f"Bearer {token}"}


def detail(answer: httpx.Response) -> str:
    """Give what a problem says."""
    assert answer.headers["content-type"] == "application/problem+json", answer.text
    told = answer.json()
    assert told["status"] == answer.status_code
    return told["detail"]
