"""The constant-product pool of fork rao: clauses pool-30 to pool-34."""

from fixed_point import U64F64, U96F32, U110F18
from integers import U64, U128

RAO_PER_TAO = 10**9
LEAST_LEFT = 10**7
LEAST_FEE = 50_000
FEE_PART = 0.00005


def price(alpha, tao):
    """pool-30."""
    return U96F32.safe_div(U96F32.saturating_integer(tao), U96F32.saturating_integer(alpha))


def _amount_out(paid_into, other, amount):
    """pool-31."""
    paid_into, other, amount = (U110F18.saturating_integer(n) for n in (paid_into, other, amount))
    product = U110F18.saturating_mul(other, paid_into)
    left = U110F18.safe_div(product, U110F18.saturating_add(paid_into, amount))
    if left < U110F18.of_integer(LEAST_LEFT):
        return None
    return U64.saturate(U110F18.to_integer(U110F18.saturating_sub(other, left)))


def buy(alpha, tao, tao_in):
    return _amount_out(tao, alpha, tao_in)


def sell(alpha, tao, alpha_in):
    return _amount_out(alpha, tao, alpha_in)


def unstaking_fee(alpha, tao, amount, dividends, total_alpha):
    """pool-32."""
    paid = U96F32.saturating_integer(sell(alpha, tao, amount) or 0)
    share = U96F32.safe_div(U96F32.saturating_integer(dividends), U96F32.saturating_integer(total_alpha))
    by_dividends = U64.saturate(U96F32.to_integer(U96F32.saturating_mul(paid, share)))
    by_amount = U64.saturate(U96F32.to_integer(U96F32.saturating_mul(paid, U96F32.saturating_double(FEE_PART))))
    return max(by_dividends, by_amount, LEAST_FEE)


def take_fee(tao, fee):
    """pool-32."""
    amount = U64.saturating_sub(tao, fee)
    return {"amount": amount, "fee": tao - amount}


def max_amount_to_add(alpha, tao, limit):
    """pool-33, staking."""
    if 0 in (alpha, tao, limit) or limit < U96F32.to_integer(price(alpha, tao)) * RAO_PER_TAO:
        return 0
    return U64.saturate(U128.saturating_mul(limit, alpha) // RAO_PER_TAO - tao)


def max_amount_to_remove(alpha, tao, limit):
    """pool-33, unstaking."""
    if 0 in (alpha, tao):
        return 0
    if limit == 0:
        return U64.largest
    scaled = U128.saturating_mul(tao, RAO_PER_TAO)
    if limit >= scaled // alpha:
        return 0
    return U64.saturate(scaled // limit - alpha)


def max_amount_to_move(origin, destination, limit):
    """pool-34."""
    alpha1, tao1 = origin["alphaReserve"], origin["taoReserve"]
    alpha2, tao2 = destination["alphaReserve"], destination["taoReserve"]
    if 0 in (alpha1, tao1, alpha2, tao2):
        return 0
    limit_price = U64F64.safe_div(U64F64.saturating_integer(limit), U64F64.saturating_integer(RAO_PER_TAO))
    current = U96F32.safe_div(price(alpha1, tao1), price(alpha2, tao2))
    if limit_price > current << (U64F64.places - U96F32.places):
        return 0
    if limit == 0:
        return U64.largest
    return _amount_to_limit((alpha1, tao1), (alpha2, tao2), limit_price)


def _amount_to_limit(origin, destination, limit_price):
    """pool-34."""
    alpha1, tao1 = (U64F64.saturating_integer(n) for n in origin)
    alpha2, tao2 = (U64F64.saturating_integer(n) for n in destination)
    total = U64F64.saturating_add(tao2, tao1)
    gained = U64F64.saturating_mul(alpha2, U64F64.safe_div(tao1, total))
    held = U64F64.saturating_mul(alpha1, U64F64.safe_div(tao2, total))
    return U64.saturate(
        U64F64.to_integer(U64F64.saturating_sub(U64F64.safe_div(gained, limit_price), held))
    )


_POOL = ("alphaReserve", "taoReserve")

FUNCTIONS = {
    "pool.rao.price": (price, _POOL),
    "pool.rao.buy": (buy, _POOL + ("taoIn",)),
    "pool.rao.sell": (sell, _POOL + ("alphaIn",)),
    "pool.rao.unstakingFee": (unstaking_fee, _POOL + ("alpha", "dividends", "totalAlpha")),
    "pool.rao.takeFee": (take_fee, ("tao", "fee")),
    "pool.rao.maxAmountToAdd": (max_amount_to_add, _POOL + ("limitPrice",)),
    "pool.rao.maxAmountToRemove": (max_amount_to_remove, _POOL + ("limitPrice",)),
    "pool.rao.maxAmountToMove": (max_amount_to_move, ("origin", "destination", "limitPrice")),
}
