"""Trains the network that tells whether a text says something of a thing that it names (engine/src/assertions).

Not needed for a build: the network lies in engine/src/assertions/network.bin. To train it again:

    npx tsx scripts/assertion-examples.ts corpus.jsonl FILES of statements and articles
    npx tsx scripts/assertion-examples.ts close.jsonl FILES of statements that are closest to what is linted
    python3 scripts/train-assertions.py --examples corpus.jsonl --close close.jsonl \\
        --output engine/src/assertions/network.bin

Python 3.11, torch 2.13, numpy 2, scikit-learn 1.9; a quarter of an hour on one core. What is learned from a text: of a
right one, that it says none of its candidates; of a wrong one, that it says at least one of those in its false words,
and none outside. The features are those of features.ts and scout.ts, and must stay the same as there.
"""

import argparse
import collections
import copy
import json
import math
import random
import struct
import time
import zlib

import numpy as np
import scipy.sparse
import torch
import torch.nn as nn
import torch.nn.functional as F
from sklearn.linear_model import LogisticRegression

# As in features.ts.
BEFORE, BEHIND, LONGEST, BEFORE_OBJECT = 18, 20, 110, 65
MARKS, ENDINGS, MIDDLE = 10, 512, 7
KINDS = "attribute meaning name anywhere telling grade origin".split()
SUMS = 13 + len(KINDS)
# As in network.ts.
RELATION, HIDDEN, FORMAT = 12, 96, 2
# A word or relation that is met less often says nothing.
WORD_TIMES, RELATION_TIMES, SIGN_TIMES = 4, 30, 8
BATCH = 24


def load(paths):
    return [json.loads(line) for path in paths for line in open(path, encoding="utf-8")]


def place_beside(distance):
    if distance == 0:
        return MIDDLE
    far = min(MIDDLE, math.ceil(math.log2(abs(distance) + 1)))
    return MIDDLE + (far if distance > 0 else -far)


PLACES = np.array([place_beside(d) for d in range(-400, 401)])


def ending(word):
    value = 0x811C9DC5
    for character in word[-3:]:
        value = ((value ^ ord(character)) * 0x01000193) & 0xFFFFFFFF
    return value % ENDINGS


class Encoder:
    """The numbers that the network takes of each candidate of a text, with its label: 1, 0, or -1 for not counted."""

    def __init__(self, words, relations):
        self.words, self.relations, self.endings = words, relations, {}

    def ending(self, word):
        if word not in self.endings:
            self.endings[word] = ending(word)
        return self.endings[word]

    def encode(self, text):
        encoded = []
        inside = [c["inside"] for p in text["passages"] for c in p["candidates"]]
        for passage in text["passages"]:
            items, own = passage["items"], passage["block"]
            number = lambda values: np.array([zlib.crc32(value.encode()) if value else 0 for value in values])
            words = np.array([self.words.get(item[0], 1) for item in items])
            ends = np.array([self.ending(item[0]) for item in items])
            strong, above = (np.array([item[at] for item in items], dtype=np.float32) for at in (2, 5))
            block, sentence = (np.array([item[at] for item in items]) for at in (3, 4))
            kinds = number([item[0] if item[1] else "" for item in items])
            concepts = number([item[1] for item in items])
            for candidate in passage["candidates"]:
                subject, (first, last) = candidate["subject"], candidate["said"]
                low = max(0, min(subject, first) - BEFORE)
                high = min(len(items), max(subject, last) + BEHIND + 1)
                if high - low > LONGEST:
                    low = max(low, first - BEFORE_OBJECT)
                    high = min(high, low + LONGEST)
                window = slice(low, high)
                marks = np.zeros((high - low, MARKS), dtype=np.float32)
                marks[:, 0] = (concepts[window] == concepts[subject]) * 0.5
                if low <= subject < high:
                    marks[subject - low, 0] = 1
                marks[first - low : last + 1 - low, 1] = 1
                for mark, places in ((2, candidate["holders"]), (3, candidate["strangers"])):
                    marks[[at - low for at in places if low <= at < high], mark] = 1
                marks[:, 4] = kinds[window] == kinds[subject]
                marks[:, 5] = strong[window]
                marks[:, 6] = sentence[window] == sentence[first]
                marks[:, 7] = block[window] == own
                marks[:, 8] = sentence[window] == sentence[subject]
                marks[:, 9] = above[window]
                at = np.arange(low, high)
                from_object = np.where(at > last, at - last, np.where(at < first, at - first, 0))
                sums = np.array(
                    [
                        len(candidate["holders"]) > 0,
                        min(len(candidate["holders"]), 3) / 3,
                        min(len(candidate["strangers"]), 4) / 4,
                        subject < first,
                        np.log1p(abs(subject - first)) / 4,
                        any(sentence[holder] == sentence[first] for holder in candidate["holders"]),
                        candidate["several"],
                        candidate["beside"],
                        sentence[subject] == sentence[first],
                        block[subject] == own,
                        candidate["cued"] == 1,
                        candidate["cued"] == -1,
                        min(last - first, 8) / 8,
                        *(candidate["kind"] == kind for kind in KINDS),
                    ],
                    dtype=np.float32,
                )
                label = int(text["wrong"] and candidate["inside"] > 0)
                if label == 1 and candidate["inside"] == 1 and 2 in inside:
                    label = -1
                encoded.append(
                    (
                        words[window].astype(np.int32),
                        ends[window].astype(np.int32),
                        marks.astype(np.float16),
                        PLACES[np.clip(at - subject, -400, 400) + 400].astype(np.int8),
                        PLACES[np.clip(from_object, -400, 400) + 400].astype(np.int8),
                        sums,
                        self.relations.get(candidate["relation"], 0),
                        label,
                    )
                )
        return encoded


def batch_of(examples, forget=0.0):
    """Padded tensors; with `forget`, so many words are taken for unknown ones."""
    length = max(len(example[0]) for example in examples)
    count = len(examples)
    words, ends, subjects, objects = (np.zeros((count, length), int) for _ in range(4))
    marks = np.zeros((count, length, MARKS), np.float32)
    for row, example in enumerate(examples):
        size = len(example[0])
        known = example[0].astype(int)
        if forget:
            known[(np.random.rand(size) < forget) & (known > 0)] = 1
        words[row, :size], ends[row, :size], marks[row, :size] = known, example[1], example[2]
        subjects[row, :size], objects[row, :size] = example[3], example[4]
    sums = np.stack([example[5] for example in examples])
    relations = np.array([example[6] for example in examples])
    return [torch.from_numpy(part) for part in (words, ends, marks, subjects, objects, sums, relations)]


class Network(nn.Module):
    """As network.ts computes it."""

    def __init__(self, words, relations, size, dropout):
        super().__init__()
        self.words, self.endings = nn.Embedding(words, size, padding_idx=0), nn.Embedding(ENDINGS, size)
        self.subjects, self.objects = (nn.Embedding(2 * MIDDLE + 1, size) for _ in range(2))
        self.marks = nn.Linear(MARKS, size)
        self.layers = nn.ModuleList(nn.Conv1d(size, size, 3, padding=d, dilation=d) for d in (1, 2, 4))
        self.norms = nn.ModuleList(nn.LayerNorm(size) for _ in range(3))
        self.relations = nn.Embedding(relations, RELATION)
        self.hidden, self.out = nn.Linear(6 * size + SUMS + RELATION, HIDDEN), nn.Linear(HIDDEN, 1)
        self.drop, self.drop_hidden = nn.Dropout(0.2), nn.Dropout(dropout)
        for table in (self.words, self.endings, self.subjects, self.objects, self.relations):
            nn.init.normal_(table.weight, std=0.1)

    def forward(self, words, ends, marks, subjects, objects, sums, relations):
        mask = (words > 0).float()
        wide = mask.unsqueeze(-1)
        places = self.subjects(subjects) + self.objects(objects) + self.marks(marks)
        x = self.drop((self.words(words) + self.endings(ends) + places) * wide)
        for layer, norm in zip(self.layers, self.norms):
            x = (x + self.drop(F.relu(layer((norm(x) * wide).transpose(1, 2)).transpose(1, 2)))) * wide
        thing, said = (marks[:, :, 0] >= 1).float(), marks[:, :, 1]
        both = ((thing + said) > 0).float()
        passed = torch.cumsum(both, 1)
        total = passed[:, -1:]
        before = (passed == 0).float() * mask
        between = ((passed > 0) & (passed < total)).float() * mask
        behind = (passed >= total).float() * mask * (1 - both)
        most = lambda w: torch.where(w.unsqueeze(-1) > 0, x, torch.full_like(x, -5.0)).max(1)[0].clamp(min=-5)
        mean = lambda w: (x * w.unsqueeze(-1)).sum(1) / w.sum(1, keepdim=True).clamp(min=1)
        pooled = [mean(thing), mean(said), most(before), most(between), most(behind), mean(mask)]
        z = torch.cat([*pooled, sums, self.relations(relations)], 1)
        return self.out(self.drop_hidden(F.relu(self.hidden(self.drop_hidden(z))))).squeeze(-1)


class Training:
    def __init__(self, texts, encoder, options):
        self.texts = [[text["wrong"], encoder.encode(text), None] for text in texts]
        self.texts = [text for text in self.texts if text[1]]
        self.net = Network(len(encoder.words) + 2, len(encoder.relations) + 1, options.size, options.dropout)
        self.mean = copy.deepcopy(self.net)
        steps = options.epochs * (len(self.texts) // BATCH + 2)
        self.optimizer = torch.optim.AdamW(self.net.parameters(), lr=2.5e-3, weight_decay=0.03)
        self.schedule = torch.optim.lr_scheduler.OneCycleLR(self.optimizer, 2.5e-3, total_steps=steps, pct_start=0.08)
        self.steps = 0

    def run(self, epochs):
        begun = time.time()
        for epoch in range(epochs):
            self.net.train()
            random.shuffle(self.texts)
            by_length = []
            for at in range(0, len(self.texts), 20 * BATCH):
                some = self.texts[at : at + 20 * BATCH]
                by_length += sorted(some, key=lambda text: max(len(example[0]) for example in text[1]))
            starts = list(range(0, len(by_length), BATCH))
            random.shuffle(starts)
            loss = sum(self.step(by_length[at : at + BATCH], epoch) for at in starts) / len(starts)
            print(f"epoch {epoch}: loss {loss:.3f}, {time.time() - begun:.0f} s", flush=True)

    def step(self, texts, epoch):
        examples, parts = [], []
        for text in texts:
            wrong, encoded, seen = text
            negative = [at for at, example in enumerate(encoded) if example[7] == 0]
            # What the network is sure of teaches it little: an eighth of that is enough.
            if seen is not None:
                easy = [at for at in negative if seen[at] <= 0.004]
                negative = [at for at in negative if seen[at] > 0.004] + random.sample(easy, len(easy) // 8)
            negative = random.sample(negative, min(len(negative), 14 if epoch == 0 else 24))
            chosen = [at for at, example in enumerate(encoded) if example[7] != 0] + negative
            if chosen:
                parts.append((len(examples), len(examples) + len(chosen), text, chosen))
                examples += [encoded[at] for at in chosen]
        if not examples:
            return 0.0
        logits = self.net(*batch_of(examples, forget=0.07))
        labels = torch.tensor([example[7] for example in examples])
        denied = F.logsigmoid(-logits)
        loss = -denied[labels == 0].sum() * 0.5
        sure = torch.sigmoid(logits.detach()).numpy()
        for start, end, text, chosen in parts:
            if text[2] is None:
                text[2] = np.full(len(text[1]), 0.5, dtype=np.float32)
            text[2][chosen] = sure[start:end] if epoch > 0 else np.maximum(sure[start:end], 0.0041)
            inside = denied[start:end][labels[start:end] == 1]
            if text[0] and len(inside):
                # At least one of them is said.
                none = inside.sum().clamp(max=-1e-6)
                loss = loss - torch.log1p(-torch.exp(none)).clamp(min=-20)
        loss = loss / len(texts)
        self.optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.net.parameters(), 1.0)
        self.optimizer.step()
        self.schedule.step()
        self.steps += 1
        share = min(0.998, self.steps / (self.steps + 50))
        with torch.no_grad():
            for mean, now in zip(self.mean.parameters(), self.net.parameters()):
                mean.mul_(share).add_(now, alpha=1 - share)
        return loss.item()


def predict(net, encoder, texts):
    net.eval()
    with torch.no_grad():
        for text in texts:
            encoded = encoder.encode(text)
            yield torch.sigmoid(net(*batch_of(encoded))).numpy() if encoded else np.zeros(0)


def signs_of(passage, candidate):
    """As in scout.ts; None where the thing stands too far off."""
    items, own = passage["items"], passage["block"]
    subject, (first, last) = candidate["subject"], candidate["said"]
    sentence = lambda at: items[at][4]
    apart = sentence(first) - sentence(subject)
    if len(candidate["strangers"]) > 4 or not (items[subject][5] or -1 <= apart <= 2):
        return None
    (a, a_end), (b, b_end) = sorted([(subject, subject), (first, last)])
    order = "b" if subject < first else "a"
    between = list(range(a_end + 1, b))
    far = between if len(between) <= 16 else between[:8] + between[-8:]
    signs = {f"p:{items[at][0]}" for at in range(max(0, a - 4), a)}
    signs |= {f"m{order}:{items[at][0]}" for at in far}
    signs |= {f"n:{items[at][0]}" for at in range(b_end + 1, min(len(items), b_end + 6))}
    signs |= {f"o:{items[at][0]}" for at in range(first, min(last + 1, first + 4))}
    distance = min(20, len(between))
    signs |= {
        f"rel:{candidate['relation']}",
        f"k:{candidate['kind']}{candidate['cued']}",
        f"kind:{items[subject][0]}",
        f"same{int(apart == 0)}",
        f"d{max(-2, min(3, apart))}",
        f"dist{order}{distance if distance < 6 else 6 + (distance - 6) // 4}",
        f"nh{min(3, len(candidate['holders']))}",
        f"ns{min(5, len(candidate['strangers']))}",
        f"above{items[subject][5]}",
        f"own{int(items[subject][3] == own)}",
    }
    near = [at for at in candidate["holders"] if sentence(at) == sentence(first)]
    signs.add(f"hs{min(2, len(near))}")
    if near:
        signs.add(f"hcloser{int(min(abs(at - first) for at in near) < abs(subject - first))}")
    return signs


def train_scout(texts, probabilities, believed):
    """A sum of single words that lets pass what the network believes."""
    rows, taught = [], []
    for text, sure in zip(texts, probabilities):
        candidates = [(passage, one) for passage in text["passages"] for one in passage["candidates"]]
        for (passage, candidate), probability in zip(candidates, sure):
            signs = signs_of(passage, candidate)
            if signs is not None:
                rows.append(signs)
                taught.append(probability > believed)
    counts = collections.Counter(sign for signs in rows for sign in signs)
    numbers = {sign: at for at, sign in enumerate(s for s, times in counts.items() if times >= SIGN_TIMES)}
    places = [(row, numbers[sign]) for row, signs in enumerate(rows) for sign in signs if sign in numbers]
    matrix = scipy.sparse.csr_matrix((np.ones(len(places)), tuple(zip(*places))), shape=(len(rows), len(numbers)))
    taught = np.array(taught)
    model = LogisticRegression(C=0.3, max_iter=200).fit(matrix, taught, sample_weight=np.where(taught, 4, 1))
    weights = {sign: round(float(model.coef_[0][at]), 2) for sign, at in sorted(numbers.items())}
    return {"bias": round(float(model.intercept_[0]), 3), "weights": {s: w for s, w in weights.items() if abs(w) > 0.06}}


def write(path, net, encoder, size, scout):
    tensors = {name: value.detach().numpy() for name, value in net.state_dict().items()}
    body = bytearray()

    def floats(values):
        body.extend(np.asarray(values, dtype="<f4").ravel().tobytes())

    def matrix(values):
        values = np.asarray(values, dtype=np.float32)
        scale = np.maximum(np.abs(values).max(1) / 127, 1e-9)
        floats(scale)
        body.extend(np.clip(np.round(values / scale[:, None]), -127, 127).astype(np.int8).tobytes())

    for table in ("words", "endings", "subjects", "objects"):
        matrix(tensors[f"{table}.weight"])
    matrix(tensors["marks.weight"].T)
    floats(tensors["marks.bias"])
    for at in range(3):
        floats(tensors[f"norms.{at}.weight"])
        floats(tensors[f"norms.{at}.bias"])
        matrix(tensors[f"layers.{at}.weight"].transpose(0, 2, 1).reshape(size, -1))
        floats(tensors[f"layers.{at}.bias"])
    matrix(tensors["relations.weight"])
    for layer in ("hidden", "out"):
        matrix(tensors[f"{layer}.weight"])
        floats(tensors[f"{layer}.bias"])
    in_order = lambda numbers: sorted(numbers, key=numbers.get)
    head = {"size": size, "words": in_order(encoder.words), "relations": in_order(encoder.relations), "scout": scout}
    text = json.dumps(head, ensure_ascii=True, separators=(",", ":")).encode("ascii")
    with open(path, "wb") as file:
        file.write(b"KSSA" + struct.pack("<III", FORMAT, 16 + len(text) + len(body), len(text)) + text + body)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--examples", nargs="+", required=True)
    parser.add_argument("--close", nargs="*", default=[], help="examples that count three times")
    parser.add_argument("--test", nargs="*", default=[], help="examples whose probabilities are written beside OUTPUT")
    parser.add_argument("--output", required=True)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--size", type=int, default=48)
    parser.add_argument("--dropout", type=float, default=0.35)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--believed", type=float, default=0.7, help="what the scout is taught to let pass")
    options = parser.parse_args()
    random.seed(options.seed)
    np.random.seed(options.seed)
    torch.manual_seed(options.seed)
    torch.set_num_threads(1)

    close = load(options.close)
    once = load(options.examples) + close
    texts = once + 2 * close
    words = collections.Counter(item[0] for text in texts for p in text["passages"] for item in p["items"])
    relations = collections.Counter(c["relation"] for text in texts for p in text["passages"] for c in p["candidates"])
    encoder = Encoder(
        {w: at + 2 for at, w in enumerate(w for w, times in words.most_common() if times >= WORD_TIMES)},
        {r: at + 1 for at, r in enumerate(r for r, times in relations.most_common() if times >= RELATION_TIMES)},
    )
    print(f"{len(texts)} texts, {len(encoder.words)} words, {len(encoder.relations)} relations", flush=True)
    training = Training(texts, encoder, options)
    training.run(options.epochs)
    net = training.mean
    for path in options.test:
        found = [[float(p) for p in sure] for sure in predict(net, encoder, load([path]))]
        with open(f"{options.output}.{path.rsplit('/', 1)[-1]}.json", "w", encoding="utf-8") as file:
            json.dump(found, file)
    scout = train_scout(once, list(predict(net, encoder, once)), options.believed)
    write(options.output, net, encoder, options.size, scout)
    torch.save(net.state_dict(), options.output + ".pt")


main()
