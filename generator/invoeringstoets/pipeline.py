"""The stages in order: a text becomes a checked toets; a finding becomes a diagnostic."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import PurePath

from invoeringstoets import partial, schema, structure, syntax
from invoeringstoets.diagnostic import Checked, Diagnostic, Finding
from invoeringstoets.model import Toets
from invoeringstoets.rules import RULES, Rule, Words, all_findings
from invoeringstoets.schema import Schemas
from invoeringstoets.source import INPUT_NAME, Source, Span


def check(source: Source, schemas: Schemas, *, rules: Sequence[Rule] = RULES) -> Checked[Toets]:
    """The toets in a text, and all there is to say about it, in the order of the text.

    There is a toets if the text is sound YAML that the schema approves, even if rules find
    faults. The schema runs on whatever YAML could be read; where it finds fault, the rules run on
    what is sound (``partial``).
    """
    parsed = syntax.parse(source)
    tree = parsed.value
    if tree is None:
        return Checked(None, parsed.diagnostics)
    version, unknown = schemas.choose(tree.data)
    if unknown is not None:
        return Checked(None, _sorted(parsed.diagnostics, diagnose(tree, (unknown,))))
    objections = schema.Objections(tree.data, schemas[version])
    findings = list(objections.findings())
    toets = None
    stem = "" if source.name == INPUT_NAME else PurePath(source.name).stem
    words = Words(schemas.value_lists, file_stem=stem)
    if findings:
        objected, unsure = objections.places(), tree.repeated
        findings += partial.check(tree.data, objected, rules=rules, words=words, unsure=unsure)
    else:
        toets = structure.build(tree.data)
        found = all_findings(rules, toets, words=words)
        needed = schema.hint(tree.data, version)
        findings = partial.sift([*found, needed] if needed else found, tree.repeated)
    return Checked(toets, _sorted(parsed.diagnostics, diagnose(tree, findings)))


def diagnose(tree: syntax.Tree, findings: Iterable[Finding]) -> tuple[Diagnostic, ...]:
    """Findings on the data of one file as diagnostics on its text: the one route -> span step."""
    return tuple(
        Diagnostic(
            name=tree.source.name,
            span=_span(tree, finding),
            code=finding.code,
            message=finding.message,
            help=finding.help,
            severity=finding.severity,
            source=tree.source,
            route=str(finding.route),
            fixes=() if finding.remedy is None else syntax.fixes(tree, finding),
        )
        for finding in findings
    )


def _span(tree: syntax.Tree, finding: Finding) -> Span:
    if finding.within is None:
        return tree.locate(finding.route, on_key=finding.on_key)
    start, end = finding.within
    return tree.locate_within(finding.route, start, end=end)


def diagnose_source(source: Source, findings: Iterable[Finding]) -> tuple[Diagnostic, ...]:
    """Findings across files (``library``) as diagnostics on the text of one of those files.

    The text is parsed again: such findings are few, and keeping every tree would cost memory.
    """
    found = tuple(findings)
    tree = syntax.parse(source).value if found else None
    return () if tree is None else _sorted(diagnose(tree, found))


def _sorted(*groups: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """All diagnostics by place, each once."""
    unique = dict.fromkeys(diagnostic for group in groups for diagnostic in group)
    return tuple(sorted(unique, key=lambda diagnostic: diagnostic.sort_key))
