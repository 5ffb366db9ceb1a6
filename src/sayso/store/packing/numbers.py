"""Numbers of rows in order, packed: those that follow one another take next to nothing."""

import struct
import zlib
from collections.abc import Sequence
from itertools import accumulate, pairwise


def pack(numbers: Sequence[int]) -> bytes:
    """Pack numbers; each is kept as its distance from the one before."""
    steps = [after - before for before, after in pairwise((0, *numbers))]
    return zlib.compress(struct.pack(f"<{len(steps)}q", *steps))


def unpack(packed: bytes) -> tuple[int, ...]:
    """Give the numbers in their order.

    Raises:
        zlib.error: the bytes are damaged.
    """
    plain = zlib.decompress(packed)
    return tuple(accumulate(struct.unpack(f"<{len(plain) // 8}q", plain)))
