"""Minimisers of the penalised objective of softmax regression: scikit-learn's, polished by Newton's method."""
import warnings

import numpy as np
import sklearn
from sklearn.linear_model import LogisticRegression

from common import STANDARDISED, read, standardise, versions, write

VERSIONS = versions(sklearn)


def with_constant_columns(x):
    """As standardise, and 0 where a column has one value alone."""
    varies = x.max(axis=0) > x.min(axis=0)
    standard = np.zeros_like(x)
    standard[:, varies] = standardise(x[:, varies])
    return standard


def data(name):
    x, labels = read(f"{name}.csv")
    classes = sorted(set(labels))
    return with_constant_columns(x), np.array([classes.index(label) for label in labels])


class Softmax:
    """theta is W (features by classes, feature by feature), then b."""

    def __init__(self, x, y):
        self.x, self.k = np.column_stack([x, np.ones(len(y))]), y.max() + 1
        self.one_hot = np.eye(self.k)[y]

    def probabilities(self, theta):
        z = self.x @ theta.reshape(-1, self.k)
        z -= z.max(axis=1, keepdims=True)
        return z, np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)

    def loss(self, theta):
        z, _ = self.probabilities(theta)
        return np.mean(np.log(np.exp(z).sum(axis=1)) - (z * self.one_hot).sum(axis=1))

    def gradient(self, theta):
        _, p = self.probabilities(theta)
        return (self.x.T @ (p - self.one_hot) / len(p)).ravel()

    def hessian(self, theta):
        _, p = self.probabilities(theta)
        d = self.x.shape[1]
        h = np.empty((d, self.k, d, self.k))
        for u in range(self.k):
            for v in range(self.k):
                h[:, u, :, v] = (self.x.T * (p[:, u] * ((u == v) - p[:, v]))) @ self.x / len(p)
        return h.reshape(d * self.k, d * self.k)


def parts(problem, theta):
    penalised = np.ones(len(theta))
    penalised[-problem.k:] = 0
    return penalised


def kkt(problem, theta, alpha, ratio):
    penalised = parts(problem, theta)
    g = problem.gradient(theta) + alpha * (1 - ratio) * penalised * theta
    l1 = alpha * ratio * penalised
    zero = (theta == 0) & (l1 > 0)
    violation = np.where(zero, np.maximum(0, abs(g) - l1), abs(g + l1 * np.sign(theta)))
    return np.max(violation), np.min((l1 - abs(g))[zero]) if zero.any() else None


def live_part(problem, theta, ratio):
    """What is not 0: with L2 every weight but those of a column of zeros."""
    column_is_there = np.repeat(problem.x.any(axis=0), problem.k)
    return ((theta != 0) | (parts(problem, theta) == 0) | (ratio == 0)) & column_is_there


def curvature(problem, theta, alpha, ratio):
    """Of the non-zero weights and biases; the smallest, without the shift of all biases, is what makes them unique."""
    live = live_part(problem, theta, ratio)
    h = problem.hessian(theta) + alpha * (1 - ratio) * np.diag(parts(problem, theta))
    values = np.linalg.eigvalsh(h[np.ix_(live, live)])
    assert values[0] < 1e-12 < values[1]
    return values[1], values[-1]


def polished(problem, theta, alpha, ratio):
    """Newton's method on the non-zero weights and the biases, signs held; biases with sum 0."""
    theta, penalised = theta.copy(), parts(problem, theta)
    live = live_part(problem, theta, ratio)
    theta[~live] = 0  # of columns of zeros solvers leave some 1e-17
    sign = np.sign(theta)
    for _ in range(6):
        g = problem.gradient(theta) + alpha * penalised * ((1 - ratio) * theta + ratio * sign)
        h = problem.hessian(theta) + alpha * (1 - ratio) * np.diag(penalised)
        theta[live] -= np.linalg.lstsq(h[np.ix_(live, live)], g[live], rcond=1e-12)[0]
    theta[-problem.k:] -= theta[-problem.k:].mean()
    assert np.all((np.sign(theta) == sign)[live & (penalised > 0)] | (ratio == 0))
    return theta


def reference(name, alpha, ratio, call, fitted, problem):
    theta = np.append(fitted.coef_.T.ravel(), fitted.intercept_ - fitted.intercept_.mean())
    exact = polished(problem, theta, alpha, ratio)
    distance, before = np.max(np.abs(theta - exact)), kkt(problem, theta, alpha, ratio)[0]
    residual, slack = kkt(problem, exact, alpha, ratio)
    lowest, highest = curvature(problem, exact, alpha, ratio)
    weights = exact[:-problem.k]
    zeros = int(np.sum(weights == 0))
    assert residual < 1e-14 and distance < 1e-6 and (slack is None or slack > 1e-9), (name, residual, distance, slack)
    loss = problem.loss(exact)
    objective = loss + alpha * (ratio * abs(weights).sum() + (1 - ratio) / 2 * (weights @ weights))
    print(name, f"kkt {before:.1e} -> {residual:.1e} distance {distance:.1e} zeros {zeros} slack {slack} "
          f"curvature {lowest:.2e} {highest:.2e}", flush=True)
    write(f"multinomial/{name}.csv", [
        f"call: {call}",
        "minimises mean(log(sum(exp(z))) - z[y]) + alpha*(ratio*|W|_1 + (1-ratio)/2*|W|_2^2), z = x.W + b, "
        f"alpha = {alpha!r}, ratio = {ratio!r}; biases are not penalised",
        f"versions: {VERSIONS}",
        f"data: {name.split('_')[0]}.csv; {STANDARDISED}; a column of one value alone becomes 0; "
        "classes in the order of their names",
        f"scikit-learn's solution (KKT residual {before:.1e}) is within {distance:.1e} of the one polished by "
        f"Newton's method on the non-zero weights, in NumPy; the numbers here are the POLISHED ones, residual "
        f"{residual:.1e}",
        f"curvature of the objective there, on the non-zero weights and the biases but for their common shift: "
        f"{lowest:.2e} to {highest:.2e}, so that these are unique",
        *([] if slack is None else [f"exact zeros: {zeros}; smallest slack alpha*ratio - |gradient| of a zero weight: {slack:.2e}; "
           f"smallest non-zero weight: {np.min(abs(weights[weights != 0])):.2e}"]),
        "theta*: W feature by feature, then b with sum 0; loss: mean loss without penalty; objective: with it"],
        {**{f"theta{j}": v for j, v in enumerate(exact)}, "loss": loss, "objective": objective, "zeros": zeros})


def fit(name, alpha, penalty, ratio, settings):
    x, y = data(name)
    settings = dict(multi_class="multinomial", **settings, fit_intercept=True, tol=1e-11, max_iter=1_000_000)
    shown = ", ".join(f"{key}={value!r}" for key, value in settings.items())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the line search of newton-cg and lbfgs complains at the last digits
        fitted = LogisticRegression(C=1 / (len(y) * alpha), **settings).fit(x, y)
    reference(f"{name}_{penalty}_{alpha}", alpha, ratio, f"LogisticRegression(C=1/({len(y)}*{alpha!r}), {shown}).fit(X, y)",
              fitted, Softmax(x, y))


for file in ("iris", "digits"):
    for strength in (0.1, 0.01):
        fit(file, strength, "l2", 0.0, dict(penalty="l2", solver="newton-cg"))
        fit(file, strength, "l1", 1.0, dict(penalty="l1", solver="saga", random_state=0))
        fit(file, strength, "elastic_net_0.5", 0.5,
            dict(penalty="elasticnet", l1_ratio=0.5, solver="saga", random_state=0))
