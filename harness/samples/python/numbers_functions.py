"""The public functions of the numbers chapter by name, each with the names of its parameters."""

from functools import partial

import perquintill
import power_ratio
import safe_float
import safe_math
import transcendental
from fixed_point import FORMATS
from integers import INTEGERS
from outcomes import Unsupported

PAIRS = {
    "saturatingAdd": "saturating_add",
    "saturatingSub": "saturating_sub",
    "saturatingMul": "saturating_mul",
    "saturatingDiv": "saturating_div",
    "checkedAdd": "checked_add",
    "checkedSub": "checked_sub",
    "checkedMul": "checked_mul",
    "checkedDiv": "checked_div",
    "div": "div",
    "rem": "rem",
    "safeDiv": "safe_div",
}
INTEGER_PAIRS = {
    **PAIRS,
    "checkedRem": "checked_rem",
    "wrappingAdd": "wrapping_add",
    "wrappingSub": "wrapping_sub",
    "wrappingMul": "wrapping_mul",
}
FIXED_PAIRS = {**PAIRS, "add": "add", "sub": "sub", "mul": "mul", "absDiff": "abs_diff"}
FIXED_SINGLES = {
    "neg": "neg",
    "saturatingNeg": "saturating_neg",
    "checkedNeg": "checked_neg",
    "abs": "abs",
    "floor": "floor",
    "ceil": "ceil",
    "checkedCeil": "checked_ceil",
    "round": "round",
    "checkedRound": "checked_round",
    "roundToZero": "round_to_zero",
    "frac": "frac",
}
CONVERSIONS = {"": "wrap", "saturating": "saturate", "checked": "check"}


def _integer_functions(kind):
    for name, method in INTEGER_PAIRS.items():
        yield name, (getattr(kind, method), ("a", "b"))
    yield "saturatingPow", (kind.saturating_pow, ("a", "exponent"))
    yield "checkedPow", (kind.checked_pow, ("a", "exponent"))


def _fixed_functions(kind):
    for name, method in FIXED_PAIRS.items():
        yield name, (getattr(kind, method), ("a", "b"))
    for name, method in FIXED_SINGLES.items():
        yield name, (getattr(kind, method), ("a",))
    yield "safeDivOr", (kind.safe_div_or, ("a", "b", "otherwise"))
    yield "saturatingFromDouble", (kind.saturating_double_bits, ("ieee754",))
    yield from _conversions(kind)
    for name in ("log2", "ln", "exp", "sqrt"):
        yield name, (partial(getattr(transcendental, name), kind), ("x",))
    yield "pow", (partial(transcendental.pow, kind), ("base", "exponent"))
    yield "checkedPow", (partial(safe_math.checked_pow, kind), ("base", "exponent"))
    yield "checkedSqrt", (partial(safe_math.checked_sqrt, kind), ("x", "epsilon"))
    yield "checkedLn", (partial(safe_math.checked_ln, kind), ("x",))
    yield "checkedLog", (partial(safe_math.checked_log, kind), ("x", "base"))


def _conversions(kind):
    """numbers-06: an exact result, brought into the target by wrap, saturate or check."""

    def from_integer(bring, n):
        return getattr(kind, bring)(kind.of_integer(n))

    def from_fixed(bring, source, bits):
        return getattr(kind, bring)(kind.of_fixed(FORMATS[source], bits))

    def to_integer(bring, x, target):
        if target.lower() not in INTEGERS:
            raise Unsupported("there is no integer type {} here".format(target))
        return getattr(INTEGERS[target.lower()], bring)(kind.to_integer(x))

    for prefix, bring in CONVERSIONS.items():
        first = "from" if prefix == "" else prefix + "From"
        yield first + "Integer", (partial(from_integer, bring), ("n",))
        yield first + "Fixed", (partial(from_fixed, bring), ("from", "bits"))
        yield "toInteger" if prefix == "" else prefix + "ToInteger", (partial(to_integer, bring), ("x", "to"))


def _perquintill_functions():
    for name, run in (
        ("saturatingAdd", perquintill.saturating_add),
        ("saturatingSub", perquintill.saturating_sub),
        ("checkedSub", perquintill.checked_sub),
        ("mul", perquintill.mul),
        ("div", perquintill.from_rational),
    ):
        yield name, (run, ("a", "b"))
    yield "fromParts", (perquintill.from_parts, ("parts",))
    yield "leftFromOne", (perquintill.left_from_one, ("a",))
    yield "fromRational", (perquintill.from_rational, ("p", "q"))
    yield "fromRationalWithRounding", (perquintill.from_rational_with_rounding, ("p", "q", "rounding"))
    yield "mulFloor", (perquintill.mul_floor, ("fraction", "x"))
    yield "mulCeil", (perquintill.mul_ceil, ("fraction", "x"))
    yield "mulNearest", (perquintill.mul_nearest, ("fraction", "x"))


def _safe_float_functions():
    yield "create", (safe_float.create, ("mantissa", "exponent"))
    yield "add", (safe_float.add, ("a", "b"))
    yield "sub", (safe_float.sub, ("a", "b"))
    yield "div", (safe_float.div, ("a", "b"))
    yield "mulDiv", (safe_float.mul_div, ("a", "b", "c"))
    yield "greaterThan", (safe_float.greater_than, ("a", "b"))
    yield "toU64", (safe_float.to_u64, ("a",))
    yield "fromU64", (safe_float.from_u64, ("value",))
    yield "fromU64F64", (safe_float.from_u64f64, ("value",))


def _groups():
    for kind in INTEGERS.values():
        yield kind.name, _integer_functions(kind)
    for kind in FORMATS.values():
        yield kind.name, _fixed_functions(kind)
    yield "perquintill", _perquintill_functions()
    yield "safeFloat", _safe_float_functions()


FUNCTIONS = {
    "numbers.{}.{}".format(group, name): declared for group, functions in _groups() for name, declared in functions
}
FUNCTIONS["numbers.powRatioScaled"] = (
    power_ratio.pow_ratio_scaled,
    ("baseNumerator", "baseDenominator", "exponentNumerator", "exponentDenominator", "precision", "scale"),
)
