"""A pack: the same figure in sixteen draws, worked on at once. For the compiled kernel only; needs numba.

Every operation rounds each draw by itself and in the written order, so a draw's figures do not depend on which draws
stand beside it, nor on how wide the machine's registers are. `more`, `less` and `over` round once, * and + twice.
"""

from __future__ import annotations

import importlib
import operator
from collections.abc import Callable
from typing import Any

from raadhus.pure.forecast.fused_layout import LANES

ir: Any = importlib.import_module("llvmlite.ir")
types: Any = importlib.import_module("numba.core.types")
templates: Any = importlib.import_module("numba.core.typing.templates")
extending: Any = importlib.import_module("numba.extending")

NUMBERS = ir.VectorType(ir.DoubleType(), LANES)
NO_NANS = ("nnan", "nsz")
"""What a comparison may take for granted: every figure was checked at the door."""


class PackType(types.Type):  # type: ignore[misc]
    """The type of a pack in compiled code."""

    def __init__(self) -> None:
        super().__init__(f"Pack{LANES}")


class PackModel(extending.models.PrimitiveModel):  # type: ignore[misc]
    """A pack is a vector of double precision in the machine."""

    def __init__(self, manager: Any, kind: Any) -> None:
        super().__init__(manager, kind, NUMBERS)


pack = PackType()
extending.register_model(PackType)(PackModel)
EITHER = (pack, types.float64)


def _spread(builder: Any, number: Any) -> Any:
    nothing, index = ir.Constant(NUMBERS, ir.Undefined), ir.IntType(32)
    first = builder.insert_element(nothing, number, ir.Constant(index, 0))
    return builder.shuffle_vector(first, nothing, ir.Constant(ir.VectorType(index, LANES), [0] * LANES))


def as_packs(builder: Any, kinds: Any, values: Any) -> list[Any]:
    """Values of these kinds as packs, a number in every draw."""
    return [
        value if isinstance(kind, PackType) else _spread(builder, value)
        for kind, value in zip(kinds, values, strict=True)
    ]


def _operation(symbol: Any, emit: Callable[[Any, Any, Any], Any]) -> None:
    """Teach numba `symbol` between two packs, or a pack and a number."""
    cases = [templates.signature(pack, x, y) for x in EITHER for y in EITHER if pack in (x, y)]
    template = type("PackOperation", (templates.ConcreteTemplate,), {"cases": cases})
    templates.infer_global(symbol)(template)

    def lowered(_context: Any, builder: Any, signature: Any, values: Any) -> Any:
        return emit(builder, *as_packs(builder, signature.args, values))

    for case in cases:
        extending.lower_builtin(symbol, *case.args)(lowered)


def _choose(sign: str) -> Callable[[Any, Any, Any], Any]:
    return lambda b, x, y: b.select(b.fcmp_ordered(sign, x, y, flags=NO_NANS), x, y)


_operation(operator.add, lambda b, x, y: b.fadd(x, y))
_operation(operator.sub, lambda b, x, y: b.fsub(x, y))
_operation(operator.mul, lambda b, x, y: b.fmul(x, y))
_operation(min, _choose("<"))
_operation(max, _choose(">"))


def _fused(product: int, other: int) -> Callable[..., Any]:
    def typed(_typing: Any, z: Any, x: Any, y: Any) -> Any:
        def emit(_context: Any, builder: Any, signature: Any, values: Any) -> Any:
            z_, x_, y_ = as_packs(builder, signature.args, values)
            kind, name = ir.FunctionType(NUMBERS, [NUMBERS] * 3), f"llvm.fma.v{LANES}f64"
            known = builder.module.globals.get(name)
            fma = known if known is not None else ir.Function(builder.module, kind, name)
            x_, z_ = (builder.fneg(v) if sign < 0 else v for v, sign in ((x_, product), (z_, other)))
            return builder.call(fma, [x_, y_, z_])

        return pack(z, x, y), emit

    return typed


more = extending.intrinsic(_fused(1, 1))
"""more(z, x, y) = z + x·y, rounded once."""
less = extending.intrinsic(_fused(-1, 1))
"""less(z, x, y) = z - x·y, rounded once."""
over = extending.intrinsic(_fused(1, -1))
"""over(z, x, y) = x·y - z, rounded once."""


def _place(context: Any, builder: Any, kind: Any, value: Any, number: Any) -> Any:
    """Where pack `number` of an array (pack, draw), or the pack from place `number` of a row of draws, begins."""
    array = context.make_array(kind)(context, builder, value)
    lanes = ir.Constant(number.type, LANES if kind.ndim > 1 else 1)
    return builder.bitcast(builder.gep(array.data, [builder.mul(number, lanes)]), NUMBERS.as_pointer())


@extending.intrinsic  # type: ignore[untyped-decorator]
def load(_typing: Any, array: Any, number: Any) -> Any:
    """load(array, number): a pack from an array (pack, draw), or from any place in a row of draws."""

    def emit(context: Any, builder: Any, signature: Any, values: Any) -> Any:
        found = builder.load(_place(context, builder, signature.args[0], values[0], values[1]))
        found.align = 8
        return found

    return pack(array, types.intp), emit


def _number_at(context: Any, builder: Any, kind: Any, value: Any, place: Any) -> Any:
    """The number at a place of a whole array, counted through all its axes."""
    return builder.load(builder.gep(context.make_array(kind)(context, builder, value).data, [place]))


@extending.intrinsic  # type: ignore[untyped-decorator]
def each(_typing: Any, array: Any, place: Any) -> Any:
    """each(array, place): a pack with one number of a whole array in every draw; `place` counts through all axes."""

    def emit(context: Any, builder: Any, signature: Any, values: Any) -> Any:
        return _spread(builder, _number_at(context, builder, signature.args[0], *values))

    return pack(array, types.intp), emit


@extending.intrinsic  # type: ignore[untyped-decorator]
def across(_typing: Any, array: Any, place: Any, apart: Any) -> Any:
    """across(array, place, apart): the numbers of a whole array at `place`, `place + apart` and so on, one a draw."""

    def emit(context: Any, builder: Any, signature: Any, values: Any) -> Any:
        array, place, apart = values
        found = ir.Constant(NUMBERS, ir.Undefined)
        for draw in range(LANES):
            number = _number_at(context, builder, signature.args[0], array, place)
            found = builder.insert_element(found, number, ir.Constant(ir.IntType(32), draw))
            place = builder.add(place, apart)
        return found

    return pack(array, types.intp, types.intp), emit


@extending.intrinsic  # type: ignore[untyped-decorator]
def store(_typing: Any, array: Any, number: Any, value: Any) -> Any:
    """store(array, number, pack): the reverse of `load`."""

    def emit(context: Any, builder: Any, signature: Any, values: Any) -> Any:
        put = builder.store(values[2], _place(context, builder, signature.args[0], values[0], values[1]))
        put.align = 8
        return context.get_dummy_value()

    return types.void(array, types.intp, pack), emit


@extending.intrinsic  # type: ignore[untyped-decorator]
def same(_typing: Any, number: Any) -> Any:
    """same(number): a pack with one number in every draw."""
    return pack(types.float64), lambda _context, builder, _signature, values: _spread(builder, values[0])


@extending.intrinsic  # type: ignore[untyped-decorator]
def anything(_typing: Any, value: Any) -> Any:
    """anything(pack): whether it holds a figure other than zero."""

    def emit(_context: Any, builder: Any, _signature: Any, values: Any) -> Any:
        bits = ir.IntType(LANES)
        found = builder.fcmp_unordered("!=", values[0], ir.Constant(NUMBERS, [0.0] * LANES))
        return builder.icmp_unsigned("!=", builder.bitcast(found, bits), ir.Constant(bits, 0))

    return types.boolean(value), emit
