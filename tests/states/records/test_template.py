"""Templates are sound files, and their examples are nobody's doings."""

import csv
import io
import json
from dataclasses import replace

import pytest

from sayso.model.oversight import RecordKind, StateRecord
from sayso.states.countries import UN_MEMBERS
from sayso.states.records.kinds import PLACE_HOLDER, kinds
from sayso.states.records.reading import Reading
from sayso.states.records.template import csv_template, json_template, kinds_lines
from tests.states.records.rows import TERMS

IN_TEMPLATES = replace(TERMS, placeholder=True, knows=lambda _: True)


def rows(kind: RecordKind) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(csv_template(kinds()[kind]))))


@pytest.mark.parametrize("kind", RecordKind)
def test_the_example_of_a_template_is_a_sound_record_of_no_state(kind: RecordKind):
    [example] = rows(kind)
    found = Reading(IN_TEMPLATES).read(2, example)
    assert isinstance(found, StateRecord), found
    assert found.kind is kind
    assert found.state == PLACE_HOLDER
    assert PLACE_HOLDER not in UN_MEMBERS
    assert "INVENTED EXAMPLE" in found.proof.title


@pytest.mark.parametrize("kind", RecordKind)
def test_nobody_records_the_example_by_mistake(kind: RecordKind):
    [example] = rows(kind)
    told = Reading(replace(TERMS, knows=lambda _: True)).read(2, example)
    assert isinstance(told, tuple)
    assert [one.column for one in told] == ["state"]


@pytest.mark.parametrize("kind", RecordKind)
def test_csv_and_json_say_the_same(kind: RecordKind):
    assert json.loads(json_template(kinds()[kind])) == rows(kind)


def test_the_help_names_every_kind_and_every_field():
    told = "\n".join(kinds_lines())
    for kind in kinds().values():
        assert f"\n{kind.kind.value}: " in told
        assert all(f"\n  {field.name}: {field.says}" in told for field in kind.fields)
