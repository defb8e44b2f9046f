"""What the Python contenders share: the workloads, the data of Synthetic.java, the time."""

import re
import statistics
import sys
import time
from collections import namedtuple

import numpy as np

ETA = 0.01
ALPHA = 1e-4

Workload = namedtuple("Workload", "name rows columns batch epochs shuffled")


def workloads():
    """The command line: NAME=ROWSxCOLUMNS/BATCH[*EPOCHS][/shuffled] ..."""
    for argument in sys.argv[1:]:
        name, form = argument.split("=")
        match = re.fullmatch(r"(\d+)x(\d+)/(\d+|all)(?:\*(\d+))?(/shuffled)?", form)
        rows, columns, batch, epochs, shuffled = match.groups()
        rows = int(rows)
        batch = rows if batch == "all" else int(batch)
        yield Workload(name, rows, int(columns), batch, int(epochs or 1), bool(shuffled))


def numbers(first, count):
    """SplitMix64 of the counters first ... first + count - 1, as numbers of variance 1."""
    bits = np.arange(first + 1, first + count + 1, dtype=np.uint64)
    bits *= np.uint64(0x9E3779B97F4A7C15)
    bits = (bits ^ (bits >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    bits = (bits ^ (bits >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    bits ^= bits >> np.uint64(31)
    return ((bits >> np.uint64(11)) * 2.0**-53 - 0.5) * 3.4641016151377544


_made = {}


def data(workload):
    size = (workload.rows, workload.columns)
    if size not in _made:
        _made.clear()
        n, d = size
        x = np.empty((n, d))
        for row in range(0, n, 4096):
            some = min(4096, n - row)
            x[row : row + some] = numbers(row * d, some * d).reshape(some, d)
        score = x @ numbers(1 << 40, d) / np.sqrt(d) + numbers(1 << 41, n)
        _made[size] = (x, (score > 0).astype(float))
    return _made[size]


def report(contender, workload, train):
    """Times train(x, y, workload), which returns weights and bias, and prints a line."""
    x, y = data(workload)
    times = []
    for _ in range(3):
        start = time.perf_counter()
        w, b = train(x, y, workload)
        times.append(time.perf_counter() - start)
    per_number = statistics.median(times) * 1e9 / (x.size * workload.epochs)
    # Shuffled rows come in an order of everyone's own.
    theta = np.append(w, b)
    mark = "" if workload.shuffled else f"{theta @ np.arange(1, theta.size + 1):.17e}"
    print(f"{contender},{workload.name},{per_number:.4f},{mark}", flush=True)
