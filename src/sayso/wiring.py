"""The only chooser of parts; heavy ones are imported when they are first needed."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache, partial
from typing import BinaryIO

from sayso.collect.collector import Collector, Limits
from sayso.crew import cores
from sayso.lists.un import UnList
from sayso.ports import Extractor, Reader, Store
from sayso.settings import PROJECT_FILE, Settings
from sayso.store.sqlite import open_store
from sayso.views.exports.csv import CsvExporter
from sayso.views.exports.ftm import FtmExporter
from sayso.workbench import Parts, Workbench


def workbench(
    settings: Settings, stdin: BinaryIO, extractor: Callable[[], Extractor] | None = None
) -> Workbench:
    """Put a workbench together as the settings say, with another extractor if one is given."""
    return Workbench(
        Parts(
            open_store=_store_opener(settings),
            collector=cache(lambda: _collector(settings, stdin)),
            extractor=cache(extractor or partial(_extractor, settings)),
            workers=lambda: settings.number("workers") or cores(),
            list_sources={source.authority: source for source in (UnList(),)},
            exporters={exporter.format: exporter for exporter in (CsvExporter(), FtmExporter())},
            clock=_now,
        )
    )


def _now() -> datetime:
    return datetime.now(UTC)


def _store_opener(settings: Settings) -> Callable[[bool], Store]:
    def opened(may_create: bool) -> Store:  # noqa: FBT001  # one switch, named by the parameter
        return open_store(settings.folder / PROJECT_FILE, must_exist=not may_create)

    return opened


def _readers() -> tuple[Reader, ...]:
    from sayso.collect.readers.docx import DocxReader  # noqa: PLC0415  # python-docx
    from sayso.collect.readers.eml import EmlReader  # noqa: PLC0415  # follows html
    from sayso.collect.readers.html import HtmlReader  # noqa: PLC0415  # trafilatura
    from sayso.collect.readers.pdf import PdfReader  # noqa: PLC0415  # pdfium
    from sayso.collect.readers.plain import PlainReader  # noqa: PLC0415  # charset-normalizer

    html = HtmlReader()
    return (PdfReader(), DocxReader(), html, EmlReader(html), PlainReader())


def _collector(settings: Settings, stdin: BinaryIO) -> Collector:
    from sayso.collect.fetch import HttpFetcher  # noqa: PLC0415  # httpx

    limits = Limits(
        max_bytes=settings.number("max_bytes"),
        fetch_timeout_s=settings.number("fetch_timeout_s"),
    )
    fetcher = HttpFetcher(
        limits,
        allow_private=settings.switch("allow_private"),
        un_template=settings.text("un_address"),
    )
    return Collector(_readers(), fetcher, clock=_now, stdin=stdin, limits=limits)


def _extractor(settings: Settings) -> Extractor:
    from sayso.extract.engine import RuleExtractor  # noqa: PLC0415  # spaCy
    from sayso.extract.gating.gate import Gate  # noqa: PLC0415  # its tables
    from sayso.extract.second_reader.encoder import Encoder  # noqa: PLC0415  # ONNX Runtime

    gate = Gate.load() if settings.switch("gate") else None
    return RuleExtractor(Encoder(), gate).prepared()
