"""Faults as JSON, and as rows of a table."""

from collections.abc import Sequence

from sayso.views.json import JsonObject
from sayso.views.linting.sentences import Fault


def faults_json(faults: Sequence[Fault], sentences: int) -> JsonObject:
    """Give the faults in reading order, and how many sentences were read."""
    return {
        "sentences": sentences,
        "faults": [
            {"rule": f.rule.value, "place": f.place, "text": f.text, "why": f.why} for f in faults
        ],
    }
