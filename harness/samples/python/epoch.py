"""The epoch of Yuma 3 in floating point: clause consensus-23 and those that it names.

Fractions are doubles, so the results differ from the chain's by the chain's rounding. What is decided by blocks, permits
and order is exact (epoch_masks).
"""

import epoch_masks as masks
from doubles import STEP, WHOLE_U16, amount, proportion, raw_bits, shares_of
from epoch_bonds import yuma3
from outcomes import Unsupported
from sparse_rows import at, clip_columns, column_sums, interpolate, lasting, normalise_rows, row_sums
from weighted_median import FloatArithmetic, medians_by_column


def epoch(given):
    """consensus-23: the results, with the values before they become u16."""
    if not given["yuma3"]:
        raise Unsupported("the epoch is that of Yuma 3; this one runs with yuma3 = false")
    size, owner = given["size"], given["ownerUid"]
    active = masks.active_neurons(given)
    eligible = masks.stake_above_threshold(given)
    exact_stake = masks.exact_shares(eligible)
    stake = _normalised_stake(eligible)
    old_permits = masks.with_owner(given["validatorPermits"], owner)
    permits = masks.with_owner(masks.new_permits(exact_stake, given["maxAllowedValidators"]), owner)
    active_stake = _active_stake(stake, exact_stake, active, old_permits)
    weights = normalise_rows(masks.counted_weights(given, old_permits))
    consensus = medians_by_column(FloatArithmetic, active_stake, weights, size, given["kappa"] / WHOLE_U16)
    clipped = clip_columns(weights, consensus)
    trust = row_sums(clipped)
    incentive = shares_of(column_sums(clipped, size, active_stake))
    weights_for_bonds = interpolate(weights, clipped, size, given["bondsPenalty"])
    old_bonds = [[(j, bond / WHOLE_U16) for j, bond in row] for row in masks.counted_bonds(given)]
    bonds, dividends = yuma3(given, weights_for_bonds, old_bonds, consensus, incentive, active_stake)
    combined, miners, validators = _emission_shares(incentive, dividends, stake, active_stake)

    emission = given["emission"]
    results = {
        "active": active,
        "stakeWeight": [proportion(value) for value in stake],
        "consensus": [proportion(value) for value in consensus],
        "incentive": [proportion(value) for value in incentive],
        "dividends": [proportion(value) for value in dividends],
        "validatorTrust": [proportion(value) for value in trust],
        "validatorPermits": permits,
        "bonds": _bonds_to_store(lasting(bonds), permits),
        "emission": [amount(share, emission) for share in combined],
        "serverEmission": [amount(share, emission) for share in miners],
        "validatorEmission": [amount(share, emission) for share in validators],
        "stake": masks.whole_stakes(given["stakeWeights"]),
    }
    checkpoints = {
        "stake": _raw(stake),
        "validatorPermits": permits,
        "activeStake": _raw(active_stake),
        "weights": _raw_rows(weights),
        "consensus": _raw(consensus),
        "clippedWeights": _raw_rows(clipped),
        "validatorTrust": _raw(trust),
        "incentive": _raw(incentive),
        "weightsForBonds": _raw_rows(lasting(weights_for_bonds)),
        "bonds": _raw_rows(lasting(bonds)),
        "dividends": _raw(dividends),
        "serverShares": _raw(miners),
        "validatorShares": _raw(validators),
    }
    return {"ok": results, "checkpoints": checkpoints}


def _normalised_stake(eligible):
    """consensus-05, on doubles. The sum wraps, and a share that I64F64 has no place for is zero."""
    total = masks.total_stake(eligible)
    if total == 0:
        return [_within_i32f32(weight / 2**64) for weight in eligible]
    shares = [weight / total for weight in eligible]
    return [_within_i32f32(share) if abs(share) < 2.0**63 else 0.0 for share in shares]


def _within_i32f32(value):
    return min(max(value, -(2.0**31)), 2.0**31 - STEP)


def _active_stake(stake, exact_stake, active, permits):
    """consensus-07. Shares that are zero to the chain are so here: their neurons have no vote."""
    counts = [
        exact_stake[uid] != 0 and masks.may_count(uid, active) and masks.may_count(uid, permits)
        for uid in range(len(stake))
    ]
    return shares_of([share if counting else 0.0 for share, counting in zip(stake, counts)])


def _bonds_to_store(bonds, permits):
    """consensus-22: the rows of the neurons with a new permit."""
    return [
        [(column, proportion(value)) for column, value in at(bonds, uid, [])] if permit else []
        for uid, permit in enumerate(permits)
    ]


def _emission_shares(incentive, dividends, stake, active_stake):
    """consensus-21: combined, miners' and validators' shares."""
    earned = [at(incentive, uid) + at(dividends, uid) for uid in range(max(len(incentive), len(dividends)))]
    total = sum(earned)
    if total != 0:
        return shares_of(earned), [value / total for value in incentive], [value / total for value in dividends]
    by_stake = active_stake if sum(active_stake) != 0 else stake
    return by_stake, incentive, by_stake


def _raw(values):
    return [raw_bits(value) for value in values]


def _raw_rows(rows):
    return [[(column, raw_bits(value)) for column, value in row] for row in rows]
