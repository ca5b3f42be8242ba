"""What a rule can end with besides a result."""


class Refusal(Exception):
    """The chain refuses: an error of a pallet, by its name."""


class Panic(Exception):
    """The block's execution ends (introduction of the numbers chapter)."""


class Unsupported(Exception):
    """This program does not cover what was asked."""
