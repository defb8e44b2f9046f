"""NumPy with its BLAS: softmax regression and networks. Needs Debian's python3-numpy."""

import numpy as np

from common import ALPHA, ETA, report, start, workloads


def train(x, y, workload):
    layers = start(workload)
    one_hot = np.eye(workload.units[-1])[y]
    for _ in range(workload.epochs):
        for first in range(0, len(x), workload.batch):
            rows = slice(first, first + workload.batch)
            update(layers, x[rows], one_hot[rows])
    return [part for layer in layers for part in layer]


def update(layers, x, one_hot):
    a = [x]
    for w, b in layers[:-1]:
        z = a[-1] @ w
        z += b
        a.append(np.maximum(z, 0, out=z))
    w, b = layers[-1]
    delta = a[-1] @ w
    delta += b
    softmax(delta)
    delta -= one_hot
    delta /= len(x)
    for (w, b), inputs in zip(reversed(layers), reversed(a)):
        gradient = inputs.T @ delta
        bias_gradient = delta.sum(axis=0)
        if inputs is not x:
            delta = delta @ w.T
            delta *= inputs > 0
        gradient *= ETA
        w *= 1 - ETA * ALPHA
        w -= gradient
        b -= ETA * bias_gradient


def softmax(z):
    z -= z.max(axis=1, keepdims=True)
    np.exp(z, out=z)
    z /= z.sum(axis=1, keepdims=True)


for workload in workloads():
    if workload.units and not workload.shuffled:
        report("NumPy", workload, train)
