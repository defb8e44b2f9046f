"""Mini-batch trajectories of softmax regression and of networks with PyTorch, on numbers made by a rule."""
import numpy as np
import torch

from common import versions, write

torch.set_num_threads(1)
VERSIONS = versions(torch)
ROWS, FEATURES, CLASSES, ALPHA = 90, 5, 3, 0.01
HIDDEN = (7, 6, 4)
RULE = ("numbers by rule: s = seed; s = (1103515245*s + 12345) mod 2^31, v = s/2^30 - 1, and so on; "
        "x by seed 1, row by row; start by seed 2, layer by layer, W (inputs by units, input by input) then b, "
        "all times 0.5")


def numbers(seed, count):
    values, s = [], seed
    for _ in range(count):
        s = (1103515245 * s + 12345) % 2**31
        values.append(s / 2**30 - 1)
    return np.array(values)


X = numbers(1, ROWS * FEATURES).reshape(ROWS, FEATURES)
CLASS = (X[:, 0] + 0.5 * X[:, 1] > -0.25).astype(int) + (X[:, 0] - X[:, 2] > 0.5)
NUMBER = X[:, 0] * X[:, 1] + 0.5 * X[:, 2]
CLASS_RULE = "y = [x0 + 0.5*x1 > -0.25] + [x0 - x2 > 0.5]"
NUMBER_RULE = "y = x0*x1 + 0.5*x2"
TX, TC, TN = torch.tensor(X), torch.tensor(CLASS), torch.tensor(NUMBER)
assert sorted(set(CLASS)) == [0, 1, 2]

ACTIVATIONS = {"tanh": torch.tanh, "relu": torch.relu, "sigmoid": torch.sigmoid}
OPTIMIZERS = {
    "descent": ("torch.optim.SGD(groups, lr=0.1)", lambda groups: torch.optim.SGD(groups, lr=0.1)),
    "momentum": ("torch.optim.SGD(groups, lr=0.05, momentum=0.9)",
                 lambda groups: torch.optim.SGD(groups, lr=0.05, momentum=0.9)),
    "adam": ("torch.optim.Adam(groups, lr=0.01, betas=(0.9, 0.999), eps=1e-08)",
             lambda groups: torch.optim.Adam(groups, lr=0.01, betas=(0.9, 0.999), eps=1e-8)),
}


def start(sizes):
    """Weights and biases of each layer, from the rule."""
    theta = 0.5 * numbers(2, sum((d + 1) * k for d, k in zip(sizes, sizes[1:])))
    layers, at = [], 0
    for d, k in zip(sizes, sizes[1:]):
        w = torch.tensor(theta[at:at + d * k].reshape(d, k), requires_grad=True)
        b = torch.tensor(theta[at + d * k:at + (d + 1) * k], requires_grad=True)
        layers.append((w, b))
        at += (d + 1) * k
    return layers


def net_inputs(layers, x, activation):
    for w, b in layers[:-1]:
        x = activation(x @ w + b)
    w, b = layers[-1]
    return x @ w + b


def loss_of(layers, activation, rows, softmax):
    z = net_inputs(layers, TX[rows], activation)
    if softmax:
        return torch.nn.functional.cross_entropy(z, TC[rows], reduction="mean")
    return 0.5 * torch.nn.functional.mse_loss(z[:, 0], TN[rows], reduction="mean")


def trained(sizes, activation, softmax, make, batch, epochs, alpha):
    layers = start(sizes)
    optimizer = make([{"params": [w for w, _ in layers], "weight_decay": alpha},
                      {"params": [b for _, b in layers], "weight_decay": 0.0}])
    for _ in range(epochs):
        for begin in range(0, ROWS, batch):
            optimizer.zero_grad()
            loss_of(layers, activation, slice(begin, min(begin + batch, ROWS)), softmax).backward()
            optimizer.step()
    theta = np.concatenate([p.detach().numpy().ravel() for layer in layers for p in layer])
    return theta, loss_of(layers, activation, slice(0, ROWS), softmax).item()


def recorded(values, prefix, theta, loss):
    values.update({f"{prefix}theta{j}": v for j, v in enumerate(theta)})
    values[f"{prefix}loss"] = loss


def header(loss, target, batches, *notes):
    return [
        "groups: [{'params': weights, 'weight_decay': alpha}, {'params': biases, 'weight_decay': 0.0}]; "
        f"{batches}: optimizer.zero_grad(); {loss}.backward(); optimizer.step(), all in float64",
        f"versions: {VERSIONS}",
        f"data: {ROWS} rows of {FEATURES} features, in order, the last batch short; {target}; {RULE}",
        "theta*: layer by layer, as the start; loss: mean over all rows at those weights, without penalty", *notes]


def softmax_regression():
    values = {}
    for batch in (1, 16):
        for alpha in (0.0, ALPHA):
            for epochs in (1, 20):
                theta, loss = trained((FEATURES, CLASSES), None, True, OPTIMIZERS["descent"][1], batch, epochs, alpha)
                recorded(values, f"batch{batch}.alpha{alpha}.epochs{epochs}.", theta, loss)
    write("networks/softmax_regression.csv", [
        f"call: {OPTIMIZERS['descent'][0]}",
        *header("torch.nn.functional.cross_entropy(x @ W + b, y, reduction='mean')", CLASS_RULE,
                "1 and 20 epochs of batches of 1 and 16 rows, alpha 0 and 0.01")], values)


def networks():
    for name, activation in ACTIVATIONS.items():
        for output in ("softmax", "regression"):
            values = {}
            for depth in (1, 2, 3):
                sizes = (FEATURES, *HIDDEN[:depth], CLASSES if output == "softmax" else 1)
                for rule, (_, make) in OPTIMIZERS.items():
                    theta, loss = trained(sizes, activation, output == "softmax", make, 8, 4, ALPHA)
                    recorded(values, f"hidden{depth}.{rule}.", theta, loss)
            loss = ("torch.nn.functional.cross_entropy(z, y, reduction='mean')" if output == "softmax" else
                    "(0.5*torch.nn.functional.mse_loss(z, y, reduction='mean'))")
            write(f"networks/{name}_{output}.csv", [
                "calls: " + "; ".join(f"{rule}: {call}" for rule, (call, _) in OPTIMIZERS.items()),
                *header(loss, CLASS_RULE if output == "softmax" else NUMBER_RULE,
                        f"4 epochs of batches of 8 rows, alpha {ALPHA}",
                        f"hiddenN: N hidden layers of {HIDDEN} units, x = torch.{name}(x @ W + b), and "
                        "z = x @ W + b on top")], values)


softmax_regression()
networks()
