"""What the package ships to try Sayso on: real documents, an invented cluster, list releases."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources

from sayso.model.vocabulary import DocumentKind

SHIPPED = resources.files("sayso.demo")


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoDocument:
    """A shipped document and what is known about it.

    Attributes:
        file: its place inside the package's demo folder.
        address: where its text was published, where it was.
        licence: under which it ships.
        notice: words that must stand wherever it is shown.
    """

    file: str
    kind: DocumentKind
    title: str | None
    publisher: str | None
    published: str | None
    address: str | None
    licence: str
    notice: str | None

    def content(self) -> bytes:
        """Give the raw bytes."""
        return SHIPPED.joinpath(self.file).read_bytes()


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoRelease:
    """A shipped list release; its bytes are gzip."""

    authority: str
    file: str
    published: str

    def content(self) -> bytes:
        """Give the raw bytes, still packed."""
        return SHIPPED.joinpath(self.file).read_bytes()


def documents() -> Iterator[DemoDocument]:
    """Give the shipped documents, the invented cluster first, each in the order of its table."""
    for table in ("invented.toml", "real.toml"):
        shipped = tomllib.loads(SHIPPED.joinpath(table).read_text(encoding="utf-8"))
        for row in shipped["document"]:
            yield DemoDocument(
                file=row["file"],
                kind=DocumentKind(row["kind"]),
                title=row.get("title"),
                publisher=row.get("publisher"),
                published=row.get("published"),
                address=row.get("address"),
                licence=row.get("licence", "CC BY 4.0, the Sayso developers"),
                notice=shipped.get("notice"),
            )


def releases() -> tuple[DemoRelease, ...]:
    """Give the shipped list releases, oldest first."""
    rows = tomllib.loads(SHIPPED.joinpath("lists.toml").read_text(encoding="utf-8"))["release"]
    shipped = (DemoRelease(**row) for row in rows)
    return tuple(sorted(shipped, key=lambda release: (release.authority, release.published)))


def un_symbols() -> tuple[str, ...]:
    """Give the symbols of United Nations reports that a user with a network can add."""
    manifest = SHIPPED.joinpath("un_documents.toml").read_text(encoding="utf-8")
    return tuple(row["symbol"] for row in tomllib.loads(manifest)["documents"])
