"""Logarithms, exponential, root and power of the fixed-point library: clauses numbers-10 to numbers-14."""

LOG2_E = 12102203
E = 22802600
CONSTANT_PLACES = 23


def log2(fixed, x):
    """numbers-10."""
    if x <= 0:
        return None
    if x >= fixed.one:
        return _log2_from_one(fixed, x)
    inverse = fixed.checked_div(fixed.one, x)
    return None if inverse is None else -_log2_from_one(fixed, inverse)


def _log2_from_one(fixed, x):
    two = 2 * fixed.one
    whole = 0
    while x >= two:
        whole, x = whole + 1, _half_up(x)
    if x == fixed.one:
        return whole << fixed.places
    result = whole
    for _ in range(fixed.places):
        x = (x * x) >> fixed.places
        result = 2 * result
        if x >= two:
            result, x = result + 1, _half_up(x)
    return result


def _half_up(x):
    return (x >> 1) + (x % 2)


def ln(fixed, x):
    """numbers-11."""
    binary = log2(fixed, x)
    return None if binary is None else fixed.div(binary, LOG2_E << (fixed.places - CONSTANT_PLACES))


def exp(fixed, x):
    """numbers-12."""
    if x == 0:
        return fixed.one
    if x == fixed.one:
        return E << (fixed.places - CONSTANT_PLACES)
    if x > 0:
        return _exp_series(fixed, x)
    opposite = fixed.check(-x)
    series = None if opposite is None else _exp_series(fixed, opposite)
    return None if series is None else fixed.checked_div(fixed.one, series)


def _exp_series(fixed, x):
    result, term = fixed.check(x + fixed.one), x
    for n in range(2, fixed.places):
        term = fixed.checked_mul(term, x)
        if result is None or term is None:
            return None
        term //= n
        result = fixed.checked_add(result, term)
    return result


def sqrt(fixed, x):
    """numbers-13."""
    if x < 0:
        return None
    if x in (0, fixed.one):
        return x
    if x > fixed.one:
        return _newton_root(fixed, x)
    inverse = fixed.checked_div(fixed.one, x)
    return None if inverse is None else fixed.checked_div(fixed.one, _newton_root(fixed, inverse))


def _newton_root(fixed, x):
    root = x // 2 + fixed.one
    for _ in range(fixed.places):
        root = (root + (x << fixed.places) // root) // 2
    return root


def pow(fixed, base, exponent):
    """numbers-14."""
    if base == 0:
        return 0
    if exponent == 0:
        return fixed.one
    if exponent == fixed.one:
        return base
    logarithm = ln(fixed, base)
    scaled = None if logarithm is None else fixed.checked_mul(logarithm, exponent)
    return None if scaled is None else exp(fixed, scaled)
