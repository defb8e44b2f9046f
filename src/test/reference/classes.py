"""Scores of fixed net inputs of three to ten classes, with scikit-learn."""
import warnings

import numpy as np
import sklearn
from scipy.special import expit, softmax
from sklearn import metrics as m

from common import versions, write

N = 120
I = np.arange(N)
S = (I % 4) / 2


def cases(k):
    y = (I * I // 7 + I % 5) % k
    z = np.array([[((7 * i + 11 * u + i * u) % 23 - 11) / 4 + u / 1024 + 1.5 * (u == y[i]) for u in range(k)]
                  for i in range(N)])
    assert set(y) == set(range(k))
    assert all(len(set(row)) == k for row in z)  # no ties in a row, but many in a column
    return y, z


def by_pairs(is_one, score, s):
    """The share of pairs in the right order, ties half: what the area under the ROC curve is."""
    a, b = score[is_one][:, None], score[~is_one][None, :]
    w = s[is_one][:, None] * s[~is_one][None, :]
    return np.sum(w * ((a > b) + 0.5 * (a == b))) / np.sum(w)


def by_thresholds(is_one, score, s):
    """The sum of the precisions, each as often as the recall grows by it."""
    total, before, result = np.sum(s[is_one]), 0, 0
    for cut in sorted(set(score), reverse=True):
        taken = score >= cut
        found = np.sum(s[taken & is_one])
        if found > before:
            result += (found - before) / total * found / np.sum(s[taken])
        before = found
    return result


def close(a, b):
    assert abs(a - b) < 1e-12, (a, b)
    return a


def measured(y, z, s):
    k = z.shape[1]
    found = np.argmax(z, axis=1)
    p, q = softmax(z, axis=1), expit(z)
    q = q / q.sum(axis=1, keepdims=True)
    one_hot = np.eye(k)[y]
    counts = m.confusion_matrix(y, found, sample_weight=s) / s.sum()
    actual, predicted, right = counts.sum(axis=1), counts.sum(axis=0), np.trace(counts)
    by_chance = np.sum(actual * predicted)
    values = {
        "accuracy": close(m.accuracy_score(y, found, sample_weight=s), right),
        "balanced_accuracy": close(m.balanced_accuracy_score(y, found, sample_weight=s),
                                   np.mean(np.diag(counts) / actual)),
        "matthews": close(m.matthews_corrcoef(y, found, sample_weight=s),
                          (right - by_chance) / np.sqrt((1 - np.sum(actual ** 2)) * (1 - np.sum(predicted ** 2)))),
        "kappa": close(m.cohen_kappa_score(y, found, sample_weight=s), (right - by_chance) / (1 - by_chance)),
        "log_loss": close(m.log_loss(y, p, sample_weight=s), np.average(-np.log(p[I, y]), weights=s)),
        "log_loss_rest": close(m.log_loss(y, q, sample_weight=s), np.average(-np.log(q[I, y]), weights=s)),
        "brier": np.average(np.sum((p - one_hot) ** 2, axis=1), weights=s),
        "brier_rest": np.average(np.sum((q - one_hot) ** 2, axis=1), weights=s),
        "top2": m.top_k_accuracy_score(y, z, k=2, sample_weight=s),
        "macro_roc_auc": m.roc_auc_score(y, p, multi_class="ovr", average="macro", sample_weight=s),
        "weighted_roc_auc": m.roc_auc_score(y, p, multi_class="ovr", average="weighted", sample_weight=s),
    }
    best_two = np.argsort(-z, axis=1)[:, :2]
    close(values["top2"], np.average(np.any(best_two == y[:, None], axis=1), weights=s))
    for average in ("macro", "weighted"):
        values[f"{average}_precision"] = m.precision_score(y, found, average=average, sample_weight=s)
        values[f"{average}_recall"] = m.recall_score(y, found, average=average, sample_weight=s)
        values[f"{average}_f1"] = m.f1_score(y, found, average=average, sample_weight=s)
        values[f"{average}_f2"] = m.fbeta_score(y, found, beta=2, average=average, sample_weight=s)
        values[f"{average}_average_precision"] = m.average_precision_score(one_hot, p, average=average,
                                                                          sample_weight=s)
    each = m.precision_recall_fscore_support(y, found, sample_weight=s)
    close(values["macro_f1"], np.mean(each[2]))
    close(values["weighted_f1"], np.average(each[2], weights=actual))
    for c in range(k):
        values[f"precision{c}"] = close(each[0][c], counts[c, c] / predicted[c])
        values[f"recall{c}"] = close(each[1][c], counts[c, c] / actual[c])
        values[f"f1_{c}"] = close(each[2][c], 2 * counts[c, c] / (actual[c] + predicted[c]))
        values[f"roc_auc{c}"] = close(m.roc_auc_score(y == c, p[:, c], sample_weight=s), by_pairs(y == c, p[:, c], s))
        values[f"roc_auc_rest{c}"] = close(m.roc_auc_score(y == c, z[:, c], sample_weight=s),
                                           by_pairs(y == c, z[:, c], s))
        values[f"average_precision{c}"] = close(m.average_precision_score(y == c, p[:, c], sample_weight=s),
                                                by_thresholds(y == c, p[:, c], s))
        values[f"average_precision_rest{c}"] = close(m.average_precision_score(y == c, z[:, c], sample_weight=s),
                                                     by_thresholds(y == c, z[:, c], s))
    return values


def several(k):
    y, z = cases(k)
    write(f"metrics/classes_{k}.csv", [
        "call: accuracy_score, balanced_accuracy_score, matthews_corrcoef, cohen_kappa_score of (y, argmax(z)); "
        "precision_score, recall_score, f1_score, fbeta_score(beta=2) with average=None, 'macro', 'weighted'; "
        "top_k_accuracy_score(y, z, k=2); log_loss(y, p); roc_auc_score(y, p, multi_class='ovr', average=...); "
        "average_precision_score(one_hot, p, average=...); of class C: roc_auc_score(y == C, p[:, C]), "
        "average_precision_score(y == C, p[:, C])",
        "..._rest: of expit(z) in place of p = softmax(z), log_loss and brier with each row divided by its sum; the "
        "areas by z[:, C]",
        "brier: the mean of sum((p - one_hot)^2) over the classes, in NumPy",
        "s.: each with sample_weight=s, s = (i % 4) / 2",
        "versions: " + versions(sklearn),
        f"data: i = 0..{N - 1}, u = 0..{k - 1}; y = (i*i//7 + i % 5) % {k}; "
        "z[i, u] = ((7*i + 11*u + i*u) % 23 - 11)/4 + u/1024 + (1.5 if u == y else 0)",
        "checked: the formulas in NumPy, areas by all pairs, average precisions by all thresholds, within 1e-12",
    ], {**measured(y, z, np.ones(N)), **{f"s.{name}": value for name, value in measured(y, z, S).items()}})


def absent():
    """Class 3 of five has no rows, but is predicted; class 4 has rows, and never is."""
    y, z = cases(5)
    y = np.where(y == 3, 4, y)
    found = np.where(np.argmax(z, axis=1) == 4, 3, np.argmax(z, axis=1))
    values = {}
    for average in ("macro", "weighted"):
        for name, score in (("precision", m.precision_score), ("recall", m.recall_score), ("f1", m.f1_score)):
            values[f"{average}_{name}"] = score(y, found, labels=np.unique(y), average=average, zero_division=0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # "y_pred contains classes not in y_true"
        values["balanced_accuracy"] = close(m.balanced_accuracy_score(y, found), values["macro_recall"])
    values["matthews"] = m.matthews_corrcoef(y, found)
    values["kappa"] = m.cohen_kappa_score(y, found)
    close(values["weighted_recall"], m.accuracy_score(y, found))
    write("metrics/classes_absent.csv", [
        "call: precision_score, recall_score, f1_score of (y, found, labels=numpy.unique(y), average=..., "
        "zero_division=0); balanced_accuracy_score, matthews_corrcoef, cohen_kappa_score of (y, found)",
        "versions: " + versions(sklearn),
        "data: y and argmax(z) as in classes_5.csv, with 4 for 3 in y, and found = argmax(z) with 3 for 4",
        "checked: macro recall is the balanced accuracy, weighted recall the accuracy",
    ], {**values, **{f"y{i}": int(v) for i, v in enumerate(y)}, **{f"found{i}": int(v) for i, v in enumerate(found)}})


for classes in range(3, 11):
    several(classes)
absent()
