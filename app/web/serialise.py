"""Values -> what JSON can carry: the one place that knows the keys of the API and what fits on a phone's wire."""

from base64 import b64encode
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from ..lesson.comparison import Comparison
from ..lesson.digit_map import DigitMap, Place
from ..reading.answer import Answer, Explanation, Neighbour, PairwiseDecision, Source, Square, Stage, Trace, Vote
from ..reading.arrays import Ink, grid_rows

WIRE_SIDE = 96  # px: the drawing is shrunk to this on its way to the page
DECIMALS = 4  # of what each of 64 squares is worth, and of a place on the map: finer than any shade or px
FINE = 500  # places along a side of the map: as many as it was laid out on
STEP_NAMES = {"deskewed": "straight"}  # where the API has a name of its own

Json = dict[str, Any]
Title = Callable[[str], str]  # the name of a way of writing -> what it is called in the visitor's language


def answer_json(answer: Answer, sign_title: Title | None = None) -> Json:
    """Return the body of a 200 from `POST /predict`; a `hint` or `looks_like`, and what goes with it, may be there.

    With `sign_title`, the sign's label -> what it is called in the visitor's language, `looks_like_title` goes with it.
    """
    body: Json = {
        "digit": answer.digit,
        "confidence": answer.confidence,
        "is_digit": answer.is_digit,
        "familiarity": answer.familiarity,
        "probabilities": answer.probabilities,
        "pixels": answer.pixels,
    }
    more: Json = {
        "hint": answer.hint,
        "pieces": [piece._asdict() for piece in answer.pieces] or None,
        "mirrored": answer.mirrored,
        "looks_like": answer.looks_like,
        "looks_like_pixels": answer.looks_like_pixels,
    }
    if sign_title and answer.looks_like:
        more["looks_like_title"] = sign_title(answer.looks_like)
    return body | {name: value for name, value in more.items() if value is not None}


def comparison_json(comparison: Comparison) -> Json:
    """Return our answer as `POST /predict` gives it, with the notebook's beside it under "notebook"."""
    digit, counts = comparison.notebook
    return {**answer_json(comparison.served), "notebook": {"digit": digit, "pixels": grid_rows(counts)}}


def steps_json(trace: Trace) -> list[Json]:
    """Return four steps, each with `name`, `width`, `height` and its picture.

    Pictures are base64 of width x height bytes, 0 paper .. 255 ink. Step "ink" adds `box` (left, top, right, bottom in
    its own px), and where there was more than the drawing, `left_out`, that as another picture, and `why`: which of
    "ruling", "frame" and "edge". "straight" adds the `shear` in px a row; no picture has "counts", but `counts`,
    8 rows of 8 numbers 0..16, and `directions`, how strongly the ink runs —, |, \\ and / in each square, 0..255.
    """
    answer = trace.answer
    counts = {"name": "counts", "width": 8, "height": 8, "counts": answer.pixels, "directions": answer.directions}
    return [*map(_stage, trace.stages), counts]


def reasons_json(explanation: Explanation, title: Title) -> Json:
    """Return why an answer was given, under the API's names; every `source` has a title beside its name.

    `duel`: answer against runner-up, with the largest votes. `relatives`: the nearest learnt drawings. `board`: 10 x 10
    decisions. `squares`: without each square, the answer's `confidence`, the `digit` that would be read, and the `loss`
    of the duel's decision, 8 rows of 8. `words`: the facts of one sentence.
    """
    occlusion, summary = explanation.occlusion, explanation.summary
    squares = {"confidence": _rounded(occlusion.confidence), "digit": occlusion.digit}
    return {
        "duel": _decision(explanation.decision, title),
        "relatives": [_drawing(one, title) for one in explanation.neighbours],
        "board": explanation.table,
        "squares": squares | {"loss": _rounded(occlusion.loss)},
        "words": {
            "digit": summary.digit,
            "runner_up": summary.runner_up,
            "share": summary.share,
            "alike": [_source(one, title) for one in summary.alike],
            "turning": [_place(one) | {"digit": one.digit} for one in summary.turning],
            "weightiest": _place(summary.weightiest) | {"confidence": summary.weightiest.confidence},
        },
    }


def place_json(place: Place) -> Json:
    """Return where a drawing lies on the map, and the digits there that are most like it, nearest first."""
    x, y = round(place.x, DECIMALS), round(place.y, DECIMALS)
    return {"x": x, "y": y, "nearest": [vars(near) for near in place.nearest]}


def map_json(digit_map: DigitMap, read: Sequence[int]) -> Json:
    """Return the whole map, digit by digit as in load_digits: `x` and `y` in 1 / FINE of its side, else a letter each.

    `read` is what is read in each. `exam` says how well new ones are placed; the last `n` digits are its own, and were
    read by a model that did not learn them.
    """
    x, y = (digit_map.places * FINE).round().astype(int).T.tolist()
    labels, digits = ("".join(map(str, one)) for one in (digit_map.labels, read))
    return {"x": x, "y": y, "labels": labels, "read": digits, "exam": digit_map.exam._asdict()}


def twin_json(twin: Neighbour) -> Json:
    """Return a digit of the data set: its `digit`, its `row` in load_digits, its `pixels`, and its `distance`."""
    return {"digit": twin.digit, "row": twin.source.row, "pixels": twin.pixels, "distance": twin.distance}


def _stage(stage: Stage) -> Json:
    height, width = stage.picture.shape
    name = STEP_NAMES.get(stage.name, stage.name)
    body: Json = {"name": name, "width": width, "height": height, "grey": _base64(stage.picture)}
    if stage.box is not None:
        body["box"] = stage.box
    if stage.shear is not None:
        body["shear"] = stage.shear
    if stage.left_out is not None:
        body |= {"left_out": _base64(stage.left_out), "why": stage.why}
    return body


def _base64(picture: Ink) -> str:
    return b64encode(picture.tobytes()).decode("ascii")


def _decision(decision: PairwiseDecision, title: Title) -> Json:
    sides = {"for": decision.in_favour, "against": decision.against}
    return {
        "digit": decision.digit,
        "rival": decision.rival,
        "decision": decision.decision,
        "intercept": decision.intercept,
        **{name: [_drawing(vote, title) for vote in side.votes] for name, side in sides.items()},
        "rest": {name: side.rest for name, side in sides.items()},
        "count": {name: side.count for name, side in sides.items()},
    }


def _drawing(one: Vote | Neighbour, title: Title) -> Json:
    """Return a learnt drawing and its part in the answer, under the names that they have here too."""
    return {**vars(one), "source": _source(one.source, title)}


def _source(source: Source, title: Title) -> Json:
    return {**source._asdict(), "title": title(source.name)}


def _rounded(rows: Iterable[Iterable[float]]) -> list[list[float]]:
    return [[round(value, DECIMALS) for value in row] for row in rows]


def _place(square: Square) -> Json:
    return {"row": square.row, "column": square.column}
