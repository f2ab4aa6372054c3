"""Compares the speed of the toys with their Python twins; prints the README's performance table.

    python .ci/twins.py FOLDER [--rounds 5] [--core 0]

FOLDER holds the twins (torch_meanflow.py, torch_gaussian.py, jax_meanflow.py, jax_gaussian.py); this Python needs
torch, jax and optax. Every round runs ours and then each twin, all pinned to one core, so that what else the machine
does hits all alike; a figure is the median over the rounds of the ratio within a round.
"""
import argparse
import json
import os
import statistics
import subprocess
import sys
from pathlib import Path

LAUNCHER = Path(__file__).resolve().parent.parent / "hydrangea"
TOYS = {"toy/gaussian": "gaussian", "toy/mean_flow": "meanflow"}
SIZES = {"256x3, batch 256": (256, 256, 3), "128x2, batch 64": (64, 128, 2), "256x3, batch 1,024": (1024, 256, 3)}
ALONE = "256x3, batch 1,024"  # only against the bare products
RIVALS = {"PyTorch": ("torch", []), "torch.compile": ("torch", ["--compile"]), "jax.jit": ("jax", [])}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="where the twins are")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--core", type=int, default=0)
    options = parser.parse_args()
    rounds = []
    for number in range(options.rounds):
        rounds.append({(toy, size): measured(options, toy, size) for toy in TOYS for size in SIZES})
        print(f"round {number + 1} of {options.rounds}: {rounds[-1]}", file=sys.stderr, flush=True)
    print("| workload | share of the bare products | " + " | ".join(f"against {rival}" for rival in RIVALS) + " |")
    print("|---|---|" + "---|" * len(RIVALS))
    for toy, size in rounds[0]:
        results = [each[toy, size] for each in rounds]
        ratios = ("" if size == ALONE else f"{median(results, rival):.2f} times" for rival in RIVALS)
        print(f"| `{toy}` {size} | {median(results, 'share'):.2f} | {' | '.join(ratios)} |")


def median(results, name):
    return statistics.median(result[name] for result in results)


def measured(options, toy, size):
    """Our share of the floor, and how many times longer each twin takes for an update."""
    batch, width, layers = SIZES[size]
    ours = [LAUNCHER, "bench", toy, "--json", "--batch", batch, "--hidden", ",".join([str(width)] * layers)]
    ours = output(options, ours)
    result = {"share": ours["floorShare"]}
    for rival, (library, flags) in ({} if size == ALONE else RIVALS).items():
        twin = options.folder / f"{library}_{TOYS[toy]}.py"
        sizes = ["--batch", batch, "--hidden", width, "--layers", layers, "--steps", 500]
        update = output(options, [sys.executable, "-W", "ignore", twin, "--no-eval", *sizes, *flags])["ms_per_step"]
        result[rival] = 1e3 * update / ours["microsPerUpdate"]
    return result


def output(options, command):
    one_core = ["taskset", "-c", str(options.core)]
    threads = {"OMP_NUM_THREADS": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    text = subprocess.run([*one_core, *map(str, command)], env={**os.environ, **threads}, check=True,
                          stdout=subprocess.PIPE, text=True).stdout
    return json.loads(text.splitlines()[-1])


if __name__ == "__main__":
    main()
