"""What counts add up to: the score, and which digit is hardest."""

from __future__ import annotations

from app.store import drawings, events, tallies
from app.store.tables import NO_DIGIT
from tests.store.told import told


def table(*cells):
    rows = [[0] * 11 for _ in range(11)]
    for label, guess, n in cells:
        rows[label][guess] = n
    return tuple(map(tuple, rows))


def test_the_matrix_counts_labels_by_guesses(store):
    event = events.begin(store, "Open day")
    for label, guess in [(4, 4), (4, 4), (4, 9), (NO_DIGIT, 0), (0, NO_DIGIT)]:
        drawings.add(store, told(label, guess))
    expected = table((4, 4, 2), (4, 9, 1), (NO_DIGIT, 0, 1), (0, NO_DIGIT, 1))
    assert tallies.matrix(store, event.id) == expected


def test_the_score_is_the_share_of_right_answers():
    score = tallies.score_of(table((4, 4, 3), (4, 9, 1)))
    assert (score.n, score.right, score.share) == (4, 3, 0.75)
    assert tallies.score_of(table()).share is None


def test_the_hardest_digit_is_the_one_read_wrong_most_often_and_what_it_is_taken_for():
    assert tallies.hardest(table((4, 4, 3), (4, 9, 2), (4, 7, 1), (1, 7, 1), (1, 1, 9)), least=3) == (4, 9)
    assert tallies.hardest(table((4, NO_DIGIT, 3)), least=3) == (4, NO_DIGIT)


def test_no_digit_is_hardest_while_all_is_right_or_too_little_was_drawn():
    assert tallies.hardest(table((4, 4, 9)), least=3) is None
    assert tallies.hardest(table((4, 9, 2)), least=3) is None
