"""The power of a ratio, in integers: clauses numbers-30 to numbers-32."""

from math import gcd

LARGEST_EXACT_EXPONENT = 1024
GUARD_BITS = 24
GUARD = 1 << GUARD_BITS
MOST_TERMS = 4096


def pow_ratio_scaled(bn, bd, en, ed, precision, scale):
    """numbers-30."""
    if bd == 0 or ed == 0:
        return None
    if bn == 0:
        return 0
    if min(scale, bn, bd, en, ed) < 0:
        return None
    if en == 0:
        return scale
    divisor = gcd(en, ed)
    en, ed = en // divisor, ed // divisor
    if max(en, ed) <= LARGEST_EXACT_EXPONENT:
        return _exact_power(bn, bd, en, ed, scale)
    return _Series(precision, scale).power(bn, bd, en, ed)


def _exact_power(bn, bd, en, ed, scale):
    """numbers-31."""
    return _root(bn**en * scale**ed // bd**en, ed)


def _root(n, degree):
    """The integer root, rounded down: Newton's steps from above."""
    if n == 0 or degree == 1:
        return n
    guess = 1 << -(-n.bit_length() // degree)
    while True:
        better = ((degree - 1) * guess + n // guess ** (degree - 1)) // degree
        if better >= guess:
            return guess
        guess = better


class _Series:
    """numbers-32: numbers in units of 2^-P."""

    def __init__(self, precision, scale):
        self.kept_places = max(precision, 32, scale.bit_length() + 8)
        self.places = self.kept_places + GUARD_BITS
        self.one = 1 << self.places
        self.terms = min(MOST_TERMS, self.places + 128)
        self.scale = scale

    def power(self, bn, bd, en, ed):
        self.ln_two = -self._ln_one_plus(-self.one // 2)
        exponent = (self._ln(bn) - self._ln(bd)) * en // ed
        y = self._without_guard_bits(self._exp(exponent))
        return (y * self.scale) >> self.kept_places

    def _ln_one_plus(self, x):
        power = total = x
        for n in range(2, self.terms + 1):
            power = (power * x) >> self.places
            term = power // n
            total += -term if n % 2 == 0 else term
            if abs(term) < GUARD:
                break
        return total

    def _ln(self, v):
        k = v.bit_length() - 1
        m = (v << self.places) >> k
        if m >= self.one + self.one // 2:
            m, k = m // 2, k + 1
        return self._ln_one_plus(m - self.one) + self.ln_two * k

    def _exp(self, x):
        term = total = self.one
        for n in range(1, self.terms + 1):
            term = ((term * x) >> self.places) // n
            total += term
            if abs(term) < GUARD:
                break
        return total

    @staticmethod
    def _without_guard_bits(value):
        magnitude = (abs(value) + GUARD // 2) >> GUARD_BITS
        return -magnitude if value < 0 else magnitude
