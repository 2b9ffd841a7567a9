"""The machine-readable face of what is kept in registers: indicators, tracked databases, agencies."""

from typing import Any

from knowledge.agencies import Registry
from knowledge.directives import Indicator, TrackedDatabase

Json = dict[str, Any]


def indicator_json(row: Indicator) -> Json:
    """Return an indicator."""
    return {
        "code": row.code,
        "name": row.name,
        "unit": row.unit,
        "target": row.target,
        "horizon": row.horizon,
        "agencies": list(row.agencies),
    }


def database_json(row: TrackedDatabase) -> Json:
    """Return a tracked database."""
    return {
        "list": row.list,
        "number": row.number,
        "agency": row.agency,
        "name": row.name,
        "met": row.met,
        "total": row.total,
        "connected": row.connected,
    }


def agencies_json(registry: Registry) -> list[Json]:
    """Return the agencies and groups of the registry."""
    rows: list[Json] = [
        {
            "name": a.name,
            "short": a.short,
            "english": a.english,
            "kind": a.kind,
            "abbreviations": list(a.abbreviations),
            "former_names": [f.name for f in a.former_names],
            "groups": list(registry.groups_of(a.name)),
        }
        for a in registry.agencies.values()
    ]
    rows += [
        {"name": g.name, "short": g.short, "english": g.english, "kind": "group", "members": list(g.members)}
        for g in registry.groups.values()
    ]
    return rows
