"""A PDF page by page over HTTP."""

from functools import cache

import pytest

from sayso.collect.collector import Hints
from sayso.model.claims import Extraction
from tests.collect.sheets.test_pages import report
from tests.timed import Diary, day
from tests.web.api.test_described import description
from tests.web.described import faults
from tests.web.project import begun, nothing
from tests.web.standing import client


@cache
def project() -> Diary:
    made = begun()
    intake = nothing().collector().take_bytes(report().content, "panel-report.pdf", Hints())
    empty = Extraction(document_id=intake.document.id, extractor="none")
    made.store.documents.add(intake, empty, (), at=day(3))
    return made


def document() -> str:
    held = project().bench.documents()
    return next(one.id for one in held if one.media_type == "application/pdf")


@pytest.mark.parametrize("tail", ["", "/1"])
def test_pages_are_as_described(tail: str):
    path = f"/documents/{{document_id}}/pages{'/{number}' if tail else ''}"
    told = description()["paths"][f"/api/v1{path}"]["get"]["responses"]["200"]
    answer = client(project().bench).get(f"/api/v1/documents/{document()}/pages{tail}")
    assert answer.status_code == 200, answer.text
    schema = told["content"]["application/json"]["schema"]
    assert list(faults(answer.json(), schema, description())) == []


def test_nearly_all_passages_of_a_page_are_found_on_it():
    told = client(project().bench).get(f"/api/v1/documents/{document()}/pages/1").json()
    assert len(told["passages"]) > 5 * len(told["unplaced"])


def test_a_picture_is_not_sent_twice():
    asked = client(project().bench)
    address = f"/api/v1/documents/{document()}/pages/1.png?dpi=36"
    answer = asked.get(address)
    assert answer.headers["content-type"] == "image/png"
    again = asked.get(address, headers={"If-None-Match": answer.headers["etag"]})
    assert again.status_code == 304


def test_what_has_no_pages_says_so():
    text = next(d.id for d in project().bench.documents() if d.media_type == "text/plain")
    for tail in ("pages", "pages/1", "pages/1.png"):
        assert client(project().bench).get(f"/api/v1/documents/{text}/{tail}").status_code == 404
