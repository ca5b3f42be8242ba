"""The JSON forms of values: whole numbers, and the raw bits of fixed-point numbers, are decimal strings."""

import re

DECIMAL = re.compile(r"-?[0-9]+\Z")


def decoded(value):
    """A value as it comes: decimal strings become integers, everything else stays."""
    if isinstance(value, str):
        return int(value) if DECIMAL.match(value) else value
    if isinstance(value, list):
        return [decoded(member) for member in value]
    if isinstance(value, dict):
        return {name: decoded(member) for name, member in value.items()}
    return value


def encoded(value):
    """A value as it is sent: integers become decimal strings, tuples become lists."""
    if isinstance(value, (list, tuple)):
        return [encoded(member) for member in value]
    if isinstance(value, dict):
        return {name: encoded(member) for name, member in value.items()}
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value
