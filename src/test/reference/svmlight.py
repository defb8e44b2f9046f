"""Small svmlight files as scikit-learn writes them, and what it reads of them."""
import io

import numpy as np
import sklearn
from scipy.sparse import csr_matrix
from sklearn.datasets import dump_svmlight_file, load_svmlight_file

from common import OUT, versions

X = csr_matrix(np.array([
    [0, 1.5, 0, -2, 0, 0],
    [0.1, 0, 0, 0, 0, 1 / 3],
    [0, 0, 0, 0, 0, 0],
    [1e-300, 0, 12345678.9, 0, 0, -1e300],
    [0, 0, 0, 0, 7, 2 ** -1074],
]))


def text(y, **settings):
    file = io.BytesIO()
    dump_svmlight_file(X, y, file, **settings)
    read, labels = load_svmlight_file(io.BytesIO(file.getvalue()), n_features=6, zero_based=settings["zero_based"])
    # It writes 16 digits, and some doubles need 17.
    assert np.allclose(read.toarray(), X.toarray(), rtol=1e-15, atol=0) and labels.tolist() == list(y)
    return file.getvalue(), read


def write(name, content):
    (OUT / "svmlight").mkdir(parents=True, exist_ok=True)
    (OUT / "svmlight" / name).write_bytes(content)


def values(name, call, read, y):
    lines = [f"# {call}; {versions(sklearn)}", "# xI.J: number J of row I, from 0, where it is not 0; yI: its label"]
    for i in range(read.shape[0]):
        lines.append(f"y{i},{float(y[i])!r}")
        for j in np.sort(read[i].indices):
            lines.append(f"x{i}.{j},{float(read[i, j])!r}")
    write(name, ("\n".join(lines) + "\n").encode())


CALL = "X.csv: load_svmlight_file(X.svm, n_features=6, zero_based=%s), of dump_svmlight_file(X, y, X.svm, %s)"
for name, y, settings in [
    ("one_based", [3.0, -0.25, 1e10, 2.0, 5.0], dict(zero_based=False)),
    ("zero_based", [1, -1, -1, 1, 1], dict(zero_based=True, comment="five rows", query_id=[1, 1, 2, 2, 3])),
]:
    content, read = text(np.array(y), **settings)
    write(f"{name}.svm", content)
    shown = ", ".join(f"{k}={v!r}" for k, v in settings.items())
    values(f"{name}.csv", CALL % (settings["zero_based"], shown), read, y)

# What Gradus writes of the same rows: scikit-learn reads every number to the last bit.
GRADUS = b"""3 2:1.5 4:-2
-0.25 1:0.1 6:0.3333333333333333
10000000000
2 1:1.0E-300 3:1.23456789E7 6:-1.0E300
5 5:7 6:4.9E-324
"""
read, labels = load_svmlight_file(io.BytesIO(GRADUS), n_features=6, zero_based=False)
assert (read.toarray() == X.toarray()).all()
write("gradus.svm", GRADUS)
values("gradus.csv", "load_svmlight_file(gradus.svm, n_features=6, zero_based=False)", read, labels)
