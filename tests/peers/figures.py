"""What was measured, as a Markdown table and as a picture."""

from __future__ import annotations

from pathlib import Path
from statistics import median
from typing import NamedTuple

from matplotlib.figure import Figure

Found = dict[str, list[float]]


class Figures(NamedTuple):
    """All that was measured, by the peer's name; of several rounds each."""

    starts: Found  # s to the first answer
    waits: dict[tuple[str, int], list[float]]  # ms at one client, through http.client, by the picture's px
    bare: dict[tuple[str, int], list[float]]  # ms over a bare socket
    work: dict[tuple[str, int], list[float]]  # ms of the processor for each of these
    rates: dict[tuple[str, int, int], list[float]]  # answers a second, by px and clients
    memory: Found  # MiB: resident, and shared out
    sizes: Found  # MiB on the disk
    right: Found  # drawings; none of who does not read
    sent_away: Found  # requests that were told to come again

    def ratio(self, ours: str, other: str, side: int) -> str:
        """Return in a sentence how many times as long one takes as another, in the same rounds."""
        waits, bare, work = (
            [mine / theirs for mine, theirs in zip(kept[ours, side], kept[other, side], strict=True)]
            for kept in (self.waits, self.bare, self.work)
        )
        spread = f"{min(waits):.2f} to {max(waits):.2f} in single rounds"
        return (
            f"{side} px: {ours} takes {median(waits):.2f} times as long as {other} ({spread}), "
            f"{median(bare):.2f} times over a bare socket, {median(work):.2f} times the processor"
        )


def table_of(found: Figures, names: list[str], drawings: int) -> str:
    """Return the table, a row for each of the names."""
    sides = sorted({side for _, side in found.waits})
    crowds = sorted({clients for _, _, clients in found.rates})
    heads = ["", *(f"{side} px, p50 (processor)" for side in sides)]
    heads += [f"answers/s at {', '.join(map(str, crowds))} clients, {side} px" for side in sides]
    heads += ["first answer", "memory, RSS (PSS)", "installed", f"right of {drawings}"]
    rows = ["| " + " | ".join(heads) + " |", "|---|" + "--:|" * (len(heads) - 1)]
    for name in names:
        cells = [name, *(_span(found, name, side) for side in sides)]
        cells += [", ".join(f"{median(found.rates[name, side, n]):.0f}" for n in crowds) for side in sides]
        resident, share = found.memory[name]
        cells += [f"{median(found.starts[name]):.2f} s", f"{resident:.0f} ({share:.0f}) MiB"]
        cells += [
            f"{found.sizes[name][0]:.0f} MiB",
            f"{found.right[name][0]:.0f}" if found.right[name] else "\N{EN DASH}",
        ]
        rows.append("| " + " | ".join(cells) + " |")
    return "\n".join(rows)


def _span(found: Figures, name: str, side: int) -> str:
    return f"{median(found.waits[name, side]):.2f} ({median(found.work[name, side]):.2f}) ms"


def picture_of(found: Figures, names: list[str], path: Path) -> None:
    """Write a picture: bars of how long an answer takes, and of how many drawings are read right."""
    sides = sorted({side for _, side in found.waits})
    figure = Figure(figsize=(9, 3.2), layout="constrained")
    waits, right = figure.subplots(1, 2, sharey=True, width_ratios=(3, 2))
    places = range(len(names))
    for number, side in enumerate(sides):
        spans = [median(found.waits[name, side]) for name in names]
        bars = waits.barh([place + 0.38 * number - 0.19 for place in places], spans, 0.36, label=f"{side} px")
        waits.bar_label(bars, fmt="%.1f", padding=3, fontsize=8)
    waits.set_yticks(places, names)
    waits.invert_yaxis()
    waits.set_title("ms to an answer, one client", fontsize=10)
    waits.legend(loc="lower right", fontsize=8)
    bars = right.barh(places, [found.right[name][0] for name in names], 0.6, color="tab:green")
    right.bar_label(bars, fmt="%.0f", padding=3, fontsize=8)
    right.set_title("drawings read right", fontsize=10)
    for axes in (waits, right):
        axes.spines[["top", "right"]].set_visible(False)
        axes.margins(x=0.15)
    figure.savefig(path, dpi=110)
