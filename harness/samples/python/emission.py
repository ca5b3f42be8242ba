"""The pure rules of emission: clauses emission-01, emission-03 and emission-11 to emission-13."""

from fixed_point import U64F64, U96F32
from integers import I64

SUPPLY = 21 * 10**15
FIRST_EMISSION = 10**9
MOST_HALVINGS = 32


def block_emission(issuance):
    """emission-01, in integers."""
    if issuance >= SUPPLY:
        return 0
    halvings = max(k for k in range(MOST_HALVINGS + 1) if issuance >= SUPPLY - SUPPLY // 2**k)
    return FIRST_EMISSION // 2**halvings


def mintable(amount, issuance):
    """emission-03."""
    return min(amount, max(SUPPLY - issuance, 0))


def flow_after_inflow(flow, tao):
    """emission-13."""
    return I64.saturating_add(flow, I64.wrap(tao))


def flow_after_outflow(flow, tao):
    """emission-13."""
    return I64.saturating_sub(flow, I64.wrap(tao))


def _total(values):
    total = 0
    for value in values:
        total = U64F64.saturating_add(total, value)
    return total


def _normalised(values):
    total = _total(values)
    return [U64F64.safe_div(value, total) for value in values]


def shares(subnets):
    """emission-11."""
    by_price = _normalised([subnet["movingPrice"] for subnet in subnets])
    kept = [
        U64F64.saturating_sub(U64F64.one, min(U64F64.saturating_fixed(U96F32, subnet["minerBurned"]), U64F64.one))
        for subnet in subnets
    ]
    weighted = [U64F64.saturating_mul(share, part) for share, part in zip(by_price, kept)]
    return _normalised(weighted) if _total(weighted) > 0 else by_price


def subnet_block_emissions(emission, subnets):
    """emission-12."""
    enabled = [subnet["emissionEnabled"] for subnet in subnets]
    parts = shares(subnets)
    if not all(enabled):
        parts = _normalised([part if on else 0 for part, on in zip(parts, enabled)])
    whole = U64F64.saturating_fixed(U96F32, emission)
    return [U96F32.saturating_fixed(U64F64, U64F64.saturating_mul(whole, part)) for part in parts]


FUNCTIONS = {
    "emission.blockEmissionForIssuance": (block_emission, ("issuance",)),
    "emission.mintable": (mintable, ("amount", "issuance")),
    "emission.flowAfterInflow": (flow_after_inflow, ("flow", "tao")),
    "emission.flowAfterOutflow": (flow_after_outflow, ("flow", "tao")),
    "emission.shares": (shares, ("subnets",)),
    "emission.subnetBlockEmissions": (subnet_block_emissions, ("blockEmission", "subnets")),
}
