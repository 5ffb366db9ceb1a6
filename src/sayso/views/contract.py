"""What the commands print, in one place: the JSON of each noun, and the longer texts."""

from sayso.views.drift.json import comparison_json, series_json
from sayso.views.flows.json import capabilities_json, flows_json
from sayso.views.json import JsonObject, JsonValue
from sayso.views.replies.shape import replies_json
from sayso.views.shapes.documents import documents_json, erasure_json, outcomes_json, search_json
from sayso.views.shapes.evidence import (
    claim_json,
    claims_json,
    contradictions_json,
    entities_json,
    entity_json,
    findings_json,
    ties_json,
    why_json,
)
from sayso.views.shapes.extraction import extraction_json
from sayso.views.shapes.incidents import incidents_json
from sayso.views.shapes.lists import (
    history_json,
    list_diff_json,
    release_json,
    releases_json,
)
from sayso.views.shapes.updates import list_states_json, list_updates_json
from sayso.views.terminal import marked_text, other_side, profile_text
from sayso.views.times.json import news_json

__all__ = [
    "JsonObject",
    "JsonValue",
    "capabilities_json",
    "claim_json",
    "claims_json",
    "comparison_json",
    "contradictions_json",
    "documents_json",
    "entities_json",
    "entity_json",
    "erasure_json",
    "extraction_json",
    "findings_json",
    "flows_json",
    "history_json",
    "incidents_json",
    "list_diff_json",
    "list_states_json",
    "list_updates_json",
    "marked_text",
    "news_json",
    "other_side",
    "outcomes_json",
    "profile_text",
    "release_json",
    "releases_json",
    "replies_json",
    "search_json",
    "series_json",
    "ties_json",
    "why_json",
]
