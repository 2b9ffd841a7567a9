"""Measured values of indicators and databases; every one is kept, the latest by its day is the one that stands."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from knowledge.record.changes import Measured, MeasuredKind


@dataclass(frozen=True, slots=True)
class Measurement:
    """A value with its day and source. `value` is a decimal number as text, exact."""

    id: int
    kind: MeasuredKind
    code: str
    agency: str
    actor: str
    at: datetime
    value: str
    on: date
    source: str


def new_measurement(number: int, actor: str, at: datetime, said: Measured) -> Measurement:
    """Return the measurement that entry `number` makes."""
    return Measurement(number, said.kind, said.code, said.agency, actor, at, said.value, said.on, said.source)


def is_value(said: Measured) -> bool:
    """Tell whether the value can be one: a finite number, and a whole one from 0 up where criteria are counted."""
    try:
        value = Decimal(said.value)
    except InvalidOperation:
        return False
    if not value.is_finite():
        return False
    return said.kind is MeasuredKind.INDICATOR or (value >= 0 and value == value.to_integral_value())
