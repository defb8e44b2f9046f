"""The L1 penalty of scikit-learn's SGD, alpha of its MLP, and PyTorch's weight_decay beside a mean squared error."""
import numpy as np
import sklearn
import torch
from sklearn.linear_model import SGDClassifier, SGDRegressor
from sklearn.neural_network import MLPClassifier

from common import STANDARDISED, breast_cancer, diabetes, parameters, standardise, versions, write

torch.set_num_threads(1)
SLOPES = {
    "log_loss": lambda z, y: -y / (1 + np.exp(y * z)),
    "hinge": lambda z, y: -y * (y * z <= 1),
    "squared_error": lambda z, y: z - y,
}


def cumulative(loss, x, y, eta, alpha, epochs):
    """Tsuruoka and others (2009), by hand; also how often a weight became 0 and left it again."""
    w, b, q, u, left = np.zeros(x.shape[1]), 0.0, np.zeros(x.shape[1]), 0.0, 0
    for _ in range(epochs):
        for xi, yi in zip(x, y):
            g, zero = SLOPES[loss](xi @ w + b, yi), w == 0
            w, b, u = w - eta * g * xi, b - eta * g, u + eta * alpha
            z = w
            w = np.where(z > 0, np.maximum(0, z - (u + q)), np.where(z < 0, np.minimum(0, z + (u - q)), 0))
            q = q + w - z
            left += int(np.sum(zero & (w != 0)))
    return w, b, left


def sgd_l1(loss, eta, alpha):
    regression = loss == "squared_error"
    kind = SGDRegressor if regression else SGDClassifier
    settings = dict(loss=loss, penalty="l1", alpha=alpha, learning_rate="constant", eta0=eta, fit_intercept=True,
                    shuffle=False, tol=None, average=False, early_stopping=False)
    call = f"{kind.__name__}({', '.join(f'{k}={v!r}' for k, v in settings.items())}, max_iter=5).fit(X, y)"
    x, y = diabetes() if regression else breast_cancer()
    target = standardise(y) if regression else 2 * y - 1
    values, notes = {}, []
    for epochs in (1, 5):
        fitted = kind(max_iter=epochs, **settings).fit(x, target if regression else y)
        w, b = fitted.coef_.ravel(), float(fitted.intercept_[0])
        w2, b2, left = cumulative(loss, x, target, eta, alpha, epochs)
        assert max(np.max(np.abs(w - w2)), abs(b - b2)) < 1e-12 and np.array_equal(w == 0, w2 == 0)
        prefix = f"epoch{epochs}."
        values.update(parameters(prefix, w, b))
        values[prefix + "zeros"] = int(np.sum(w == 0))
        notes.append(f"epoch {epochs}: {values[prefix + 'zeros']} exact zeros, smallest other weight "
                     f"{np.min(abs(w[w != 0])):.1e}; weights left 0 {left} times on the way")
    write(f"penalties/sgd_{loss}_l1.csv", [
        f"call: {call}",
        "epochN.*: the same call with max_iter=N",
        f"versions: {versions(sklearn)}",
        f"data: {'diabetes.csv' if regression else 'breast_cancer.csv'}; {STANDARDISED}; "
        + ("target standardised the same way" if regression else "y = 1 malignant, 0 benign"),
        "checked: equals the cumulative penalty of Tsuruoka and others (2009) by hand in NumPy within 1e-12, with "
        "the same exact zeros", *notes], values)


def torch_mean_squared_error(decay, lr):
    x, y = diabetes()
    y = standardise(y)
    tx, ty = torch.tensor(x), torch.tensor(y)
    w = torch.zeros(x.shape[1], dtype=torch.float64, requires_grad=True)
    b = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    groups = [{"params": [w], "weight_decay": decay}, {"params": [b], "weight_decay": 0.0}]
    optimizer = torch.optim.SGD(groups, lr=lr)
    theta, rows = np.zeros(x.shape[1] + 1), np.column_stack([x, np.ones(len(y))])
    for _ in range(50):
        optimizer.zero_grad()
        torch.nn.MSELoss()(tx @ w + b, ty).backward()
        optimizer.step()
        half = rows.T @ (rows @ theta - y) / len(y) + np.append(decay / 2 * theta[:-1], 0)
        theta = theta - 2 * lr * half
    got = np.append(w.detach().numpy(), b.item())
    assert np.max(np.abs(got - theta)) < 1e-12
    write("penalties/torch_mean_squared_error.csv", [
        f"call: torch.optim.SGD([{{'params': [w], 'weight_decay': {decay!r}}}, {{'params': [b], 'weight_decay': 0.0}}], "
        f"lr={lr!r}); w, b = zeros; 50 times: optimizer.zero_grad(); MSELoss()(X @ w + b, y).backward(); "
        "optimizer.step(), all in float64",
        f"versions: {versions(torch)}",
        f"data: diabetes.csv; {STANDARDISED}; target standardised the same way; full batch",
        "MSELoss has no 1/2: it is twice our squared error, so that our rate is 2*lr and our alpha weight_decay/2",
        "checked: that formula by hand in NumPy agrees within 1e-12",
    ], parameters("", got[:-1], got[-1]))


def mlp(a, lr):
    x, y = breast_cancer()
    settings = dict(hidden_layer_sizes=(), solver="sgd", alpha=a, batch_size=len(y), learning_rate="constant",
                    learning_rate_init=lr, momentum=0.0, nesterovs_momentum=False, shuffle=False)
    model = MLPClassifier(**settings).partial_fit(x, y, classes=np.array([0.0, 1.0]))
    model.coefs_[0][:], model.intercepts_[0][:] = 0, 0  # the optimizer updates these very arrays
    w, b = np.zeros(x.shape[1]), 0.0
    for _ in range(50):
        model.partial_fit(x, y)
        g = (1 / (1 + np.exp(-(x @ w + b))) - y) / len(y)
        w, b = w - lr * (g @ x + a / len(y) * w), b - lr * g.sum()
    got_w, got_b = model.coefs_[0].ravel(), float(model.intercepts_[0][0])
    assert max(np.max(np.abs(got_w - w)), abs(got_b - b)) < 1e-12
    write("penalties/mlp_classifier.csv", [
        f"call: model = MLPClassifier({', '.join(f'{k}={v!r}' for k, v in settings.items())})"
        ".partial_fit(X, y, classes=[0, 1]); then coefs_ and intercepts_ set to 0, and 50 times model.partial_fit(X, y)",
        f"versions: {versions(sklearn)}",
        f"data: breast_cancer.csv; {STANDARDISED}; y = 1 malignant, 0 benign",
        "alpha of MLPClassifier is m times ours, m the rows of a batch; no hidden layer, so that it is a perceptron",
        "checked: that formula by hand in NumPy agrees within 1e-12",
    ], parameters("", got_w, got_b))


for LOSS, ETA, ALPHA in (("log_loss", 0.01, 0.02), ("hinge", 0.01, 0.02), ("squared_error", 0.01, 0.05)):
    sgd_l1(LOSS, ETA, ALPHA)
torch_mean_squared_error(0.1, 0.05)
mlp(50.0, 0.1)
