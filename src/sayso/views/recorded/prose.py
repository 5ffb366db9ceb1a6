"""Records of states as sentences of a brief: who tells what, of which entries, and when."""

from collections.abc import Callable, Mapping
from typing import Final

from sayso.model.oversight import RecordKind, StateRecord
from sayso.views.naming import counted, in_words, one_line, quote_whole

_MOVES: Final = {
    "entry": "entered {}",
    "transit": "passed through {}",
    "entry_refused": "was refused entry to {}",
    "transit_refused": "was refused transit through {}",
    "departure": "left {}",
}
_EXEMPTED: Final = {"basic": "basic expenses", "extraordinary": "extraordinary expenses"}
_STANDARDS: Final = {"R.6": "Recommendation 6", "IO.10": "Immediate Outcome 10"}
#: Of the FATF's own scale; "NC" stands by its letters, for nothing here says it in our own voice.
_RATINGS: Final = {"C": "compliant", "LC": "largely compliant", "PC": "partially compliant"}

Fields = Mapping[str, str]


def record_sentence(record: StateRecord, state: str, document: str) -> str:
    """Give what a document tells of a state as a sentence without its full stop.

    Args:
        record: of any kind but a reply.
        state: its name as it stands inside a sentence.
        document: how the document is named.
    """
    return _SENTENCES[record.kind](record, dict(record.fields), (state, document))


def reply_sentence(reply: StateRecord, state: str) -> str:
    """Give what a state replied, in its words, with the full stop."""
    words = quote_whole(reply.proof.text)
    dot = "" if words[-2:-1] in {".", "!", "?"} else "."
    return f"{_opened(state)} replied {in_words(reply.on)}: {words}{dot}"


def _opened(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _report(record: StateRecord, told: Fields, of: tuple[str, str]) -> str:
    state, document = of
    came = {"yes": ", with a checklist", "no": ", without a checklist"}
    symbol = f", issued as {told['symbol']}" if "symbol" in told else ""
    return (
        f"According to {document}, a report of {state} under resolution {told['resolution']} was "
        f"received {in_words(record.on)}{came.get(told.get('checklist', ''), '')}{symbol}"
    )


def _frozen(record: StateRecord, told: Fields, of: tuple[str, str]) -> str:
    state, document = of
    accounts = told.get("accounts")
    held = "" if accounts is None else f", in {counted(int(accounts), 'account')}"
    return (
        f"According to {document}, {state} held assets of {_amount(told)} frozen as of "
        f"{_bare(record.on)}{held}{_about(record)}"
    )


def _amount(told: Fields) -> str:
    """Give an amount as it stands, thousands apart: "EUR 1,250,000.00"."""
    whole, point, rest = told["amount"].partition(".")
    return f"{told.get('currency', '')} {int(whole):,}{point}{rest}".strip()


def _bare(edtf: str) -> str:
    return in_words(edtf).removeprefix("on ").removeprefix("in ")


def _about(record: StateRecord) -> str:
    """Name the entries that a record is about."""
    return f", on {', '.join(record.references)}" if record.references else ""


def _travel(record: StateRecord, told: Fields, of: tuple[str, str]) -> str:
    state, document = of
    place = f", at {told['place']}" if "place" in told else ""
    return (
        f"According to {document}, whoever is listed as {', '.join(record.references)} "
        f"{_MOVES[told['event']].format(state)}{place}, {in_words(record.on)}"
    )


def _exemption(record: StateRecord, told: Fields, of: tuple[str, str]) -> str:
    state, document = of
    what = _EXEMPTED.get(told["exemption"], told["exemption"])
    much = f", of {_amount(told)}" if "amount" in told else ""
    parts = f", in {counted(int(told['instalments']), 'payment')}" if "instalments" in told else ""
    named = ("purpose", "recipient", "bank")
    others = "".join(f"; {name}: {one_line(told[name])}" for name in named if name in told)
    decided = f"; decision: {told['decision']}" if "decision" in told else ""
    when = f" {in_words(told['decided_on'])}" if "decided_on" in told else ""
    return (
        f"According to {document}, an exemption for {what}{_about(record)}, was asked for in "
        f"{state}, {in_words(record.on)}{much}{parts}{others}{decided}{when}"
    )


def _incident(record: StateRecord, told: Fields, of: tuple[str, str]) -> str:
    state, document = of
    quantity = f" ({told['quantity']})" if "quantity" in told else ""
    return (
        f"{_opened(document)} tells of {told['incident']} of {told['item']}{quantity} that may "
        f"concern the arms embargo, in {state}, {in_words(record.on)}{_about(record)}"
    )


def _rating(record: StateRecord, told: Fields, of: tuple[str, str]) -> str:
    state, document = of
    standard, rating = told["standard"], told["rating"]
    on = _STANDARDS.get(standard, standard)
    given = f"{rating} ({_RATINGS[rating]})" if rating in _RATINGS else rating
    return f"{_opened(document)}, {in_words(record.on)}, rates {state} {given} on {on} of the FATF"


def _recommendation(record: StateRecord, told: Fields, of: tuple[str, str]) -> str:
    state, document = of
    number = f" ({one_line(told['number'])})" if "number" in told else ""
    came = f"; follow-up: {told['follow_up'].replace('_', ' ')}" if "follow_up" in told else ""
    when = f", as of {_bare(told['follow_up_on'])}" if "follow_up_on" in told else ""
    return (
        f"{_opened(document)}, {in_words(record.on)}, recommends to {told['addressee']}, of "
        f"{state}: {quote_whole(told['recommends'])}{number}{came}{when}"
    )


def _transposition(record: StateRecord, told: Fields, of: tuple[str, str]) -> str:
    state, document = of
    measures = told["measures"].replace(";", ", ").replace("_", " ")
    what = f"the {measures} on {', '.join(record.references)}"
    if told["carried_out"] == "no":
        return (
            f"According to {document}, {state} had not carried out {what}, as of {_bare(record.on)}"
        )
    act = f", by {told['instrument']}" if "instrument" in told else ""
    force = f", in force since {_bare(told['in_force'])}" if "in_force" in told else ""
    return f"According to {document}, {state} carried out {what}, {in_words(record.on)}{act}{force}"


_SENTENCES: Final[Mapping[RecordKind, Callable[[StateRecord, Fields, tuple[str, str]], str]]] = {
    RecordKind.IMPLEMENTATION_REPORT: _report,
    RecordKind.ASSETS_FROZEN: _frozen,
    RecordKind.TRAVEL_EVENT: _travel,
    RecordKind.EXEMPTION_REQUEST: _exemption,
    RecordKind.ARMS_INCIDENT: _incident,
    RecordKind.FATF_RATING: _rating,
    RecordKind.RECOMMENDATION: _recommendation,
    RecordKind.TRANSPOSITION: _transposition,
}
