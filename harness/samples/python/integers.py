"""Integers of limited width: clauses numbers-01 and numbers-02."""

from outcomes import Panic


def quotient(a, b):
    """a / b toward zero."""
    magnitude = abs(a) // abs(b)
    return magnitude if (a < 0) == (b < 0) else -magnitude


class Range:
    """The integers of a type, and the three ways of bringing an exact integer into it (numbers-01)."""

    def __init__(self, name, signed, bits):
        self.name = name
        self.signed = signed
        self.bits = bits
        self.smallest = -(1 << (bits - 1)) if signed else 0
        self.largest = (1 << (bits - 1 if signed else bits)) - 1

    def holds(self, exact):
        return self.smallest <= exact <= self.largest

    def wrap(self, exact):
        lowest = exact & ((1 << self.bits) - 1)
        return lowest - (1 << self.bits) if lowest > self.largest else lowest

    def saturate(self, exact):
        return min(max(exact, self.smallest), self.largest)

    def check(self, exact):
        return exact if exact is not None and self.holds(exact) else None


class Integer(Range):
    """Arithmetic on the integers of a type (numbers-02)."""

    def __init__(self, signed, bits):
        super().__init__("{}{}".format("i" if signed else "u", bits), signed, bits)

    def saturating_add(self, a, b):
        return self.saturate(a + b)

    def saturating_sub(self, a, b):
        return self.saturate(a - b)

    def saturating_mul(self, a, b):
        return self.saturate(a * b)

    def saturating_pow(self, a, exponent):
        return self.saturate(self._power(a, exponent))

    def saturating_div(self, a, b):
        if b == 0:
            raise Panic
        return self.saturate(quotient(a, b))

    def checked_add(self, a, b):
        return self.check(a + b)

    def checked_sub(self, a, b):
        return self.check(a - b)

    def checked_mul(self, a, b):
        return self.check(a * b)

    def checked_pow(self, a, exponent):
        return self.check(self._power(a, exponent))

    def checked_div(self, a, b):
        return None if b == 0 else self.check(quotient(a, b))

    def checked_rem(self, a, b):
        return None if self.checked_div(a, b) is None else a - b * quotient(a, b)

    def wrapping_add(self, a, b):
        return self.wrap(a + b)

    def wrapping_sub(self, a, b):
        return self.wrap(a - b)

    def wrapping_mul(self, a, b):
        return self.wrap(a * b)

    def div(self, a, b):
        found = self.checked_div(a, b)
        if found is None:
            raise Panic
        return found

    def rem(self, a, b):
        return a - b * self.div(a, b)

    def safe_div(self, a, b):
        found = self.checked_div(a, b)
        return 0 if found is None else found

    def _power(self, a, exponent):
        """a to the exponent, or, beyond the type, some number beyond it on the same side."""
        if abs(a) <= 1:
            return a ** (exponent if exponent < 2 else 2 + exponent % 2)
        return a ** min(exponent, 2 * self.bits + exponent % 2)


INTEGERS = {
    kind.name: kind
    for kind in [Integer(False, bits) for bits in (8, 16, 32, 64, 128, 256)]
    + [Integer(True, bits) for bits in (16, 32, 64, 128)]
}
U64, U128, I32, I64 = (INTEGERS[name] for name in ("u64", "u128", "i32", "i64"))
