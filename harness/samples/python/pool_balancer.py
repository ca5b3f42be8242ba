"""The weighted pool of fork balancer: clauses pool-01 to pool-10."""

import perquintill
from fixed_point import U64F64
from integers import U64, U128
from outcomes import Refusal
from power_ratio import pow_ratio_scaled

ACCURACY = perquintill.WHOLE
SMALLEST_WEIGHT = ACCURACY // 100
WHOLE_FEE = 65535


def _base_weight(quote_weight):
    return perquintill.saturating_sub(ACCURACY, quote_weight)


def _allowed(quote_weight):
    return min(quote_weight, _base_weight(quote_weight)) >= SMALLEST_WEIGHT


def _integer_ratio(a, b):
    return U64F64.safe_div(U64F64.saturating_integer(a), U64F64.saturating_integer(b))


def _times(amount, factor):
    """A whole amount times a factor, cut to a u64."""
    return U64.saturate(U64F64.to_integer(U64F64.saturating_mul(U64F64.saturating_integer(amount), factor)))


def current_price(quote_weight, alpha, tao):
    """pool-02."""
    return U64F64.saturating_mul(_integer_ratio(_base_weight(quote_weight), quote_weight), _integer_ratio(tao, alpha))


def fraction_kept(reserve, paid_in, weight_in, weight_out):
    """pool-03."""
    total = U64.saturating_add(reserve, paid_in)
    if total == 0:
        return 0
    power = pow_ratio_scaled(reserve, total, weight_in, weight_out, 256, ACCURACY)
    if U64.check(power) is None:
        return 0
    return min(_integer_ratio(power, ACCURACY), U64F64.one)


def buy(quote_weight, alpha, tao, tao_in):
    """pool-04."""
    kept = fraction_kept(tao, tao_in, quote_weight, _base_weight(quote_weight))
    return _times(alpha, U64F64.saturating_sub(U64F64.one, kept))


def sell(quote_weight, alpha, tao, alpha_in):
    """pool-04."""
    kept = fraction_kept(alpha, alpha_in, _base_weight(quote_weight), quote_weight)
    return _times(tao, U64F64.saturating_sub(U64F64.one, kept))


def _delta_in(reserve, numerator, denominator, weight):
    power = pow_ratio_scaled(numerator, denominator, weight, ACCURACY, 1024, ACCURACY)
    if power is None:
        return 0
    growth = U64F64.saturating_sub(_integer_ratio(U64.saturate(power), ACCURACY), U64F64.one)
    return _times(reserve, growth)


def quote_delta_in(quote_weight, alpha, tao, current, target):
    """pool-05, buying."""
    return _delta_in(tao, target, current, _base_weight(quote_weight))


def base_delta_in(quote_weight, alpha, tao, current, target):
    """pool-05, selling."""
    return _delta_in(alpha, current, target, quote_weight)


def updated_weights(quote_weight, alpha, tao, tao_added, alpha_added):
    """pool-06."""
    base = _weighted(_base_weight(quote_weight), tao, alpha + alpha_added)
    quote = _weighted(quote_weight, alpha, tao + tao_added)
    total = U128.saturating_add(base, quote)
    if total == 0:
        return ACCURACY // 2
    weight = perquintill.from_rational(quote, total)
    return weight if _allowed(weight) else None


def _weighted(weight, a, b):
    return U128.saturate((weight * U128.saturating_mul(a, b) + ACCURACY // 2) // ACCURACY)


def weight_for_price(price, alpha, tao):
    """pool-07."""
    whole = U128.saturating_mul(U64F64.to_integer(price), alpha)
    rest = U64F64.to_integer(U64F64.saturating_mul(U64F64.saturating_integer(alpha), U64F64.frac(price)))
    total = U128.saturate(whole + rest + tao)
    if total == 0:
        return None
    weight = perquintill.from_rational(tao, total)
    return weight if _allowed(weight) else None


def fee_amount(amount, rate):
    """pool-08, the fee within an amount."""
    return _times(amount, _integer_ratio(rate, WHOLE_FEE))


def fee_on_top(amount, rate):
    """pool-08, the fee on top of an amount."""
    return _times(amount, _integer_ratio(rate, WHOLE_FEE - rate))


class Buying:
    """pool-09: TAO goes in, alpha comes out."""

    paid_out = staticmethod(buy)
    delta_in = staticmethod(quote_delta_in)

    @staticmethod
    def price_after(weight, alpha, tao, paid_in, paid_out):
        return current_price(weight, U64.saturating_sub(alpha, paid_out), U64.saturating_add(tao, paid_in))

    @staticmethod
    def reaches(price, limit):
        return price <= limit


class Selling:
    """pool-09: alpha goes in, TAO comes out."""

    paid_out = staticmethod(sell)
    delta_in = staticmethod(base_delta_in)

    @staticmethod
    def price_after(weight, alpha, tao, paid_in, paid_out):
        return current_price(weight, U64.saturating_add(alpha, paid_in), U64.saturating_sub(tao, paid_out))

    @staticmethod
    def reaches(price, limit):
        return price >= limit


def _swap(order, weight, alpha, tao, rate, amount, limit):
    """pool-10."""
    fee = fee_amount(amount, rate)
    paid_in = U64.saturating_sub(amount, fee)
    target = order.price_after(weight, alpha, tao, paid_in, order.paid_out(weight, alpha, tao, paid_in))
    if not order.reaches(target, limit):
        paid_in = order.delta_in(weight, alpha, tao, current_price(weight, alpha, tao), limit)
        fee = fee_on_top(paid_in, rate)
    paid_out = order.paid_out(weight, alpha, tao, paid_in)
    if paid_in != 0 and paid_out == 0:
        raise Refusal("Swap.ReservesTooLow")
    return {
        "amountPaidIn": paid_in,
        "amountPaidOut": paid_out,
        "feePaid": fee,
        "feeToBlockAuthor": 0 if paid_in == 0 else fee,
    }


def swap_tao_for_alpha(*arguments):
    return _swap(Buying, *arguments)


def swap_alpha_for_tao(*arguments):
    return _swap(Selling, *arguments)


_POOL = ("quoteWeight", "alphaReserve", "taoReserve")
_SWAP = _POOL + ("feeRate", "amount", "limitPrice")

FUNCTIONS = {
    "pool.currentPrice": (current_price, _POOL),
    "pool.fractionKept": (fraction_kept, ("reserve", "paidIn", "weightIn", "weightOut")),
    "pool.buy": (buy, _POOL + ("taoIn",)),
    "pool.sell": (sell, _POOL + ("alphaIn",)),
    "pool.quoteDeltaIn": (quote_delta_in, _POOL + ("current", "target")),
    "pool.baseDeltaIn": (base_delta_in, _POOL + ("current", "target")),
    "pool.updatedWeights": (updated_weights, _POOL + ("taoAdded", "alphaAdded")),
    "pool.weightForPrice": (weight_for_price, ("price", "alphaReserve", "taoReserve")),
    "pool.feeAmount": (fee_amount, ("amount", "feeRate")),
    "pool.feeOnTop": (fee_on_top, ("amount", "feeRate")),
    "pool.swapTaoForAlpha": (swap_tao_for_alpha, _SWAP),
    "pool.swapAlphaForTao": (swap_alpha_for_tao, _SWAP),
}
