"""Who and what counts in an epoch: clauses consensus-02, consensus-05 to consensus-08 and consensus-15.

Blocks, permits and order are no fractions: this part is exact.
"""

from fixed_point import I32F32, I64F64
from integers import U64


def active_neurons(given):
    """consensus-02."""
    cutoff = max(1, given["activityCutoffFactor"] * given["tempo"] // 1000)
    updates = given["lastUpdate"]
    return [U64.saturating_add(block, cutoff) >= given["currentBlock"] for block in updates]


def whole_stakes(stake_weights):
    """Stake weights as whole numbers (consensus-05, consensus-23)."""
    return [U64.saturate(I64F64.to_integer(weight)) for weight in stake_weights]


def stake_above_threshold(given):
    """consensus-05: the stake weights that take part."""
    weights = given["stakeWeights"]
    return [
        weight if whole >= given["stakeThreshold"] or uid == given["ownerUid"] else 0
        for uid, (weight, whole) in enumerate(zip(weights, whole_stakes(weights)))
    ]


def total_stake(stakes):
    """consensus-05: the plain sum, which wraps."""
    total = 0
    for stake in stakes:
        total = I64F64.add(total, stake)
    return total


def exact_shares(stakes):
    """consensus-05: shares of the stake as raw bits of I32F32, which decide who gets a permit and who votes."""
    total = total_stake(stakes)
    shares = stakes if total == 0 else [I64F64.safe_div(stake, total) for stake in stakes]
    return [I32F32.saturating_fixed(I64F64, share) for share in shares]


def with_owner(permits, owner):
    """consensus-06."""
    return [permit or uid == owner for uid, permit in enumerate(permits)]


def new_permits(shares, most):
    """consensus-06: the largest shares; of equal ones the higher uids win."""
    ascending = sorted(range(len(shares)), key=lambda uid: shares[uid])
    refused = set(ascending[: max(0, len(shares) - most)])
    return [share != 0 and uid not in refused for uid, share in enumerate(shares)]


def may_count(uid, mask):
    """consensus-07: beyond the mask's end nobody counts, but a mask without elements masks nobody."""
    return not mask or (uid < len(mask) and mask[uid])


def _block(blocks, uid):
    return blocks[uid] if uid < len(blocks) else 0


def counted_weights(given, permits):
    """consensus-08, steps 1 to 4."""
    registered, commits = given["blockAtRegistration"], given["commitBlocks"]

    def counts(row, column):
        joined = _block(registered, column)
        return (
            (row != column or row == given["ownerUid"])
            and _block(given["lastUpdate"], row) > joined
            and (commits is None or _block(commits, row) >= joined)
        )

    return [
        [(column, value) for column, value in entries if counts(row, column)]
        if row < len(permits) and permits[row]
        else []
        for row, entries in enumerate(given["weights"])
    ]


def counted_bonds(given):
    """consensus-15: the stored bonds without those to neurons that are too new."""
    last = given["lastEpochBlock"]
    if last == 0:
        last_tempo = U64.saturating_sub(given["currentBlock"], given["tempo"])
    else:
        last_tempo = U64.saturating_add(last, 1)
    registered = given["blockAtRegistration"]
    return [[entry for entry in row if last_tempo > _block(registered, entry[0])] for row in given["bonds"]]
