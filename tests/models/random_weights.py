"""A CTranslate2 Transformer with random weights, of any size, made with numpy alone.

It says nothing sensible, but it reads, searches and takes its time like a trained model of its
size. ``benchmarks/engine_speed.py`` makes one of 60 million parameters.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from ctranslate2.specs import TransformerSpec
from ctranslate2.specs.model_spec import visit_spec


def save_random_model(
    folder: Path,
    vocabulary: Sequence[str],
    *,
    width: int,
    layers: int,
    heads: int,
    inner: int,
    seed: int,
    answer_length: int | None = None,
    quantization: str = "int8",
) -> int:
    """Write a model for ``vocabulary``, shared by both languages; returns its parameters.

    Its answers end at about ``answer_length`` pieces, or never by themselves.
    """
    rng = np.random.default_rng(seed)
    spec = TransformerSpec.from_config(
        (layers, layers), heads, pre_norm=True, alignment_layer=-1, alignment_heads=1
    )

    def matrix(rows: int, columns: int) -> np.ndarray:
        return rng.normal(0, columns**-0.5, (rows, columns)).astype(np.float32)

    def linear(place: object, rows: int, columns: int) -> None:
        place.weight, place.bias = matrix(rows, columns), np.zeros(rows, np.float32)

    def norm(place: object) -> None:
        place.gamma, place.beta = np.ones(width, np.float32), np.zeros(width, np.float32)

    def attention(place: object, *, across: bool) -> None:
        norm(place.layer_norm)
        if across:
            linear(place.linear[0], width, width)
            linear(place.linear[1], 2 * width, width)
        else:
            linear(place.linear[0], 3 * width, width)
        linear(place.linear[-1], width, width)

    embedding = matrix(len(vocabulary), width)
    for side in (spec.encoder, spec.decoder):
        embeddings = side.embeddings
        (embeddings[0] if isinstance(embeddings, list) else embeddings).weight = embedding
        norm(side.layer_norm)
        for layer in side.layer:
            attention(layer.self_attention, across=False)
            if side is spec.decoder:
                attention(layer.attention, across=True)
            norm(layer.ffn.layer_norm)
            linear(layer.ffn.linear_0, inner, width)
            linear(layer.ffn.linear_1, width, inner)
    spec.decoder.projection.weight = embedding
    spec.decoder.projection.bias = np.zeros(len(vocabulary), np.float32)
    if answer_length is not None:
        _end_at(spec, answer_length, vocabulary.index("</s>"))
    size = parameters(spec)
    spec.register_source_vocabulary(list(vocabulary))
    spec.register_target_vocabulary(list(vocabulary))
    spec.validate()
    spec.optimize(quantization=quantization)
    folder.mkdir(parents=True)
    spec.save(str(folder))
    return size


_LONGEST, _LOUD = 512, 40.0


def _end_at(spec: TransformerSpec, length: int, end: int) -> None:
    """Keep the last dimension of the decoder free for a clock that the end mark listens to."""
    decoder = spec.decoder
    embedding = decoder.projection.weight  # the one of both languages and of the output
    clock = np.random.default_rng(0).normal(0, 0.5, (_LONGEST, embedding.shape[1]))
    clock[:, -1] = np.where(np.arange(_LONGEST) < length, -_LOUD, _LOUD)
    decoder.position_encodings.encodings = clock.astype(np.float32)
    embedding[:, -1] = 0
    embedding[end] = 0
    embedding[end, -1] = _LOUD
    for layer in decoder.layer:
        for place in (layer.self_attention.linear[-1], layer.attention.linear[-1],
                      layer.ffn.linear_1):  # fmt: skip
            place.weight[-1] = 0


def parameters(spec: TransformerSpec) -> int:
    """How many numbers a model has, the shared embedding counted once."""
    seen: dict[int, int] = {}

    def count(_spec: object, _name: str, value: object) -> None:
        if isinstance(value, np.ndarray):
            seen[value.__array_interface__["data"][0]] = value.size

    visit_spec(spec, count)
    return sum(seen.values())
