"""Machine code is made once, for what Python calls: what it calls in turn is linked in before that.

numba optimises every function together with all it calls and makes machine code of each, so that a small
function was compiled anew at every level above it. Here a function that is compiled into its callers stops
at its own instructions, and an entry point gathers those of all functions below it.
"""

from __future__ import annotations

import hashlib
from typing import Any, Self

from llvmlite.binding import Linkage, Target
from numba.core.codegen import JITCodeLibrary
from numba.core.compiler import Compiler
from numba.core.compiler_machinery import PassManager
from numba.core.funcdesc import default_mangler
from numba.core.typed_passes import (
    AnnotateTypes,
    IRLegalization,
    NativeLowering,
    NoPythonBackend,
    NopythonTypeInference,
    PreLowerStripPhis,
)
from numba.core.types import Record
from numba.core.untyped_passes import (
    FixupArgs,
    GenericRewrites,
    IRProcessing,
    ReconstructSSA,
    TranslateByteCode,
)

# Of numba's passes, those that plain loops over records need.
PASSES = (
    (TranslateByteCode, "read the bytecode"),
    (FixupArgs, "arguments"),
    (IRProcessing, "instructions"),
    (GenericRewrites, "rewrites"),
    (ReconstructSSA, "single assignment"),
    (NopythonTypeInference, "types"),
    (PreLowerStripPhis, "choices"),
    (IRLegalization, "checks"),
    (AnnotateTypes, "notes"),
    (NativeLowering, "to LLVM"),
    (NoPythonBackend, "result"),
)


# numba writes down the arguments at every pass; a record's name says as much as all its fields.
Record.__repr__ = Record.__str__  # type: ignore[method-assign]


class _Gathering(JITCodeLibrary):
    """The instructions of one function, and of all functions below it that have no machine code."""

    def add_linking_library(self, library: Any) -> None:
        """Link ``library`` in, and what it leaves to be linked."""
        super().add_linking_library(library)
        if isinstance(library, _Part):
            known = set(self._linking_libraries)
            self._linking_libraries.extend(one for one in library._linking_libraries if one not in known)


class _NotRun(_Gathering):
    """Instructions that numba's engine does not run."""

    def get_pointer_to_function(self, name: str) -> int:
        """No machine code, so no address."""
        return 0

    @property
    def codegen(self) -> Self:
        """Stands in for the engine, which knows nothing of this function."""
        return self

    def set_env(self, name: str, environment: object) -> None:
        """What Python would need to call the function: it cannot."""


class _Part(_NotRun):
    """The instructions of a function that is compiled into its callers only."""

    def _optimize_functions(self, module: Any) -> None:
        """Left to the entry point, like all optimising."""

    def finalize(self) -> None:
        """Leave linking, optimising and machine code to the entry point."""
        self._finalized = True


class _Call(_Part):
    """The instructions of a function that stays a call of its own."""

    def finalize(self) -> None:
        """Forbid that it is copied into its callers, and keep what leads to it out of the way there."""
        super().finalize()
        for function in self.get_defined_functions():
            function.add_function_attribute("noinline")
            function.add_function_attribute("cold")


class _Whole(_Gathering):
    """The instructions of an entry point with all functions below it."""

    def _optimize_final_module(self) -> None:
        """One pass: from the leaves up, each function made simple before it goes into its callers.

        Sums over several fields of a row become sums of short vectors, which numba leaves off by default.
        """
        for function in self._final_module.functions:
            if function.linkage == Linkage.linkonce_odr and not function.is_declaration:
                function.linkage = Linkage.internal
        passes, builder = self._codegen._module_pass_manager(slp_vectorize=True)
        passes.run(self._final_module, builder)


class _Kept(_NotRun, _Whole):
    """The instructions of an entry point, whose machine code is kept and run without numba.

    Its code and its constants lie near each other. numba's are as far apart as memory is large: each constant
    and each call takes an instruction more, and a long one.
    """

    def get_pointer_to_function(self, name: str) -> int:
        """Machine code is made, but not for numba to call."""
        self._ensure_finalized()
        return 0

    def _finalize_final_module(self) -> None:
        codegen = self._codegen
        self._finalize_dynamic_globals()
        self._verify_declare_only_symbols()
        near = Target.from_default_triple().create_target_machine(
            cpu=codegen._get_host_cpu_name(),
            features=codegen._get_host_cpu_features(),
            opt=3,
            reloc="pic",
            codemodel="small",
        )
        self._set_compiled_object(near.emit_object(self._final_module))
        self._finalized = True


def _short_name(name: str, kinds: Any, *, abi_tags: Any = (), uid: Any = None) -> str:
    """A name that does not spell out every field of every record among the arguments."""
    spelt = hashlib.sha256(repr(kinds).encode()).hexdigest()[:16]
    return str(default_mangler(f"{name}.{spelt}", (), abi_tags=abi_tags, uid=uid))


class _Making(Compiler):
    """numba's compiler, with a library of ours."""

    kind: type[JITCodeLibrary]

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.state.targetctx.mangler = _short_name

    def define_pipelines(self) -> list[PassManager]:
        """The passes, in order."""
        passes = PassManager("rows and rules")
        for kind, meaning in PASSES:
            passes.add_pass(kind, meaning)
        passes.finalize()
        return [passes]

    def compile_extra(self, func: Any) -> Any:
        """Compile ``func``; its library can be serialised."""
        if self.state.library is None:
            made = self.kind(self.state.targetctx.codegen(), func.__qualname__)
            made.enable_object_caching()
            self.state.library = made
        return super().compile_extra(func)


class PartCompiler(_Making):
    """Compiles a function that is compiled into its callers only."""

    kind = _Part


class CallCompiler(_Making):
    """Compiles a function that stays a call of its own below an entry point."""

    kind = _Call


class WholeCompiler(_Making):
    """Compiles an entry point with all functions below it."""

    kind = _Whole


class KeptCompiler(_Making):
    """Compiles an entry point whose machine code is kept."""

    kind = _Kept
