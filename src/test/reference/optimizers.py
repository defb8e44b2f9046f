"""Fifty full-batch steps of logistic regression with PyTorch's optimizers."""
import numpy as np
import torch

from common import STANDARDISED, breast_cancer, parameters, versions, write

torch.set_num_threads(1)
X, Y = breast_cancer()
VERSIONS = versions(torch)
TX, TY = torch.tensor(X), torch.tensor(Y)


def gradient(w, b):
    """Of the mean BCE-with-logits, by the formula."""
    error = 1 / (1 + np.exp(-(X @ w + b))) - Y
    return np.append(error @ X, error.sum()) / len(Y)


def by_torch(make, change):
    w = torch.zeros(X.shape[1], dtype=torch.float64, requires_grad=True)
    b = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    optimizer = make([w], [b])
    for _ in range(50):
        optimizer.zero_grad()
        torch.nn.functional.binary_cross_entropy_with_logits(TX @ w + b, TY, reduction="mean").backward()
        change(w, b)
        optimizer.step()
        yield w.detach().numpy().copy(), b.item()


def by_formula(step, decay, change):
    """The rule by hand, on the vector of weights and bias; `decay` is the L2 penalty on the weights."""
    theta, state = np.zeros(X.shape[1] + 1), {}
    for t in range(1, 51):
        g = change(gradient(theta[:-1], theta[-1]))
        g[:-1] += decay * theta[:-1]
        theta = step(theta, g, t, state)
        yield theta[:-1].copy(), theta[-1]


def reference(name, call, make, step, decay=0.0, change_torch=lambda w, b: None, change=lambda g: g,
              write_formula=False, tolerance=1e-12, notes=()):
    values, worst = {"step0.loss": np.log(2.0)}, 0.0
    pairs = zip(by_torch(make, change_torch), by_formula(step, decay, change))
    for t, ((w, b), (w2, b2)) in enumerate(pairs, start=1):
        worst = max(worst, np.max(np.abs(w - w2)), abs(b - b2))
        if write_formula:
            w, b = w2, b2
        if t in (1, 10, 50):
            z = X @ w + b
            loss = np.mean(np.logaddexp(0, z) - Y * z)
            values.update(parameters(f"step{t}.", w, b))
            values[f"step{t}.loss"] = loss
            if decay:
                values[f"step{t}.objective"] = loss + decay / 2 * (w @ w)
    assert worst < tolerance, (name, worst)
    write(f"optimizers/{name}.csv", [
        f"call: {call}",
        "w, b = zeros; 50 times: optimizer.zero_grad(); binary_cross_entropy_with_logits(X @ w + b, y, "
        "reduction='mean').backward(); optimizer.step(), all in float64",
        f"versions: {VERSIONS}",
        f"data: breast_cancer.csv; {STANDARDISED}; y = 1 malignant, 0 benign; full batch",
        "stepN.*: after N updates; loss: mean BCE at those weights, without penalty"
        + ("; objective: loss + weight_decay/2*|w|^2" if decay else ""),
        f"checked: the formula of the definitions in NumPy and PyTorch agree within {tolerance:g} over all 50 steps",
        *notes], values)


def descent(lr):
    return lambda theta, g, t, s: theta - lr * g


def momentum(lr, mu, nesterov):
    def step(theta, g, t, s):
        s["v"] = mu * s["v"] + g if "v" in s else g
        return theta - lr * (g + mu * s["v"] if nesterov else s["v"])
    return step


def adagrad(lr, eps):
    def step(theta, g, t, s):
        s["sum"] = s.get("sum", 0) + g * g
        return theta - lr * g / (np.sqrt(s["sum"]) + eps)
    return step


def rmsprop(lr, rho, eps):
    def step(theta, g, t, s):
        s["mean"] = rho * s.get("mean", 0) + (1 - rho) * g * g
        return theta - lr * g / (np.sqrt(s["mean"]) + eps)
    return step


def adam(lr, decoupled=0.0, beta1=0.9, beta2=0.999, eps=1e-8):
    def step(theta, g, t, s):
        s["m"] = beta1 * s.get("m", 0) + (1 - beta1) * g
        s["v"] = beta2 * s.get("v", 0) + (1 - beta2) * g * g
        theta = theta * np.append(np.full(len(theta) - 1, 1 - lr * decoupled), 1)
        return theta - lr * (s["m"] / (1 - beta1**t)) / (np.sqrt(s["v"] / (1 - beta2**t)) + eps)
    return step


def one_group(kind, **settings):
    return f"torch.optim.{kind}([w, b], {', '.join(f'{k}={v!r}' for k, v in settings.items())})", \
        lambda w, b: getattr(torch.optim, kind)(w + b, **settings)


def two_groups(kind, decay, **settings):
    shown = "".join(f", {k}={v!r}" for k, v in settings.items())
    return (f"torch.optim.{kind}([{{'params': [w], 'weight_decay': {decay!r}}}, "
            f"{{'params': [b], 'weight_decay': 0.0}}]{shown})",
            lambda w, b: getattr(torch.optim, kind)(
                [{"params": w, "weight_decay": decay}, {"params": b, "weight_decay": 0.0}], **settings))


reference("gradient_descent", *one_group("SGD", lr=0.1), descent(0.1))
reference("momentum", *one_group("SGD", lr=0.05, momentum=0.9), momentum(0.05, 0.9, False))
reference("nesterov", *one_group("SGD", lr=0.05, momentum=0.9, nesterov=True), momentum(0.05, 0.9, True))
reference("adagrad", *one_group("Adagrad", lr=0.1, lr_decay=0, initial_accumulator_value=0, eps=1e-8),
          adagrad(0.1, 1e-8), notes=["PyTorch's default eps is 1e-10; 1e-8 is given explicitly"])
reference("rmsprop", *one_group("RMSprop", lr=0.01, alpha=0.9, eps=1e-8, momentum=0, centered=False),
          rmsprop(0.01, 0.9, 1e-8), notes=["PyTorch's default alpha is 0.99; 0.9 is given explicitly"])
reference("adam", *one_group("Adam", lr=0.001, betas=(0.9, 0.999), eps=1e-8), adam(0.001))
reference("adam_fast", *one_group("Adam", lr=0.05, betas=(0.9, 0.999), eps=1e-8), adam(0.05))
reference("adamw", *two_groups("AdamW", 0.01, lr=0.05, betas=(0.9, 0.999), eps=1e-8), adam(0.05, 0.01),
          notes=["decoupled decay on the weights only: w *= 1 - lr*weight_decay first, then Adam"])
reference("adam_l2", *two_groups("Adam", 0.01, lr=0.05, betas=(0.9, 0.999), eps=1e-8), adam(0.05), decay=0.01,
          notes=["L2 on the weights only: g += weight_decay*w, before the moments"])
reference("gradient_descent_l2", *two_groups("SGD", 0.01, lr=0.1), descent(0.1), decay=0.01,
          notes=["L2 on the weights only: g += weight_decay*w"])
reference("momentum_l2", *two_groups("SGD", 0.01, lr=0.05, momentum=0.9), momentum(0.05, 0.9, False), decay=0.01,
          notes=["L2 on the weights only: g += weight_decay*w"])


def by_norm(g):
    """The norm is that of all weights and the bias together."""
    return g * min(1.0, 0.3 / np.sqrt(g @ g))


def by_value(g):
    return np.clip(g, -0.05, 0.05)


def clipped_steps(change):
    """In how many of the 50 steps of plain descent the clipping changed the gradient."""
    seen = []
    list(by_formula(descent(0.1), 0.0, lambda g: seen.append(bool(np.any(change(g) != g))) or change(g)))
    return f"steps in which the gradient was clipped: {sum(seen)} of 50"


CALL, MAKE = one_group("SGD", lr=0.1)
for suffix, pure in (("", True), ("_torch", False)):
    reference(f"clip_norm{suffix}",
              f"{CALL}, with torch.nn.utils.clip_grad_norm_([w, b], max_norm=0.3) before each step",
              MAKE, descent(0.1), change=by_norm, write_formula=pure, tolerance=1e-5,
              change_torch=lambda w, b: torch.nn.utils.clip_grad_norm_([w, b], max_norm=0.3),
              notes=["PyTorch multiplies by 0.3/(||g|| + 1e-6), hence the loose agreement; the numbers here are "
                     + ("NOT PyTorch's but those of the pure formula g*min(1, 0.3/||g||) in NumPy" if pure
                        else "PyTorch's, those of the pure formula are in clip_norm.csv"),
                     "the norm covers the weights and the bias together", clipped_steps(by_norm)])
reference("clip_value", f"{CALL}, with torch.nn.utils.clip_grad_value_([w, b], clip_value=0.05) before each step",
          MAKE, descent(0.1), change=by_value,
          change_torch=lambda w, b: torch.nn.utils.clip_grad_value_([w, b], clip_value=0.05),
          notes=[clipped_steps(by_value)])
