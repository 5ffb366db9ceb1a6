"""The brief: `/api/v1/brief`, as it would read, and what is wrong with it."""

from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from http import HTTPStatus
from typing import Annotated, Final

from fastapi import APIRouter, Body, Depends
from fastapi.responses import JSONResponse, Response

from sayso.briefing import Briefing, Linted, Ordered
from sayso.errors import BadInput, NotFound, Uncited, Unsigned
from sayso.model.briefs import Brief
from sayso.model.outlines import Outline, OutlineLine
from sayso.views.json import JsonObject
from sayso.views.linting.sentences import Fault, Rule
from sayso.views.publishing.forms import written
from sayso.views.publishing.json import brief_json
from sayso.web.answers.cells import csv_lines
from sayso.web.answers.rows import as_table
from sayso.web.desk import AtDesk, Desk, json_alone, revalidated
from sayso.web.outlines.lines import told
from sayso.web.outlines.shapes import OutlineTold
from sayso.web.problems import problem
from sayso.web.writing.asked import BriefAsked, Scope, composed, ordered
from sayso.web.writing.shapes import BriefTold, CheckTold

router = APIRouter(tags=["brief and exports"])
_AGAIN: Final = [Depends(revalidated)]

#: A page of its own, that asks for nothing and runs nothing.
_PAGE_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"
_OF_PARAGRAPH: Final = "para. "


@router.get(
    "/brief",
    summary="The cited brief",
    response_model=None,
    responses={200: {"model": BriefTold}},
    dependencies=_AGAIN,
)
def brief(asked: Annotated[Scope, Depends()], desk: AtDesk) -> Response:
    """Give the brief of the project, or of what is asked for: numbered paragraphs with footnotes.

    It says DRAFT, NOT REVIEWED until every claim behind it is accepted. With `final` it is refused
    as long as a line names a person whom nobody signed for: each such line is among `faults`.
    `.md`, `.html`, `.json` and `.csv` (a row a sentence) after the address give it as a file,
    without annexes.
    """
    try:
        return JSONResponse(brief_json(_made(desk, asked)))
    except Unsigned as bad:
        faults: list[JsonObject] = [{"at": "brief", "detail": line} for line in bad.lines]
        return problem(HTTPStatus.BAD_REQUEST, str(bad), faults=faults)


@router.get("/brief.json", include_in_schema=False, response_model=None)
def brief_issue(asked: Annotated[Scope, Depends()], desk: AtDesk) -> Response:
    """Give the brief as one JSON file, to be kept as an issue."""
    return _file(_made(desk, asked), "json", "application/json")


@router.get("/brief.csv", include_in_schema=False, response_model=None)
def brief_table(asked: Annotated[Scope, Depends()], desk: AtDesk) -> Response:
    """Give the brief as a table: one row a sentence, with the words that it rests on."""
    return as_table(csv_lines(_rows(_made(desk, asked))), "brief")


def _rows(made: Brief) -> Iterator[JsonObject]:
    notes = {note.number: note for note in made.footnotes}
    for section in made.sections:
        for paragraph in section.paragraphs:
            for line in paragraph.lines:
                own = [notes[number] for number in line.footnotes]
                yield {
                    "section": section.heading,
                    "paragraph": paragraph.number,
                    "sentence": line.text,
                    "status": None if line.status is None else line.status.value,
                    "finding": line.finding,
                    "claims": list(line.claims),
                    "words": [note.words for note in own],
                    "speakers": [" → ".join(note.chain) for note in own],
                    "documents": [note.document for note in own],
                    "places": [note.locator for note in own],
                }


@router.get("/brief.md", summary="The brief as Markdown", response_class=Response)
def brief_markdown(asked: Annotated[Scope, Depends()], desk: AtDesk) -> Response:
    """Give the brief as one Markdown file."""
    return _file(_made(desk, asked), "md", "text/markdown; charset=utf-8")


@router.get("/brief.html", summary="The brief as one HTML file", response_class=Response)
def brief_page(asked: Annotated[Scope, Depends()], desk: AtDesk) -> Response:
    """Give the brief as one page that asks for nothing from outside."""
    headers = {"Content-Security-Policy": _PAGE_POLICY}
    return Response(written(_made(desk, asked), "html"), media_type="text/html", headers=headers)


def _made(desk: Desk, asked: Scope) -> Brief:
    return composed(desk, BriefAsked(scope=asked), asked.ordered)


def _file(made: Brief, form: str, media_type: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="brief.{form}"'}
    return Response(written(made, form), media_type=media_type, headers=headers)


@router.get(
    "/brief/outline",
    summary="The outline of a brief",
    response_model=None,
    responses={200: {"model": OutlineTold}},
    dependencies=_AGAIN,
)
def outline(asked: Annotated[Scope, Depends()], desk: AtDesk) -> JsonObject:
    """Give the outline that a brief follows, for a person to put in another order and words.

    Nothing is kept by asking: `PUT /api/v1/outlines/{name}` keeps one.
    """
    order = replace(asked.ordered, final=False)
    made = composed(desk, BriefAsked(scope=asked), order)
    if not made.sections:
        raise NotFound("nothing that is read surely enough is known of it: there is no outline")
    knowledge = desk.bench.knowledge(public=asked.public)
    return told(knowledge, desk.bench.briefing(public=asked.public).outlined(made))


@router.post(
    "/brief/check",
    summary="What a brief would say, and what is wrong with it",
    response_model=None,
    responses={200: {"model": CheckTold}},
    dependencies=[Depends(json_alone)],
)
def check(asked: Annotated[BriefAsked, Body()], desk: AtDesk) -> JsonObject:
    """Give the brief of a scope or an outline with its faults, as `sayso brief --lint` has them.

    Nothing is kept. With `final` the faults have those that stand against it; `refused` says why
    it cannot be written, or not as a final one. Of an outline the brief has the lines that stand.
    """
    order = ordered(asked)
    made, refused, unsigned = _attempted(desk, asked, order)
    linted = list(_linted(desk, asked, order, made))
    if made is not None and asked.annexes:
        made = desk.bench.briefing(public=asked.scope.public).annexed(made)
    every = [fault for _, faults in linted for fault in faults]
    return {
        "brief": None if made is None else brief_json(made),
        "refused": refused,
        "unsigned": list(unsigned),
        "sentences": max((sentences for sentences, _ in linted), default=0),
        "faults": every,
    }


def _attempted(
    desk: Desk, asked: BriefAsked, order: Ordered
) -> tuple[Brief | None, str | None, Sequence[str]]:
    """Give the brief as far as it can be written, why not, or not as a final one."""
    draft = replace(order, final=False)
    try:
        made = composed(desk, asked, draft)
    except (NotFound, Uncited) as bad:
        return _without_faulty(desk, asked, draft), str(bad), ()
    try:
        if order.final:
            composed(desk, asked, order)
    except Unsigned as bad:
        return made, str(bad), bad.lines
    except BadInput as bad:
        return made, str(bad), ()
    return made, None, ()


def _without_faulty(desk: Desk, asked: BriefAsked, draft: Ordered) -> Brief | None:
    """Give the brief of an outline without the lines that rest on nothing, or on what is gone."""
    outline = draft.outline
    if outline is None or not desk.has_project():
        return None
    found = desk.bench.briefing().lint(outline, final=False, public=asked.scope.public).faults
    bad = {(f.place, f.text) for f in found if f.rule in {Rule.UNCITED, Rule.GONE}}
    sections = tuple(
        replace(
            section, paragraphs=tuple(filter(None, (_sound(p, bad) for p in section.paragraphs)))
        )
        for section in outline.sections
    )
    try:
        return composed(desk, asked, replace(draft, outline=replace(outline, sections=sections)))
    except (NotFound, Uncited):
        return None


def _sound(
    paragraph: Sequence[OutlineLine], bad: Container[tuple[str, str]]
) -> tuple[OutlineLine, ...]:
    return tuple(x for x in paragraph if (f"line {x.row}", x.text or "") not in bad)


def _linted(
    desk: Desk, asked: BriefAsked, order: Ordered, made: Brief | None
) -> Iterator[tuple[int, list[JsonObject]]]:
    """Give the faults of what a person wrote, then those of what the program did."""
    if not desk.has_project():
        return
    briefing, scope = desk.bench.briefing(public=asked.scope.public), asked.scope
    own: frozenset[tuple[str, str]] = frozenset()
    if order.outline is not None:
        found = briefing.lint(order.outline, final=scope.final, public=scope.public)
        yield found.sentences, list(_of_outline(order.outline, found))
        own = frozenset((fault.rule.value, fault.text) for fault in found.faults)
    if made is not None:
        found = _of_program(briefing, made, scope)
        faults = [f for f in found.faults if (f.rule.value, f.text) not in own]
        yield found.sentences, [_fault(f, paragraph=_paragraph(f.place)) for f in faults]


def _of_program(briefing: Briefing, made: Brief, scope: Scope) -> Linted:
    """Lint a brief, but for the section on states, which rests on no claims."""
    claimed = tuple(
        s for s in made.sections if not any(x.proofs for p in s.paragraphs for x in p.lines)
    )
    told_of = replace(made, sections=claimed)
    return briefing.lint(told_of, final=scope.final, public=scope.public)


def _of_outline(read: Outline, found: Linted) -> Iterator[JsonObject]:
    """Give faults with the number of the line that each is of."""
    lines = [x for section in read.sections for p in section.paragraphs for x in p]
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        places[f"line {line.row}", line.text or ""].append(number)
    for fault in found.faults:
        numbers = places.get((fault.place, fault.text), [])
        yield _fault(fault, line=numbers[0] if numbers else None)


def _fault(fault: Fault, *, paragraph: int | None = None, line: int | None = None) -> JsonObject:
    return {
        "rule": fault.rule.value,
        "place": fault.place,
        "paragraph": paragraph,
        "line": line,
        "text": fault.text,
        "why": fault.why,
    }


def _paragraph(place: str) -> int | None:
    number = place.removeprefix(_OF_PARAGRAPH)
    return int(number) if number.isdecimal() else None
