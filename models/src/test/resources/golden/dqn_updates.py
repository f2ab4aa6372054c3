"""Three whole updates of Q-learning in double precision by PyTorch's autograd, clipping and Adam, for each of its losses.

python dqn_updates.py > dqn_updates.json      (torch 2.15)

Weights are [out][in] row after row, then the bias, layer after layer. The outputs of a mixture are action after action,
each its means, its log-variances, its logits. All start as numbers that float32 holds exactly, since the port's weights
are floats.
"""
import json
import math
import torch
import torch.nn as nn
import torch.nn.functional as F

B, S, A, K, HIDDEN = 8, 3, 3, 2, (5, 4)
DISCOUNT, RATE, LOW, HIGH, LEAST_STD = 0.9, 0.01, -0.5, 0.5, 0.1     # narrow bounds: some of the batch are outside
HALF_LOG_2PI = 0.5 * math.log(2 * math.pi)

torch.manual_seed(0)
torch.set_default_dtype(torch.float64)


def exact(x):
    return x.float().double()


def mlp(outputs):
    widths = (S, *HIDDEN, outputs)
    layers = []
    for i, o in zip(widths, widths[1:]):
        layers += [nn.Linear(i, o), nn.Tanh()]
    net = nn.Sequential(*layers[:-1])
    with torch.no_grad():
        for p in net.parameters():
            p.copy_(exact(torch.randn_like(p) * 0.8))
    return net


def flat(tensors):
    return [x for t in tensors for x in t.detach().reshape(-1).tolist()]


def heads(net, obs):
    mean, log_var, logits = net(obs).view(-1, A, 3, K).unbind(2)
    return mean, log_var.clamp(LOW, HIGH), logits.log_softmax(-1)


def q_of(mean, log_w, weighted):
    return (log_w.exp() * mean).sum(-1) if weighted else mean.mean(-1)


def normal(y, mean, log_var):
    return -0.5 * (y - mean) ** 2 * torch.exp(-log_var) - 0.5 * log_var - HALF_LOG_2PI


def overlap(w, m, v, w2, m2, v2):
    s = v[:, :, None] + v2[:, None]
    d = m[:, :, None] - m2[:, None]
    return (w[:, :, None] * w2[:, None] * torch.exp(-0.5 * d * d / s) / torch.sqrt(2 * math.pi * s)).sum((1, 2))


def mixture_loss(kind, head, next_head, y, reward, live):
    mean, log_var, log_w = head
    if kind == "nll":
        return -torch.logsumexp(log_w + normal(y, mean, log_var), -1).mean()
    if kind == "article":                       # summed over the batch
        return -torch.logsumexp(torch.log(log_w.exp() + 1e-10) + normal(y, mean, log_var).sum(0, keepdim=True), -1).mean()
    w, v, w2 = log_w.exp(), log_var.exp(), next_head[2].exp()
    m2 = reward + live * next_head[0]
    v2 = (live ** 2 * next_head[1].exp()).clamp_min(LEAST_STD ** 2)
    return 0.25 * (overlap(w, mean, v, w, mean, v) + overlap(w2, m2, v2, w2, m2, v2)
                   - 2 * overlap(w, mean, v, w2, m2, v2)).mean()


def run(kind, double, weighted, tau, target_every, clip, scale):
    net, target = (mlp(A if kind == "huber" else 3 * A * K) for _ in range(2))
    target_start = flat(target.parameters())    # of its own, so that the two disagree on what is best
    adam = torch.optim.Adam(net.parameters(), lr=RATE)
    rows = torch.arange(B)
    start, updates = flat(net.parameters()), []
    for step in range(3):
        obs, next_obs, reward = torch.randn(B, S), torch.randn(B, S), torch.randn(B, 1)
        action, terminated = torch.randint(A, (B,)), (torch.rand(B, 1) < 0.3).double()
        live = DISCOUNT * (1 - terminated)
        with torch.no_grad():
            if kind == "huber":
                online_q, target_q, next_head = net(next_obs), target(next_obs), None
            else:
                online = heads(net, next_obs)
                next_head = heads(target, next_obs)
                online_q, target_q = (q_of(h[0], h[2], weighted) for h in (online, next_head))
            best = (online_q if double else target_q).argmax(1)
            y = reward + live * target_q[rows, best][:, None]
            next_head = next_head and [part[rows, best] for part in next_head]
        if kind == "huber":
            taken = net(obs)[rows, action][:, None]
            q, loss = taken, F.huber_loss(taken, y, delta=0.5)
        else:
            head = [part[rows, action] for part in heads(net, obs)]
            q, loss = q_of(head[0], head[2], weighted), scale * mixture_loss(kind, head, next_head, y, reward, live)
        adam.zero_grad()
        loss.backward()
        gradient = flat(p.grad for p in net.parameters())
        norm = nn.utils.clip_grad_norm_(net.parameters(), clip).item()
        adam.step()
        if (step + 1) % target_every == 0:
            with torch.no_grad():
                for t, p in zip(target.parameters(), net.parameters()):
                    t.mul_(1 - tau).add_(tau * p)
        updates.append({
            "obs": obs.tolist(), "action": action[:, None].tolist(), "reward": reward.tolist(),
            "next_obs": next_obs.tolist(), "terminated": terminated.tolist(),
            "expected": {"loss": loss.item(), "q": q.mean().item(), "norm": norm, "gradient": gradient,
                         "weights": flat(net.parameters()), "target": flat(target.parameters()),
                         "best": best.tolist(), "other_best": (target_q if double else online_q).argmax(1).tolist()}})
    return {"loss": kind, "double": double, "weighted": weighted, "tau": tau, "target_every": target_every, "clip": clip,
            "scale": scale, "start": start, "target_start": target_start, "updates": updates}


print(json.dumps({"runs": [
    run("huber", False, True, 1.0, 2, 0.2, 1.0), run("huber", True, True, 0.1, 1, 1e9, 1.0),
    run("nll", True, True, 0.1, 1, 0.5, 1.0), run("jt", True, True, 0.1, 1, 1e9, 20.0),
    run("article", False, False, 1.0, 2, 1.0, 1.0)]}))
