"""Platt scaling with scikit-learn, and temperatures with SciPy; each optimum polished with mpmath."""
import mpmath
import numpy as np
import scipy
import sklearn
from scipy.optimize import minimize_scalar
from scipy.special import expit, log_softmax, softmax, xlogy
from sklearn.calibration import _SigmoidCalibration
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_predict

from common import OUT, STANDARDISED, read, standardise, versions, write

VERSIONS = "versions: " + versions(scipy, sklearn, mpmath)
mpmath.mp.dps = 50


def scores():
    """The net inputs and labels of metrics/classification.csv."""
    values = dict(line.split(",") for line in (OUT / "metrics/classification.csv").read_text().splitlines()
                  if not line.startswith("#"))
    n = sum(key.startswith("score") for key in values)
    return np.array([float(values[f"score{i}"]) for i in range(n)]), np.array([float(values[f"label{i}"]) for i in range(n)])


def polished(z, t, s, a, c):
    """Newton's method in 50 digits, from an optimum that is nearly there."""
    z, t, s = ([mpmath.mpf(float(v)) for v in values] for values in (z, t, s))
    a, c = mpmath.mpf(a), mpmath.mpf(c)
    for _ in range(8):
        g = mpmath.matrix(2, 1)
        h = mpmath.matrix(2, 2)
        for zi, ti, si in zip(z, t, s):
            p = 1 / (1 + mpmath.exp(-(a * zi + c)))
            g[0] += si * (p - ti) * zi
            g[1] += si * (p - ti)
            w = si * p * (1 - p)
            h[0, 0] += w * zi * zi
            h[0, 1] += w * zi
            h[1, 1] += w
        h[1, 0] = h[0, 1]
        step = mpmath.lu_solve(h, -g)
        a, c = a + step[0], c + step[1]
    assert max(abs(step[0]), abs(step[1])) < mpmath.mpf(10) ** -40
    return float(a), float(c)


def platt(name, z, y, s, note):
    fitted = _SigmoidCalibration().fit(z, y, s)
    ones, zeros = s[y == 1].sum(), s[y == 0].sum()
    t = np.where(y == 1, (ones + 1) / (ones + 2), 1 / (zeros + 2))

    def objective(a, c):
        p = expit(a * z + c)
        return -np.sum(s * (xlogy(t, p) + xlogy(1 - t, expit(-(a * z + c)))))

    a, c = polished(z, t, s, -fitted.a_, -fitted.b_)
    residual = expit(-fitted.a_ * z - fitted.b_) - t
    gradient = np.hypot(np.sum(s * residual * z), np.sum(s * residual))
    p = expit(a * z + c)
    w = s * p * (1 - p)
    curvature = np.linalg.eigvalsh([[np.sum(w * z * z), np.sum(w * z)], [np.sum(w * z), np.sum(w)]])[0]
    distance = np.hypot(a + fitted.a_, c + fitted.b_)
    assert distance <= 1.1 * gradient / curvature, (name, distance, gradient / curvature)
    write(f"calibration/{name}.csv", [
        "call: f = sklearn.calibration._SigmoidCalibration().fit(z, y, s): slope -f.a_, intercept -f.b_, stops early "
        "(fmin_bfgs)", VERSIONS,
        "data: z = scoreI, y = labelI of metrics/classification.csv" + note,
        "slope, intercept: the optimum, by Newton's method in 50 digits; objective: there; "
        "sklearn_gradient: length of the gradient where scikit-learn stops; smallest_curvature: of the Hessian",
        "checked: scikit-learn is within sklearn_gradient/smallest_curvature of the optimum"], {
        "slope": a, "intercept": c, "objective": objective(a, c),
        "sklearn_slope": -fitted.a_, "sklearn_intercept": -fitted.b_,
        "sklearn_objective": objective(-fitted.a_, -fitted.b_),
        "sklearn_gradient": gradient, "smallest_curvature": curvature})


def temperature(name, settings):
    x, labels = read("iris.csv")
    names = ["setosa", "versicolor", "virginica"]
    y = np.array([names.index(label) for label in labels])
    model = LogisticRegression(**settings)
    z = cross_val_predict(model, standardise(x), y, cv=StratifiedKFold(5), method="decision_function")
    rows = np.arange(len(y))

    def objective(a):
        return -np.mean(log_softmax(a * z, axis=1)[rows, y])

    found = minimize_scalar(objective, bounds=(1e-3, 1e3), method="bounded", options={"xatol": 1e-12})

    def derivative(a):
        total = mpmath.mpf(0)
        for i in rows:
            row = [mpmath.mpf(float(v)) for v in z[i]]
            e = [mpmath.exp(a * v) for v in row]
            total += sum(v * w for v, w in zip(row, e)) / sum(e) - row[y[i]]
        return total

    a = float(mpmath.findroot(derivative, mpmath.mpf(found.x)))
    assert abs(a - found.x) < 1e-6 * a, (a, found.x)
    assert np.any(z[rows, y] < z.max(axis=1))
    write(f"calibration/{name}.csv", [
        f"call: z = cross_val_predict(LogisticRegression({', '.join(f'{k}={v!r}' for k, v in settings.items())}), X, y, "
        "cv=StratifiedKFold(5), method='decision_function')",
        "slope: where the derivative of mean(-log_softmax(a*z)[y]) by a is 0, by mpmath.findroot in 50 digits; "
        "scipy_slope: minimize_scalar(bounds=(1e-3, 1e3), method='bounded', options={'xatol': 1e-12}) of that mean, "
        "which cannot see a to more than half the digits", VERSIONS,
        f"data: iris.csv; {STANDARDISED}", "zJ, J = 3*row + class; labelI"], {
        "slope": a, "objective": objective(a), "before": objective(1.0), "scipy_slope": found.x,
        **{f"z{j}": v for j, v in enumerate(z.ravel())}, **{f"label{i}": int(v) for i, v in enumerate(y)}})


Z, Y = scores()
S = np.arange(len(Y)) % 4 / 2
assert S[S > 0].mean() == 1
platt("platt", expit(Z), Y, np.ones(len(Y)), "; of expit(z) in place of z; s = 1")
platt("platt_weighted", expit(Z), Y, S,
      "; of expit(z) in place of z; s of row i: (i % 4) / 2, that is 0, 0.5, 1, 1.5, 0, ...: of mean 1 where not 0")
platt("platt_net_inputs", Z, Y, np.ones(len(Y)), "; s = 1; scikit-learn gives up where a probability rounds to 1")
temperature("temperature", dict(C=1e4, max_iter=10_000))
temperature("temperature_shy", dict(C=1e-2, max_iter=10_000))
