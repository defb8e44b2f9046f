"""What the Python contenders share: the workloads, the data of Synthetic.java, the time."""

import re
import statistics
import sys
import time
from collections import namedtuple

import numpy as np

ETA = 0.01
ALPHA = 1e-4

# units: of each layer, the last being a softmax; none for a logistic regression.
Workload = namedtuple("Workload", "name rows columns units batch epochs shuffled")


def workloads():
    """The command line: NAME=ROWSxCOLUMNS[-UNITS]...[-CLASSES]/BATCH[*EPOCHS][/shuffled] ..."""
    for argument in sys.argv[1:]:
        name, form = argument.split("=")
        match = re.fullmatch(
            r"(\d+)x(\d+)((?:-\d+)*)/(\d+|all)(?:\*(\d+))?(/shuffled)?", form
        )
        rows, columns, units, batch, epochs, shuffled = match.groups()
        rows = int(rows)
        units = tuple(int(k) for k in units.split("-")[1:])
        batch = rows if batch == "all" else int(batch)
        yield Workload(
            name, rows, int(columns), units, batch, int(epochs or 1), bool(shuffled)
        )


def uniform(counters):
    """SplitMix64 of some counters, as numbers from [0, 1)."""
    bits = counters.astype(np.uint64) + np.uint64(1)
    bits *= np.uint64(0x9E3779B97F4A7C15)
    bits = (bits ^ (bits >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    bits = (bits ^ (bits >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    bits ^= bits >> np.uint64(31)
    return (bits >> np.uint64(11)) * 2.0**-53


def numbers(first, count):
    """The numbers of the counters first ... first + count - 1, with variance 1."""
    counters = np.arange(first, first + count, dtype=np.uint64)
    return (uniform(counters) - 0.5) * 3.4641016151377544


_made = {}


def data(workload):
    classes = workload.units[-1] if workload.units else 1
    size = (workload.rows, workload.columns, classes)
    if size not in _made:
        _made.clear()
        n, d, k = size
        x = np.empty((n, d))
        for row in range(0, n, 4096):
            some = min(4096, n - row)
            x[row : row + some] = numbers(row * d, some * d).reshape(some, d)
        scores = x @ numbers(1 << 40, k * d).reshape(k, d).T / np.sqrt(d)
        scores += numbers(1 << 41, n * k).reshape(n, k)
        y = scores.argmax(axis=1) if k > 1 else (scores[:, 0] > 0).astype(float)
        _made[size] = (x, y)
    return _made[size]


def shapes(workload):
    """The weights of each layer: inputs × units."""
    return list(zip((workload.columns,) + workload.units, workload.units))


def start(workload):
    """The weights of each layer, inputs × units, and its biases: see Synthetic.java."""
    layers = []
    at = 1 << 42
    for inputs, units in shapes(workload):
        w = numbers(at, inputs * units).reshape(inputs, units) / np.sqrt(inputs)
        layers.append((w, np.zeros(units)))
        at += (inputs + 1) * units
    return layers


def report(contender, workload, train):
    """Times train(x, y, workload), which returns weights and biases, and prints a line."""
    x, y = data(workload)
    times = []
    for _ in range(3):
        start = time.perf_counter()
        parameters = train(x, y, workload)
        times.append(time.perf_counter() - start)
    weights = sum(i * k for i, k in shapes(workload)) or workload.columns
    numbers_met = workload.rows * weights * workload.epochs
    per_number = statistics.median(times) * 1e9 / numbers_met
    # Shuffled rows come in an order of everyone's own.
    theta = np.concatenate([np.ravel(part) for part in parameters])
    mark = "" if workload.shuffled else f"{theta @ np.arange(1, theta.size + 1):.17e}"
    print(f"{contender},{workload.name},{per_number:.4f},{mark}", flush=True)
