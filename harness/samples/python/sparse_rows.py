"""Matrices as rows of (column, value): clauses consensus-09, consensus-12 to consensus-14 and consensus-24, on doubles."""

from doubles import shares_of, vanishes


def at(vector, index, missing=0.0):
    """Reading a vector beyond its end gives zero (introduction of the chapter)."""
    return vector[index] if index < len(vector) else missing


def dense(row, columns):
    """A row spread out: of two entries in one column the later counts (consensus-24)."""
    spread = [0.0] * columns
    for column, value in row:
        if column < columns:
            spread[column] = value
    return spread


def positive(values):
    """Spread-out values as entries, columns ascending (consensus-24)."""
    return [(column, value) for column, value in enumerate(values) if value > 0]


def lasting(matrix):
    """The entries that the chain has too: what is left of a product there is zero below a step, and then no entry."""
    return [[(column, value) for column, value in row if not vanishes(value)] for row in matrix]


def normalise_rows(matrix):
    """consensus-09."""
    return [list(zip((column for column, _ in row), shares_of([value for _, value in row]))) for row in matrix]


def column_sums(matrix, columns, row_factors=None):
    """Sums by column, each row times its factor if there are factors (consensus-09, consensus-13)."""
    sums = [0.0] * columns
    for uid, row in enumerate(matrix):
        factor = 1.0 if row_factors is None else at(row_factors, uid)
        for column, value in row:
            if column < columns:
                sums[column] += factor * value
    return sums


def normalise_columns(matrix, columns):
    """consensus-09."""
    sums = column_sums(matrix, columns)

    def share(column, value):
        return value / sums[column] if column < columns and sums[column] != 0 else value

    return [[(column, share(column, value)) for column, value in row] for row in matrix]


def clip_columns(matrix, limits):
    """consensus-12."""
    return [
        [
            (column, min(value, at(limits, column)))
            for column, value in row
            if value <= at(limits, column) or at(limits, column) > 0
        ]
        for row in matrix
    ]


def interpolate(own, clipped, columns, ratio):
    """consensus-14; the ratio is a u16 in parts of 65535, so that none and all of it are exact."""
    if ratio == 0:
        return own
    if ratio == 65535:
        return clipped
    part = ratio / 65535
    return [
        positive([a + part * (b - a) for a, b in zip(dense(row, columns), dense(limited, columns))])
        for row, limited in zip(own, clipped)
    ]


def row_sums(matrix, column_factors=None):
    """Sums by row, each column times its factor if there are factors (consensus-13, consensus-20)."""
    if column_factors is None:
        return [sum(value for _, value in row) for row in matrix]
    return [sum(value * at(column_factors, column) for column, value in row) for row in matrix]
