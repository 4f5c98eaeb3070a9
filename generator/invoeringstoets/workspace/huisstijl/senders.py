"""The addresses of a house style: who sends a letter, by the id of the organisation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from invoeringstoets import schema, structure
from invoeringstoets.model import Afzender
from invoeringstoets.workspace.huisstijl.table import Table
from invoeringstoets.workspace.words import unknown_organisation


def senders(table: Table, *, known: frozenset[str]) -> Mapping[str, Afzender]:
    """Each sender; the schema judges it as ``brief.afzender`` in a toets.

    ``known`` are the ids of the organisations that may be one; none are held against an empty set.
    """
    if not table.values:
        return {}
    composed = schema.compose(schema.LATEST, schema.shipped_value_lists())
    rules = {**composed["$defs"]["Brief"], "$defs": composed["$defs"]}
    found: dict[str, Afzender] = {}
    for name in table.values:
        one = table.within(name)
        objection = unknown_organisation(name, known)
        if objection:
            table.fault(name, objection[0], advice=objection[1])
        data: Any = {"afzender": {"organisatie": name, **one.values}}
        findings = schema.check(data, rules)
        for finding in findings:
            key = str(finding.route.steps[1]) if len(finding.route.steps) > 1 else name
            one.fault(key, finding.message, advice=finding.help)
        brief = None if findings else structure.build_brief(data)
        if brief and brief.afzender:
            found[name] = brief.afzender
    return found
