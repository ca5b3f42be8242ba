"""Bonds and dividends under Yuma 3: clauses consensus-16 to consensus-18 and consensus-20, on doubles."""

from fractions import Fraction
from math import exp

from doubles import WHOLE_U16, shares_of
from integers import I32, I64
from sparse_rows import at, dense, normalise_columns, positive, row_sums

MILLION = 1_000_000
MOST_EXPONENT = 20.0


def yuma3(given, weights, bonds, consensus, incentive, active_stake):
    """consensus-20."""
    held = _averaged(given, weights, bonds, consensus)
    earned = row_sums(normalise_columns(held, given["size"]), incentive)
    dividends = shares_of([share * at(active_stake, uid) for uid, share in enumerate(earned)])
    return held, dividends


def _averaged(given, weights, bonds, consensus):
    """consensus-18: with a weight for each bond, or with one for all."""
    if given["liquidAlpha"] and any(value != 0 for value in consensus):
        return _liquid_average(given, weights, bonds, consensus)
    return _moving_average(weights, bonds, given["size"], _kept_share(given["bondsMovingAverage"]))


def _kept_share(moving_average):
    """consensus-16, the form of Yuma 3: integer parts wrap on the way, to 64 and then to 32 bits."""
    whole, rest = divmod(I64.wrap(moving_average), MILLION)
    return I32.wrap(whole) + Fraction(rest, MILLION)


def _moving_average(newer, older, columns, kept):
    """consensus-16. One minus a share near one, taken of doubles, would have few digits left."""
    alpha, kept = float(1 - kept), float(kept)
    averaged = []
    for uid, row in enumerate(newer):
        new, old = dense(row, columns), dense(at(older, uid, []), columns)
        averaged.append(positive([alpha * a + kept * b for a, b in zip(new, old)]))
    return averaged


def _seen(row):
    """consensus-18: the entries that a walk with ascending columns sees."""
    seen, last = {}, -1
    for column, value in row:
        if column > last:
            seen[column], last = value, column
    return seen


def _liquid_average(given, weights, bonds, consensus):
    """consensus-18."""
    rows = []
    for uid, row in enumerate(weights):
        old = at(bonds, uid, [])
        held, seen_weights, seen_bonds = dict(old), _seen(row), _seen(old)
        averaged = []
        for column, weight in row:
            if column >= given["size"]:
                continue
            alpha = _liquid_alpha(
                given, at(consensus, column), seen_weights.get(column, 0.0), seen_bonds.get(column, 0.0)
            )
            bond = min(1.0, (1.0 - alpha) * held.get(column, 0.0) + max(0.0, alpha * weight))
            averaged.append((column, bond))
        rows.append([(column, bond) for column, bond in averaged if bond > 0])
    return rows


def _clamp(value, low, high):
    return max(low, min(value, high))


def _liquid_alpha(given, consensus, weight, bond):
    """consensus-17."""
    low, high = given["alphaLow"] / WHOLE_U16, given["alphaHigh"] / WHOLE_U16
    difference = _clamp(weight - consensus if weight >= bond else bond - weight, 0.0, 1.0)
    exponent = given["alphaSigmoidSteepness"] / -100 * (difference - 0.5)
    sigmoid = 1.0 / (1.0 + exp(_clamp(exponent, -MOST_EXPONENT, MOST_EXPONENT)))
    return _clamp(low + sigmoid * (high - low), low, high)
