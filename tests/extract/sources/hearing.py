"""What is heard at a word of a scene: who says it, and how surely."""

from sayso.extract.grammar.syntax import Token
from sayso.extract.voices.chains import chains_of
from sayso.extract.voices.factuality import assess
from sayso.extract.voices.narrator import find_speakers
from sayso.extract.voices.quotes import Told
from tests.extract.propositions.scenes import node, told


def heard(text: str, word: str) -> list[tuple[str, str]]:
    """Give the chain and the stance at the last such word: ("N > entity:X", "CT+ asserted").

    One for each voice that says it, the realis behind the stance where it is not actual.
    """
    sentences = told(text)
    speakers = find_speakers(None, sentences)
    one, token = _last(sentences, word)
    names = {e.id: e.name for e in one.reading.entities.values()}
    voices = []
    for chain, saying in chains_of(one, token, speakers):
        stance = assess(one.reading.sentence, token, saying)
        told_as = f"{stance.factuality} {stance.modality}"
        told_as += "" if stance.realis == "actual" else f" {stance.realis}"
        voices.append((" > ".join(node(n, names) for n in chain), told_as))
    return voices


def stance(text: str, word: str) -> str:
    """Give the stance of the one voice at a word."""
    [(_, found)] = heard(text, word)
    return found


def chain(text: str, word: str) -> str:
    """Give the chain of the one voice at a word."""
    [(found, _)] = heard(text, word)
    return found


def _last(sentences: tuple[Told, ...], word: str) -> tuple[Told, Token]:
    """Give the last such word with its sentence."""
    found = [(s, t) for s in sentences for t in s.reading.sentence.tokens if t.text == word]
    return found[-1]
