"""Minimisers of the penalised objective: scikit-learn's solvers run to convergence, proved by the KKT conditions."""
import numpy as np
import sklearn
from sklearn.linear_model import ElasticNet, Lasso, LogisticRegression, Ridge

from common import STANDARDISED, breast_cancer, diabetes, parameters, versions, write

VERSIONS = versions(sklearn)


class SquaredError:
    text = "(w.x+b-y)^2/2"

    def __init__(self, x, y):
        self.x, self.y = np.column_stack([x, np.ones(len(y))]), y

    def loss(self, theta):
        return np.mean((self.x @ theta - self.y) ** 2) / 2

    def gradient(self, theta):
        return self.x.T @ (self.x @ theta - self.y) / len(self.y)

    def hessian(self, theta):
        return self.x.T @ self.x / len(self.y)


class LogLoss(SquaredError):
    text = "log(1+exp(-s*(w.x+b)))"

    def loss(self, theta):
        z = self.x @ theta
        return np.mean(np.logaddexp(0, z) - self.y * z)

    def gradient(self, theta):
        return self.x.T @ (1 / (1 + np.exp(-(self.x @ theta))) - self.y) / len(self.y)

    def hessian(self, theta):
        p = 1 / (1 + np.exp(-(self.x @ theta)))
        return (self.x.T * (p * (1 - p))) @ self.x / len(self.y)


def kkt(problem, theta, alpha, ratio):
    """Largest violation of the optimality conditions; the slack of the zero weights; the bias is not penalised."""
    penalised = np.append(np.ones(len(theta) - 1), 0)
    g = problem.gradient(theta) + alpha * (1 - ratio) * penalised * theta
    l1 = alpha * ratio * penalised
    zero = (theta == 0) & (l1 > 0)
    violation = np.where(zero, np.maximum(0, abs(g) - l1), abs(g + l1 * np.sign(theta)))
    return np.max(violation), np.min((l1 - abs(g))[zero]) if zero.any() else None


def polished(problem, theta, alpha, ratio):
    """Newton's method on the non-zero weights and the bias, their signs held."""
    theta = theta.copy()
    penalised = np.append(np.ones(len(theta) - 1), 0)
    live, sign = (theta != 0) | (penalised == 0) | (ratio == 0), np.sign(theta)
    for _ in range(5):
        g = problem.gradient(theta) + alpha * penalised * ((1 - ratio) * theta + ratio * sign)
        h = problem.hessian(theta) + alpha * (1 - ratio) * np.diag(penalised)
        theta[live] -= np.linalg.solve(h[np.ix_(live, live)], g[live])
    assert np.all((np.sign(theta) == sign)[live] | (ratio == 0))
    return theta


def reference(name, call, fitted, problem, alpha, ratio, data, notes=()):
    theta = np.append(fitted.coef_.ravel(), fitted.intercept_)
    exact = polished(problem, theta, alpha, ratio)
    distance, before = np.max(np.abs(theta - exact)), kkt(problem, theta, alpha, ratio)[0]
    note = (f"scikit-learn's solution (KKT residual {before:.1e}) is within {distance:.1e} of the one polished "
            "by Newton's method on the non-zero weights, in NumPy")
    if distance > 1e-10:
        theta = exact
        note += "; the numbers here are the POLISHED ones"
    else:
        note += "; the numbers here are scikit-learn's"
    residual, slack = kkt(problem, theta, alpha, ratio)
    scale = np.std(problem.y)  # residuals of the raw diabetes target are as large as the target
    assert residual < 1e-12 * max(1, scale) and distance < 1e-6, (name, residual, distance)
    w, b = theta[:-1], theta[-1]
    zeros = int(np.sum(w == 0))
    loss = problem.loss(theta)
    write(f"converged/{name}.csv", [
        f"call: {call}",
        f"minimises mean({problem.text}) + alpha*(ratio*|w|_1 + (1-ratio)/2*|w|_2^2), alpha = {alpha!r}, "
        f"ratio = {ratio!r}; the bias is not penalised",
        f"versions: {VERSIONS}",
        f"data: {data}",
        f"KKT residual (largest violation, at these numbers): {residual:.1e}",
        note,
        *([f"exact zeros: {zeros}; smallest slack alpha*ratio - |gradient| of a zero weight: {slack:.2e}; "
           f"smallest non-zero weight: {np.min(abs(w[w != 0])):.2e}"] if zeros else []),
        "loss: mean loss without penalty; objective: with it", *notes],
        {**parameters("", w, b), "loss": loss,
         "objective": loss + alpha * (ratio * abs(w).sum() + (1 - ratio) / 2 * (w @ w)), "zeros": zeros})


def shown(settings):
    return ", ".join(f"{k}={v!r}" for k, v in settings.items())


def linear():
    x, y = diabetes()
    n, problem, data = len(y), SquaredError(*diabetes()), "diabetes.csv; " + STANDARDISED + "; target raw"
    tight = dict(fit_intercept=True, max_iter=10_000_000, tol=1e-14, selection="cyclic")
    for alpha in (0.1, 1.0, 10.0, 40.0):
        reference(f"lasso_{alpha}", f"Lasso(alpha={alpha!r}, {shown(tight)}).fit(X, y)",
                  Lasso(alpha=alpha, **tight).fit(x, y), problem, alpha, 1.0, data)
    for alpha, ratio in ((0.1, 0.5), (1.0, 0.5), (1.0, 0.9), (10.0, 0.5), (10.0, 0.9), (40.0, 0.9)):
        reference(f"elastic_net_{alpha}_{ratio}",
                  f"ElasticNet(alpha={alpha!r}, l1_ratio={ratio!r}, {shown(tight)}).fit(X, y)",
                  ElasticNet(alpha=alpha, l1_ratio=ratio, **tight).fit(x, y), problem, alpha, ratio, data)
    for alpha in (0.001, 0.1, 1.0, 10.0):
        reference(f"ridge_{alpha}", f"Ridge(alpha={n}*{alpha!r}, fit_intercept=True, solver='cholesky').fit(X, y)",
                  Ridge(alpha=n * alpha, fit_intercept=True, solver="cholesky").fit(x, y), problem, alpha, 0.0, data,
                  ["Ridge's own alpha is n times ours"])
    theta, _, rank, singular = np.linalg.lstsq(problem.x, y, rcond=None)
    residual = np.max(np.abs(problem.gradient(theta)))
    assert rank == 11 and residual < 1e-10
    write("converged/least_squares.csv", [
        "call: numpy.linalg.lstsq(numpy.column_stack([X, numpy.ones(n)]), y, rcond=None)[0]",
        f"minimises mean({problem.text})", f"versions: {versions()}", f"data: {data}",
        f"largest component of the gradient: {residual:.1e}; condition number {singular[0] / singular[-1]:.1f}"],
        {**parameters("", theta[:-1], theta[-1]), "loss": problem.loss(theta),
         "r2": 1 - np.sum((problem.x @ theta - y) ** 2) / np.sum((y - y.mean()) ** 2)})


def logistic():
    x, y = breast_cancer()
    n, problem = len(y), LogLoss(x, y)
    data = "breast_cancer.csv; " + STANDARDISED + "; y = 1 malignant (s = +1), 0 benign (s = -1)"
    for alpha in (0.001, 0.01, 0.1):
        for name, ratio, settings in (
                ("l2", 0.0, dict(penalty="l2", solver="newton-cholesky")),
                ("l1", 1.0, dict(penalty="l1", solver="saga", random_state=0)),
                ("elastic_net_0.5", 0.5, dict(penalty="elasticnet", l1_ratio=0.5, solver="saga", random_state=0))):
            settings.update(fit_intercept=True, tol=1e-12, max_iter=1_000_000)
            reference(f"logistic_{name}_{alpha}", f"LogisticRegression(C=1/({n}*{alpha!r}), {shown(settings)}).fit(X, y)",
                      LogisticRegression(C=1 / (n * alpha), **settings).fit(x, y), problem, alpha, ratio, data,
                      ["LogisticRegression's C is 1/(n*alpha)"])


linear()
logistic()
