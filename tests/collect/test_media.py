"""What kind of file some bytes are."""

import pytest

from sayso.collect.media import DOCX, EML, GZIP, HTML, PDF, PLAIN, ZIP, media_type_of, suffix_of
from tests.collect.made import packed

MAIL = b"From: press@sarband.example\nTo: a@example.org\nSubject: Statement\n"


@pytest.mark.parametrize(
    ("content", "name", "media_type"),
    [
        (b"%PDF-1.7 ...", "report.txt", PDF),
        (b"junk before\n%PDF-1.4", "report", PDF),
        (packed({"word/document.xml": b"<x/>"}), "a.zip", DOCX),
        (packed({"photo.png": b"x"}), "a.docx", ZIP),
        (b"\x1f\x8b\x08...", "a.txt", GZIP),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old.doc", "application/x-ole-storage"),
        (b"<!DOCTYPE html><html>", "a", HTML),
        (b"\xef\xbb\xbf  <!-- x --><HTML>", "a", HTML),
        ("\ufeff<html><body>".encode("utf-16-le"), "a", HTML),
        (b"<div>The group moved.</div>", "a.htm", HTML),
        (b"<div>The group moved.</div>", "a.txt", PLAIN),
        (b"The tag <html> opens a page.", "a.html.txt", PLAIN),
        (MAIL + b"MIME-Version: 1.0\n\nText", "a.txt", EML),
        (MAIL + b"\nText", "a.eml", EML),
        (MAIL + b"\nText", "a.txt", PLAIN),
        (b"Note: the group moved to Kunar.\nIt stayed.", "a.eml", PLAIN),
        ("سلام".encode(), "a", PLAIN),
        (b"", "a.pdf", PLAIN),
    ],
)
def test_bytes_tell_the_type_and_the_suffix_breaks_ties(content: bytes, name: str, media_type: str):
    assert media_type_of(content, name) == media_type


def test_what_a_server_says_breaks_ties():
    assert media_type_of(b"<p>The group moved.", "https://example.org/a", "text/html") == HTML
    assert media_type_of(b"%PDF-1.7", "https://example.org/a", "text/html") == PDF


def test_the_suffix_of_an_address_is_in_its_path():
    assert suffix_of("https://example.org/a.html?file=b.pdf") == ".html"
    assert suffix_of("C:\\reports\\Report.PDF") == ".pdf"
    assert suffix_of("page.html.gz") == ".html"
