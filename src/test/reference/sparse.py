"""scikit-learn's SGDClassifier on sparse rows, and on the same rows as a dense array."""
import numpy as np
import scipy.sparse
import sklearn
from sklearn.linear_model import SGDClassifier

from common import OUT, parameters, versions, write

ROWS, COLUMNS, NUMBERS, ETA, ALPHA, L1_RATIO = 300, 400, 6, 0.05, 0.001, 0.3


def rows():
    """Rows whose words are the rarer the larger their number, and two classes from a linear model."""
    random = np.random.default_rng(15)
    x = np.zeros((ROWS, COLUMNS))
    for i in range(ROWS):
        columns = np.minimum(COLUMNS - 1, (COLUMNS * random.random(NUMBERS) ** 2).astype(int))
        x[i, columns] = np.round(random.normal(size=NUMBERS), 4)
    z = x @ random.normal(size=COLUMNS) + random.normal(size=ROWS) / 2
    return x, (z > 0).astype(float)


def by_hand(loss, x, y, penalty, intercept, epochs):
    """The formulas, every weight at every row; L1 as Tsuruoka and others (2009)."""
    l1 = {"l2": 0, "l1": ALPHA, "elasticnet": L1_RATIO * ALPHA}[penalty]
    l2 = {"l2": ALPHA, "l1": 0, "elasticnet": (1 - L1_RATIO) * ALPHA}[penalty]
    w, b, q, u = np.zeros(COLUMNS), 0.0, np.zeros(COLUMNS), 0.0
    for _ in range(epochs):
        for xi, yi in zip(x, 2 * y - 1):
            z = xi @ w + b
            g = -yi / (1 + np.exp(yi * z)) if loss == "log_loss" else -yi * (yi * z <= 1)
            w, u = (1 - ETA * l2) * w - ETA * g * xi, u + ETA * l1
            b -= ETA * g if intercept else 0
            v = w
            w = np.where(v > 0, np.maximum(0, v - (u + q)), np.where(v < 0, np.minimum(0, v + (u - q)), 0))
            q = q + w - v if l1 > 0 else q
    return w, b


def sgd(loss, penalty, intercept, sparse):
    settings = dict(loss=loss, penalty=penalty, alpha=ALPHA, l1_ratio=L1_RATIO, learning_rate="constant", eta0=ETA,
                    fit_intercept=intercept, shuffle=False, tol=None, average=False, early_stopping=False)
    x, y = rows()
    values, notes = {}, []
    for epochs in (1, 5):
        fitted = SGDClassifier(max_iter=epochs, **settings).fit(scipy.sparse.csr_matrix(x) if sparse else x, y)
        w, b = fitted.coef_.ravel(), float(fitted.intercept_[0]) if intercept else 0.0
        w2, b2 = by_hand(loss, x, y, penalty, intercept, epochs)
        apart = max(np.max(np.abs(w - w2)), abs(b - b2)) / np.max(np.abs(w2))
        exact = not sparse or penalty == "l2" and not intercept
        assert apart < 1e-12 if exact else apart > 1e-3
        notes.append(f"epoch {epochs}: {apart:.1e} of the largest weight from the formula")
        if exact:
            values.update(parameters(f"epoch{epochs}.", w, b))
    form = "sparse" if sparse else "dense"
    write(f"sparse/{loss}_{penalty}_{form}{'_intercept' if intercept else ''}.csv", [
        f"call: SGDClassifier({', '.join(f'{k}={v!r}' for k, v in settings.items())}, max_iter=5).fit(X, y), X "
        + ("a scipy.sparse.csr_matrix" if sparse else "a dense array"),
        "epochN.*: the same call with max_iter=N",
        f"versions: {versions(sklearn, scipy)}",
        "data: rows.svm in this folder",
        "checked: beside the formula by hand in NumPy, every weight at every row", *notes], values)


(OUT / "sparse").mkdir(exist_ok=True)
X, Y = rows()
with open(OUT / "sparse/rows.svm", "w", encoding="utf-8") as file:  # with all digits, unlike dump_svmlight_file
    for row, label in zip(X, Y):
        file.write(" ".join([str(int(label))] + [f"{j + 1}:{float(row[j])!r}" for j in np.flatnonzero(row)]) + "\n")
for LOSS in ("log_loss", "hinge"):
    sgd(LOSS, "l2", False, True)
    sgd(LOSS, "l2", True, True)  # its intercept moves at a hundredth of the rate
    for PENALTY in ("l2", "l1", "elasticnet"):
        sgd(LOSS, PENALTY, True, False)
    for PENALTY in ("l1", "elasticnet"):
        sgd(LOSS, PENALTY, False, True)  # predicts with weights whose penalty is still due
