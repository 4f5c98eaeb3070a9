"""What was public once and is so no longer is in no revision: told from real git repositories."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from invoeringstoets import history, schema
from invoeringstoets.history import sentence
from invoeringstoets.mkdocs_plugin.loading import reading
from invoeringstoets.schema import Schemas
from invoeringstoets.workspace import find_project, load
from invoeringstoets.workspace.history import past
from invoeringstoets.workspace.store import Store
from invoeringstoets.workspace.telling import told as told_before

ID = "2026-huisbatterij"
SECRET = "zqgeheim"  # noqa: S105 -- a word to look for

OPEN = f"{{id: voordracht, soort: presentatie, titel: Voordracht {SECRET}}}"
CLOSED = OPEN.replace("presentatie", "intern")
OTHER = "{id: notulen, soort: intern, titel: Verslag van het overleg}"

Told = Callable[..., list[str]]


def text(*bronnen: str, rests: str = "", more: str = "") -> str:
    """A toets that anyone may see, with these sources and a finding and a conflict on them."""
    rests = rests or "voordracht"
    return f"""\
schemaversie: "1"
id: {ID}
soort: invoeringstoets
status: in_uitvoering
titel: Invoeringstoets Regeling huisbatterijen
fictief: true
regeling: {{citeertitel: Regeling huisbatterijen}}
bevindingen:
  - {{id: b1, stem: toets, vraag: 1A, titel: Het werkt, bronnen: [{rests}]}}
bronnen:
  - {{id: rapport, soort: rapport, titel: Onderzoek naar gebruik}}
  - {{id: brief, soort: rapport, titel: Tweede onderzoek}}
{"".join(f"  - {one}{chr(10)}" for one in bronnen)}\
publicatie: {{zichtbaarheid: openbaar}}
{more}"""


def conflict(*values: str) -> str:
    sides = ("rapport", "brief", "voordracht")
    items = ", ".join(
        f"{{waarde: {value}, bron: {bron}}}" for value, bron in zip(values, sides, strict=False)
    )
    return f"conflicten: [{{veld: kosten, waarden: [{items}]}}]\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "toetsen").mkdir()
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    return tmp_path


@pytest.fixture
def told(project: Path) -> Told:
    """Commits these texts of one toets one by one, and says what changed, oldest first."""
    number = count(1)

    def tell(*texts: str, now: str = "", internal: bool = False) -> list[str]:
        path = project / "toetsen" / f"{ID}.yaml"
        for one in texts:
            path.write_text(one, encoding="utf-8")
            _commit(project, f"2025-05-{next(number):02}T12:00:00+02:00")
        if now:
            path.write_text(now, encoding="utf-8")
        found = find_project(project)
        shown = load(found, internal=internal, reference_date="2026-01-01").library
        revisions = history.tell(
            past(found),
            shown,
            read=history.reader(Schemas(shown.value_lists)),
            schema=schema.compose(schema.LATEST, shown.value_lists),
        ).by_toets[ID]
        return [sentence(change) for one in revisions[::-1] for change in one.changes]

    return tell


def _commit(project: Path, moment: str) -> None:
    who = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"]
    dates = {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
    subprocess.run(["git", "add", "-A"], cwd=project, check=True)
    words = ["git", *who, "commit", "-q", "--allow-empty", "-m", "x"]
    subprocess.run(words, cwd=project, check=True, env=dates)


def test_source_that_is_made_internal_is_told_of_no_version(told: Told) -> None:
    versions = text(rests="rapport"), text(OPEN), text(CLOSED)
    assert told(*versions) == [
        "Bevinding b1 (‘Het werkt’), bronnen verwijderd: ‘Onderzoek naar gebruik’"
    ]
    assert SECRET in repr(told(internal=True))


@pytest.mark.parametrize(
    "now",
    [
        pytest.param(text(rests="rapport"), id="removed"),
        pytest.param(text(OTHER.replace("notulen", "voordracht")), id="another title"),
        pytest.param(text(CLOSED.replace("voordracht", "memo"), rests="memo"), id="another id"),
        pytest.param(
            text(
                f"{{id: memo, soort: gesprek, titel: Verslag van voordracht {SECRET} (intern)}}",
                rests="memo",
            ),
            id="another id and title",
        ),
    ],
)
def test_source_that_was_internal_last_stays_so(told: Told, now: str) -> None:
    versions = text(OPEN), text(CLOSED), now
    assert SECRET not in repr(told(*versions)).casefold()


def test_fault_in_the_version_that_made_it_internal_hides_nothing_of_that(told: Told) -> None:
    broken = text(CLOSED).replace("stem: toets", "stemm: toets")
    assert SECRET not in repr(told(text(OPEN), broken, text(rests="rapport")))
    slip = text(OPEN).replace("soort: presentatie", "soortt: presentatie")
    assert SECRET not in repr(told(text(OPEN), text(CLOSED), slip, text(rests="rapport")))
    assert told(text(OPEN), "bronnen: [", "x: 1", text(rests="rapport"))[-1].startswith("Bron ‘")


def test_public_source_in_whose_place_comes_an_internal_one_is_not_announced_as_removed(
    told: Told,
) -> None:
    memo = CLOSED.replace("id: voordracht", "id: memo")
    assert told(text(OPEN), text(memo, rests="memo")) == []


def test_what_is_not_committed_yet_counts(told: Told) -> None:
    versions = text(rests="rapport"), text(OPEN, rests="rapport, voordracht")
    assert SECRET in repr(told(*versions))
    assert SECRET not in repr(told(now=text(CLOSED)))


@pytest.mark.parametrize("internal", [False, True])
def test_history_that_is_kept_is_told_anew_once_something_is_kept_back(
    told: Told,
    project: Path,
    internal: bool,  # noqa: FBT001 - a case
) -> None:
    told(text(rests="rapport"), text(OPEN, rests="rapport, voordracht"))
    store = Store(project / "build" / "kept")

    def kept(content: str) -> str:
        (project / "toetsen" / f"{ID}.yaml").write_text(content, encoding="utf-8")
        how = reading(find_project(project), internal=internal, store=store)
        return repr(told_before(how.project, how.stock(), store=store, program=how.program))

    assert SECRET in kept(text(OPEN))
    assert (SECRET in kept(text(CLOSED))) == internal
    assert SECRET in kept(text(OPEN))


def test_value_of_a_source_that_is_made_internal_is_in_no_conflict(told: Told) -> None:
    versions = (
        text(OPEN, more=conflict("10", "20", SECRET)),
        text(OPEN, more=conflict("10", "20", f"{SECRET} 2")),
        text(CLOSED, more=conflict("10", "20", f"{SECRET} 2")),
    )
    assert told(*versions) == []


def test_source_that_is_public_again_is_told_as_far_as_it_was(told: Told) -> None:
    found = told(text(CLOSED), text(OPEN))
    assert f"Bron ‘Voordracht {SECRET}’ toegevoegd" in found


def test_id_that_another_source_has_now_does_not_open_the_first(told: Told) -> None:
    new = "{id: voordracht, soort: rapport, titel: Een heel ander stuk}"
    found = told(text(OPEN), text(CLOSED), text(new))
    assert "Bron ‘Een heel ander stuk’ toegevoegd" in found
    assert SECRET not in repr(found)


def test_removed_source_that_was_never_internal_is_told(told: Told) -> None:
    found = told(text(OPEN, OTHER), text(OTHER, rests="rapport"))
    assert f"Bron ‘Voordracht {SECRET}’ verwijderd" in found


def test_passage_that_is_not_public_is_in_no_earlier_text(told: Told) -> None:
    note = (
        "beslisnota:\n  gevraagd_besluit: Instemmen met vijf\n"
        f"  kernpunten: [De raming is {SECRET} euro]\n  niet_openbaar:\n"
        f"    - {{passage: De raming is {SECRET} euro, grond: Woo artikel 5.1}}\n"
    )
    before = (
        f"samenvatting: |\n  Het werkt goed. De raming is\n  {SECRET} euro. Meer weten we niet.\n"
    )
    after = f"samenvatting: Het werkt goed. Meer weten we niet.\n{note}"
    found = told(text(OPEN, more=before), text(OPEN, more=after))
    assert len(found) == 1
    assert "euro" not in found[0]
    shown = told(text(OPEN, more=f"{before}{note}"))
    assert any(SECRET in line for line in shown)


def test_history_begins_when_a_toets_last_became_public(told: Told) -> None:
    closed = text(OPEN).replace("zichtbaarheid: openbaar", "zichtbaarheid: intern")
    wrong = text(OPEN, more=f"samenvatting: Het {SECRET} is uit.\n")
    assert told(text(OPEN), wrong, closed, text(OPEN)) == []
    assert told(text(OPEN, more="samenvatting: Het werkt.\n")) == [
        "Samenvatting toegevoegd: ‘Het werkt.’"
    ]
