"""The only chooser of parts; heavy ones are imported when they are first needed."""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from enum import StrEnum
from functools import cache, partial
from pathlib import Path
from typing import BinaryIO, Final

from typing_extensions import override

from sayso.collect.collector import Collector, Limits
from sayso.crew import cores
from sayso.errors import BadInput
from sayso.extract.languages import ByLanguage
from sayso.lists.updating.feeds import feeds_with
from sayso.model.vocabulary import Handling
from sayso.ports import Extractor, Fetcher, ListSource, Reader, Store
from sayso.project import LIST_BYTES, Parts
from sayso.settings import NAMES_FILE, PROJECT_FILE, STATES_FILE, Settings
from sayso.store.sqlite import open_store
from sayso.views.exports.csv import CsvExporter
from sayso.views.exports.ftm import FtmExporter
from sayso.workbench import Workbench

#: Seconds that a list may take at least: the Swiss one has 42 million bytes and a slow server.
LIST_TIMEOUT_S = 300


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
            list_sources=_ListSources(),
            list_feeds=lambda: feeds_with(settings.text("list_addresses")),
            list_fetcher=lambda: _list_fetcher(settings),
            exporters={exporter.format: exporter for exporter in (CsvExporter(), FtmExporter())},
            clock=_now,
            names_file=partial(_beside, settings, NAMES_FILE),
            states_file=partial(_beside, settings, STATES_FILE),
        )
    )


def _beside(settings: Settings, name: str) -> Path | None:
    """Give where a project keeps what follows from its file; None where there is no project."""
    is_project = (settings.folder / PROJECT_FILE).is_file()
    return settings.folder / name if is_project else None


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


class _ListSources(Mapping[str, ListSource]):
    """What reads each authority's list, by its code; each is made when it is first asked for."""

    def __init__(self) -> None:
        self._made: dict[str, ListSource] = {}

    @override
    def __getitem__(self, authority: str) -> ListSource:
        if authority not in self._made:
            self._made[authority] = _LIST_SOURCES[authority]()
        return self._made[authority]

    @override
    def __contains__(self, authority: object) -> bool:
        return authority in _LIST_SOURCES  # without making it

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(_LIST_SOURCES)

    @override
    def __len__(self) -> int:
        return len(_LIST_SOURCES)


def _un_list() -> ListSource:
    from sayso.lists.un import UnList  # noqa: PLC0415  # each source alone, here and below

    return UnList()


def _ofac_list(authority: str) -> ListSource:
    from sayso.lists.ofac.source import OfacList  # noqa: PLC0415

    return OfacList(authority)


def _eu_list() -> ListSource:
    from sayso.lists.eu.source import EuList  # noqa: PLC0415

    return EuList()


def _uk_list() -> ListSource:
    from sayso.lists.uk.source import UkList  # noqa: PLC0415

    return UkList()


def _uk_ofsi_list() -> ListSource:
    from sayso.lists.uk.source import UkOfsiList  # noqa: PLC0415

    return UkOfsiList()


def _uae_list() -> ListSource:
    from sayso.lists.national.uae import UaeList  # noqa: PLC0415

    return UaeList()


def _denied_persons_list() -> ListSource:
    from sayso.lists.national.denied import DeniedPersonsList  # noqa: PLC0415

    return DeniedPersonsList()


def _australia_list() -> ListSource:
    from sayso.lists.autonomous.australia import AustraliaList  # noqa: PLC0415

    return AustraliaList()


def _canada_list() -> ListSource:
    from sayso.lists.autonomous.canada import CanadaList  # noqa: PLC0415

    return CanadaList()


def _swiss_list() -> ListSource:
    from sayso.lists.swiss.release import SwissList  # noqa: PLC0415

    return SwissList()


_LIST_SOURCES: Final[Mapping[str, Callable[[], ListSource]]] = {
    "un": _un_list,
    "ofac": partial(_ofac_list, "ofac"),
    "ofac-cons": partial(_ofac_list, "ofac-cons"),
    "eu": _eu_list,
    "uk": _uk_list,
    "uk-ofsi": _uk_ofsi_list,
    "ae": _uae_list,
    "us-dpl": _denied_persons_list,
    "au": _australia_list,
    "ca": _canada_list,
    "ch": _swiss_list,
}


def _list_fetcher(settings: Settings) -> Fetcher:
    from sayso.collect.fetch import LISTS, HttpFetcher  # noqa: PLC0415  # httpx

    patience_s = max(settings.number("fetch_timeout_s"), LIST_TIMEOUT_S)
    limits = Limits(max_bytes=LIST_BYTES, fetch_timeout_s=patience_s)
    return HttpFetcher(limits, allow_private=settings.switch("allow_private"), sought=LISTS)


class ExtractorName(StrEnum):
    """What can take the claims out of a document."""

    RULES = "rules"
    LANGUAGE_MODEL = "language-model"


def _extractor(settings: Settings) -> Extractor:
    match settings.choice("extractor", ExtractorName):
        case ExtractorName.RULES:
            english = _english(settings)  # now: processes that are begun later share it
            return ByLanguage(_languages(lambda: english))
        case ExtractorName.LANGUAGE_MODEL:
            return _model_extractor(settings)


def _languages(english: Callable[[], Extractor]) -> Mapping[str | None, Callable[[], Extractor]]:
    """Give what reads each language (ISO 639-1); None: it could not be told, and English is tried.

    A new language is a line here: its reader is made when the first document in it comes.
    """
    arabic_script = cache(_arabic_script)
    return {
        "en": english,
        None: english,
        "ar": arabic_script,
        "fa": arabic_script,  # Persian and Dari
        "ps": arabic_script,
        "ur": arabic_script,
    }


def _english(settings: Settings) -> Extractor:
    from sayso.extract.encoder.session import Encoder  # noqa: PLC0415  # ONNX Runtime
    from sayso.extract.engine import RuleExtractor  # noqa: PLC0415  # spaCy
    from sayso.extract.gating.gate import Gate  # noqa: PLC0415  # its tables

    gate = Gate.load() if settings.switch("gate") else None
    return RuleExtractor(Encoder(), gate).prepared()


def _english_entities() -> Extractor:
    from sayso.extract.engine import RuleExtractor  # noqa: PLC0415  # spaCy

    return RuleExtractor()


def _arabic_script() -> Extractor:
    from sayso.extract.arabic_script.reader import ArabicScriptReader  # noqa: PLC0415  # its tables

    return ArabicScriptReader()


def _model_extractor(settings: Settings) -> Extractor:
    """Put the extractor by a language model together.

    Raises:
        BadInput: it is not said which model is asked, or where.
    """
    from sayso.extract.encoder.session import Encoder  # noqa: PLC0415  # ONNX Runtime
    from sayso.extract.language_model import extractor as asking  # noqa: PLC0415  # httpx
    from sayso.extract.language_model.cache import AnswerCache  # noqa: PLC0415  # only then needed
    from sayso.extract.language_model.endpoint import Endpoint, Model  # noqa: PLC0415  # httpx

    address, name = settings.text("model_address"), settings.text("model_name")
    if not address or not name:
        raise BadInput("extractor language-model: set model_address and model_name first")
    folder = settings.cache_folder("model_cache")
    model = Model(
        address=address,
        name=name,
        key=settings.text("model_key"),
        timeout_s=settings.number("model_timeout_s"),
        max_tokens=settings.number("model_max_tokens"),
    )
    terms = asking.Terms(
        most_guarded=settings.choice("model_handling", Handling),
        concurrency=settings.number("model_concurrency"),
        cache=None if folder is None else AnswerCache(folder),
        prices=_prices(settings),
    )
    base = ByLanguage(_languages(cache(_english_entities)))
    return asking.LanguageModelExtractor(base, Endpoint(model), terms, Encoder())


def _prices(settings: Settings) -> tuple[float, float] | None:
    """Give the prices of a model's tokens; None unless both are set."""
    prompt = settings.price("model_price_prompt")
    completion = settings.price("model_price_completion")
    return None if prompt is None or completion is None else (prompt, completion)
