"""The benches: their inputs are what they say, and their tables judge rightly."""

from __future__ import annotations

import json
import pickle
import re
import sys
from pathlib import Path

import pytest

from bench import controle, peers, rapporten, toetsen
from bench.measure import BenchError, Contender, Goal, Match, Taken, play, table
from bench.run import BENCHES
from invoeringstoets.workspace import check, find_project
from surroundings import ROOT

FAST = Taken((0.1, 0.3, 0.2), (0.1, 0.1, 0.1), (20.0, 40.0, 30.0))
SLOW = Taken((4.0, 2.0, 8.0), (2.0, 2.0, 2.0), (100.0, 90.0, 80.0))


def test_the_toetsen_of_a_bench_are_valid_and_of_the_size_that_is_told(tmp_path: Path) -> None:
    paths = toetsen.write(tmp_path / "p", 12)
    assert all(toetsen.SMALLEST <= path.stat().st_size <= toetsen.LARGEST for path in paths)
    checks = check(find_project(tmp_path / "p"))
    assert (checks.files, checks.diagnostics) == (12, ())


def test_a_great_number_keeps_the_size() -> None:
    sizes = [len(toetsen.toets(number).encode()) for number in (0, 5, 999, 9_999)]
    assert all(toetsen.SMALLEST <= size <= toetsen.LARGEST for size in sizes)


@pytest.mark.parametrize(
    ("goal", "verdict"),
    [
        (Goal("", "ours", 0.25), "met: 0.200, at most 0.250"),
        (Goal("", "ours", 0.1), "NOT MET: 0.200, at most 0.100"),
        (Goal("", "ours", 1 / 20, than="peer"), "met: 0.050, at most 0.050"),
        (Goal("", "ours", 1 / 40, than="peer"), "NOT MET: 0.050, at most 0.025"),
        (Goal("", "ours", 50, memory=True), "met: 40.000, at most 50.000"),
        (Goal("", "peer", 2, than="ours", memory=True), "NOT MET: 2.500, at most 2.000"),
        (Goal("", "ours", 1, than="gone"), "UNKNOWN: gone is missing"),
    ],
)
def test_a_goal_is_judged_on_medians(goal: Goal, verdict: str) -> None:
    assert goal.verdict({"ours": FAST, "peer": SLOW}) == verdict


def test_a_missing_peer_is_told_in_the_table_and_leaves_its_goal_open() -> None:
    gone = Contender("gone", absent="there is no npm on this machine")
    match = Match("title", (Contender("ours", ["x"]), gone), (Goal("goal", "ours", 1, "gone"),))
    lines = list(table(match, {"ours": FAST}))
    assert "gone" in lines[3]
    assert "MISSING: there is no npm on this machine" in lines[3]
    assert lines[4] == "  goal: UNKNOWN: gone is missing"


@pytest.mark.skipif(sys.platform == "win32", reason="measures with wait4")
def test_contenders_run_by_turns(tmp_path: Path) -> None:
    log = tmp_path / "log"
    write = f"open({str(log)!r}, 'a').write"
    one, two = (
        Contender(name, [sys.executable, "-c", f"{write}({name!r})"], tmp_path) for name in "ab"
    )
    taken = play(Match("", (one, two), rounds=3))
    assert log.read_text(encoding="utf-8") == "ababab"
    assert len(taken["a"].clock) == 3
    assert taken["a"].peak > 1


@pytest.mark.skipif(sys.platform == "win32", reason="measures with wait4")
def test_a_contender_that_fails_stops_the_bench(tmp_path: Path) -> None:
    bad = Contender("bad", [sys.executable, "-c", "raise SystemExit('nee')"], tmp_path)
    with pytest.raises(BenchError, match="bad ended with 1: nee"):
        play(Match("", (bad,), rounds=1))


def test_the_inputs_that_must_not_hurt_are_refused_at_once(tmp_path: Path) -> None:
    for text, code in ((controle.BOMB, "T021"), (controle.BRACKETS, "T026")):
        path = tmp_path / "toets.yaml"
        path.write_text(text, encoding="utf-8")
        found = {one.code for one in check(find_project(tmp_path), [path]).diagnostics}
        assert code in found, found


def test_the_letters_of_a_bench_are_drawn_by_us_and_their_peers(tmp_path: Path) -> None:
    letters = list(rapporten.documents(toetsen.write(tmp_path / "p", 3)))
    assert len({letter.title for letter in letters}) == 3
    content = tmp_path / "letters.pickle"
    content.write_bytes(pickle.dumps(letters))
    pages = rapporten.written(letters, tmp_path / "html", "html")
    assert all(page.read_bytes().startswith(b"<!DOCTYPE html>") for page in pages)
    (ours, *_), goals = play_side(rapporten._office(content, pages, rounds=1))
    assert play(Match("", (ours,), (), 1))["toets docx"].seconds > 0
    assert [goal.most for goal in goals] == [0.05, 0.05]


def play_side(match: Match) -> tuple[tuple[Contender, ...], tuple[Goal, ...]]:
    return tuple(match.contenders), tuple(match.goals)


def test_a_peer_that_is_not_installed_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(peers, "VENV", tmp_path)
    for missing in (peers.weasyprint([]), peers.pandoc([], "odt")):
        assert not missing.words
        assert "make bench" in missing.absent


def test_peers_are_pinned_without_an_address() -> None:
    pinned = json.loads((ROOT / "tests" / "bench" / "package.json").read_text(encoding="utf-8"))
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", v) for v in pinned["dependencies"].values())
    lock = (ROOT / "requirements-bench.lock").read_text(encoding="utf-8")
    assert "check-jsonschema==" in lock
    assert "://" not in lock
    assert list(BENCHES)[:2] == ["controle", "rapporten"]
