"""The words in which the product says what others say, in English, by the field's own terms."""

from collections.abc import Mapping
from typing import Final

from sayso.model.vocabulary import FindingStatus, Predicate, Realis, Reply
from sayso.views.wording.texts import ENGLISH, Verb

RELATION_VERBS: Final[Mapping[Predicate, Verb]] = {
    predicate: verb
    for predicate in Predicate
    if (verb := ENGLISH.verb(f"verb.{predicate.value}")) is not None
}
EVENT_NOUNS: Final[Mapping[Predicate, str]] = {
    Predicate(name): ENGLISH.lines(f"event.{name}")[0] for name in ENGLISH.table("event")
}
REALIS_PREFIXES: Final[Mapping[Realis, str]] = {
    realis: ENGLISH.say(f"realis_prefix.{realis.value}") for realis in Realis
}
STATUS_WORDS: Final[Mapping[FindingStatus, str]] = {
    FindingStatus(name): ENGLISH.say(f"status_words.{name}")
    for name in ENGLISH.table("status_words")
}
REPLY_WORDS: Final[Mapping[Reply, str]] = {
    reply: ENGLISH.say(f"reply.{reply.value}") for reply in Reply
}
