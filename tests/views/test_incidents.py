"""An incident never shows a party without who says so, and how; about invented groups."""

import pytest

from sayso.model.findings import Knowledge
from sayso.model.incidents import Incident
from sayso.model.vocabulary import Modality, Realis
from sayso.review.assemble import assemble
from sayso.review.incidents.group import incidents_of
from sayso.views.contract import incidents_json
from sayso.views.incidents.text import incident_text
from tests.review.build import GHAZNI, GROUP, PERSON, Page, Said, says

PERPETRATOR = "Zarvan Front"


def told(said: Said, *, by: str | None = "Ostan Observatory") -> tuple[Knowledge, Incident]:
    """Give the incident of one claim: the Front killed a man, says somebody or the paper."""
    page = Page("The Invented Post", "2024-05-23")
    front = page.name(PERPETRATOR, GROUP)
    speaker = front if by == PERPETRATOR else page.name(by or "Nobody Foundation", GROUP)
    victim = page.name("Gul Rahim Wardak", PERSON)
    chain = () if by is None else (says(speaker),)
    changed = Said(
        by=chain,
        factuality=said.factuality,
        place=GHAZNI,
        time="2024-05-20",
        figure=8,
        changes=said.changes,
    )
    page.claim(front, "killing", victim, changed)
    knowledge = assemble([page.record()])
    [incident] = incidents_of(knowledge)
    return knowledge, incident


@pytest.mark.parametrize(
    ("said", "by", "expected"),
    [
        (Said(), "Ostan Observatory", "blamed by Ostan Observatory (via The Invented Post)"),
        (Said(), PERPETRATOR, "claimed by Zarvan Front (via The Invented Post)"),
        (Said(), None, "named by The Invented Post"),
        (Said(factuality="CT-"), PERPETRATOR, "denied by Zarvan Front (via The Invented Post)"),
        (Said(factuality="Uu"), "Ostan Observatory", "left open by Ostan Observatory"),
        (Said(factuality="PS+"), "Ostan Observatory", "alleged by Ostan Observatory"),
        (
            Said(changes={"modality": Modality.SUSPECTED}),
            "Ostan Observatory",
            "suspected by Ostan Observatory",
        ),
        (
            Said(factuality="PS+", changes={"modality": Modality.PURPORTED}),
            "Ostan Observatory",
            "alleged by Ostan Observatory",
        ),
        (
            Said(changes={"realis": Realis.PROSPECTIVE}),
            "Ostan Observatory",
            "intended or foreseen, blamed by Ostan Observatory",
        ),
    ],
)
def test_a_perpetrator_stands_with_the_word_and_the_source(
    said: Said, by: str | None, expected: str
):
    knowledge, incident = told(said, by=by)
    [line] = [line for line in incident_text(knowledge, incident).split("\n") if line[2:4] == "by"]
    assert line.startswith("  by: Zarvan Front (not listed) — ")
    assert expected in line
    [value] = incidents_json(knowledge, [incident])["incidents"][0]["perpetrators"]
    assert value["said"][0]["how"] in line


def test_the_title_names_no_party():
    knowledge, incident = told(Said())
    title = incident_text(knowledge, incident).split("\n")[0]
    assert title.endswith("killing in Ghazni, on 20 May 2024")


def test_an_allegation_and_its_denial_stand_on_one_line_and_count_as_contested():
    page = Page("The Invented Post")
    front, victim = page.name(PERPETRATOR, GROUP), page.name("Gul Rahim Wardak", PERSON)
    observatory = page.name("Ostan Observatory", GROUP)
    page.claim(front, "killing", victim, Said(by=(says(observatory),)))
    page.claim(front, "killing", victim, Said(by=(says(front),), factuality="CT-"))
    knowledge = assemble([page.record()])
    [incident] = incidents_of(knowledge)
    [line] = [x for x in incident_text(knowledge, incident).split("\n") if x.startswith("  by")]
    assert line.index("blamed by Ostan") < line.index("denied by Zarvan")
    [value] = incidents_json(knowledge, [incident])["incidents"][0]["perpetrators"]
    assert value["contested"] is True


def test_a_person_whom_only_unsure_readings_name_waits_in_review():
    page = Page("The Invented Post")
    suspect, victim = page.name("Karim Dost", PERSON), page.name("Gul Rahim Wardak", PERSON)
    page.claim(suspect, "killing", victim, Said(changes={"confidence": 0.3}))
    knowledge = assemble([page.record()])
    [incident] = incidents_of(knowledge)
    assert "Karim Dost" not in incident_text(knowledge, incident)
    assert "1 named person waits in review" in incident_text(knowledge, incident)
    shape = incidents_json(knowledge, [incident])["incidents"][0]
    assert (shape["perpetrators"], shape["in_review"]) == ([], 1)


def test_a_figure_keeps_its_bounds_and_who_says_so():
    knowledge, incident = told(Said())
    [outcome] = incidents_json(knowledge, [incident])["incidents"][0]["outcomes"]
    assert (outcome["what"], outcome["min"], outcome["max"]) == ("killed", None, 8)
    assert outcome["said"]["by"] == ["The Invented Post", "Ostan Observatory"]
