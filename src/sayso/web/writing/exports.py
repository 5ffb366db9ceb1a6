"""What is known in another tool's format: `/api/v1/exports`."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Query
from fastapi.responses import Response

from sayso.errors import BadInput, NotFound
from sayso.exchanging import Wanted
from sayso.model.vocabulary import FindingStatus
from sayso.views.json import JsonObject
from sayso.views.naming import counted
from sayso.web.desk import AtDesk, Desk, json_alone
from sayso.web.jobs.routes import AtOffice, answered
from sayso.web.jobs.shapes import JobTold
from sayso.web.writing.making import Tell, Written, begin
from sayso.web.writing.shapes import ExportForms

router = APIRouter(tags=["brief and exports"])

RECORDS: Final = "records"
#: What each form of export is, and what opens it.
_FORMS: Final = {
    "csv": ("CSV", "one table each for documents, entities, claims, findings and ties"),
    "parquet": ("Parquet", "the same tables, for data frames and DuckDB"),
    "dataset": (
        "Frozen data set",
        "the tables with a codebook, versions, SHA-256 sums and how to cite them",
    ),
    "ftm": ("FollowTheMoney", "entities, intervals and mentions, as JSON lines: OpenAleph, yente"),
    "stix": ("STIX 2.1", "a bundle in which a denial is an opinion that disagrees: OpenCTI"),
    "misp": ("MISP", "an event; nothing in it is an indicator"),
    "geojson": ("GeoJSON", "findings with a place: QGIS"),
    "graphml": ("GraphML", "the network with positions: yEd, NetworkX"),
    "gexf": ("GEXF", "the network with positions: Gephi"),
    "annotations": ("Web Annotation", "claims on their documents, in code points"),
    "claimreview": ("ClaimReview", "what a person assessed; the program rates nothing"),
    RECORDS: ("Records", "all that the project was told, for another project (`sayso import`)"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportAsked:
    """How far an export goes.

    Attributes:
        public: leave out what rests on documents that are not public.
        leave_out: leave out findings of these statuses, with their claims.
        precise: tell points finer than a district.
    """

    public: bool = False
    leave_out: Annotated[tuple[FindingStatus, ...], Query()] = ()
    precise: bool = False


@router.get(
    "/exports",
    summary="The forms of export",
    response_model=None,
    responses={200: {"model": ExportForms}},
)
def exports(desk: AtDesk) -> JsonObject:
    """Give the forms in which what is known can be written, and how many findings of each status.

    The counts are what `leave_out` would leave out.
    """
    rows: list[JsonObject] = [
        {"format": form, "title": title, "says": says, "address": f"/api/v1/exports/{form}"}
        for form, (title, says) in _forms(desk).items()
    ]
    counts = {status.value: 0 for status in FindingStatus}
    for finding in desk.knowledge().findings.values():
        counts[finding.status.value] += 1
    return {"results": rows, "total": len(rows), "findings": counts}


def _forms(desk: Desk) -> Mapping[str, tuple[str, str]]:
    there = {*desk.bench.exchange().forms, RECORDS}
    return {
        **{form: told for form, told in _FORMS.items() if form in there},
        **{form: (form, form) for form in sorted(there - _FORMS.keys())},
    }


@router.get(
    "/exports/{form}",
    summary="What is known in another tool's format",
    response_class=Response,
    responses={200: {"content": {"application/zip": {}}}},
)
def export(form: str, asked: Annotated[ExportAsked, Depends()], desk: AtDesk) -> Response:
    """Give an export as a file, or as an archive of several; source and status on every edge."""
    _check(desk, form, asked)
    made = _written(desk, form, asked)
    headers = {"Content-Disposition": f'attachment; filename="{made.name}"'}
    return Response(made.content, media_type=made.media_type, headers=headers)


@router.post(
    "/exports/{form}",
    summary="Write an export in the background",
    status_code=HTTPStatus.ACCEPTED,
    response_model=None,
    responses={202: {"model": JobTold, "description": "It is written in the background"}},
    dependencies=[Depends(json_alone)],
)
def export_in_background(
    form: str, asked: Annotated[ExportAsked, Depends()], desk: AtDesk, office: AtOffice
) -> Response:
    """Write an export; the job's `made` says where it is then, and what was left out."""
    _check(desk, form, asked)

    def write(tell: Tell) -> Written:
        tell(0, "writing")
        return _written(desk, form, asked)

    return answered(begin(office, desk, _forms(desk)[form][0], 1, write), desk)


def _check(desk: Desk, form: str, asked: ExportAsked) -> None:
    """Refuse what cannot be written.

    Raises:
        NotFound: there is no such form, or nothing is held.
        BadInput: records are to be narrowed.
    """
    if form not in _forms(desk):
        raise NotFound(f"no export {form!r}: there are {', '.join(sorted(_forms(desk)))}")
    if not desk.has_project():
        raise NotFound("nothing is held yet that could be exported: add documents first")
    if form == RECORDS and (asked.leave_out or asked.precise):
        raise BadInput("records are whole: of all times, statuses and places")


def _written(desk: Desk, form: str, asked: ExportAsked) -> Written:
    exchange = desk.bench.exchange()
    if form == RECORDS:
        content = exchange.records(public=asked.public)
        return Written(name="records.jsonl", media_type="application/jsonl", content=content)
    wanted = Wanted(public=asked.public, precise=asked.precise, leave_out=asked.leave_out)
    made = exchange.export(form, wanted)
    notes = [
        f"left out: {counted(count, 'finding')} ({status.value.replace('_', ' ')})"
        for status, count in made.left_out.items()
    ]
    if made.untold:
        told = counted(made.untold, "finding")
        notes.append(f"not in it: {told} that {form} has no room for, or that wait in review")
    if len(made.files) == 1:
        [(name, content)] = made.files.items()
        return Written(
            name=name, media_type="application/octet-stream", content=content, notes=tuple(notes)
        )
    archive = _archive(made.files)
    return Written(
        name=f"sayso-{form}.zip", media_type="application/zip", content=archive, notes=tuple(notes)
    )


def _archive(files: Mapping[str, bytes]) -> bytes:
    """Give files in one archive, the same bytes for the same files."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()
