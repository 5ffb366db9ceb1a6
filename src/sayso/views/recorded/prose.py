"""Records of states as sentences of a brief: who tells what, of which entries, and when."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from sayso.model.oversight import RecordKind, StateRecord
from sayso.views.naming import date_words, in_words, one_line, quote_whole
from sayso.views.wording.texts import ENGLISH, Texts


@dataclass(frozen=True, slots=True)
class _Told:
    """A record that is being told.

    Attributes:
        fields: of the record, by name.
        state: its name as it stands inside a sentence.
        document: how the document is named.
    """

    record: StateRecord
    fields: Mapping[str, str]
    state: str
    document: str
    texts: Texts

    def say(self, key: str, **slots: object) -> str:
        """Give a phrase that may name the document, the state, the entries and the time."""
        return self.texts.say(
            key,
            document=self.document,
            state=self.state,
            references=self.references(),
            when=in_words(self.record.on, self.texts),
            day=date_words(self.record.on, self.texts),
            **slots,
        )

    def references(self) -> str:
        """Name the entries that the record is about."""
        return self.texts.say("join.comma").join(self.record.references)

    def about(self, told: str) -> str:
        """Go on with the entries that the record is about."""
        return self.say("record.on_entries", told=told) if self.record.references else told

    def with_values(self, told: str, names: Iterable[str]) -> str:
        """Go on with the fields of these names that there are, in their own words."""
        for name in names:
            if name in self.fields:
                value = one_line(self.fields[name])
                told = self.texts.say(f"record.{name}", told=told, value=value)
        return told

    def with_count(self, told: str, name: str) -> str:
        """Go on with how many there are, where it is told."""
        if name not in self.fields:
            return told
        return self.texts.say(f"record.{name}", told=told, count=int(self.fields[name]))

    def amount(self) -> str:
        """Give the amount as it stands, thousands apart: "EUR 1,250,000.00"."""
        places = len(self.fields["amount"].partition(".")[2])
        figure = self.texts.figure(Decimal(self.fields["amount"]), places)
        return f"{self.fields.get('currency', '')} {figure}".strip()


def record_sentence(record: StateRecord, state: str, document: str, texts: Texts = ENGLISH) -> str:
    """Give what a document tells of a state as a sentence without its full stop.

    Args:
        record: of any kind but a reply.
        state: its name as it stands inside a sentence.
        document: how the document is named.
        texts: the words that it is told in.
    """
    told = _Told(record, dict(record.fields), state, document, texts)
    return opened(_SENTENCES[record.kind](told))


def reply_sentence(reply: StateRecord, state: str, texts: Texts = ENGLISH) -> str:
    """Give what a state replied, in its words, with the full stop."""
    words = quote_whole(reply.proof.text, texts)
    when = in_words(reply.on, texts)
    return opened(ended(texts.say("record.reply", state=state, when=when, words=words)))


def opened(sentence: str) -> str:
    """Begin a sentence with a capital."""
    return sentence[:1].upper() + sentence[1:]


def ended(sentence: str) -> str:
    """End a sentence, unless it ends with quoted words that have their own full stop."""
    return sentence if sentence[-2:-1] in {".", "!", "?"} else f"{sentence}."


def _report(one: _Told) -> str:
    told = one.say("record.implementation_report", resolution=one.fields["resolution"])
    if "checklist" in one.fields:
        told = one.say(f"record.checklist_{one.fields['checklist']}", told=told)
    return one.with_values(told, ("symbol",))


def _frozen(one: _Told) -> str:
    told = one.say("record.assets_frozen", amount=one.amount())
    return one.about(one.with_count(told, "accounts"))


def _travel(one: _Told) -> str:
    moved = one.texts.say(f"travel_event.{one.fields['event']}", state=one.state)
    told = one.say("record.travel_event", moved=moved)
    return one.say("record.when", told=one.with_values(told, ("place",)))


def _exemption(one: _Told) -> str:
    told = one.say(
        "record.exemption_request", purpose=one.texts.say(f"exemption.{one.fields['exemption']}")
    )
    if "amount" in one.fields:
        told = one.say("record.amount", told=told, amount=one.amount())
    told = one.with_count(told, "instalments")
    told = one.with_values(told, ("purpose", "recipient", "bank"))
    if "decision" not in one.fields:
        return told
    decision = one.texts.say(f"decision.{one.fields['decision']}")
    if "decided_on" not in one.fields:
        return one.texts.say("record.decision", told=told, decision=decision)
    when = in_words(one.fields["decided_on"], one.texts)
    return one.texts.say("record.decision_on", told=told, decision=decision, when=when)


def _incident(one: _Told) -> str:
    item = one.fields["item"]
    if "quantity" in one.fields:
        item += f" ({one.fields['quantity']})"
    incident = one.texts.say(f"incident.{one.fields['incident']}")
    return one.about(one.say("record.arms_incident", incident=incident, item=item))


def _rating(one: _Told) -> str:
    standard, rating = (
        one.texts.say(f"standard.{one.fields['standard']}"),
        one.texts.say(f"rating.{one.fields['rating']}"),
    )
    return one.say("record.fatf_rating", standard=standard, rating=rating)


def _recommendation(one: _Told) -> str:
    words = quote_whole(one.fields["recommends"], one.texts)
    told = one.say("record.recommendation", addressee=one.fields["addressee"], words=words)
    if "number" in one.fields:
        told += f" ({one_line(one.fields['number'])})"
    if "follow_up" not in one.fields:
        return told
    came = one.texts.say(f"follow_up.{one.fields['follow_up']}")
    if "follow_up_on" not in one.fields:
        return one.texts.say("record.follow_up", told=told, came=came)
    day = date_words(one.fields["follow_up_on"], one.texts)
    return one.texts.say("record.follow_up_on", told=told, came=came, day=day)


def _transposition(one: _Told) -> str:
    names = one.fields["measures"].split(";")
    words = (one.texts.say(f"measure.{name}") for name in names)
    measures = one.texts.say("join.comma").join(words)
    if one.fields["carried_out"] == "no":
        return one.say("record.not_carried_out", measures=measures)
    told = one.say("record.transposition", measures=measures)
    told = one.with_values(told, ("instrument",))
    if "in_force" not in one.fields:
        return told
    day = date_words(one.fields["in_force"], one.texts)
    return one.texts.say("record.in_force", told=told, day=day)


_SENTENCES: Final[Mapping[RecordKind, Callable[[_Told], str]]] = {
    RecordKind.IMPLEMENTATION_REPORT: _report,
    RecordKind.ASSETS_FROZEN: _frozen,
    RecordKind.TRAVEL_EVENT: _travel,
    RecordKind.EXEMPTION_REQUEST: _exemption,
    RecordKind.ARMS_INCIDENT: _incident,
    RecordKind.FATF_RATING: _rating,
    RecordKind.RECOMMENDATION: _recommendation,
    RecordKind.TRANSPOSITION: _transposition,
}
