"""Compares metrics.csv of run directories with what TensorBoard's own reader makes of their event files.

Not part of `run`, as it needs a Python with tensorboard: python .ci/events.py RUN_DIRECTORY ...
"""

import csv
import struct
import sys

from tensorboard.backend.event_processing.event_accumulator import EventAccumulator


def expected(folder):
    """The cells of metrics.csv, in order: {(member and phase, metric): [(step, value)]}."""
    curves = {}
    with open(f"{folder}/metrics.csv", newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            phase, step, speed = row.pop("phase"), int(row.pop("step")), row.pop("updates_per_second")
            del row["seconds"]
            for metric, cell in {**row, "SPS": speed}.items():
                if cell:
                    curves.setdefault((phase.removesuffix("fit").strip("/"), metric), []).append((step, float(cell)))
    return curves


def seen(folder):
    """The same from the event files, with nothing thinned out."""
    events = EventAccumulator(folder, size_guidance={"scalars": 0})
    events.Reload()
    curves = {}
    for tag in events.Tags()["scalars"]:
        *phase, group, metric = tag.split("/")
        assert group in ("losses", "charts"), tag
        curves["/".join(phase), metric] = [(event.step, event.value) for event in events.Scalars(tag)]
    return curves


def equal(metric, written, read):
    if metric == "SPS":  # metrics.csv has one decimal
        return abs(written - read) <= 0.0501
    return struct.pack("f", written) == struct.pack("f", read)


for folder in sys.argv[1:]:
    wanted, found = expected(folder), seen(folder)
    assert wanted.keys() == found.keys(), wanted.keys() ^ found.keys()
    for (phase, metric), curve in wanted.items():
        there = found[phase, metric]
        assert [step for step, _ in curve] == [step for step, _ in there], (phase, metric)
        for (step, written), (_, read) in zip(curve, there):
            assert equal(metric, written, read), (phase, metric, step, written, read)
    print(f"{folder}: {sum(map(len, wanted.values()))} values of {len(wanted)} curves agree")
