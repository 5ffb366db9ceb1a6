"""The table of the commands of `sayso states`, so that its `--help` imports none of them."""

from collections.abc import Mapping

#: What documents tell of states: command → (module and function, what it does).
RECORD_COMMANDS: Mapping[str, tuple[str, str]] = {
    "records": ("overseeing.records:records", "List what documents tell of states, with replies."),
    "record": ("overseeing.records:record", "Record one thing that a document tells of a state."),
    "import": ("overseeing.records:take_in", "Record what a CSV or JSON file tells, all or none."),
    "template": ("overseeing.records:template", "Print a file to fill in, with an example."),
    "questions": (
        "overseeing.records:questions",
        "List findings that may concern a measure, as questions.",
    ),
}
