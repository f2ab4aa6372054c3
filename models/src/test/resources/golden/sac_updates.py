"""Three whole updates of SAC in double precision by PyTorch's autograd and Adam, in Stable-Baselines3's order.

python sac_updates.py > sac_updates.json      (torch 2.15)

Weights are [out][in] row after row, then the bias, layer after layer: one flat list a network, that of the two critics
one behind the other. All start as numbers that float32 holds exactly, since the port's weights are floats.
"""
import json
import math
import torch
import torch.nn as nn
import torch.nn.functional as F

B, S, A, HIDDEN = 8, 3, 2, (5, 4)
DISCOUNT, TAU, RATE, ENTROPY, ALPHA = 0.9, 0.1, 0.01, -1.0, 0.3
LOG_STD_MIN, LOG_STD_MAX = -1.0, 1.0   # narrow, so that some of the batch are outside

torch.manual_seed(0)
torch.set_default_dtype(torch.float64)


def exact(x):
    return x.float().double()


def mlp(inputs, outputs):
    widths = (inputs, *HIDDEN, outputs)
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


actor = mlp(S, 2 * A)
critics, targets = [mlp(S + A, 1) for _ in range(2)], [mlp(S + A, 1) for _ in range(2)]
for target, critic in zip(targets, critics):
    target.load_state_dict(critic.state_dict())
log_alpha = torch.tensor([float(exact(torch.tensor(math.log(ALPHA))))], requires_grad=True)

of_actor = list(actor.parameters())
of_critics = [p for critic in critics for p in critic.parameters()]
of_targets = [p for target in targets for p in target.parameters()]
adam_actor, adam_critics, adam_alpha = (torch.optim.Adam(p, lr=RATE) for p in (of_actor, of_critics, [log_alpha]))


def policy(obs, noise):
    mean, log_std = actor(obs).chunk(2, 1)
    log_std = log_std.clamp(LOG_STD_MIN, LOG_STD_MAX)
    u = mean + log_std.exp() * noise
    log_normal = torch.distributions.Normal(mean, log_std.exp()).log_prob(u)
    log_slope = 2 * (math.log(2) - u - F.softplus(-2 * u))
    return torch.tanh(u), (log_normal - log_slope).sum(1, keepdim=True)


def q(nets, obs, action):
    x = torch.cat([obs, action], 1)
    return torch.cat([net(x) for net in nets], 1)


def update(obs, action, reward, next_obs, terminated, noise, next_noise):
    drawn, log_prob = policy(obs, noise)
    alpha = log_alpha.exp().detach()            # as it was before its own step

    alpha_loss = -(log_alpha * (log_prob.detach() + ENTROPY * A)).mean()
    adam_alpha.zero_grad(); alpha_loss.backward(); adam_alpha.step()

    with torch.no_grad():
        next_action, next_log_prob = policy(next_obs, next_noise)
        next_q = q(targets, next_obs, next_action).min(1, keepdim=True).values
        y = reward + DISCOUNT * (1 - terminated) * (next_q - alpha * next_log_prob)

    judged = q(critics, obs, action)
    critic_loss = 0.5 * sum(F.mse_loss(judged[:, k:k + 1], y) for k in range(2))
    adam_critics.zero_grad(); critic_loss.backward(); adam_critics.step()
    critic_gradient = flat(p.grad for p in of_critics)

    least = q(critics, obs, drawn).min(1, keepdim=True).values     # by the critics that have just learned
    actor_loss = (alpha * log_prob - least).mean()
    adam_actor.zero_grad(); actor_loss.backward(); adam_actor.step()

    with torch.no_grad():
        for t, p in zip(of_targets, of_critics):
            t.mul_(1 - TAU).add_(TAU * p)
    return {
        "target": flat([y]), "qf_loss": critic_loss.item(), "qf1_values": judged[:, 0].mean().item(),
        "qf2_values": judged[:, 1].mean().item(), "actor_loss": actor_loss.item(), "alpha": alpha.item(),
        "alpha_loss": alpha_loss.item(), "entropy": -log_prob.mean().item(),
        "critic_gradient": critic_gradient, "actor_gradient": flat(p.grad for p in of_actor),
        "alpha_gradient": flat([log_alpha.grad]), "critic": flat(of_critics), "actor": flat(of_actor),
        "target_critic": flat(of_targets), "log_alpha": flat([log_alpha])}


start = {"actor": flat(of_actor), "critic": flat(of_critics), "log_alpha": flat([log_alpha])}
updates = []
for _ in range(3):
    batch = {"obs": torch.randn(B, S), "action": torch.rand(B, A) * 2 - 1, "reward": torch.randn(B, 1),
             "next_obs": torch.randn(B, S), "terminated": (torch.rand(B, 1) < 0.3).double(),
             "noise": torch.randn(B, A), "next_noise": torch.randn(B, A)}
    updates.append({**{k: v.tolist() for k, v in batch.items()}, "expected": update(**batch)})
print(json.dumps({"hidden": HIDDEN, "observations": S, "actions": A, "discount": DISCOUNT, "tau": TAU, "rate": RATE,
                  "entropy": ENTROPY, "initial_alpha": ALPHA, "log_std_min": LOG_STD_MIN, "log_std_max": LOG_STD_MAX,
                  "start": start, "updates": updates}))
