"""What every script here shares: the data, its standardisation, and the format of the files."""
import csv
import math
import os
import platform
from pathlib import Path

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_name] = "1"  # one thread: the same sums in the same order in every run

import numpy as np

ROOT = Path(__file__).resolve().parents[3]
DATA = ROOT / "src/main/resources/io/github/gradusml/data"
OUT = ROOT / "src/test/resources/reference"

STANDARDISED = ("features standardised over all rows of the file: (x - mean) / sqrt(mean((x - mean)^2)), "
                "sums by math.fsum; rows in file order")


def read(name):
    """Returns the features as an array and the last column as a list of strings."""
    with open(DATA / name, encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[1:]
    return np.array([[float(v) for v in row[:-1]] for row in rows]), [row[-1] for row in rows]


def mean_and_sd(x):
    mean = math.fsum(x) / len(x)
    return mean, math.sqrt(math.fsum((v - mean) ** 2 for v in x) / len(x))


def standardise(x):
    """Standardises each column (or a vector) with its population standard deviation."""
    if x.ndim == 1:
        mean, sd = mean_and_sd(x)
        return (x - mean) / sd
    return np.column_stack([standardise(column) for column in x.T])


def breast_cancer():
    x, labels = read("breast_cancer.csv")
    return standardise(x), np.array([1.0 if label == "malignant" else 0.0 for label in labels])


def diabetes():
    """Features standardised, target raw."""
    x, target = read("diabetes.csv")
    return standardise(x), np.array([float(v) for v in target])


def versions(*modules):
    return ", ".join([f"Python {platform.python_version()}"]
                     + [f"{m.__name__} {m.__version__}" for m in (np, *modules)])


def parameters(prefix, w, b):
    """The lines of one weight vector: prefix + w0, w1, ..., bias."""
    return {**{f"{prefix}w{j}": v for j, v in enumerate(w)}, f"{prefix}bias": b}


def write(name, header, values):
    """Writes `# ` comment lines, then one `key,value` per line; repr gives digits enough to round-trip."""
    path = OUT / name
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [f"# {line}" for line in header]
    for key, value in values.items():
        number = value if isinstance(value, int) else float(value) + 0.0  # + 0.0: no minus zero
        assert math.isfinite(number), (name, key, number)
        lines.append(f"{key},{number!r}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
