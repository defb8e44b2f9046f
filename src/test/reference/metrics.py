"""Scores of fixed predictions, and the standard scaler, with scikit-learn."""
import numpy as np
import sklearn
from scipy.special import expit
from sklearn import metrics as m
from sklearn.linear_model import SGDClassifier, SGDRegressor
from sklearn.preprocessing import StandardScaler

from common import STANDARDISED, breast_cancer, diabetes, read, standardise, versions, write

VERSIONS = "versions: " + versions(sklearn)
SETTINGS = dict(penalty="l2", alpha=1e-3, learning_rate="constant", eta0=0.01, shuffle=False, tol=None, max_iter=5)
SHOWN = ", ".join(f"{k}={v!r}" for k, v in SETTINGS.items())


def listed(prefix, values):
    return {f"{prefix}{i}": v for i, v in enumerate(values)}


def classification():
    x, y = breast_cancer()
    y = y.astype(int)
    z = SGDClassifier(loss="log_loss", **SETTINGS).fit(x, y).decision_function(x)
    assert np.min(np.abs(z)) > 1e-6
    p = expit(z)
    predicted = (z > 0).astype(int)
    (tn, fp), (fn, tp) = m.confusion_matrix(y, predicted).tolist()
    write("metrics/classification.csv", [
        f"call: z = SGDClassifier(loss='log_loss', {SHOWN}).fit(X, y).decision_function(X); "
        "p = scipy.special.expit(z); predicted = z > 0",
        "accuracy_score, balanced_accuracy_score, precision_score, recall_score, f1_score, matthews_corrcoef, "
        "confusion_matrix of (y, predicted); roc_auc_score(y, z); log_loss(y, p), brier_score_loss(y, p)",
        VERSIONS,
        f"data: breast_cancer.csv; {STANDARDISED}; y = 1 malignant (the positive class), 0 benign",
        "scoreI = z of row I, labelI = y: the metrics can be tested from these alone",
        "log_loss_from_z: mean of log(1 + exp(-s*z)), s = -1/+1, which needs no clipping of p "
        "(scikit-learn clips p to [2^-52, 1 - 2^-52])",
    ], {
        "accuracy": m.accuracy_score(y, predicted),
        "balanced_accuracy": m.balanced_accuracy_score(y, predicted),
        "precision": m.precision_score(y, predicted),
        "recall": m.recall_score(y, predicted),
        "f1": m.f1_score(y, predicted),
        "matthews": m.matthews_corrcoef(y, predicted),
        "true_negatives": tn, "false_positives": fp, "false_negatives": fn, "true_positives": tp,
        "roc_auc": m.roc_auc_score(y, z),
        "log_loss": m.log_loss(y, p),
        "log_loss_from_z": np.mean(np.logaddexp(0, -(2 * y - 1) * z)),
        "brier": m.brier_score_loss(y, p),
        **listed("score", z), **listed("label", y.tolist()),
    })
    for name, score in (("z", z), ("p", p)):
        rounded = np.round(score, 1)
        positive, negative = rounded[y == 1][:, None], rounded[y == 0][None, :]
        by_pairs = np.mean((positive > negative) + 0.5 * (positive == negative))
        assert abs(by_pairs - m.roc_auc_score(y, rounded)) < 1e-12
        write(f"metrics/ties_{name}.csv", [
            f"call: roc_auc_score(y, numpy.round({name}, 1)), y, z and p as in classification.csv",
            VERSIONS,
            f"data: the scores of classification.csv rounded to one decimal: {len(np.unique(rounded))} distinct values",
            "checked: equals the share of (positive, negative) pairs in the right order, a tie counting one half",
        ], {
            "roc_auc": m.roc_auc_score(y, rounded),
            "tied_pairs": int(np.sum(positive == negative)),
            **listed("score", rounded), **listed("label", y.tolist()),
        })


def regression():
    x, y = diabetes()
    y = standardise(y)
    predicted = SGDRegressor(loss="squared_error", **SETTINGS).fit(x, y).predict(x)
    write("metrics/regression.csv", [
        f"call: predicted = SGDRegressor(loss='squared_error', {SHOWN}).fit(X, y).predict(X)",
        "mean_squared_error(y, predicted), with squared=False for rmse; mean_absolute_error; r2_score; "
        "explained_variance_score; max_error; median_absolute_error",
        VERSIONS,
        f"data: diabetes.csv; {STANDARDISED}; target standardised the same way",
        "predictedI and targetI of row I: the metrics can be tested from these alone",
    ], {
        "mse": m.mean_squared_error(y, predicted),
        "rmse": m.mean_squared_error(y, predicted, squared=False),
        "mae": m.mean_absolute_error(y, predicted),
        "r2": m.r2_score(y, predicted),
        "explained_variance": m.explained_variance_score(y, predicted),
        "max_error": m.max_error(y, predicted),
        "median_absolute_error": m.median_absolute_error(y, predicted),
        **listed("predicted", predicted), **listed("target", y),
    })


def scaler(name):
    x, _ = read(f"{name}.csv")
    fitted = StandardScaler().fit(x)
    constant = np.flatnonzero(x.min(axis=0) == x.max(axis=0))
    moving = np.setdiff1d(np.arange(x.shape[1]), constant)
    difference = np.max(np.abs(fitted.transform(x)[:, moving] - standardise(x[:, moving])))
    assert difference < 1e-11, difference
    write(f"metrics/scaler_{name}.csv", [
        "call: StandardScaler(copy=True, with_mean=True, with_std=True).fit(X); meanJ = mean_[J], scaleJ = scale_[J]",
        VERSIONS,
        f"data: {name}.csv, all rows, raw features",
        "scale: population standard deviation; 1 for a constant column"
        + (f" (here {', '.join(map(str, constant))})" if len(constant) else " (here none)"),
        "checked: transform(X) equals the two-pass formula by math.fsum within 1e-11",
    ], {**listed("mean", fitted.mean_), **listed("scale", fitted.scale_)})


classification()
regression()
for data in ("breast_cancer", "diabetes", "iris", "digits"):
    scaler(data)
