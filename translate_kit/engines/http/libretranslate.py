"""The ``http`` engine with a LibreTranslate server, or one that speaks its language."""

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from typing import Any

from translate_kit.engines.engine import Hypothesis
from translate_kit.engines.http.server import NoAnswer, Server
from translate_kit.errors import EngineFailure, UserError
from translate_kit.messages import _
from translate_kit.model import Pair

BATCH = 32
"""Sentences in one request; where the request fails, each is asked alone."""

_ALSO_CALLED: Mapping[str, tuple[str, ...]] = {"zh": ("zh-Hans", "zh-CN", "zh_CN", "zh-cn")}


class LibreTranslate:
    """The languages that the server says it has; ``workers`` requests at a time."""

    def __init__(self, server: Server, *, workers: int) -> None:
        self.server, self.workers = server, workers

    def signature(self, pair: Pair) -> str:
        return f"http libretranslate {self.server.settings.url}"

    def pairs(self) -> tuple[Pair, ...]:
        return tuple(self._codes)

    def translate(
        self, sentences: Sequence[str], pair: Pair, *, hypotheses: int = 1
    ) -> list[tuple[Hypothesis, ...]]:
        if pair not in self._codes:
            why = _("the server {url} does not translate {pair}")
            raise UserError(why.format(url=self.server.settings.url, pair=pair))
        unique = [each for each in dict.fromkeys(sentences) if each.strip()]
        batches = [unique[i : i + BATCH] for i in range(0, len(unique), BATCH)]
        with ThreadPoolExecutor(self.workers) as pool:
            answers = pool.map(lambda batch: self._batch(batch, pair, hypotheses), batches)
            said = {
                sentence: answer
                for batch, found in zip(batches, answers, strict=True)
                for sentence, answer in zip(batch, found, strict=True)
            }
        if said and not any(said.values()):
            raise EngineFailure(f"{self.server.settings.url}: no answer to {len(said)} sentences")
        return [said.get(sentence, ()) for sentence in sentences]

    @cached_property
    def _codes(self) -> Mapping[Pair, tuple[str, str]]:
        """Our directions -> the server's codes for them."""
        listed = self.server.get("/languages")
        try:
            known = {str(one["code"]): [str(t) for t in one.get("targets", ())] for one in listed}
        except (TypeError, LookupError, AttributeError):
            why = _("{url} is no LibreTranslate server: its list of languages is not one")
            raise UserError(why.format(url=self.server.settings.url)) from None
        return {
            Pair(_ours(source), _ours(target)): (source, target)
            for source, targets in known.items()
            for target in targets or known
            if _ours(source) != _ours(target)
        }

    def _batch(
        self, sentences: Sequence[str], pair: Pair, hypotheses: int
    ) -> list[tuple[Hypothesis, ...]]:
        """The answers to a batch; where the server fails on it, to each sentence alone."""
        try:
            return self._request(sentences, pair, hypotheses)
        except NoAnswer:
            if len(sentences) == 1:
                return [()]
            return [self._batch([sentence], pair, hypotheses)[0] for sentence in sentences]

    def _request(
        self, sentences: Sequence[str], pair: Pair, hypotheses: int
    ) -> list[tuple[Hypothesis, ...]]:
        source, target = self._codes[pair]
        payload: dict[str, Any] = {
            "q": list(sentences), "source": source, "target": target, "format": "text",
        }  # fmt: skip
        if hypotheses > 1:
            payload["alternatives"] = hypotheses - 1
        if self.server.settings.key:
            payload["api_key"] = self.server.settings.key
        answer = self.server.post("/translate", payload)
        texts = answer.get("translatedText") if isinstance(answer, Mapping) else None
        if not isinstance(texts, list) or len(texts) != len(sentences):
            raise NoAnswer(f"{self.server.settings.url}: not as many answers as sentences")
        others = answer.get("alternatives") or [[]] * len(texts)
        return [
            tuple(
                Hypothesis(text)
                for text in dict.fromkeys([first, *rest])
                if isinstance(text, str) and text.strip()
            )[:hypotheses]
            for first, rest in zip(texts, others, strict=False)
        ]


def _ours(code: str) -> str:
    """``zh`` for the server's ``zh-Hans``."""
    return next((ours for ours, theirs in _ALSO_CALLED.items() if code in theirs), code)
