"""Settings from a file: `crosscheck.toml`, or the table `[tool.crosscheck]` of `pyproject.toml`.

A file can set what changes the findings (`Config`), and any option of `crosscheck check` that is not about one
run alone. What the command line says goes before what the file says.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any, NamedTuple

from crosscheck.cli.choices import COLORS, FAIL_ON, FORMATS
from crosscheck.config import FACETS, Config, nearest
from crosscheck.errors import ConfigError

NAMES = ("crosscheck.toml", "pyproject.toml")
CONFIG = ("link-floor", "clauses", "facets", "fields")


class Settings(NamedTuple):
    """What a file sets: the configuration, and the options of the command by their names in Python."""

    path: str | None = None
    config: Config = Config()
    options: dict[str, Any] = {}  # noqa: RUF012 - never changed


def settings(path: str | None) -> Settings:
    """The settings of the file at `path`; without one, of the nearest that there is; else none.

    `ConfigError`, naming the file and the key, for a key that there is not or a value that it cannot have.
    """
    path = path or nearest_file()
    if path is None:
        return Settings()
    try:
        return _settings(path, _table(path))
    except ConfigError as error:
        raise ConfigError(f"{path}: {error}") from None


def nearest_file() -> str | None:
    """The settings' file of the working directory, else of the nearest folder around it that has one."""
    folder, outer = os.getcwd(), ""
    while folder != outer:
        for name in NAMES:
            path = os.path.join(folder, name)
            if os.path.isfile(path) and (name != "pyproject.toml" or b"[tool.crosscheck" in _bytes(path)):
                return os.path.relpath(path)
        folder, outer = os.path.dirname(folder), folder
    return None


def _bytes(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise ConfigError(f"could not be read ({error.strerror or error})") from None


def _table(path: str) -> dict[str, Any]:
    """The file's settings as TOML has them."""
    import tomllib

    try:
        found = tomllib.loads(_bytes(path).decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"this is not TOML ({error})") from None
    if os.path.basename(path) == "pyproject.toml" or set(found) == {"tool"}:
        tool = found.get("tool")
        found = tool.get("crosscheck", {}) if isinstance(tool, dict) else {}
    if not isinstance(found, dict):
        raise ConfigError("tool.crosscheck is a table, as in [tool.crosscheck]")
    return found


def _settings(path: str, found: dict[str, Any]) -> Settings:
    known = (*CONFIG, *OPTIONS)
    given = {name.replace("_", "-"): value for name, value in found.items()}
    for name in given:
        if name not in known:
            raise ConfigError(f"no setting is called {name!r}; {nearest(name, known)}")
    config = Config(**{name.replace("-", "_"): given[name] for name in CONFIG if name in given})
    options = {name: OPTIONS[name](name, value) for name, value in given.items() if name in OPTIONS}
    return Settings(path, config, {name.replace("-", "_"): value for name, value in options.items()})


def _truth(name: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise ConfigError(f"{name} is true or false, not {value!r}")
    return value


def _number(name: str, value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ConfigError(f"{name} is a number, not {value!r}")
    return value


def _whole(name: str, value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise ConfigError(f"{name} is a whole number, not {value!r}")
    return value


def _one_of(*choices: str) -> Callable[[str, object], str]:
    def one(name: str, value: object) -> str:
        if value not in choices:
            raise ConfigError(f"{name} can not be {value!r}; {nearest(str(value), choices)}")
        return str(value)

    return one


def _some_of(*choices: str) -> Callable[[str, object], tuple[str, ...]]:
    def some(name: str, value: object) -> tuple[str, ...]:
        values = [value] if isinstance(value, str) else value
        if not isinstance(values, list):
            raise ConfigError(f"{name} is a list of names, not {value!r}")
        return tuple(_one_of(*choices)(name, each) for each in values)

    return some


OPTIONS: dict[str, Callable[[str, object], object]] = {
    "format": _one_of(*FORMATS),
    "only": _some_of(*FACETS),
    "ignore": _some_of(*FACETS),
    "min-confidence": _number,
    "top": _whole,
    "fail-on": _some_of(*FAIL_ON),
    "strict": _truth,
    "embed-text": _truth,
    "explain": _truth,
    "brief": _truth,
    "color": _one_of(*COLORS),
    "quiet": _truth,
    "verbose": _truth,
}
"""The options of `crosscheck check` that a file can set, each with what makes its value of TOML's."""
