"""The words that a brief brings of its own, for its headings, tables and notes; English first.

A further language is a further `Texts` in `LANGUAGES`; the sentences of a paragraph are made in
`views.phrases`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

Lines = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """One language's words; a name in braces stands for what is filled in."""

    made: str = "Made {made} UTC. Cut-off {cut_off} UTC."
    cut_off: str = "Information cut-off"
    drawn_up: str = "Drawn up"
    contents: str = "Contents"
    paragraph: str = "para."
    paragraphs: str = "paras."
    note: str = "See footnote {number}."
    annex: str = "Annex {number}"
    annexed: str = "Annex: {heading}"
    figure: str = "Figure {number}"
    more_rows: str = "Further rows, in the HTML, Markdown and JSON forms: {rows}."
    page: str = "Page {page} of {pages}"
    summary: str = "Summary"
    changes: str = "What changed since the earlier issue"
    names: str = "Names and standing"
    names_columns: Lines = ("Name", "Standing", "Grounds")
    limits: str = "Limits"
    footnotes: str = "Footnotes"
    nothing: str = "Nothing can be told: the limits say why."
    places: str = "Places"
    places_notes: Lines = (
        "Where findings are said to be, by province or country.",
        "A shade counts what is said of a province, not what is there.",
        "Boundaries: Natural Earth. Boundaries and names do not imply endorsement.",
    )
    places_columns: Lines = (
        "No.",
        "Region",
        "Code",
        "Findings",
        "Denied, disputed or withdrawn",
        "On whose word",
        "Paras.",
    )
    map_title: str = "Findings by province, {country}. *: in part denied, disputed or withdrawn."
    network: str = "Ties"
    network_notes: Lines = (
        "A tie is what somebody says of two parties; nobody is listed by it.",
        "A broken line: denied, contested, hedged, unclear, or known at second hand only.",
    )
    network_columns: Lines = ("No.", "Tie", "Status", "On whose word", "Paras.")
    network_title: str = "Ties that are told. An arrow runs as the sentence of its row does."
    timeline: str = "Timeline"
    timeline_notes: Lines = (
        "When something is said to have been so, as exactly as the source says it.",
        "A broken line: denied, contested, hedged, unclear, or known at second hand only.",
    )
    timeline_columns: Lines = ("No.", "When", "What", "Status", "On whose word", "Paras.")
    timeline_title: str = "What is dated. A diamond is one day; an arrow is an open end."
    cited: str = "Sources"
    sources: str = "Grades and independence of the sources"
    sources_notes: Lines = (
        "Grades of sources (A to F) are those of the Admiralty code, each given by a person.",
        "A document that carries another's story is no second source.",
    )
    sources_columns: Lines = (
        "No.",
        "Document",
        "Published",
        "Kind and handling",
        "Independence",
        "Grade",
        "Footnotes",
    )
    questions: str = "Open questions"
    questions_notes: Lines = (
        "A higher inconsistency is more evidence against a hypothesis, not that another is so.",
    )
    questions_columns: Lines = ("Question", "Hypotheses, or who leaves it open", "Paras.")
    method: str = "Method and versions"
    method_notes: Lines = (
        "Each sentence rests on claims: one proposition, by one chain of speakers, at one place.",
        "The footnotes give the words, the speakers and the place.",
        "Corroboration counts independent origins: copies of one story are one origin.",
        "Unnamed collectives, such as “observers”, are counted as none.",
        "A name stands beside a list entry with the grounds on which it was put there.",
        "“Possible” means that whether the entry is meant was not settled.",
    )
    method_columns: Lines = ("What", "Version")


LANGUAGES: Final[Mapping[str, Texts]] = {"en": Texts()}


def texts_of(language: str) -> Texts:
    """Give the words of a language; English where it has none of its own yet."""
    return LANGUAGES.get(language, LANGUAGES["en"])


def own_headings() -> frozenset[str]:
    """Give the headings of sections that the program writes itself, in every language."""
    return frozenset(
        heading
        for t in LANGUAGES.values()
        for heading in (
            *(t.summary, t.changes, t.names, t.cited, t.limits, t.footnotes),
            *(
                t.annexed.format(heading=annex)
                for annex in (t.places, t.network, t.timeline, t.sources, t.questions, t.method)
            ),
        )
    )
