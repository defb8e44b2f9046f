"""Learning-rate schedules over 200 updates: PyTorch's schedulers, and closed formulas in plain Python."""
import math
import warnings

import torch
from torch.optim import lr_scheduler as s

from common import versions, write

N = 200
VERSIONS = "versions: " + versions(torch)
WHEN = "data: none; tI is the rate in force AT update I (I = 0 is the first update), before scheduler.step()"


def optimizer(lr):
    return torch.optim.SGD([torch.zeros(1, dtype=torch.float64, requires_grad=True)], lr=lr)


def keyed(prefix, rates):
    return {f"{prefix}{i}": v for i, v in enumerate(rates)}


def in_torch(make, lr):
    """The rates of 200 updates, one scheduler.step() after each."""
    opt = optimizer(lr)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # "lr_scheduler.step() before optimizer.step()", and step(epoch)
        scheduler, rates = make(opt), []
        for _ in range(N):
            rates.append(opt.param_groups[0]["lr"])
            scheduler.step()
    return rates


def pytorch(name, call, lr, formula, closed, notes=()):
    """Runs the scheduler that the text `call` makes, and checks it against the closed form."""
    rates = in_torch(lambda opt: eval(call, vars(s), {"optimizer": opt}), lr)
    exact = [closed(t) for t in range(N)]
    worst = max(abs(a - b) for a, b in zip(rates, exact))
    assert worst < 1e-13, (name, worst)
    write(f"schedules/{name}.csv", [
        f"call: torch.optim.lr_scheduler.{call} with optimizer = torch.optim.SGD(..., lr={lr!r})",
        VERSIONS, WHEN,
        f"closedI: {formula}, at t = I, in plain Python floats; PyTorch differs by at most {worst:.1e}",
        *notes], {**keyed("t", rates), **keyed("closed", exact)})


def formula(name, source, text, closed):
    write(f"schedules/{name}.csv", [
        f"call: none; {source}, computed in plain Python floats: {text}", "versions: " + versions(),
        "data: none; tI is the rate at update t = I"], keyed("t", [closed(t) for t in range(N)]))


def cosine(t, total, high, low):
    return low + (high - low) * (1 + math.cos(math.pi * t / total)) / 2


def restarts(t, first, factor, high, low):
    """The cycle by an integer loop: the logarithm is wrong at exact restarts."""
    length = first
    while t >= length:
        t, length = t - length, length * factor
    return cosine(t, length, high, low)


def cyclic(t, half, low, high, scale):
    cycle = math.floor(1 + t / (2 * half))
    x = abs(t / half - 2 * cycle + 1)
    return low + (high - low) * max(0, 1 - x) * scale(t, cycle)


def one_cycle(t, total, high, anneal):
    start, end, peak = high / 25, high / 25 / 1e4, 0.3 * total - 1
    return anneal(start, high, t / peak) if t <= peak else anneal(high, end, (t - peak) / (total - 1 - peak))


def ramp(t, length, start):
    return start + (1 - start) * min(t, length) / length


pytorch("exponential", "ExponentialLR(optimizer, gamma=0.97)", 0.1, "0.1*0.97^t", lambda t: 0.1 * 0.97**t)
pytorch("step", "StepLR(optimizer, step_size=30, gamma=0.5)", 0.1, "0.1*0.5^floor(t/30)",
        lambda t: 0.1 * 0.5 ** (t // 30))
pytorch("step_tenth", "StepLR(optimizer, step_size=50, gamma=0.1)", 0.1, "0.1*0.1^floor(t/50)",
        lambda t: 0.1 * 0.1 ** (t // 50))
pytorch("piecewise", "MultiStepLR(optimizer, milestones=[20, 50, 51, 120], gamma=0.3)", 0.1,
        "0.1*0.3^(milestones <= t); the new rate holds from update 20, 50, 51, 120 on",
        lambda t: 0.1 * 0.3 ** sum(m <= t for m in (20, 50, 51, 120)))
pytorch("polynomial_1", "PolynomialLR(optimizer, total_iters=150, power=1.0)", 0.1, "0.1*(1-min(t,150)/150)",
        lambda t: 0.1 * (1 - min(t, 150) / 150))
pytorch("polynomial_2", "PolynomialLR(optimizer, total_iters=150, power=2.0)", 0.1, "0.1*(1-min(t,150)/150)^2",
        lambda t: 0.1 * (1 - min(t, 150) / 150) ** 2)
pytorch("cosine", "CosineAnnealingLR(optimizer, T_max=199, eta_min=0.001)", 0.1,
        "0.001+(0.1-0.001)*(1+cos(pi*t/199))/2, so the last update t = 199 has the minimum",
        lambda t: cosine(t, 199, 0.1, 0.001))
pytorch("cosine_rising", "CosineAnnealingLR(optimizer, T_max=80, eta_min=0.0)", 0.1, "0.1*(1+cos(pi*t/80))/2",
        lambda t: cosine(t, 80, 0.1, 0.0),
        ["after T_max the cosine goes up again (period 2*T_max): it does not stay at the minimum"])
for first, factor in ((30, 1), (10, 2), (1, 3), (5, 3)):
    pytorch(f"warm_restarts_{first}_{factor}",
            f"CosineAnnealingWarmRestarts(optimizer, T_0={first}, T_mult={factor}, eta_min=0.001)", 0.1,
            f"0.001+(0.1-0.001)*(1+cos(pi*Tcur/Ti))/2, T_0 = {first} updates, the cycle by an integer loop",
            lambda t: restarts(t, first, factor, 0.1, 0.001))
for mode, scale in (("triangular", lambda t, c: 1.0), ("triangular2", lambda t, c: 1 / 2 ** (c - 1)),
                    ("exp_range", lambda t, c: 0.99**t)):
    gamma = "gamma=0.99, " if mode == "exp_range" else ""
    pytorch(f"cyclic_{mode}", "CyclicLR(optimizer, base_lr=0.001, max_lr=0.1, step_size_up=25, "
            f"mode={mode!r}, {gamma}cycle_momentum=False)", 0.001,
            "0.001+(0.1-0.001)*max(0,1-x)*k, c = floor(1+t/50), x = |t/25-2c+1|, "
            "k = " + {"triangular": "1", "triangular2": "1/2^(c-1)", "exp_range": "0.99^t"}[mode],
            lambda t: cyclic(t, 25, 0.001, 0.1, scale))
for strategy, anneal in (("cos", lambda a, b, p: b + (a - b) / 2 * (1 + math.cos(math.pi * p))),
                         ("linear", lambda a, b, p: (b - a) * p + a)):
    pytorch(f"one_cycle_{strategy}", "OneCycleLR(optimizer, max_lr=0.1, total_steps=200, pct_start=0.3, "
            f"anneal_strategy={strategy!r}, cycle_momentum=False, div_factor=25.0, final_div_factor=10000.0, "
            "three_phase=False)", 0.1,
            "0.1/25 up to 0.1 at t = 0.3*200-1 = 59, then down to 0.1/25/10000 at t = 199",
            lambda t: one_cycle(t, 200, 0.1, anneal),
            ["the peak is at update 0.3*200-1 = 59, not 60: PyTorch's ramp has pct_start*total_steps points"])
pytorch("warm_up", "LinearLR(optimizer, start_factor=0.1, end_factor=1.0, total_iters=40)", 0.1,
        "0.1*(0.1+0.9*min(t,40)/40): full rate from update 40 on", lambda t: 0.1 * ramp(t, 40, 0.1))
pytorch("warm_up_cosine", "SequentialLR(optimizer, [LinearLR(optimizer, start_factor=0.1, end_factor=1.0, "
        "total_iters=40), CosineAnnealingLR(optimizer, T_max=160, eta_min=0.001)], milestones=[40])", 0.1,
        "0.1*(0.1+0.9*t/40) while t < 40, then 0.001+(0.1-0.001)*(1+cos(pi*(t-40)/160))/2",
        lambda t: 0.1 * ramp(t, 40, 0.1) if t < 40 else cosine(t - 40, 160, 0.1, 0.001),
        ["the clock of the second schedule starts at 0 when the ramp ends"])


def fractional_restarts():
    """step(epoch) with a fractional epoch, as in the SGDR paper: 8 batches per epoch."""
    opt, rates = optimizer(0.1), []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        scheduler = s.CosineAnnealingWarmRestarts(opt, T_0=3, T_mult=2, eta_min=0.001)
        for t in range(N):
            scheduler.step(t / 8)
            rates.append(opt.param_groups[0]["lr"])
    exact = [restarts(t / 8, 3, 2, 0.1, 0.001) for t in range(N)]
    assert max(abs(a - b) for a, b in zip(rates, exact)) < 1e-13
    write("schedules/warm_restarts_fractional.csv", [
        "call: torch.optim.lr_scheduler.CosineAnnealingWarmRestarts(optimizer, T_0=3, T_mult=2, eta_min=0.001), "
        "scheduler.step(t/8) before update t: 8 batches per epoch, T_0 = 3 epochs; SGD lr=0.1",
        VERSIONS, "data: none; tI is the rate in force AT update I, at epoch I/8",
        "closedI: the integer-loop form with T_cur in fractions of an epoch"],
        {**keyed("t", rates), **keyed("closed", exact)})


def logarithm_restarts():
    """Where PyTorch's step(epoch), which finds the cycle by a logarithm, misses a restart."""
    opt, wrong = optimizer(0.1), {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        scheduler = s.CosineAnnealingWarmRestarts(opt, T_0=1, T_mult=3, eta_min=0.001)
        for t in range(N):
            scheduler.step(t)
            exact = restarts(t, 1, 3, 0.1, 0.001)
            if abs(opt.param_groups[0]["lr"] - exact) > 1e-9:
                wrong.update({f"torch_step_epoch{t}": opt.param_groups[0]["lr"], f"closed{t}": exact})
    write("schedules/warm_restarts_logarithm.csv", [
        "call: torch.optim.lr_scheduler.CosineAnnealingWarmRestarts(optimizer, T_0=1, T_mult=3, eta_min=0.001), "
        "scheduler.step(t) with the number t given; SGD lr=0.1",
        VERSIONS, "data: none; only the updates t in 0..199 where PyTorch's logarithm form is WRONG are listed",
        "closedI: right, the integer-loop form, equal to step() without a number (warm_restarts_1_3.csv)"], wrong)


def plateau(name, arguments, notes=()):
    """A loss that falls, stalls with noise, falls again and stalls: exact decimals, from a small generator."""
    losses, state = [], 12345
    for t in range(N):
        state = (1103515245 * state + 12345) % 2**31
        floor = 0.9 * 0.8 ** min(t, 20) + 0.4 if t < 80 else 0.15 + 0.26 * 0.9 ** min(t - 80, 40)
        losses.append(round(floor + 0.02 * state / 2**31, 4))
    opt, rates = optimizer(0.1), []
    scheduler = eval(f"ReduceLROnPlateau(optimizer, {arguments})", vars(s), {"optimizer": opt})
    for loss in losses:
        rates.append(opt.param_groups[0]["lr"])
        scheduler.step(loss)
    reductions = [t + 1 for t in range(N - 1) if rates[t + 1] < rates[t]]
    write(f"schedules/plateau_{name}.csv", [
        f"call: torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer, {arguments}) with SGD lr=0.1; "
        "scheduler.step(lossI) after epoch I",
        VERSIONS, "data: lossI, exact decimals; tI is the rate in force AT epoch I, before lossI is known",
        f"first epochs at a reduced rate: {', '.join(map(str, reductions))}",
        "an epoch is bad unless its loss beats the best by the threshold (rel: loss < best*(1-threshold)); "
        "the rate falls when bad > patience, that is after patience+1 bad epochs in a row", *notes],
        {**keyed("t", rates), **keyed("loss", losses)})


fractional_restarts()
logarithm_restarts()
plateau("default", "mode='min', factor=0.1, patience=10, threshold=0.0001, threshold_mode='rel', cooldown=0, "
        "min_lr=0, eps=1e-08", ["eps: a reduction by 1e-8 or less is skipped, so the rate stays near 1e-8"])
plateau("strict", "mode='min', factor=0.5, patience=5, threshold=0.0, threshold_mode='abs', cooldown=0, "
        "min_lr=0, eps=0.0", ["threshold 0: any smaller loss is an improvement, an equal one is not"])
plateau("cooldown", "mode='min', factor=0.5, patience=3, threshold=0.01, threshold_mode='abs', cooldown=4, "
        "min_lr=0.002, eps=0.0", ["cooldown: bad epochs are not counted for 4 epochs after a reduction"])

KERAS = "Keras documents keras.optimizers.schedules."
formula("keras_inverse_time", KERAS + "InverseTimeDecay(0.1, decay_steps=10, decay_rate=0.5)",
        "0.1/(1+0.5*t/10), which is inverse time with k = 0.05", lambda t: 0.1 / (1 + 0.5 * t / 10))
formula("keras_inverse_time_staircase", KERAS + "InverseTimeDecay(0.1, decay_steps=10, decay_rate=0.5, staircase=True)",
        "0.1/(1+0.5*floor(t/10))", lambda t: 0.1 / (1 + 0.5 * (t // 10)))
formula("keras_exponential", KERAS + "ExponentialDecay(0.1, decay_steps=20, decay_rate=0.8)",
        "0.1*0.8^(t/20)", lambda t: 0.1 * 0.8 ** (t / 20))
formula("keras_exponential_staircase", KERAS + "ExponentialDecay(0.1, decay_steps=20, decay_rate=0.8, staircase=True)",
        "0.1*0.8^floor(t/20)", lambda t: 0.1 * 0.8 ** (t // 20))
formula("keras_polynomial", KERAS + "PolynomialDecay(0.1, decay_steps=150, end_learning_rate=0.001, power=1.0)",
        "(0.1-0.001)*(1-min(t,150)/150)+0.001", lambda t: (0.1 - 0.001) * (1 - min(t, 150) / 150) + 0.001)
formula("keras_polynomial_half", KERAS + "PolynomialDecay(0.1, decay_steps=150, end_learning_rate=0.001, power=0.5)",
        "(0.1-0.001)*(1-min(t,150)/150)^0.5+0.001", lambda t: (0.1 - 0.001) * (1 - min(t, 150) / 150) ** 0.5 + 0.001)
formula("keras_cosine", KERAS + "CosineDecay(0.1, decay_steps=150, alpha=0.01)",
        "0.1*((1-0.01)*(1+cos(pi*min(t,150)/150))/2+0.01): the minimum is alpha*0.1 and is kept after decay_steps",
        lambda t: 0.1 * ((1 - 0.01) * (1 + math.cos(math.pi * min(t, 150) / 150)) / 2 + 0.01))
formula("inverse_scaling", "scikit-learn documents learning_rate='invscaling' as eta0 / pow(t, power_t)",
        "0.01/(t+1)^0.25, since its t counts from 1", lambda t: 0.01 / (t + 1) ** 0.25)
