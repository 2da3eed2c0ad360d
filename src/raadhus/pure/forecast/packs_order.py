"""Comparing packs, and folding one into a single number. For compiled code only; needs numba."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from raadhus.pure.forecast.fused_layout import LANES
from raadhus.pure.forecast.packs import NO_NANS, NUMBERS, as_packs, extending, ir, pack, types


@extending.intrinsic  # type: ignore[untyped-decorator]
def up_to(_typing: Any, value: Any, limit: Any, then: Any, otherwise: Any) -> Any:
    """up_to(value, limit, then, otherwise): `then` in the draws where value <= limit; any of them may be a number."""

    def emit(_context: Any, builder: Any, signature: Any, values: Any) -> Any:
        value, limit, then, otherwise = as_packs(builder, signature.args, values)
        return builder.select(builder.fcmp_ordered("<=", value, limit, flags=NO_NANS), then, otherwise)

    return pack(value, limit, then, otherwise), emit


@extending.intrinsic  # type: ignore[untyped-decorator]
def how_many_up_to(_typing: Any, value: Any, limit: Any) -> Any:
    """how_many_up_to(value, limit): in how many draws value <= limit."""

    def emit(_context: Any, builder: Any, signature: Any, values: Any) -> Any:
        found = builder.fcmp_ordered("<=", *as_packs(builder, signature.args, values), flags=NO_NANS)
        return builder.zext(builder.ctpop(builder.bitcast(found, ir.IntType(LANES))), ir.IntType(64))

    return types.int64(value, limit), emit


def _folded(join: Callable[[Any, Any, Any], Any]) -> Callable[..., Any]:
    def typed(_typing: Any, value: Any) -> Any:
        def emit(_context: Any, builder: Any, _signature: Any, values: Any) -> Any:
            index, found = ir.IntType(32), values[0]
            for half in (LANES >> step for step in range(1, LANES.bit_length())):
                order = [place + half if place < half else place for place in range(LANES)]
                upper = ir.Constant(ir.VectorType(index, LANES), order)
                found = join(builder, found, builder.shuffle_vector(found, ir.Constant(NUMBERS, ir.Undefined), upper))
            return builder.extract_element(found, ir.Constant(index, 0))

        return types.float64(value), emit

    return typed


def _either(sign: str) -> Callable[[Any, Any, Any], Any]:
    return lambda b, x, y: b.select(b.fcmp_ordered(sign, x, y, flags=NO_NANS), x, y)


total = extending.intrinsic(_folded(lambda b, x, y: b.fadd(x, y)))
"""total(pack): the sum of its draws."""
lowest = extending.intrinsic(_folded(_either("<")))
"""lowest(pack): the least of its draws."""
highest = extending.intrinsic(_folded(_either(">")))
"""highest(pack): the greatest of its draws."""
