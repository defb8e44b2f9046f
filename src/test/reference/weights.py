"""Weights of rows and of classes, with scikit-learn: trained, converged, and in the metrics."""
import numpy as np
import sklearn
from sklearn import metrics as m
from sklearn.linear_model import ElasticNet, Lasso, LogisticRegression, Ridge, SGDClassifier
from sklearn.utils.class_weight import compute_class_weight

from common import OUT, STANDARDISED, breast_cancer, diabetes, parameters, read, versions, write

VERSIONS = "versions: " + versions(sklearn)
CANCER = f"data: breast_cancer.csv; {STANDARDISED}; y = 1 malignant, 0 benign"
DIABETES = f"data: diabetes.csv; {STANDARDISED}; target raw"
PATTERN = "s of row i: (i % 4) / 2, that is 0, 0.5, 1, 1.5, 0, ..."


def pattern(n):
    return np.arange(n) % 4 / 2


def class_weights():
    for name in ("breast_cancer", "digits"):
        _, labels = read(f"{name}.csv")
        y = np.array([{"benign": 0, "malignant": 1}[v] for v in labels]) if name == "breast_cancer" \
            else np.array([int(v) for v in labels])
        classes = np.unique(y)
        weights = compute_class_weight("balanced", classes=classes, y=y)
        write(f"weights/balanced_{name}.csv", [
            "call: compute_class_weight('balanced', classes=numpy.unique(y), y=y)", VERSIONS, f"data: {name}.csv",
            "classI: the weight of each row whose target is I"],
            {f"class{c}": w for c, w in zip(classes.tolist(), weights)})


def gradient_length(x, slope, s, w, alpha, ratio):
    """Of the weighted mean loss and the penalty, at the non-zero weights and the bias; the largest component."""
    g = np.append(slope @ (x * s[:, None]), slope @ s) / s.sum()
    g[:-1] += alpha * (1 - ratio) * w + alpha * ratio * np.sign(w)
    return np.max(np.abs(g[np.append(w != 0, True)]))


def converged(name, call, fitted, logistic, s, alpha, ratio, data, note):
    x, y = breast_cancer() if logistic else diabetes()
    w, b = fitted.coef_.ravel(), float(np.ravel(fitted.intercept_)[0])
    z = x @ w + b
    residual = gradient_length(x, (1 / (1 + np.exp(-z)) if logistic else z) - y, s, w, alpha, ratio)
    assert residual < 1e-10, (name, residual)
    write(f"weights/{name}.csv", [
        f"call: {call}", VERSIONS, data,
        f"minimises sum(s*L)/sum(s) + alpha*(ratio*|w|_1 + (1-ratio)/2*|w|_2^2), alpha = {alpha!r}, ratio = {ratio!r}, "
        f"L = {'log(1+exp(-+z))' if logistic else '(z-y)^2/2'}; the bias is not penalised",
        note, f"checked: the largest component of the gradient of that in NumPy is {residual:.1e}"],
        {**parameters("", w, b), "zeros": int(np.sum(w == 0))})


def minima():
    x, y = breast_cancer()
    n, s, alpha = len(y), pattern(len(y)) + 0.5, 0.1  # newton-cholesky gives up on weights of 0
    tight = dict(solver="newton-cholesky", tol=1e-12, max_iter=10_000)
    shown = ", ".join(f"{k}={v!r}" for k, v in tight.items())
    balanced = compute_class_weight("balanced", classes=np.array([0, 1]), y=y)[y.astype(int)]
    converged("logistic_balanced", f"LogisticRegression(C=1/(n*0.1), class_weight='balanced', {shown}).fit(X, y)",
              LogisticRegression(C=1 / (n * alpha), class_weight="balanced", **tight).fit(x, y), True, balanced, alpha,
              0.0, CANCER, "C is 1/(n*alpha), as balanced weights sum to n")
    converged("logistic_weighted", f"LogisticRegression(C=1/(sum(s)*0.1), {shown}).fit(X, y, sample_weight=s)",
              LogisticRegression(C=1 / (s.sum() * alpha), **tight).fit(x, y, sample_weight=s), True, s, alpha, 0.0,
              CANCER, "C is 1/(sum(s)*alpha); s of row i: (i % 4 + 1) / 2")
    x, y = diabetes()
    s = pattern(len(y))
    converged("ridge_weighted", "Ridge(alpha=sum(s)*0.1, solver='cholesky').fit(X, y, sample_weight=s)",
              Ridge(alpha=s.sum() * 0.1, solver="cholesky").fit(x, y, sample_weight=s), False, s, 0.1, 0.0, DIABETES,
              "Ridge's own alpha is sum(s)*alpha; " + PATTERN)
    tight = dict(tol=1e-14, max_iter=10_000_000)
    shown = ", ".join(f"{k}={v!r}" for k, v in tight.items())
    converged("lasso_weighted", f"Lasso(alpha=1.0, {shown}).fit(X, y, sample_weight=s)",
              Lasso(alpha=1.0, **tight).fit(x, y, sample_weight=s), False, s, 1.0, 1.0, DIABETES,
              "alpha is the same, as Lasso scales s to a mean of 1; " + PATTERN)
    converged("elastic_net_weighted", f"ElasticNet(alpha=1.0, l1_ratio=0.5, {shown}).fit(X, y, sample_weight=s)",
              ElasticNet(alpha=1.0, l1_ratio=0.5, **tight).fit(x, y, sample_weight=s), False, s, 1.0, 0.5, DIABETES,
              "alpha is the same, as ElasticNet scales s to a mean of 1; " + PATTERN)


def row_by_row():
    x, y = breast_cancer()
    s = pattern(len(y))
    balanced = compute_class_weight("balanced", classes=np.array([0, 1]), y=y)[y.astype(int)]
    settings = dict(loss="log_loss", penalty="l2", alpha=1e-3, learning_rate="constant", eta0=0.01, shuffle=False,
                    tol=None)
    shown = ", ".join(f"{k}={v!r}" for k, v in settings.items())
    for name, call, fit, factors in (
            ("sgd_balanced", f"SGDClassifier({shown}, class_weight='balanced', max_iter=5).fit(X, y)",
             lambda k: SGDClassifier(max_iter=k, class_weight="balanced", **settings).fit(x, y), balanced),
            ("sgd_weighted", f"SGDClassifier({shown}, max_iter=5).fit(X, y, sample_weight=s)",
             lambda k: SGDClassifier(max_iter=k, **settings).fit(x, y, sample_weight=s), s)):
        values = {}
        for epochs in (1, 5):
            fitted = fit(epochs)
            w, b = np.zeros(x.shape[1]), 0.0
            for _ in range(epochs):
                for xi, yi, si in zip(x, y, factors):
                    g = si * (1 / (1 + np.exp(-(xi @ w + b))) - yi)
                    w, b = w - 0.01 * (g * xi + 1e-3 * w), b - 0.01 * g
            assert max(np.max(np.abs(fitted.coef_.ravel() - w)), abs(fitted.intercept_[0] - b)) < 1e-12
            values.update(parameters(f"epoch{epochs}.", fitted.coef_.ravel(), float(fitted.intercept_[0])))
        write(f"weights/{name}.csv", [
            f"call: {call}", "epochN.*: the same call with max_iter=N", VERSIONS, CANCER,
            *([PATTERN] if name == "sgd_weighted" else []),
            "checked: equals w -= eta*(s*L'(z)*x + alpha*w), b -= eta*s*L'(z) by hand in NumPy within 1e-12; s is not "
            "scaled to a mean of 1"], values)


def stored(name, prefix):
    lines = (OUT / name).read_text(encoding="utf-8").splitlines()
    pairs = [line.split(",") for line in lines if not line.startswith("#")]
    return np.array([float(v) for k, v in pairs if k[:len(prefix)] == prefix and k[len(prefix):].isdigit()])


def weighted_metrics():
    z, y = stored("metrics/classification.csv", "score"), stored("metrics/classification.csv", "label")
    s, found = pattern(len(y)), z > 0
    write("weights/classification.csv", [
        "call: accuracy_score, precision_score, recall_score, f1_score, confusion_matrix of (y, z > 0), "
        "roc_auc_score(y, z), each with sample_weight=s; y and z are labelI and scoreI of metrics/classification.csv",
        "log_loss_from_z: numpy.average(log(1 + exp(-+z)), weights=s)", VERSIONS, PATTERN],
        {"accuracy": m.accuracy_score(y, found, sample_weight=s),
         "precision": m.precision_score(y, found, sample_weight=s),
         "recall": m.recall_score(y, found, sample_weight=s), "f1": m.f1_score(y, found, sample_weight=s),
         **dict(zip(("true_negatives", "false_positives", "false_negatives", "true_positives"),
                    m.confusion_matrix(y, found, sample_weight=s).ravel().tolist())),
         "roc_auc": m.roc_auc_score(y, z, sample_weight=s),
         "log_loss_from_z": np.average(np.logaddexp(0, -(2 * y - 1) * z), weights=s)})
    predicted, y = stored("metrics/regression.csv", "predicted"), stored("metrics/regression.csv", "target")
    s = pattern(len(y))
    write("weights/regression.csv", [
        "call: mean_squared_error(y, predicted, sample_weight=s), with squared=False for rmse; mean_absolute_error, "
        "r2_score; y and predicted are targetI and predictedI of metrics/regression.csv", VERSIONS, PATTERN],
        {"mse": m.mean_squared_error(y, predicted, sample_weight=s),
         "rmse": m.mean_squared_error(y, predicted, sample_weight=s, squared=False),
         "mae": m.mean_absolute_error(y, predicted, sample_weight=s),
         "r2": m.r2_score(y, predicted, sample_weight=s)})


class_weights()
minima()
row_by_row()
weighted_metrics()
