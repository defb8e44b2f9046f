"""Activations and losses: exact values by mpmath (800 digits, then rounded), and what PyTorch computes."""
import mpmath
import torch
import torch.nn.functional as F
from mpmath import mp, mpf

from common import versions, write

mp.dps = 800  # enough for 1 + erf(-40/sqrt 2) or 1 - tanh(750)^2 without any care for cancellation
HALF = [0.0, 1e-9, 0.1, 0.5, 1.0, 1.5, 2.75, 3.0, 10.0, 18.5, 21.0, 40.0, 100.0, 750.0]
GRID = sorted({s * v + 0.0 for s in (-1, 1) for v in HALF})


def sigmoid(z):
    return 1 / (1 + mp.exp(-z))


def softplus(z):
    return mp.log1p(mp.exp(z))


def phi(z):
    return (1 + mp.erf(z / mp.sqrt(2))) / 2


def reference(name, formula, torch_call, value, derivative, in_torch, kinks=()):
    """Writes value and derivative at each z of the grid; at a kink only PyTorch's choice of derivative."""
    values, odd = {}, []
    for i, z in enumerate(GRID):
        variable = torch.tensor(z, dtype=torch.float64, requires_grad=True)
        result = in_torch(variable)
        result.backward()
        exact = {"value": float(value(mpf(z)))}
        if z not in kinks:
            exact["derivative"] = float(derivative(mpf(z)))
        tool = {"value": result.item(), "derivative": variable.grad.item()}
        values[f"z{i}"] = z
        values.update({f"{key}{i}": v for key, v in exact.items()})
        values.update({f"torch_{key}{i}": v for key, v in tool.items()})
        for key, v in exact.items():
            if abs(tool[key] - v) > 1e-14 * abs(v):
                odd.append(f"{key} at {z!r} (by {abs(tool[key] - v):.1e})")
    write(f"functions/{name}.csv", [
        f"formula: {formula}",
        f"valueI, derivativeI at zI: mpmath, mp.dps={mp.dps}, rounded to double at the end; arguments are exact doubles",
        f"torch_valueI, torch_derivativeI: {torch_call} in float64, with autograd",
        f"versions: {versions(mpmath, torch)}",
        "data: none, the grid is zI",
        *([f"kink at {', '.join(map(repr, kinks))}: no derivativeI there, torch_derivativeI shows PyTorch's choice"]
          if kinks else []),
        "PyTorch is off by more than 1e-14 of the value: " + ("; ".join(odd) if odd else "nowhere"),
    ], values)


reference("sigmoid", "1/(1+exp(-z))", "torch.sigmoid(z)",
          sigmoid, lambda z: sigmoid(z) * sigmoid(-z), torch.sigmoid)
reference("tanh", "tanh(z)", "torch.tanh(z)", mp.tanh, lambda z: mp.sech(z) ** 2, torch.tanh)
reference("softplus", "log(1+exp(z))", "torch.nn.functional.softplus(z, beta=1, threshold=20)",
          softplus, sigmoid, F.softplus)
reference("silu", "z/(1+exp(-z))", "torch.nn.functional.silu(z)",
          lambda z: z * sigmoid(z), lambda z: sigmoid(z) * (1 + z * sigmoid(-z)), F.silu)
reference("gelu", "z/2*(1+erf(z/sqrt(2)))", "torch.nn.functional.gelu(z, approximate='none')",
          lambda z: z * phi(z), lambda z: phi(z) + z * mp.exp(-z * z / 2) / mp.sqrt(2 * mp.pi), F.gelu)
reference("elu", "z if z > 0 else exp(z)-1", "torch.nn.functional.elu(z, alpha=1.0)",
          lambda z: z if z > 0 else mp.expm1(z), lambda z: 1 if z > 0 else mp.exp(z), lambda z: F.elu(z, 1.0))
reference("leaky_relu", "z if z > 0 else 0.01*z", "torch.nn.functional.leaky_relu(z, negative_slope=0.01)",
          lambda z: z if z > 0 else mpf(0.01) * z, lambda z: 1 if z > 0 else mpf(0.01),
          lambda z: F.leaky_relu(z, 0.01), kinks=[0.0])

for delta in (0.1, 1.0):
    d = mpf(delta)
    reference(f"huber_delta_{delta}",
              f"z is the residual prediction - target: z^2/2 if |z| <= {delta} else {delta}*(|z| - {delta}/2)",
              f"torch.nn.functional.huber_loss(z, torch.tensor(0.0, dtype=torch.float64), delta={delta})",
              lambda z: z * z / 2 if abs(z) <= d else d * (abs(z) - d / 2), lambda z: max(-d, min(d, z)),
              lambda z: F.huber_loss(z, torch.tensor(0.0, dtype=torch.float64), delta=delta))
reference("log_cosh", "z is the residual prediction - target: log(cosh(z))",
          "|z| + log1p(exp(-2|z|)) - log(2) (PyTorch has no such loss)",
          lambda z: mp.log(mp.cosh(z)), mp.tanh,
          lambda z: z.abs() + torch.log1p(torch.exp(-2 * z.abs())) - torch.log(torch.tensor(2.0, dtype=torch.float64)))
for tau in (0.1, 0.5, 0.9):
    t = mpf(tau)
    reference(f"pinball_{tau}",
              f"z is the residual prediction - target: -{tau}*z if z < 0 else (1-{tau})*z",
              f"torch.maximum(-{tau}*z, (1-{tau})*z) (PyTorch has no such loss)",
              lambda z: -t * z if z < 0 else (1 - t) * z, lambda z: -t if z < 0 else 1 - t,
              lambda z: torch.maximum(-tau * z, (1 - tau) * z), kinks=[0.0])
for y in (0.0, 1.0, 0.25):
    t = mpf(y)
    reference(f"bce_with_logits_{y}", f"log(1+exp(z)) - y*z with y = {y}; derivative sigmoid(z) - y",
              f"torch.nn.functional.binary_cross_entropy_with_logits(z, torch.tensor({y}, dtype=torch.float64))",
              lambda z: softplus(z) - t * z, lambda z: sigmoid(z) - t,
              lambda z: F.binary_cross_entropy_with_logits(z, torch.tensor(y, dtype=torch.float64)))
