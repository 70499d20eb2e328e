"""How two ranges compare: above, below, in agreement, one the looser form of the other."""

from __future__ import annotations

from monitor.ledger.known import Range
from monitor.model import Modifier


def is_loose(modifier: Modifier) -> bool:
    """Whether the words leave room above their low: *more than 100*, *dozens*."""
    return modifier in (Modifier.VAGUE, Modifier.MORE_THAN)


def is_sharp(number: Range, modifier: Modifier) -> bool:
    """Whether it is a number of its own: bounded, neither vague nor a mere ceiling (*up to 36*)."""
    is_ceiling = number.low == 0 and number.high != 0
    return number.high is not None and modifier is not Modifier.VAGUE and not is_ceiling


def is_above(new: Range, old: Range, old_modifier: Modifier, margin: float) -> bool:
    """Whether the new low is above what stood.

    Above the old high where it has one; where it is open, above its low for *at least*, and by `margin` (0.25 is a
    quarter) for *more than* and vague words.
    """
    if old.high is not None:
        return new.low > old.high
    if is_loose(old_modifier):
        return new.low > old.low and new.low >= old.low * (1 + margin)
    return new.low > old.low


def is_below(new: Range, old: Range) -> bool:
    """Whether the new high is below the old low; an open range is below nothing."""
    return new.high is not None and new.high < old.low


def agree(one: Range, other: Range) -> bool:
    """Whether one number can satisfy both."""
    return (one.high is None or other.low <= one.high) and (other.high is None or one.low <= other.high)


def covers(loose: Range, tight: Range) -> bool:
    """Whether the first says the same as the second or the same more loosely: *at least 12* covers 12."""
    if loose.low > tight.low:
        return False
    return loose.high is None or (tight.high is not None and tight.high <= loose.high)
