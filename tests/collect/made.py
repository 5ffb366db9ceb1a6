"""Files made by hand for the tests: PDFs, Word documents, readers put together."""

import io
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime

from sayso.collect.collector import Collector
from sayso.collect.limits import Limits
from sayso.collect.media import media_type_of
from sayso.collect.readers.docx import DocxReader
from sayso.collect.readers.eml import EmlReader
from sayso.collect.readers.html import HtmlReader
from sayso.collect.readers.pdf import PdfReader
from sayso.collect.readers.plain import PlainReader
from sayso.errors import Unavailable
from sayso.model.documents import Original
from sayso.model.ids import digest_of

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)

#: One line of a page: x, y (from the bottom), size, font (F1 regular, F2 bold), words.
PdfLine = tuple[float, float, float, str, str]


def original(content: bytes, locator: str = "made.bin", **headers: str) -> Original:
    return Original(
        id=digest_of(content),
        content=content,
        locator=locator,
        media_type=media_type_of(content, locator),
        retrieved=NOON,
        headers={name.replace("_", "-"): value for name, value in headers.items()},
    )


def pdf(pages: Sequence[Sequence[PdfLine]], *, title: str = "", encrypt: bool = False) -> bytes:
    """Write a PDF in which each line is one text object."""
    return pdf_of_streams([_drawn(page) for page in pages], title=title, encrypt=encrypt)


def _drawn(lines: Sequence[PdfLine]) -> bytes:
    drawn = [
        f"BT /{font} {size} Tf {x} {y} Td ({_escaped(words)}) Tj ET"
        for x, y, size, font, words in lines
    ]
    return "\n".join(drawn).encode("cp1252")


def _escaped(words: str) -> str:
    return words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def pdf_of_streams(streams: Sequence[bytes], *, title: str = "", encrypt: bool = False) -> bytes:
    """Write a PDF with these page contents; an encrypted one has a password nobody knows."""
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /{} /Encoding /WinAnsiEncoding >>"
    kids = " ".join(f"{7 + 2 * i} 0 R" for i in range(len(streams)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(streams)} >>".encode(),
        font.format("Helvetica").encode(),
        font.format("Helvetica-Bold").encode(),
        f"<< /Title ({_escaped(title)}) >>".encode(),
        b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>" % (b"1" * 64, b"2" * 64),
    ]
    for number, stream in enumerate(streams):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {8 + 2 * number} 0 R"
            " /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    file = io.BytesIO()
    file.write(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(file.tell())
        file.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    start = file.tell()
    file.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    file.writelines(b"%010d 00000 n \n" % place for place in places)
    locked = b"/Encrypt 6 0 R /ID [<00> <00>]" if encrypt else b""
    file.write(
        b"trailer << /Size %d /Root 1 0 R /Info 5 0 R %s >>\nstartxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, locked, start)
    )
    return file.getvalue()


def packed(members: dict[str, bytes]) -> bytes:
    """Write a zip archive."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return file.getvalue()


class NoNetwork:
    """A fetcher on a machine without a network."""

    def fetch(self, address: str) -> Original:
        """Find that there is no way out."""
        raise Unavailable(f"{address}: no network")


def collector(
    *, limits: Limits | None = None, stdin: bytes = b"", fetcher: NoNetwork | None = None
) -> Collector:
    """Put the real readers together, without Tesseract."""
    html = HtmlReader()
    return Collector(
        (
            PdfReader(find_recogniser=lambda: None),
            DocxReader(),
            html,
            EmlReader(html),
            PlainReader(),
        ),
        fetcher or NoNetwork(),
        clock=lambda: NOON,
        stdin=io.BytesIO(stdin),
        limits=limits or Limits(),
    )
