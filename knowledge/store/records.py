"""Turns the domain's frozen values into JSON and back, by their declared types."""

import dataclasses
import json
import types
from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")


def dump(value: Any) -> str:
    """Return a frozen dataclass as JSON text; dates become ISO days, moments ISO text."""
    return json.dumps(dataclasses.asdict(value), ensure_ascii=False, default=_plain)


def canonical(value: Any) -> str:
    """Return a frozen dataclass as JSON text of which there is only one: sorted keys, no spaces, valid UTF-8."""
    text = json.dumps(
        dataclasses.asdict(value), ensure_ascii=False, default=_plain, sort_keys=True, separators=(",", ":")
    )
    return text.encode("utf-8", "replace").decode("utf-8")


def load(kind: type[T], text: str) -> T:
    """Return the `kind` that `dump` made `text` from. The values are frozen, so one may serve many times."""
    value: T = _load(cast("Any", kind), text)
    return value


def parse(kind: type[T], text: str) -> T:
    """Return the `kind` that `dump` or `canonical` made `text` from, as `load` does, for texts that come but once."""
    value: T = _reader(cast("Any", kind))(json.loads(text))
    return value


@lru_cache(maxsize=4096)
def _load(kind: Any, text: str) -> Any:
    return _reader(kind)(json.loads(text))


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"cannot store {type(value).__name__}")


@lru_cache(maxsize=64)
def _reader(kind: Any) -> Callable[[Any], Any]:
    origin = get_origin(kind)
    if origin is tuple:
        inner = _reader(get_args(kind)[0])
        return lambda items: tuple(inner(item) for item in items)
    if origin is types.UnionType:
        inner = _reader(next(a for a in get_args(kind) if a is not type(None)))
        return lambda item: None if item is None else inner(item)
    if kind in (date, datetime):
        return cast("Callable[[str], Any]", kind.fromisoformat)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind
    if dataclasses.is_dataclass(kind):
        hints = get_type_hints(kind)
        readers = {f.name: _reader(hints[f.name]) for f in dataclasses.fields(kind) if f.init}
        make: Callable[..., Any] = kind  # type: ignore[assignment]
        # What was stored before a field existed takes the field's default.
        return lambda row: make(**{name: read(row[name]) for name, read in readers.items() if name in row})
    return lambda item: item
