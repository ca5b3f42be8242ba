"""Decimal floating-point numbers of the share pool: clauses numbers-20 to numbers-24."""

from integers import I64, U64

LARGEST = 10**21
BELOW_SMALLEST = 10**20
LONGEST_SHIFT = 22
ZERO = {"mantissa": 0, "exponent": 0}


def _parts(number):
    return number["mantissa"], number["exponent"]


def _power_of_ten(k):
    return 10 ** min(k, LONGEST_SHIFT)


def normalise(m, e):
    """numbers-20."""
    if m == 0:
        return ZERO
    while m > LARGEST:
        m, e = m // 10, e + 1
        if not I64.holds(e):
            return None
    while m <= BELOW_SMALLEST:
        m, e = 10 * m, e - 1
        if not I64.holds(e):
            return None
    return {"mantissa": m, "exponent": e}


def create(m, e):
    return None if m > LARGEST else normalise(m, e)


def _aligned(a, b):
    """Both mantissas at the larger of the exponents (numbers-21)."""
    (am, ae), (bm, be) = _parts(a), _parts(b)
    e = max(ae, be)
    return am // _power_of_ten(e - ae), bm // _power_of_ten(e - be), e


def add(a, b):
    """numbers-21."""
    if a["mantissa"] == 0:
        return b
    if b["mantissa"] == 0:
        return a
    am, bm, e = _aligned(a, b)
    return normalise(am + bm, e)


def sub(a, b):
    """numbers-21."""
    if a["mantissa"] == 0:
        return ZERO if b["mantissa"] == 0 else None
    if b["mantissa"] == 0:
        return a
    am, bm, e = _aligned(a, b)
    return normalise(max(am - bm, 0), e)


def div(a, b):
    """numbers-22."""
    (am, ae), (bm, be) = _parts(a), _parts(b)
    e = ae - be - 21
    if not I64.holds(e) or bm == 0:
        return None
    return normalise(am * LARGEST // bm, e)


def mul_div(a, b, c):
    """numbers-22."""
    (am, ae), (bm, be), (cm, ce) = _parts(a), _parts(b), _parts(c)
    if cm == 0 or not I64.holds(ae + be) or not I64.holds(ae + be - ce):
        return None
    return normalise(am * bm // cm, ae + be - ce)


def greater_than(a, b):
    """numbers-23."""
    (am, ae), (bm, be) = _parts(a), _parts(b)
    d = ae - be
    if abs(d) > 1:
        return d > 1
    return am * 10 ** max(d, 0) > bm * 10 ** max(-d, 0)


def to_u64(a):
    """numbers-24."""
    m, e = _parts(a)
    return U64.saturate(m // _power_of_ten(-e) if e <= 0 else m * _power_of_ten(e))


def from_u64(n):
    """numbers-24."""
    return normalise(n, 0)


def from_u64f64(raw):
    """numbers-24."""
    whole, fraction = from_u64(raw >> 64), from_u64(raw & U64.largest)
    below_one = div(fraction or ZERO, normalise(2**64, 0)) or ZERO
    return add(whole or ZERO, below_one) or ZERO
