"""NumPy with its BLAS, many rows an update. Needs Debian's python3-numpy."""

import numpy as np

from common import ALPHA, ETA, report, workloads


def train(x, y, workload):
    n, d = x.shape
    w = np.zeros(d)
    b = 0.0
    for _ in range(workload.epochs):
        if workload.shuffled:
            order = np.random.default_rng(0).permutation(n)
        for start in range(0, n, workload.batch):
            stop = min(start + workload.batch, n)
            rows = order[start:stop] if workload.shuffled else slice(start, stop)
            some = x[rows]
            delta = 1 / (1 + np.exp(-(some @ w + b))) - y[rows]
            m = stop - start
            w -= ETA * (some.T @ delta / m + ALPHA * w)
            b -= ETA * delta.mean()
    return w, b


for workload in workloads():
    if workload.batch > 1 and not workload.units:
        report("NumPy", workload, train)
