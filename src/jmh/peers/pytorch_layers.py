"""PyTorch in 64 bits: softmax regression and networks. Needs Debian's python3-torch."""

import torch
from torch import nn

from common import ALPHA, ETA, report, start, workloads

torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)


def network(workload):
    layers = []
    for w, b in start(workload):
        inputs, units = w.shape
        linear = nn.utils.skip_init(nn.Linear, inputs, units)
        with torch.no_grad():
            linear.weight.copy_(torch.from_numpy(w.T))
            linear.bias.copy_(torch.from_numpy(b))
        layers += [linear, nn.ReLU()]
    return nn.Sequential(*layers[:-1])  # the loss has the softmax


def train(x, y, workload):
    model = network(workload)
    linear = [layer for layer in model if isinstance(layer, nn.Linear)]
    optimizer = torch.optim.SGD(
        [
            {"params": [layer.weight for layer in linear], "weight_decay": ALPHA},
            {"params": [layer.bias for layer in linear]},
        ],
        lr=ETA,
    )
    loss = nn.CrossEntropyLoss()
    x = torch.from_numpy(x)
    y = torch.from_numpy(y)
    for _ in range(workload.epochs):
        for first in range(0, len(x), workload.batch):
            rows = slice(first, first + workload.batch)
            optimizer.zero_grad()
            loss(model(x[rows]), y[rows]).backward()
            optimizer.step()
    return [
        part
        for layer in linear
        for part in (layer.weight.detach().numpy().T, layer.bias.detach().numpy())
    ]


for workload in workloads():
    if workload.units and not workload.shuffled:
        report("PyTorch", workload, train)
