"""The source inside a PDF: what goes in, that nothing leaks, and how it comes back."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import specimens
import verapdf
from invoeringstoets import library as library_of
from invoeringstoets import pipeline, syntax
from invoeringstoets.diagnostic import Severity
from invoeringstoets.formats.pdf import Attachment, render, render_with_source
from invoeringstoets.formats.pdf import attached as reading
from invoeringstoets.formats.pdf.attached import NoSourceError, attached
from invoeringstoets.model import Beslisnota, Bron, Toets
from invoeringstoets.source import Source
from report_cases import SCHEMAS, built, minimal, shipped
from surroundings import ROOT, Run, examples

TEXT = "# é\na: “b”\n"
KOT = ROOT / "toetsen" / "2024-kot-wlz.yaml"


@cache
def sample() -> bytes:
    return render_with_source(specimens.letter(), Attachment("2024-proef.yaml", TEXT))


def changed(change: Callable[[pikepdf.Pdf], object], **options: Any) -> bytes:
    with pikepdf.open(io.BytesIO(sample())) as opened:
        change(opened)
        out = io.BytesIO()
        opened.save(out, **options)
    return out.getvalue()


# --- in and out -------------------------------------------------------------------------------


def test_what_goes_in_comes_out() -> None:
    assert attached(sample()) == Attachment("2024-proef.yaml", TEXT)


def test_the_same_bytes_every_time() -> None:
    assert sample() == render_with_source(specimens.letter(), Attachment("2024-proef.yaml", TEXT))


@pytest.mark.slow
@pytest.mark.parametrize("profile", verapdf.WITH_SOURCE)
def test_verapdf_finds_nothing(profile: str) -> None:
    verapdf.require()
    assert verapdf.failures(sample(), profile) == set()


@pytest.mark.slow
def test_without_source_the_file_is_no_a3() -> None:
    verapdf.require()
    assert verapdf.failures(sample(), "PDFA-2A") != set()


@settings(max_examples=examples(25))
@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc",)), max_size=200))
def test_any_text_comes_back(text: str) -> None:
    file = changed(lambda pdf: specification(pdf).EF.F.write(text.encode()))
    assert attached(file).text == text


def specification(pdf: pikepdf.Pdf) -> Any:
    return pdf.Root.AF[0]


def test_a_file_saved_again_by_another_program_still_has_its_source() -> None:
    out = io.BytesIO()
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(sample()))
    writer.write(out)
    assert attached(out.getvalue()).text == TEXT


def test_what_says_it_is_the_source_comes_first() -> None:
    def add(pdf: pikepdf.Pdf) -> None:
        other = pikepdf.AttachedFileSpec(pdf, b"niet dit", filename="aaa.yaml")
        pdf.Root.AF.insert(0, other.obj)

    assert attached(changed(add)).text == TEXT


def test_only_the_tree_of_names_is_enough_and_folders_are_cut_off() -> None:
    def strip(pdf: pikepdf.Pdf) -> None:
        one = specification(pdf)
        one.UF = pikepdf.String("../../etc/x.yaml")
        del pdf.Root.AF

    assert attached(changed(strip)).name == "x.yaml"


# --- what cannot be read ----------------------------------------------------------------------


def unnamed(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.AF
    del pdf.Root.Names


def other_kind(pdf: pikepdf.Pdf) -> None:
    specification(pdf).UF = pikepdf.String("a.exe")
    specification(pdf).F = pikepdf.String("a.exe")


def no_stream(pdf: pikepdf.Pdf) -> None:
    specification(pdf).EF = pikepdf.Dictionary()


def huge(pdf: pikepdf.Pdf) -> None:
    specification(pdf).EF.F.write(b"a" * (syntax.MAX_SIZE + 1))


def bomb(pdf: pikepdf.Pdf) -> None:
    packed = zlib.compress(zlib.compress(b"\0" * 150_000_000, 1), 9)
    two = pikepdf.Array([pikepdf.Name.FlateDecode, pikepdf.Name.FlateDecode])
    specification(pdf).EF.F.write(packed, filter=two)


def no_text(pdf: pikepdf.Pdf) -> None:
    specification(pdf).EF.F.write(b"\xff\xfe\x00")


def round_names(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.AF
    tree = pdf.make_indirect(pikepdf.Dictionary())
    tree.Kids = pikepdf.Array([tree, tree])
    pdf.Root.Names.EmbeddedFiles = tree


@pytest.mark.parametrize(
    ("file", "message"),
    [
        (lambda: b"", "dit is geen PDF"),
        (lambda: b"%PDF-1.7\n" + b"x" * 100, "beschadigd of niet volledig"),
        (lambda: sample()[: len(sample()) // 2], "beschadigd of niet volledig"),
        (lambda: render(specimens.letter()), "in deze PDF zitten geen gegevens"),
        (lambda: changed(unnamed), "in deze PDF zitten geen gegevens"),
        (lambda: changed(other_kind), "in deze PDF zitten geen gegevens"),
        (lambda: changed(round_names), "in deze PDF zitten geen gegevens"),
        (lambda: changed(no_stream), "beschadigd"),
        (lambda: changed(huge), "groter dan"),
        (lambda: changed(no_text), "geen tekst"),
        (
            lambda: changed(lambda _: None, encryption=pikepdf.Encryption(owner="a", user="b")),
            "beveiligd met een wachtwoord",
        ),
    ],
)
def test_no_source_has_a_reason_in_dutch(file: Callable[[], bytes], message: str) -> None:
    with pytest.raises(NoSourceError, match=message):
        attached(file())


@pytest.mark.slow
def test_a_bomb_is_refused_before_it_fills_the_memory() -> None:
    with pytest.raises(NoSourceError):
        attached(changed(bomb))


def test_a_huge_file_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LARGEST", 100)
    with pytest.raises(NoSourceError, match="groter dan"):
        attached(sample())


@given(st.lists(st.tuples(st.integers(0), st.integers(0, 255)), min_size=1, max_size=40))
def test_a_spoilt_file_gives_a_source_or_a_reason(spots: list[tuple[int, int]]) -> None:
    data = bytearray(sample())
    for place, value in spots:
        data[place % len(data)] = value
    try:
        found = attached(bytes(data))
    except NoSourceError:
        return
    assert isinstance(found.text, str)


# --- the extract ------------------------------------------------------------------------------


@pytest.mark.parametrize("internal", [True, False], ids=["internal", "public"])
@pytest.mark.parametrize("name", sorted(shipped()))
def test_the_extract_of_every_toets_is_in_order(name: str, internal: bool) -> None:  # noqa: FBT001
    toets = shipped()[name]
    shown = toets if internal else library_of.redact(toets)
    text = library_of.extract(shown, internal=internal)
    checked = pipeline.check(Source(f"{name}.yaml", text), SCHEMAS)
    assert [d.message for d in checked.diagnostics if d.severity is Severity.FOUT] == []
    assert checked.value
    if not internal and toets.status == "aangeboden":
        assert checked.value.beslisnota == Beslisnota(geen=library_of.NO_NOTE)
        checked_value = replace(checked.value, beslisnota=None)
    else:
        checked_value = checked.value
    assert checked_value == shown


def test_nothing_that_is_not_public_goes_along() -> None:
    secret = minimal(
        status="aangeboden",
        beslisnota=Beslisnota(gevraagd_besluit="GEHEIM besluit", toelichting="GEHEIM"),
        bronnen=(Bron("geheim", "intern", "GEHEIM stuk"), Bron("open", "rapport", "Open stuk")),
    )
    public = library_of.extract(library_of.redact(secret), internal=False)
    assert "geheim" not in public.lower()
    assert "Open stuk" in public
    assert library_of.extract(secret, internal=True).count("GEHEIM") == 3


@settings(max_examples=examples(40))
@given(built(Toets))
def test_any_toets_is_written_and_read_as_itself(toets: Any) -> None:
    text = library_of.extract(toets, internal=True)
    tree = syntax.parse(Source("x.yaml", text))
    assert tree.value is not None, tree.diagnostics
    assert tree.value.data["id"] == toets.id


words = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")) | st.just("\n"), max_size=40
)
scalars = words | st.booleans() | st.integers(-(10**17), 10**17) | st.sampled_from(
    [4.25, 4.123, -1.5, 0.001, "4.000", "0123", "1_000", "nee", "no", "~", "null", "2024-01-01",
     "- a", "a: b", "#x", "&a", "*a", "!a", "|", ">", "12:30", "{}", "[]", "?", "'", '"', "%", "@"]
)  # fmt: skip
data = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.from_regex("[a-z]{1,5}", fullmatch=True), inner, max_size=4)
    ),
    max_leaves=15,
)


@given(data)
def test_what_is_written_is_read_back(value: Any) -> None:
    given_data = {"sleutel": value}
    text = syntax.write(given_data)
    tree = syntax.parse(Source("x.yaml", text))
    assert tree.value is not None, (text, tree.diagnostics)
    assert tree.value.data == given_data


# --- the command ------------------------------------------------------------------------------


@pytest.fixture
def brief(project: Path, toets: Callable[..., Run]) -> Path:
    (project / "toetsen" / KOT.name).write_bytes(KOT.read_bytes())
    run = toets("rapport", KOT.stem, "--soort", "kamerbrief", "--naar", "pdf", "--bron")
    assert run.code == 0, run.err
    return project / "build/rapporten" / KOT.stem / f"{KOT.stem}-kamerbrief.pdf"


def test_the_yaml_of_a_report_is_shown_and_checks_clean(
    brief: Path, toets: Callable[..., Run], project: Path
) -> None:
    run = toets("lees", str(brief))
    assert run.code == 0
    assert "id: 2024-kot-wlz" in run.out
    assert "# Het rapport van Dienst Toeslagen" not in run.out
    (project / "terug").mkdir()
    back = project / "terug" / KOT.name
    assert toets("lees", str(brief), "--naar", str(back)).code == 0
    assert toets("controleer", str(back)).code == 0


def test_the_cache_keeps_with_and_without_source_apart(
    brief: Path, toets: Callable[..., Run]
) -> None:
    with_source = brief.read_bytes()
    order = ("rapport", KOT.stem, "--soort", "kamerbrief", "--naar", "pdf")
    assert toets(*order).code == 0
    assert brief.read_bytes() != with_source
    assert toets("lees", str(brief)).code == 1
    assert toets(*order, "--bron").code == 0
    assert brief.read_bytes() == with_source


def test_a_file_that_is_there_stays_unless_told_otherwise(
    brief: Path, toets: Callable[..., Run], project: Path
) -> None:
    there = project / "mijn.yaml"
    there.write_text("van mij")
    run = toets("lees", str(brief), "--naar", "mijn.yaml")
    assert (run.code, there.read_text()) == (2, "van mij")
    assert "‘mijn.yaml’ bestaat al" in run.err
    assert "--overschrijf" in run.err
    run = toets("lees", str(brief), "--naar", "mijn.yaml", "--overschrijf")
    assert run.code == 0
    assert "geschreven: mijn.yaml" in run.err
    assert "id: 2024-kot-wlz" in there.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("weg.pdf",), 1, "‘weg.pdf’ bestaat niet"),
        (("toetsen",), 1, "‘toetsen’ is geen gewoon bestand"),
        (("tekst.pdf",), 1, "dit is geen PDF"),
        (("tekst.pdf", "--overschrijf"), 2, "‘--overschrijf’ hoort bij ‘--naar’"),
    ],
)
def test_what_cannot_be_read_is_said_in_dutch(
    project: Path, toets: Callable[..., Run], *, words: tuple[str, ...], code: int, said: str
) -> None:
    (project / "tekst.pdf").write_text("geen pdf")
    run = toets("lees", *words)
    assert run.code == code
    assert said in run.err
    assert run.out == ""


def test_a_file_without_rights_is_said_in_dutch(
    project: Path, toets: Callable[..., Run], monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "dicht.pdf").write_bytes(b"%PDF-")

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert "‘dicht.pdf’ is niet te lezen: geen rechten" in toets("lees", "dicht.pdf").err


def test_the_source_goes_only_into_a_pdf(
    project: Path, toets: Callable[..., Run], add_toets: Callable[..., Path]
) -> None:
    add_toets()
    run = toets("rapport", "2025-proef", "--naar", "html", "--bron")
    assert run.code == 2
    assert "zet pdf bij --naar" in run.err
