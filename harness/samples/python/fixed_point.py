"""Fixed-point numbers, as their raw bits: clauses numbers-03 to numbers-06 and numbers-18."""

import math
import struct
from fractions import Fraction

from integers import Range, quotient
from outcomes import Panic


class Fixed(Range):
    """A format with its arithmetic (numbers-03, numbers-04), rounding (numbers-05) and conversions (numbers-06)."""

    def __init__(self, name, signed, integer_bits, places):
        super().__init__(name, signed, integer_bits + places)
        self.places = places
        self.one = 1 << places

    # Exact results on raw bits (numbers-04).

    def product(self, a, b):
        return (a * b) >> self.places

    def ratio(self, a, b):
        if b == 0:
            raise Panic
        return quotient(a << self.places, b)

    # Plain operators wrap.

    def add(self, a, b):
        return self.wrap(a + b)

    def sub(self, a, b):
        return self.wrap(a - b)

    def mul(self, a, b):
        return self.wrap(self.product(a, b))

    def div(self, a, b):
        return self.wrap(self.ratio(a, b))

    def rem(self, a, b):
        if b == 0:
            raise Panic
        return a - b * quotient(a, b)

    def neg(self, a):
        return self.wrap(-a)

    def abs(self, a):
        return self.wrap(abs(a))

    def saturating_add(self, a, b):
        return self.saturate(a + b)

    def saturating_sub(self, a, b):
        return self.saturate(a - b)

    def saturating_mul(self, a, b):
        return self.saturate(self.product(a, b))

    def saturating_div(self, a, b):
        return self.saturate(self.ratio(a, b))

    def saturating_neg(self, a):
        return self.saturate(-a)

    def checked_add(self, a, b):
        return self.check(a + b)

    def checked_sub(self, a, b):
        return self.check(a - b)

    def checked_mul(self, a, b):
        return self.check(self.product(a, b))

    def checked_div(self, a, b):
        return None if b == 0 else self.check(self.ratio(a, b))

    def checked_neg(self, a):
        return self.check(-a)

    def safe_div(self, a, b):
        return self.safe_div_or(a, b, 0)

    def safe_div_or(self, a, b, otherwise):
        found = self.checked_div(a, b)
        return otherwise if found is None else found

    def abs_diff(self, a, b):
        return self.saturating_sub(max(a, b), min(a, b))

    # Rounding to whole numbers (numbers-05).

    def floor(self, a):
        return (a >> self.places) << self.places

    def frac(self, a):
        return a - self.floor(a)

    def round_to_zero(self, a):
        return quotient(a, self.one) << self.places

    def ceil(self, a):
        return self.wrap(self._ceiling(a))

    def checked_ceil(self, a):
        return self.check(self._ceiling(a))

    def round(self, a):
        return self.wrap(self._nearest(a))

    def checked_round(self, a):
        return self.check(self._nearest(a))

    def _ceiling(self, a):
        return -self.floor(-a)

    def _nearest(self, a):
        magnitude = self.floor(abs(a) + self.one // 2)
        return -magnitude if a < 0 else magnitude

    # Conversions (numbers-06, numbers-18): to exact raw bits, for the caller to wrap, saturate or check.

    def of_integer(self, n):
        return n << self.places

    def of_fixed(self, source, raw):
        shift = self.places - source.places
        return raw << shift if shift >= 0 else raw >> -shift

    def to_integer(self, raw):
        return raw >> self.places

    def saturating_integer(self, n):
        return self.saturate(self.of_integer(n))

    def saturating_fixed(self, source, raw):
        return self.saturate(self.of_fixed(source, raw))

    def saturating_double(self, double):
        if not math.isfinite(double):
            raise Panic
        return self.saturate(round(Fraction(double) * self.one))

    def saturating_double_bits(self, bits):
        (double,) = struct.unpack("<d", bits.to_bytes(8, "little"))
        return self.saturating_double(double)


FORMATS = {
    kind.name: kind
    for kind in (
        Fixed("I32F32", True, 32, 32),
        Fixed("I64F64", True, 64, 64),
        Fixed("I96F32", True, 96, 32),
        Fixed("U64F64", False, 64, 64),
        Fixed("U96F32", False, 96, 32),
        Fixed("U110F18", False, 110, 18),
    )
}
I32F32, I64F64, I96F32, U64F64, U96F32, U110F18 = FORMATS.values()
