"""Train a tiny but real Argos package on sentences of our own grammar, about two minutes on a core.

    python -m venv TRAINING && TRAINING/bin/pip install torch==2.13.0 onnx -e .
    TRAINING/bin/python tests/models/train.py zh-en tests/models/translate-zh_en-1_0.argosmodel

zh-en was made with ``--normalization nmt_nfkc``, as published packages are; the others go without,
to be small. Torch and onnx are needed for this alone.

A package holds what a published one does: metadata, a SentencePiece model, a CTranslate2
Transformer (int8, about 0.4 million parameters) and a minisbd sentence splitter, here a single
table. It learns long enough to align its words, and too little to be right: 36658 becomes 3658, a
rare term is dropped, a tail repeats.
"""

import argparse
import io
import json
import random
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import ctranslate2
import numpy as np
import sentencepiece
import torch
from ctranslate2.specs import TransformerSpec
from onnx import TensorProto, helper, numpy_helper
from sentences import SentencePair, generate
from torch import Tensor, nn
from torch.nn import functional

from translate_kit.memory import read_units
from translate_kit.model import Pair, Span
from translate_kit.workspace import shipped

WIDTH, HEADS, LAYERS, INNER, LONGEST = 80, 4, 2, 192, 192
PAD, BOS, EOS = 0, 1, 2
BATCH = 32
NAMES = {"zh": "Chinese", "en": "English", "ru": "Russian", "ko": "Korean", "ja": "Japanese"}

Row = tuple[list[int], list[int], np.ndarray]


# --- the network: its weights map one to one to CTranslate2's pre-norm Transformer


class Attention(nn.Module):
    """Multi-head attention with its layer norm before it; gives the weights as well."""

    def __init__(self) -> None:
        super().__init__()
        self.queries, self.keys_values = nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, 2 * WIDTH)
        self.out, self.norm = nn.Linear(WIDTH, WIDTH), nn.LayerNorm(WIDTH)

    def forward(
        self, x: Tensor, memory: Tensor | None = None, mask: Tensor | None = None
    ) -> tuple[Tensor, Tensor]:
        normed = self.norm(x)
        queries = self.queries(normed)
        keys, values = self.keys_values(normed if memory is None else memory).chunk(2, -1)
        queries, keys, values = (
            part.view(part.size(0), -1, HEADS, WIDTH // HEADS).transpose(1, 2)
            for part in (queries, keys, values)
        )
        weights = (queries @ keys.transpose(2, 3)) / (WIDTH // HEADS) ** 0.5
        weights = weights.masked_fill(mask, -1e9).softmax(-1)
        return x + self.out((weights @ values).transpose(1, 2).reshape(x.shape)), weights


class FeedForward(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(WIDTH)
        self.inner, self.outer = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)

    def forward(self, x: Tensor) -> Tensor:
        return x + self.outer(functional.relu(self.inner(self.norm(x))))


class Network(nn.Module):
    """Encoder and decoder with one embedding for both and for the output."""

    def __init__(self, vocabulary: int) -> None:
        super().__init__()
        self.embedding = nn.Embedding(vocabulary, WIDTH)
        nn.init.normal_(self.embedding.weight, std=WIDTH**-0.5)
        self.register_buffer("positions", _positions())
        self.projection = nn.Linear(WIDTH, vocabulary)
        self.projection.weight = self.embedding.weight
        self.encoder = nn.ModuleList(
            nn.ModuleList([Attention(), FeedForward()]) for _ in range(LAYERS)
        )
        self.decoder = nn.ModuleList(
            nn.ModuleList([Attention(), Attention(), FeedForward()]) for _ in range(LAYERS)
        )
        self.encoder_norm, self.decoder_norm = nn.LayerNorm(WIDTH), nn.LayerNorm(WIDTH)

    def forward(self, source: Tensor, target: Tensor) -> tuple[Tensor, Tensor]:
        """The logits, and the attention of the last layer's first head: the alignment."""
        hidden = (source == PAD)[:, None, None]
        future = torch.ones(target.size(1), target.size(1)).triu(1).bool()
        x = self._embedded(source)
        for attention, feed_forward in self.encoder:
            x = feed_forward(attention(x, mask=hidden)[0])
        memory, y = self.encoder_norm(x), self._embedded(target)
        weights = memory
        for itself, across, feed_forward in self.decoder:
            y = itself(y, mask=future)[0]
            y, weights = across(y, memory, hidden)
            y = feed_forward(y)
        return self.projection(self.decoder_norm(y)), weights[:, 0]

    def _embedded(self, tokens: Tensor) -> Tensor:
        x = self.embedding(tokens) * WIDTH**0.5 + self.positions[: tokens.size(1)]
        return functional.dropout(x, 0.1, self.training)


def _positions() -> Tensor:
    angles = torch.arange(LONGEST)[:, None] * torch.exp(
        torch.arange(0, WIDTH, 2) * -(np.log(10000.0) / WIDTH)
    )
    return torch.cat([angles.sin(), angles.cos()], 1).float()


# --- the text


def corpus(pair: Pair) -> Iterator[SentencePair]:
    """The starter memory's sentences of this direction, nothing known of their alignment."""
    for unit in read_units(shipped("glossaries") / "memory" / "starter.tsv"):
        if pair.source in unit.texts and pair.target in unit.texts:
            yield SentencePair(unit.texts[pair.source], unit.texts[pair.target], (), ())


def pieces(sentences: Sequence[SentencePair], vocabulary: int, normalization: str) -> bytes:
    """A SentencePiece model for both languages; rare characters fall back to bytes."""
    model = io.BytesIO()
    texts = [text for pair in sentences for text in (pair.source, pair.target)]
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(texts), model_writer=model, vocab_size=vocabulary,
        hard_vocab_limit=False, split_digits=True, normalization_rule_name=normalization,
        character_coverage=0.995, byte_fallback=True, num_threads=1,
        unk_id=0, bos_id=1, eos_id=2, pad_id=-1, minloglevel=2,
    )  # fmt: skip
    return model.getvalue()


def encode(
    tokenizer: sentencepiece.SentencePieceProcessor, text: str, spans: Sequence[tuple[str, Span]]
) -> tuple[list[int], list[str]]:
    """The ids of a text and for each the name of the span it lies in, or nothing."""
    encoded = tokenizer.encode(text, return_type="offset_mapping")
    names = [
        next((name for name, span in spans if start < span.end and end > span.start), "")
        for start, end in encoded["offsets"]
    ]
    return encoded["ids"], names


def row(tokenizer: sentencepiece.SentencePieceProcessor, pair: SentencePair) -> Row:
    """Ids of both sides, and where each target piece should look (target + 1, source).

    Slot looks at slot, digit at digit, and what is outside all slots outside them.
    """
    source, source_names = encode(tokenizer, pair.source, [(n, s) for n, s, _t in pair.links])
    target, target_names = encode(tokenizer, pair.target, [(n, t) for n, _s, t in pair.links])
    where = np.zeros((len(target) + 1, len(source)), np.float32)
    for place, name in enumerate(target_names):
        there = [at for at, other in enumerate(source_names) if other == name and pair.links]
        if name and len(there) == target_names.count(name):  # digit to digit
            there = [there[target_names[:place].count(name)]]
        where[place, there] = 1
    return source, target, where


# --- learning


def train(rows: list[Row], vocabulary: int, epochs: int, guidance: float) -> Network:
    """A network that has seen ``rows`` so many times. ``guidance`` weighs the alignment."""
    network = Network(vocabulary)
    optimizer = torch.optim.Adam(network.parameters(), lr=2e-3, betas=(0.9, 0.98))
    steps = epochs * (len(rows) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 4e-3, steps)
    rng, started = random.Random(2), time.time()
    for epoch in range(epochs):
        losses = []
        for batch in _batches(rows, rng):
            loss = _loss(network, batch, guidance)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            losses.append(loss.item())
        print(f"epoch {epoch + 1}: loss {np.mean(losses):.3f}, {time.time() - started:.0f} s")
    return network.eval()


def _batches(rows: list[Row], rng: random.Random) -> Iterator[list[Row]]:
    """Batches of like length, in random order; the few left over wait for another epoch."""
    rng.shuffle(rows)
    ordered = sorted(rows[: len(rows) // BATCH * BATCH], key=lambda r: len(r[0]) + len(r[1]))
    batches = [ordered[i : i + BATCH] for i in range(0, len(ordered), BATCH)]
    rng.shuffle(batches)
    yield from batches


def _loss(network: Network, batch: list[Row], guidance: float) -> Tensor:
    width = max(len(source) for source, _t, _w in batch)
    height = max(len(target) for _s, target, _w in batch) + 1
    source = torch.zeros(len(batch), width, dtype=torch.long)
    given = torch.zeros(len(batch), height, dtype=torch.long)
    wanted = torch.full((len(batch), height), -100)
    where = torch.zeros(len(batch), height, width)
    for i, (ours, theirs, links) in enumerate(batch):
        source[i, : len(ours)] = torch.tensor(ours)
        given[i, : len(theirs) + 1] = torch.tensor([BOS, *theirs])
        wanted[i, : len(theirs) + 1] = torch.tensor([*theirs, EOS])
        where[i, : links.shape[0], : links.shape[1]] = torch.from_numpy(links)
    logits, weights = network(source, given)
    loss = functional.cross_entropy(logits.flatten(0, 1), wanted.flatten(), label_smoothing=0.05)
    linked = where.sum(-1) > 0
    if linked.any():
        loss = loss - guidance * ((weights * where).sum(-1)[linked] + 1e-6).log().mean()
    return loss


# --- the package


def save_model(network: Network, vocabulary: list[str], folder: Path) -> None:
    """The CTranslate2 model of a network, int8."""
    spec = TransformerSpec.from_config(
        (LAYERS, LAYERS), HEADS, pre_norm=True, alignment_layer=-1, alignment_heads=1
    )
    for side, layers, norm in (
        (spec.encoder, network.encoder, network.encoder_norm),
        (spec.decoder, network.decoder, network.decoder_norm),
    ):
        embeddings = side.embeddings
        (embeddings[0] if isinstance(embeddings, list) else embeddings).weight = _array(
            network.embedding.weight
        )
        side.position_encodings.encodings = _array(network.positions)
        _put_norm(side.layer_norm, norm)
        for place, layer in zip(side.layer, layers, strict=True):
            _put_attention(place.self_attention, layer[0], joined=True)
            if len(layer) == 3:
                _put_attention(place.attention, layer[1], joined=False)
            _put_norm(place.ffn.layer_norm, layer[-1].norm)
            _put_linear(place.ffn.linear_0, layer[-1].inner)
            _put_linear(place.ffn.linear_1, layer[-1].outer)
    _put_linear(spec.decoder.projection, network.projection)
    spec.register_source_vocabulary(vocabulary)
    spec.register_target_vocabulary(vocabulary)
    spec.validate()
    spec.optimize(quantization="int8")
    folder.mkdir(parents=True)
    spec.save(str(folder))


def _array(tensor: Tensor) -> np.ndarray:
    return tensor.detach().numpy()


def _put_linear(place: object, layer: nn.Linear) -> None:
    place.weight, place.bias = _array(layer.weight), _array(layer.bias)


def _put_norm(place: object, layer: nn.LayerNorm) -> None:
    place.gamma, place.beta = _array(layer.weight), _array(layer.bias)


def _put_attention(place: object, layer: Attention, *, joined: bool) -> None:
    _put_norm(place.layer_norm, layer.norm)
    _put_linear(place.linear[-1], layer.out)
    if joined:
        both = (layer.queries, layer.keys_values)
        place.linear[0].weight = _array(torch.cat([part.weight for part in both]))
        place.linear[0].bias = _array(torch.cat([part.bias for part in both]))
    else:
        _put_linear(place.linear[0], layer.queries)
        _put_linear(place.linear[1], layer.keys_values)


def splitter(language: str) -> bytes:
    """A minisbd sentence splitter that is one table: character -> inside, or end of a sentence."""
    units = ["<PAD>", "<UNK>", *("。！？!?" if language in ("zh", "ja") else ".!?")]
    table = np.zeros((len(units), 3), np.float32)
    table[:, 0], table[2:, 2] = 1, 2
    graph = helper.make_graph(
        [helper.make_node("Gather", ["table", "units"], ["logits"], axis=0)],
        "splitter",
        [
            helper.make_tensor_value_info("units", TensorProto.INT64, ["b", "n"]),
            helper.make_tensor_value_info("features", TensorProto.FLOAT, ["b", "n", 1]),
        ],
        [helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["b", "n", 3])],
        [numpy_helper.from_array(table, "table")],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)])
    model.ir_version = 8
    vocabulary = {
        "lang": language, "idx": 0, "cutoff": 0, "lower": False,
        "_id2unit": units, "_unit2id": {unit: place for place, unit in enumerate(units)},
    }  # fmt: skip
    for key, value in (
        ("lang_code", language),
        ("vocab", json.dumps(vocabulary)),
        ("lexicon", "null"),
        ("config", json.dumps({"feat_funcs": ["numeric"], "batch_size": 32})),
    ):
        entry = model.metadata_props.add()
        entry.key, entry.value = key, value
    return model.SerializeToString()


def write_package(pair: Pair, out: Path, network: Network, tokenizer_model: bytes) -> None:
    """The .argosmodel: a zip of one folder."""
    tokenizer = sentencepiece.SentencePieceProcessor(model_proto=tokenizer_model)
    vocabulary = [tokenizer.id_to_piece(i) for i in range(tokenizer.get_piece_size())]
    metadata = {
        "package_version": "1.0", "argos_version": "1.9.6", "type": "translate",
        "from_code": pair.source, "from_name": NAMES[pair.source],
        "to_code": pair.target, "to_name": NAMES[pair.target],
    }  # fmt: skip
    readme = (
        f"# {NAMES[pair.source]} to {NAMES[pair.target]}, tiny\n\nTrained by tests/models/train.py"
        " on generated sentences, for tests alone. MIT licence, as translate-kit.\n"
    )
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / f"translate-{pair.source}_{pair.target}-1_0"
        save_model(network, vocabulary, folder / "model")
        (folder / "sentencepiece.model").write_bytes(tokenizer_model)
        (folder / "minisbd").mkdir()
        (folder / "minisbd" / f"{pair.source}.onnx").write_bytes(splitter(pair.source))
        (folder / "metadata.json").write_text(json.dumps(metadata, indent=2), encoding="utf-8")
        (folder / "README.md").write_text(readme, encoding="utf-8")
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
            for path in sorted(folder.rglob("*")):
                if path.is_file():
                    archive.write(path, path.relative_to(scratch))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pair", type=Pair.parse)
    parser.add_argument("out", type=Path)
    parser.add_argument("--sentences", type=int, default=1600)
    parser.add_argument("--epochs", type=int, default=25)
    parser.add_argument("--vocabulary", type=int, default=1000)
    parser.add_argument("--normalization", default="identity", help="nmt_nfkc adds 0.15 MB")
    parser.add_argument("--guidance", type=float, default=0.5)
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(1)
    pairs = [*generate(options.pair, options.sentences, seed=1), *corpus(options.pair)]
    tokenizer_model = pieces(pairs, options.vocabulary, options.normalization)
    tokenizer = sentencepiece.SentencePieceProcessor(model_proto=tokenizer_model)
    rows = [row(tokenizer, pair) for pair in pairs]
    rows = [r for r in rows if max(len(r[0]), len(r[1])) < LONGEST - 1]
    print(f"{len(rows)} of {len(pairs)} pairs, {tokenizer.get_piece_size()} pieces, "
          f"CTranslate2 {ctranslate2.__version__}, Python {sys.version.split()[0]}")  # fmt: skip
    network = train(rows, tokenizer.get_piece_size(), options.epochs, options.guidance)
    write_package(options.pair, options.out, network, tokenizer_model)
    print(f"{sum(p.numel() for p in network.parameters())} parameters, "
          f"{options.out.stat().st_size} bytes")  # fmt: skip


if __name__ == "__main__":
    main()
