"""What is loaded by its dotted name, when it is first needed.

Optional dependencies are wrapped in `crosscheck.extra`, a layer above the stages, since they may use
what the stages know. So reading may not import them: it names them, as `pyproject.toml` names the
command, and they are loaded by who reads such a file. That keeps every other run free of them too.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any


def loaded(name: str) -> Any:
    """The object called ``module:attribute``; `ImportError` where the module, or what it needs, is missing.

    >>> loaded("math:gcd")(12, 18)
    6
    """
    module, _, attribute = name.partition(":")
    return getattr(import_module(module), attribute)
