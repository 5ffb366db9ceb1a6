"""The extractor by a language model: our own reading's entities, the model's grounded claims."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Final

from sayso.extract.encoder.carried import NO_MENTION, Candidate
from sayso.extract.encoder.heard import Asked, Listener
from sayso.extract.encoder.opinions import objection, refusals
from sayso.extract.language_model.answers import NO_JSON, read_answer
from sayso.extract.language_model.cache import AnswerCache, key_of_question
from sayso.extract.language_model.endpoint import Answer, Ending, Endpoint
from sayso.extract.language_model.grounding import ModelGrounding
from sayso.extract.language_model.parties import Surroundings
from sayso.extract.language_model.permission import check_may_be_sent
from sayso.extract.language_model.prompt import PROMPT_VERSION, SCHEMA, messages_for
from sayso.model.claims import SPENT, Claim, Extraction, Refusal
from sayso.model.documents import Document, Passage
from sayso.model.ids import Span
from sayso.model.vocabulary import Handling, PassageKind
from sayso.ports import Extractor, NameIndex

#: Sentences and characters of one question.
MOST_SENTENCES, MOST_CHARACTERS = 8, 3_000
_MILLION: Final = 1_000_000
#: The second reader has learnt from English only.
_HEARD_TWICE: Final = frozenset({"en", None})


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """On what terms a model is asked.

    Attributes:
        most_guarded: the most guarded documents that may go to another machine.
        concurrency: questions that wait for an answer at one time.
        cache: where answers to questions about public documents are kept; None for nowhere.
        prices: of a million prompt tokens and a million completion tokens; None if not known.
    """

    most_guarded: Handling = Handling.PUBLIC
    concurrency: int = 2
    cache: AnswerCache | None = None
    prices: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class _Reply:
    """The answer to a question about some sentences; `kept` when it came from the cache."""

    sentences: tuple[Passage, ...]
    answer: Answer
    kept: bool


class LanguageModelExtractor:
    """Asks a model who says what about whom, and believes it where the text bears it out.

    Args:
        base: reads names, entities, places and times; its claims are not taken.
        endpoint: the model.
        terms: on what terms it is asked.
        second: objects to claims as it does to those of the rules; for English.
    """

    def __init__(
        self,
        base: Extractor,
        endpoint: Endpoint,
        terms: Terms,
        second: Listener | None = None,
    ) -> None:
        self._base = base
        self._endpoint = endpoint
        self._terms = terms
        self._second = second
        model = endpoint.model.name
        self.name = f"sayso-language-model 0.1 ({model}, prompt {PROMPT_VERSION})"

    def extract(
        self, document: Document, passages: Sequence[Passage], names: NameIndex
    ) -> Extraction:
        """Give the entities of our own reading with the claims of the model, in order.

        Raises:
            BadInput: the document may not be sent to the model's address, or the server refuses.
            Unavailable: the server did not answer; nothing of the document is given.
        """
        check_may_be_sent(document, self._endpoint.model.address, self._terms.most_guarded)
        own = self._base.extract(document, passages, names)
        sentences = tuple(p for p in passages if p.kind is PassageKind.SENTENCE)
        replies = self._ask_all(document, sentences)
        short = document.id.removeprefix("sha256:")[:8]
        around = Surroundings.of(document.text, own)
        grounding = ModelGrounding(f"{self.name}: proposed", f"c-{short}-", around)
        claims = [claim for reply in replies for claim in _grounded(reply, grounding)]
        kept, objections = self._heard_twice(document, sentences, claims)
        return replace(
            own,
            extractor=self.name,
            claims=tuple(kept),
            links=(),
            refused=(*grounding.refused, *objections),
            remarks=(*own.remarks, *self._remarks(replies)),
        )

    def _ask_all(self, document: Document, sentences: Sequence[Passage]) -> tuple[_Reply, ...]:
        """Ask about all sentences, some at a time; the replies come in their order."""
        windows = tuple(windows_of(sentences))
        is_kept = document.handling is Handling.PUBLIC
        pool = ThreadPoolExecutor(max_workers=max(self._terms.concurrency, 1))
        try:
            found = [pool.submit(self._ask, window, is_kept=is_kept) for window in windows]
            return tuple(reply for one in found for reply in one.result())
        finally:
            pool.shutdown(cancel_futures=True)

    def _ask(self, sentences: tuple[Passage, ...], *, is_kept: bool) -> tuple[_Reply, ...]:
        """Ask about some sentences; where the answer has no room, about each half of them."""
        messages = messages_for([passage.text for passage in sentences])
        model, cache = self._endpoint.model, self._terms.cache if is_kept else None
        words = (message["content"] for message in messages)
        key = key_of_question(model.address, model.name, PROMPT_VERSION, *words)
        held = None if cache is None else cache.find(key)
        if held is not None:
            return (_Reply(sentences, held, kept=True),)
        answer = self._endpoint.ask(messages, SCHEMA)
        reply = _Reply(sentences, answer, kept=False)
        if answer.ending is not Ending.WHOLE and len(sentences) > 1:
            half = len(sentences) // 2
            spent = replace(reply, sentences=())
            halves = (sentences[:half], sentences[half:])
            return (spent, *(r for part in halves for r in self._ask(part, is_kept=is_kept)))
        if cache is not None and _is_usable(answer):
            cache.keep(key, answer)
        return (reply,)

    def _heard_twice(
        self, document: Document, sentences: Sequence[Passage], claims: Sequence[Claim]
    ) -> tuple[Sequence[Claim], tuple[Refusal, ...]]:
        """Give the claims to which the second reader does not object, and what it refused."""
        if self._second is None or document.language not in _HEARD_TWICE:
            return claims, ()
        triggers: dict[Span, list[Candidate]] = {p.span: [] for p in sentences}
        for claim in claims:
            triggers[claim.sentence].append(Candidate(claim.trigger, NO_MENTION))
        asked = [Asked(span, tuple(found)) for span, found in triggers.items()]
        opinions = self._second.hear(document.text, asked).opinions
        reasons = [objection(claim, opinions, by_author=False) for claim in claims]
        kept = [claim for claim, no in zip(claims, reasons, strict=True) if no is None]
        return kept, refusals(reasons)

    def _remarks(self, replies: Sequence[_Reply]) -> Iterator[str]:
        """Tell what read the document, and what it took."""
        yield (
            f"claims proposed by the language model {self._endpoint.model.name}, kept where their "
            "words are in the text; how well it reads was not measured"
        )
        asked = [reply.answer for reply in replies if not reply.kept]
        prompt = sum(answer.prompt_tokens for answer in asked)
        completion = sum(answer.completion_tokens for answer in asked)
        told = f"{SPENT}{prompt:,} of prompts and {completion:,} of completions"
        told = (
            f"{told}; {len(asked)} questions asked, {len(replies) - len(asked)} kept answers used"
        )
        if self._terms.prices is not None:
            of_prompt, of_completion = self._terms.prices
            cost = (prompt * of_prompt + completion * of_completion) / _MILLION
            told = f"{told}; cost {cost:.4f}"
        yield told


def windows_of(sentences: Sequence[Passage]) -> Iterator[tuple[Passage, ...]]:
    """Give the sentences in groups that one question holds, each sentence in one, in order."""
    window: list[Passage] = []
    length = 0
    for passage in sentences:
        is_full = len(window) == MOST_SENTENCES or length + len(passage.text) > MOST_CHARACTERS
        if window and is_full:
            yield tuple(window)
            window, length = [], 0
        window.append(passage)
        length += len(passage.text)
    if window:
        yield tuple(window)


def _is_usable(answer: Answer) -> bool:
    """Say whether an answer is worth keeping: whole, and JSON with claims or none."""
    return answer.ending is Ending.WHOLE and NO_JSON not in read_answer(answer.text)[1]


def _grounded(reply: _Reply, grounding: ModelGrounding) -> Iterator[Claim]:
    """Give the claims of one reply; an answer that did not end is refused whole."""
    if not reply.sentences:
        return
    if reply.answer.ending is not Ending.WHOLE:
        grounding.count({reply.answer.ending.value: 1})
        return
    proposals, refused = read_answer(reply.answer.text)
    grounding.count(refused)
    yield from grounding.ground(reply.sentences, proposals)
