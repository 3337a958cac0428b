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
    quantization: str = "int8",
) -> int:
    """Write a model for ``vocabulary``, shared by both languages; returns its parameters."""
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
    size = parameters(spec)
    spec.register_source_vocabulary(list(vocabulary))
    spec.register_target_vocabulary(list(vocabulary))
    spec.validate()
    spec.optimize(quantization=quantization)
    folder.mkdir(parents=True)
    spec.save(str(folder))
    return size


def parameters(spec: TransformerSpec) -> int:
    """How many numbers a model has, the shared embedding counted once."""
    seen: dict[int, int] = {}

    def count(_spec: object, _name: str, value: object) -> None:
        array = getattr(value, "numpy", lambda: None)()
        if array is not None and array.ndim:
            seen[array.__array_interface__["data"][0]] = array.size

    visit_spec(spec, count)
    return sum(seen.values())
