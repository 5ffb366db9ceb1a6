"""The shipped corpus: licensed, whole, and honest about what is invented."""

import gzip

import pytest

from sayso.demo import corpus

DOCUMENTS = tuple(corpus.documents())


def test_at_least_twenty_five_real_documents_ship_with_licence_and_address():
    real = [d for d in DOCUMENTS if d.notice is None]
    assert len(real) >= 25
    assert all(d.licence and d.address and d.title and d.publisher for d in real)


def test_the_invented_cluster_has_eight_to_twelve_documents_and_each_says_so():
    invented = [d for d in DOCUMENTS if d.file.startswith("invented/")]
    assert 8 <= len(invented) <= 12
    assert all(d.notice and "Invented" in d.notice for d in invented)


@pytest.mark.parametrize("document", [d for d in DOCUMENTS if d.notice], ids=lambda d: d.file)
def test_an_invented_text_says_that_it_is_invented(document: corpus.DemoDocument):
    content = document.content()
    assert content.startswith(b"%PDF-") or b"Invented for the Sayso demonstration" in content


def test_every_shipped_file_stands_in_a_table_and_every_row_has_its_file():
    listed = {d.file for d in DOCUMENTS}
    held = {
        f"{folder}/{path.name}"
        for folder in ("real", "invented")
        for path in corpus.SHIPPED.joinpath(folder).iterdir()
    }
    assert held == listed


def test_the_list_releases_are_the_unaltered_files_oldest_first():
    releases = corpus.releases()
    assert [r.published for r in releases] == ["2025-04-19", "2026-02-27"]
    newest = gzip.decompress(releases[-1].content())
    assert b'dateGenerated="2026-02-27' in newest


def test_the_manifest_names_reports_by_their_symbol():
    assert "S/2024/499" in corpus.un_symbols()
    assert all(symbol.startswith("S/20") for symbol in corpus.un_symbols())
