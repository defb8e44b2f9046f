"""Stochastic gradient descent, one row at a time in file order, with scikit-learn."""
import numpy as np
import sklearn
from sklearn.linear_model import Perceptron, SGDClassifier, SGDRegressor

from common import STANDARDISED, breast_cancer, diabetes, parameters, read, standardise, versions, write

VERSIONS = versions(sklearn)
HUBER = 0.5

# Each loss on the net input z with target y (-1/+1 for the classifiers): value, derivative, and
# the quantity whose sign decides between its branches (1 where there is no decision).
LOSSES = {
    "log_loss": (lambda z, y: np.logaddexp(0, -y * z), lambda z, y: -y / (1 + np.exp(y * z)), lambda z, y: 1),
    "hinge": (lambda z, y: np.maximum(0, 1 - y * z), lambda z, y: -y * (y * z <= 1), lambda z, y: 1 - y * z),
    "squared_hinge": (lambda z, y: np.maximum(0, 1 - y * z) ** 2, lambda z, y: -2 * y * max(0, 1 - y * z),
                      lambda z, y: 1 - y * z),
    "perceptron": (lambda z, y: np.maximum(0, -y * z), lambda z, y: -y * (y * z <= 0), lambda z, y: -y * z),
    "squared_error": (lambda z, y: (z - y) ** 2 / 2, lambda z, y: z - y, lambda z, y: 1),
    "huber": (lambda z, y: np.where(abs(z - y) <= HUBER, (z - y) ** 2 / 2, HUBER * (abs(z - y) - HUBER / 2)),
              lambda z, y: np.clip(z - y, -HUBER, HUBER), lambda z, y: abs(z - y) - HUBER),
}


def plain(loss, x, y, eta, alpha, epochs):
    """The formula by hand: w -= eta * (L'(z) * x + alpha * w), b -= eta * L'(z)."""
    _, derivative, branch = LOSSES[loss]
    w, b, nearest, positive = np.zeros(x.shape[1]), 0.0, np.inf, []
    for _ in range(epochs):
        positive.append(0)
        for xi, yi in zip(x, y):
            z = xi @ w + b
            side = branch(z, yi)
            if np.any(w):
                nearest = min(nearest, abs(side))
            positive[-1] += int(side > 0 or loss == "perceptron" and side >= 0)
            g = derivative(z, yi)
            w = w - eta * (g * xi + alpha * w)
            b = b - eta * g
    return w, b, nearest, positive


def reference(name, call, model, loss, x, y, eta, alpha, data):
    """Fits `model` for 1 and for 5 epochs, checks it against `plain`, and writes both."""
    values, notes = {}, []
    classes = loss not in ("squared_error", "huber")
    for epochs in (1, 5):
        fitted = model(epochs).fit(x, y)
        w, b = fitted.coef_.ravel(), float(fitted.intercept_[0])
        target = 2 * y - 1 if classes else y
        w2, b2, nearest, positive = plain(loss, x, target, eta, alpha, epochs)
        assert max(np.max(np.abs(w - w2)), abs(b - b2)) < 1e-12, (name, w - w2, b - b2)
        z = x @ w + b
        value = np.mean(LOSSES[loss][0](z, target))
        prefix = f"epoch{epochs}."
        values.update(parameters(prefix, w, b))
        values[prefix + "loss"] = value
        values[prefix + "objective"] = value + alpha / 2 * (w @ w)
        if classes:
            values[prefix + "correct"] = int(np.sum((z > 0) == (y == 1)))
    if loss == "perceptron":
        values.update({f"epoch{i + 1}.updates": count for i, count in enumerate(positive)})
    if loss == "huber":
        notes.append(f"rows on the linear branch in each of the 5 epochs: {positive} of {len(y)}")
    if loss not in ("log_loss", "squared_error"):
        assert nearest > 1e-5, (name, nearest)
        notes.append("no row came nearer than 1e-5 to the kink of the loss (beyond the zero start), "
                     "so rounding cannot change a decision")
    if loss == "perceptron":
        notes.append("epochN.updates: rows that changed the weights in epoch N alone")
    write(f"sgd/{name}.csv", [
        f"call: {call}.fit(X, y), for max_iter 1 (keys epoch1.*) and 5 (keys epoch5.*)",
        f"versions: {VERSIONS}",
        f"data: {data}",
        "coef_ is w0, w1, ...; intercept_ is bias",
        "loss: mean loss over all rows at these weights, without the penalty; "
        "objective: with alpha/2 * |w|^2; correct: rows with the right sign of z",
        "checked: a NumPy loop over w -= eta*(L'(z)*x + alpha*w), b -= eta*L'(z) gives the same within 1e-12",
        *notes], values)


CANCER = "breast_cancer.csv; " + STANDARDISED + "; y = 1 malignant (+1 in the loss), 0 benign (-1 in the loss)"
DIABETES = ("diabetes.csv; " + STANDARDISED + "; target standardised the same way, "
            "(y - mean) / sqrt(mean((y - mean)^2))")


def stochastic(loss, eta, penalty, alpha):
    """One SGDClassifier or SGDRegressor, on breast cancer or on diabetes."""
    regression = loss in ("squared_error", "huber")
    kind = SGDRegressor if regression else SGDClassifier
    settings = dict(loss=loss, penalty=penalty, alpha=alpha, learning_rate="constant", eta0=eta,
                    fit_intercept=True, shuffle=False, tol=None, average=False, early_stopping=False)
    if loss == "huber":
        settings["epsilon"] = HUBER
    call = f"{kind.__name__}({', '.join(f'{k}={v!r}' for k, v in settings.items())}, max_iter=5)"
    x, y = diabetes() if regression else breast_cancer()
    if regression:
        y = standardise(y)
    reference(f"{loss}_{penalty.lower() if penalty else 'none'}", call, lambda n: kind(max_iter=n, **settings),
              loss, x, y, eta, alpha, DIABETES if regression else CANCER)


def perceptron(name, x, y, eta, data):
    settings = dict(penalty=None, fit_intercept=True, shuffle=False, tol=None, eta0=eta)
    call = f"Perceptron({', '.join(f'{k}={v!r}' for k, v in settings.items())}, max_iter=5)"
    reference(name, call, lambda n: Perceptron(max_iter=n, **settings), "perceptron", x, y, eta, 0.0, data)


for loss, eta in (("log_loss", 0.01), ("hinge", 0.01), ("squared_hinge", 0.001),
                  ("squared_error", 0.01), ("huber", 0.01)):
    stochastic(loss, eta, "l2", 1e-3)
    stochastic(loss, eta, None, 0.0)

perceptron("perceptron_breast_cancer", *breast_cancer(), 1.0, CANCER)
perceptron("perceptron_breast_cancer_eta01", *breast_cancer(), 0.1, CANCER)
IRIS, SPECIES = read("iris.csv")
TWO = np.array([1.0 if s == "versicolor" else 0.0 for s in SPECIES if s != "virginica"])
ROWS = "the 50 setosa rows (y = 0, -1 in the loss), then the 50 versicolor rows (y = 1, +1 in the loss)"
perceptron("perceptron_iris", standardise(IRIS)[:100], TWO, 1.0,
           "iris.csv; " + STANDARDISED + " (all 150 rows, before the choice); " + ROWS)
perceptron("perceptron_iris_raw", IRIS[:100], TWO, 1.0, "iris.csv; raw centimetres; " + ROWS)
