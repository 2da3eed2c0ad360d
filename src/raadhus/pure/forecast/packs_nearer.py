"""Memory sent for before it is needed. For the compiled kernel only; needs numba."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from raadhus.pure.forecast.packs import extending, ir, types

NEAR = 2
"""How near: into the core's own second cache, for its first is full of the row in hand."""


def _sent_for(to_write: bool) -> Callable[..., Any]:
    def typed(_typing: Any, array: Any, number: Any) -> Any:
        def emit(context: Any, builder: Any, signature: Any, values: Any) -> Any:
            place = context.make_array(signature.args[0])(context, builder, values[0]).data
            line = builder.bitcast(builder.gep(place, [values[1]]), ir.IntType(8).as_pointer())
            whole = ir.IntType(32)
            kind = ir.FunctionType(ir.VoidType(), [line.type, whole, whole, whole])
            known = builder.module.globals.get("llvm.prefetch.p0")
            fetch = known if known is not None else ir.Function(builder.module, kind, "llvm.prefetch.p0")
            why = [ir.Constant(whole, int(to_write)), ir.Constant(whole, NEAR), ir.Constant(whole, 1)]
            builder.call(fetch, [line, *why])
            return context.get_dummy_value()

        return types.void(array, types.intp), emit

    return typed


soon = extending.intrinsic(_sent_for(to_write=False))
"""soon(array, number): bring a line of memory nearer, which may be beyond the array, for it is about to be read."""
soon_written = extending.intrinsic(_sent_for(to_write=True))
"""soon_written(array, number): the same for a line about to be written."""
