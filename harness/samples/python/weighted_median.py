"""The weighted median: clauses consensus-10 and consensus-11, exact on I32F32 and the same search on doubles."""

from fixed_point import I32F32


class ExactArithmetic:
    """Raw bits of I32F32."""

    add = staticmethod(I32F32.saturating_add)
    sub = staticmethod(I32F32.saturating_sub)
    plain_add = staticmethod(I32F32.add)
    ratio = staticmethod(I32F32.safe_div)


class FloatArithmetic:
    """Doubles, which stand for what they are."""

    @staticmethod
    def add(a, b):
        return a + b

    plain_add = add

    @staticmethod
    def sub(a, b):
        return a - b

    @staticmethod
    def ratio(a, b):
        return a / b if b != 0 else 0.0


def _sum(add, values):
    total = 0
    for value in values:
        total = add(total, value)
    return total


def median(numbers, stake, score, minority, total):
    """consensus-10."""
    if len(stake) != len(score) or not stake:
        return 0
    members, below, up_to = range(len(stake)), 0, total
    while True:
        pivot = score[members[len(members) // 2]]
        if len(members) == 1:
            return pivot
        lower = [voter for voter in members if score[voter] < pivot]
        upper = [voter for voter in members if score[voter] > pivot]
        through_lower = numbers.add(below, _sum(numbers.add, (stake[voter] for voter in lower)))
        before_upper = numbers.sub(up_to, _sum(numbers.add, (stake[voter] for voter in upper)))
        if lower and minority < through_lower:
            members, up_to = lower, through_lower
        elif upper and before_upper <= minority:
            members, below = upper, before_upper
        else:
            return pivot


def medians_by_column(numbers, stake, scores, columns, majority):
    """consensus-11: what the voters agree on, a column each."""
    voters = [uid for uid, share in enumerate(stake) if share > 0]
    votes = _shares(numbers, [stake[voter] for voter in voters])
    rows = [dict(scores[voter]) if voter < len(scores) else {} for voter in voters]
    total = _sum(numbers.plain_add, votes)
    minority = numbers.sub(total, majority)
    return [
        median(numbers, votes, [row.get(column, 0) for row in rows], minority, total) for column in range(columns)
    ]


def _shares(numbers, stakes):
    total = _sum(numbers.plain_add, stakes)
    return stakes if total == 0 else [numbers.ratio(share, total) for share in stakes]


def exact_median(stake, score, minority, total):
    return median(ExactArithmetic, stake, score, minority, total)


def exact_medians_by_column(stake, scores, columns, majority):
    return medians_by_column(ExactArithmetic, stake, scores, columns, majority)
