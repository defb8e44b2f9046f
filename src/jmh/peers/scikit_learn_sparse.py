"""scikit-learn's SGDClassifier on sparse rows, one row an update. Needs Debian's python3-sklearn.

Arguments: NAME=ROWSxCOLUMNS/NUMBERS/PENALTY[-CLASSES][*EPOCHS] ... It prints no fingerprint: on sparse
rows its intercept moves at a hundredth of the rate, and its L1 part comes late.
"""

import re
import statistics
import sys
import time

import numpy as np
import scipy.sparse
from sklearn.linear_model import SGDClassifier

from common import ALPHA, ETA, uniform

L1_RATIO = 0.15


def data(n, d, m, classes):
    at = np.arange(n * m)
    stretch = d // m
    columns = (at % m) * stretch + (uniform(2 * at) * stretch).astype(np.int64)
    x = uniform(2 * at + 1)
    if classes == 2:
        directions = uniform((1 << 40) + np.arange(d)) - 0.5
        score = (x * directions[columns]).reshape(n, m).sum(axis=1)
        y = score + (uniform((1 << 41) + np.arange(n)) - 0.5) > 0
    else:
        y = columns.reshape(n, m)[:, 0] % classes
    starts = np.arange(0, n * m + 1, m, dtype=np.int32)
    return scipy.sparse.csr_matrix((x, columns.astype(np.int32), starts), shape=(n, d)), y.astype(int)


for argument in sys.argv[1:]:
    name, form = argument.split("=")
    match = re.fullmatch(r"(\d+)x(\d+)/(\d+)/(l2|elastic)(?:-(\d+))?(?:\*(\d+))?", form)
    n, d, m = (int(number) for number in match.groups()[:3])
    classes, epochs = int(match.group(5) or 2), int(match.group(6) or 1)
    x, y = data(n, d, m, classes)
    times = []
    for _ in range(3 if classes == 2 else 1):
        model = SGDClassifier(
            loss="log_loss",
            penalty="l2" if match.group(4) == "l2" else "elasticnet",
            alpha=ALPHA,
            l1_ratio=L1_RATIO,
            learning_rate="constant",
            eta0=ETA,
            max_iter=epochs,
            tol=None,
            shuffle=False,
        )
        start = time.perf_counter()
        model.fit(x, y)
        times.append(time.perf_counter() - start)
    products = n * m * (1 if classes == 2 else classes) * epochs
    print(f"scikit-learn,{name},{statistics.median(times) * 1e9 / products:.4f},", flush=True)
