"""Fractions as doubles: clauses consensus-09, consensus-21 and consensus-22, without the chain's rounding.

The chain cuts what it stores; what is computed in floating point is given as the nearest integer instead, which is never a
whole unit off for a last bit that differs.
"""

from fractions import Fraction

STEP = 2.0**-32
WHOLE_U16 = 65535


def vanishes(value):
    """Whether a value that is not zero is zero to the chain, whose fractions have steps of 2^-32."""
    return 0.0 < value < STEP


def raw_bits(value):
    """The nearest I32F32."""
    return round(value / STEP)


def proportion(value):
    """A fraction as a u16 (consensus-22)."""
    return min(max(round(value * WHOLE_U16), 0), WHOLE_U16)


def amount(share, whole):
    """A share of a whole number as a u64 (consensus-21). The whole may have more digits than a double."""
    return min(max(round(Fraction(share) * whole), 0), 2**64 - 1)


def shares_of(values):
    """Each value as its share of the sum of all; as they are if that is zero (consensus-09)."""
    total = sum(values)
    return [value / total for value in values] if total != 0 else values
