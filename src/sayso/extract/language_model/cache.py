"""Answers of a model that were paid for once, kept on disk by what was asked."""

import hashlib
import json
import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sayso.errors import Unavailable
from sayso.extract.language_model.endpoint import Answer, Ending


def key_of_question(*parts: str) -> str:
    """Give the key of a question: address, model, prompt version and the text, in any order kept.

    64 hexadecimal digits; the parts are told apart whatever they hold.
    """
    told = json.dumps(parts, ensure_ascii=True)
    return hashlib.sha256(told.encode("ascii")).hexdigest()


@dataclass(frozen=True, slots=True)
class AnswerCache:
    """A folder of answers; one that is damaged counts as absent and is written anew.

    Only whole answers are kept. The files are for their owner alone: they hold words of documents.
    """

    folder: Path

    def find(self, key: str) -> Answer | None:
        """Give the kept answer with the tokens that it once took, or None."""
        try:
            told = json.loads(self._path(key).read_text(encoding="utf-8"))
            text, prompt, completion = told["text"], told["prompt"], told["completion"]
        except (OSError, ValueError, RecursionError, LookupError, TypeError):
            return None
        counts = all(type(number) is int and number >= 0 for number in (prompt, completion))
        if not isinstance(text, str) or told.get("key") != key or not counts:
            return None
        return Answer(
            text=text, ending=Ending.WHOLE, prompt_tokens=prompt, completion_tokens=completion
        )

    def keep(self, key: str, answer: Answer) -> None:
        """Write an answer, whole or not at all.

        Raises:
            Unavailable: the folder cannot be written to.
        """
        told = {
            "key": key,
            "text": answer.text,
            "prompt": answer.prompt_tokens,
            "completion": answer.completion_tokens,
        }
        path = self._path(key)
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._write(path, json.dumps(told, ensure_ascii=True))
        except OSError as bad:
            raise Unavailable(
                f"{path}: the model's answer cannot be kept: {bad.strerror or bad}: make room, "
                "or set model_cache to another folder, or to no"
            ) from bad

    def _write(self, path: Path, text: str) -> None:
        number, name = tempfile.mkstemp(dir=path.parent, prefix=".answer-")
        try:
            with os.fdopen(number, "w", encoding="utf-8") as file:
                file.write(text)
            Path(name).replace(path)
        except OSError:
            with suppress(OSError):
                Path(name).unlink()
            raise

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key}.json"
