"""Numbers -> line graphs as SVG, to be set into a page: its style sheet gives them ink, so they suit either theme.

Classes: axis, tick, even (the diagonal), line and mark with l0, l1 … for each line in turn. Each line has a mark of its
own shape, so that nobody needs to tell colours apart.
"""

from collections.abc import Sequence
from math import log10

Points = Sequence[tuple[float, float]]

WIDTH, HEIGHT = 480, 300  # units of the drawing
LEFT, RIGHT, TOP, BOTTOM = 48, 22, 12, 34  # units around the graph, for the numbers along it
MARK = 4.5  # units: half a mark's width
LEAST_DOT, MOST_DOT = 3.0, 11.0  # units: radii of the dots of a reliability diagram
SHAPES = ("●", "■", "▲", "◆", "▼")  # what a page writes before each line's name


def curve_svg(lines: Sequence[Points], floor: float = 0.5) -> str:
    """Return a graph of accuracy, `floor`..1, against the number of training digits, tenfold in even steps."""
    sizes = sorted({x for line in lines for x, _ in line})
    low, high = log10(sizes[0]), log10(sizes[-1])

    def place(x: float, y: float) -> tuple[float, float]:
        return _place((log10(x) - low) / (high - low), (max(y, floor) - floor) / (1 - floor))

    ticks = [_tick_x(place(size, floor)[0], f"{size:.0f}") for size in sizes]
    ticks += [_tick_y(place(sizes[0], tenth / 10)[1], f"{tenth * 10}%") for tenth in range(round(floor * 10), 11)]
    return _svg([*ticks, *(_line([place(*point) for point in line], number) for number, line in enumerate(lines))])


def reliability_svg(points: Sequence[tuple[float, float, int]]) -> str:
    """Return a graph of accuracy against confidence, both 0..1.

    Each (confidence, accuracy, answers) is a dot, larger for more answers.
    """
    most = max((n for _, _, n in points), default=1)
    fifths = [fifth / 5 for fifth in range(6)]
    ticks = [_tick_x(_place(x, 0)[0], f"{x:.0%}") for x in fifths] + [
        _tick_y(_place(0, y)[1], f"{y:.0%}") for y in fifths
    ]
    (x0, y0), (x1, y1) = _place(0, 0), _place(1, 1)
    even = f'<path class="even" d="M{x0:.1f} {y0:.1f}L{x1:.1f} {y1:.1f}"/>'
    dots = [_dot(*_place(x, y), LEAST_DOT + (MOST_DOT - LEAST_DOT) * (n / most) ** 0.5) for x, y, n in points]
    return _svg([*ticks, even, *dots])


def _place(x: float, y: float) -> tuple[float, float]:
    """Return where 0..1 of the graph, y upwards, lies in the drawing."""
    return LEFT + x * (WIDTH - LEFT - RIGHT), HEIGHT - BOTTOM - y * (HEIGHT - TOP - BOTTOM)


def _svg(parts: Sequence[str]) -> str:
    (x0, y0), (x1, y1) = _place(0, 0), _place(1, 1)
    axis = f'<path class="axis" d="M{x0} {y1}V{y0}H{x1}"/>'
    return f'<svg class="graph" viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true">{"".join(parts)}{axis}</svg>'


def _tick_x(x: float, label: str) -> str:
    return f'<text class="tick" x="{x:.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{label}</text>'


def _tick_y(y: float, label: str) -> str:
    rule = f'<path class="rule" d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}"/>'
    return f'{rule}<text class="tick" x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{label}</text>'


def _line(points: Points, number: int) -> str:
    path = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    marks = "".join(_mark(x, y, number % len(SHAPES)) for x, y in points)
    return f'<g class="l{number}"><path class="line" d="M{path}"/><path class="mark" d="{marks}"/></g>'


def _mark(x: float, y: float, shape: int) -> str:
    r = MARK
    outline = (
        f"M{x - r:.1f} {y:.1f}a{r} {r} 0 1 0 {2 * r} 0a{r} {r} 0 1 0 {-2 * r} 0z",
        f"M{x - r:.1f} {y - r:.1f}h{2 * r}v{2 * r}h{-2 * r}z",
        f"M{x:.1f} {y - r:.1f}l{r} {2 * r}h{-2 * r}z",
        f"M{x:.1f} {y - r:.1f}l{r} {r}l{-r} {r}l{-r} {-r}z",
        f"M{x:.1f} {y + r:.1f}l{r} {-2 * r}h{-2 * r}z",
    )
    return outline[shape]


def _dot(x: float, y: float, radius: float) -> str:
    return f'<circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"/>'
