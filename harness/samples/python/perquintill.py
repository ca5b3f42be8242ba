"""Fractions in parts of 10^18: clauses numbers-07 to numbers-09."""

WHOLE = 10**18


def divided(numerator, denominator, rounding):
    """The quotient rounded as asked (the table of numbers-08)."""
    n, m = divmod(numerator, denominator)
    goes_up = {
        "down": False,
        "up": m > 0,
        "nearestTiesDown": 2 * m > denominator,
        "nearestTiesUp": 2 * m >= denominator,
    }
    return n + 1 if goes_up[rounding] else n


def from_parts(parts):
    return min(parts, WHOLE)


def saturating_add(a, b):
    return min(a + b, WHOLE)


def saturating_sub(a, b):
    return max(a - b, 0)


def checked_sub(a, b):
    return None if a < b else a - b


def left_from_one(a):
    return WHOLE - a


def mul(a, b):
    return a * b // WHOLE


def from_rational_with_rounding(p, q, rounding):
    return None if q == 0 or p > q else divided(WHOLE * p, q, rounding)


def from_rational(p, q):
    found = from_rational_with_rounding(p, q, "down")
    return WHOLE if found is None else found


def mul_floor(fraction, x):
    return divided(fraction * x, WHOLE, "down")


def mul_ceil(fraction, x):
    return divided(fraction * x, WHOLE, "up")


def mul_nearest(fraction, x):
    return divided(fraction * x, WHOLE, "nearestTiesDown")
