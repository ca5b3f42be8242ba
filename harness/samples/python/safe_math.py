"""The chain's own checked functions of fixed-point numbers: clauses numbers-15 to numbers-17."""

from integers import I32

MOST_ROUNDS = 129
LN_2 = 0.6931471805599453
SERIES = (1 / 2, 1 / 3, 1 / 4, 0.2, 1 / 6, 1 / 7, 1 / 8)


def checked_pow(fixed, base, exponent):
    """numbers-15."""
    exponent = I32.saturate(exponent)
    if exponent == 0:
        return fixed.one
    if base == 0:
        return None if exponent < 0 else 0
    result, square, rest = fixed.one, base, abs(exponent)
    while rest > 0:
        if rest % 2 == 1:
            result = fixed.saturating_mul(result, square)
        square = fixed.saturating_mul(square, square)
        rest //= 2
    return result if exponent > 0 else fixed.safe_div(fixed.one, result)


def checked_sqrt(fixed, x, epsilon):
    """numbers-16."""
    if x < 0:
        return None
    high, low = (x, 0) if x > fixed.one else (fixed.one, x)
    middle, check = _bisect(fixed, x, high, low)
    for _ in range(MOST_ROUNDS):
        if fixed.abs_diff(check, middle) <= epsilon:
            break
        high, low = (middle, low) if check < middle else (high, middle)
        middle, check = _bisect(fixed, x, high, low)
    return middle


def _bisect(fixed, x, high, low):
    middle = fixed.safe_div(fixed.saturating_add(high, low), 2 * fixed.one)
    return middle, fixed.safe_div(x, middle)


class _Nothing(Exception):
    """A checked step gave nothing."""


def _some(value):
    if value is None:
        raise _Nothing
    return value


def checked_ln(fixed, x):
    """numbers-17."""
    if x <= 0:
        return None
    try:
        y, halvings = _between_one_and_two(fixed, x)
        series = _ln_series(fixed, y - fixed.one)
        count = fixed.wrap(fixed.of_integer(halvings))
        whole = _some(fixed.checked_mul(count, fixed.saturating_double(LN_2)))
        return _some(fixed.checked_add(series, whole))
    except _Nothing:
        return None


def _between_one_and_two(fixed, y):
    two, halvings = 2 * fixed.one, 0
    while y >= two:
        y, halvings = _some(fixed.checked_div(y, two)), halvings + 1
    while y < fixed.one:
        y, halvings = _some(fixed.checked_mul(y, two)), halvings - 1
    return y, halvings


def _ln_series(fixed, z):
    powers = [z]
    for _ in SERIES:
        powers.append(_some(fixed.checked_mul(powers[-1], z)))
    total = z
    for place, (power, factor) in enumerate(zip(powers[1:], SERIES)):
        term = _some(fixed.checked_mul(power, fixed.saturating_double(factor)))
        total = _some(fixed.checked_sub(total, term) if place % 2 == 0 else fixed.checked_add(total, term))
    return total


def checked_log(fixed, x, base):
    """numbers-17."""
    if base <= 0 or base == fixed.one:
        return None
    of_x, of_base = checked_ln(fixed, x), checked_ln(fixed, base)
    return None if of_x is None or of_base is None else fixed.checked_div(of_x, of_base)
