"""Compares speed with the Python twins; prints the README's performance table of the toys, and the planner's ratio.

    python .ci/twins.py FOLDER [--rounds 5] [--core 0]

FOLDER holds the twins (toy/torch_meanflow.py, toy/torch_gaussian.py, toy/jax_meanflow.py, toy/jax_gaussian.py,
scorematching/simulate.py); this Python needs torch, jax, optax and numpy. Every round runs ours and then each twin, all
pinned to one core, so that what else the machine does hits all alike; a figure is the median over the rounds of the
ratio within a round.
"""
import argparse
import json
import os
import re
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
        rounds[-1]["planning"] = planning(options)
        print(f"round {number + 1} of {options.rounds}: {rounds[-1]}", file=sys.stderr, flush=True)
    print("| workload | share of the bare products | " + " | ".join(f"against {rival}" for rival in RIVALS) + " |")
    print("|---|---|" + "---|" * len(RIVALS))
    for toy, size in ((toy, size) for toy in TOYS for size in SIZES):
        results = [each[toy, size] for each in rounds]
        ratios = ("" if size == ALONE else f"{median(results, rival):.2f} times" for rival in RIVALS)
        print(f"| `{toy}` {size} | {median(results, 'share'):.2f} | {' | '.join(ratios)} |")
    ratios = [each["planning"] for each in rounds]
    middle, lowest, highest = statistics.median(ratios), min(ratios), max(ratios)
    print(f"planning/custom_sin against NumPy: {middle:.2f} times, {lowest:.2f} to {highest:.2f}")


def median(results, name):
    return statistics.median(result[name] for result in results)


def measured(options, toy, size):
    """Our share of the floor, and how many times longer each twin takes for an update."""
    batch, width, layers = SIZES[size]
    ours = [LAUNCHER, "bench", toy, "--json", "--batch", batch, "--hidden", ",".join([str(width)] * layers)]
    ours = output(options, ours)
    result = {"share": ours["floorShare"]}
    for rival, (library, flags) in ({} if size == ALONE else RIVALS).items():
        twin = options.folder / "toy" / f"{library}_{TOYS[toy]}.py"
        sizes = ["--batch", batch, "--hidden", width, "--layers", layers, "--steps", 500]
        update = output(options, [sys.executable, "-W", "ignore", twin, "--no-eval", *sizes, *flags])["ms_per_step"]
        result[rival] = 1e3 * update / ours["microsPerUpdate"]
    return result


def planning(options):
    """How many times longer the twin takes for an episode of each of the three planners."""
    ours = output(options, [LAUNCHER, "bench", "planning/custom_sin", "--json"])["microsPerUpdate"]
    text = told(options, [sys.executable, options.folder / "scorematching" / "simulate.py", "planner"])
    return 1e3 * sum(map(float, re.findall(r"\(([\d.]+) ms/episode/seed\)", text))) / ours


def output(options, command):
    return json.loads(told(options, command).splitlines()[-1])


def told(options, command):
    one_core = ["taskset", "-c", str(options.core)]
    threads = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run([*one_core, *map(str, command)], env={**os.environ, **threads}, check=True,
                          stdout=subprocess.PIPE, text=True).stdout


if __name__ == "__main__":
    main()
