"""Personal data are found, and what only looks like them is left alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import is_dataclass, replace
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invoeringstoets import notation
from invoeringstoets.model import Aanleiding, Bron, Regeling, Signaal, Toets, ValueLists, Waarde
from invoeringstoets.model.brief import Afzender, Brief
from invoeringstoets.route import Route
from invoeringstoets.rules import RULES, Words
from invoeringstoets.rules.personal import IBAN_LENGTHS
from invoeringstoets.rules.places import leaves
from invoeringstoets.rules.privacy import NUMBERS

PRIVACY = [rule for rule in RULES if rule.code.startswith("T72")]
TOETS = Toets("1", "2026-x", "invoeringstoets", "concept", "Titel", Regeling("Wet"))
WORDS = Words(
    ValueLists({"organisaties": {"a": Waarde("a", "A", url="https://www.dienst-a.nl/x")}})
)


def found(toets: Toets) -> list[tuple[str, str]]:
    return [(f.code, str(f.route)) for rule in PRIVACY for f in rule(toets, WORDS)]


def said(text: str) -> list[tuple[str, str]]:
    """The code of each finding in a text, with the part that it points at."""
    toets = replace(TOETS, aanleiding=Aanleiding(tekst=text))
    findings = [finding for rule in PRIVACY for finding in rule(toets, WORDS)]
    return [(f.code, text[slice(*f.within)]) for f in findings if f.within]


def bsn(first: int) -> str | None:
    """The BSN that begins with eight digits, if there is one (the elf-test)."""
    digits = [int(char) for char in f"{first:08}"]
    last = sum(d * w for d, w in zip(digits, range(9, 1, -1), strict=True)) % 11
    return f"{first:08}{last}" if last < 10 else None


BSNS = st.integers(1, 99_999_999).map(bsn).filter(bool)


@given(BSNS, st.sampled_from(["{}", "BSN: {}.", "({})", "x {}, en {}", "“{}”", "zie {} of {}"]))
def test_every_bsn_is_found(number: str, around: str) -> None:
    text = around.replace("{}", number)
    assert said(text) == [("T720", number)] * around.count("{}")


@given(BSNS, st.sampled_from([".", " "]))
def test_a_bsn_in_groups_is_found(number: str, mark: str) -> None:
    for sizes in ((3, 6), (4, 6)):
        written = mark.join((number[: sizes[0]], number[sizes[0] : sizes[1]], number[sizes[1] :]))
        assert said(f"Mijn burgerservicenummer is {written} en niet anders.") == [("T720", written)]
        assert said(f"Aanvrager: {written}.") == [("T720", written)]


@given(st.integers(100_000_000, 999_999_999))
def test_nine_digits_that_fail_the_test_are_nothing(number: int) -> None:
    if bsn(number // 10) != str(number):
        assert said(f"BSN {number}") == []


BSN = "123456782"


@pytest.mark.parametrize(
    "text",
    [
        f"https://voorbeeld.nl/{BSN}",
        f"www.voorbeeld.nl/a?b={BSN}",
        f"[de brief](https://voorbeeld.nl/stuk-{BSN}.html)",
        f"BWBR{BSN}",
        f"blg-{BSN}",
        f"2024-{BSN}",
        f"{BSN}-WJZ",
        f"ECLI:NL:RVS:{BSN}",
        f"kenmerk {BSN}",
        f"zaaknummer: {BSN}",
        f"KvK {BSN}",
        f"€ {BSN}",
        f"EUR {BSN}",
        "€ 123.456.782",
        "€\xa0123.456.782",
        "123.456.782 euro",
        "123.456.782 aanvragen",
        "123 456 782 aanvragen",
        "1 123 456 782",
        "123.456.782.000",
        "123.456.782,50",
        f"{BSN},50",
        "123 456 782 123",
        "000000000",
        "Kamerstukken II 2023/24, 36 410 XV, nr. 12",
        "Kamerstuk 31 322 1234",
        "Stb. 2020, 555 en Stcrt. 2021, 12345",
        "2024D12345",
        "artikel 12.345.6",
        "0800 1234",
        "070 340 79 11",
        "088-1234567",
        "06-12-2024 10:30",
        "06-12-2024 10 30",
        "2024-06-12345678",
        "tussen 06.12 en 06.30 uur",
        "06123456789",
        "info@voorbeeld.nl",
        "woo.verzoeken@minszw.nl",
        "@minszw",
        "a@b",
        "NL91 ABNA 0417 1643 01",
        "XX91 ABNA 0417 1643 00",
        "NL91 ABNA 0417 1643 00X",
        "NL12 WET 2024",
        "AB12CDEFGHIJKLMNOP",
    ],
)
def test_what_is_not_personal_is_left_alone(text: str) -> None:
    assert said(text) == []


@given(st.dates(), st.integers(0, 10**12), st.integers(10_000, 39_999), st.integers(1, 9999))
def test_dates_amounts_and_numbers_of_documents_are_left_alone(
    day: Any, amount: int, dossier: int, number: int
) -> None:
    iso = day.isoformat()
    for text in (
        iso,
        f"{day:%d-%m-%Y} {number}",
        f"{day:%Y%m%d}",
        notation.date(iso),
        f"€ {amount:,}".replace(",", "."),
        f"{amount:,} euro".replace(",", "."),
        f"Kamerstukken II, {dossier // 1000} {dossier % 1000:03}, nr. {number}",
        f"{dossier}-{number}",
        f"https://zoek.example/kst-{dossier}-{amount}.html",
        f"blg-{amount}",
        f"{day:%Y}D{number:05}",
        f"kenmerk {amount}",
        f"2024-{amount:010}",
    ):
        assert said(text) == []


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("rekening NL91ABNA0417164300.", "NL91ABNA0417164300"),
        ("NL91 ABNA 0417 1643 00 VAN MIJ", "NL91 ABNA 0417 1643 00"),
        ("(BE68 5390 0754 7034)", "BE68 5390 0754 7034"),
        ("DE89370400440532013000 en meer", "DE89370400440532013000"),
    ],
)
def test_an_iban_is_found(text: str, part: str) -> None:
    assert said(text) == [("T721", part)]


@given(
    st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", min_size=11, max_size=11), st.integers(2, 98)
)
def test_only_the_right_check_number_makes_an_iban(account: str, check: int) -> None:
    """ISO 13616: 98 minus the remainder of the number with check 00."""
    rest = "".join(str(int(char, 36)) for char in f"{account}XYZNL00")
    right = 98 - int(rest) % 97
    for number in (right, check):
        written = f"NL{number:02}{account}XYZ"
        found = [part for code, part in said(written) if code == "T721"]
        assert found == [written] * (number == right)
    assert IBAN_LENGTHS["NL"] == 18


@pytest.mark.parametrize(
    "address",
    [
        "j.jansen@minszw.nl",
        "jansen@gmail.com",
        "info@gmail.com",
        "Jan.De-Vries+x@post.hotmail.nl",
        "devries@voorbeeld.nl",
    ],
)
def test_an_address_of_a_person_is_found(address: str) -> None:
    assert said(f"Mail naar <{address}>.") == [("T722", address)]


@pytest.mark.parametrize(
    "number",
    [
        "0612345678",
        "06-12345678",
        "06 12345678",
        "06 1234 5678",
        "06-12 34 56 78",
        "06 123 45 678",
        "+31612345678",
        "+31 6 12345678",
        "+31 (0) 6 12345678",
        "+31(0)6-12345678",
        "0031 6 12345678",
    ],
)
def test_a_mobile_number_is_found(number: str) -> None:
    assert said(f"Bel {number}.") == [("T723", number)]


def sender(contact: str) -> list[str]:
    brief = Brief(afzender=Afzender("szw", contact=contact))
    return [code for code, _ in found(replace(TOETS, brief=brief))]


def test_the_sender_has_an_official_address_and_number() -> None:
    assert sender("afdeling.wet@minszw.nl, 06-12345678") == []
    assert sender("wet@loket.dienst-a.nl") == []
    assert sender("wet@ergens-anders.nl") == ["T722"]
    assert sender("directie@gmail.com") == ["T722"]
    assert sender(f"BSN {BSN}, NL91ABNA0417164300") == ["T720", "T721"]


def test_every_text_is_read_but_numbers_of_documents() -> None:
    bron = Bron("b", "kamerstuk", f"Brief {BSN}", url=f"stuk/{BSN}")
    signaal = Signaal("s", "loket", f"Over {BSN}")
    brief = Brief(kenmerk=BSN, uw_kenmerk=BSN)
    toets = replace(TOETS, bronnen=(bron,), signalen=(signaal,), brief=brief)
    assert found(toets) == [("T720", "signalen[0].tekst"), ("T720", "bronnen[0].titel")]
    assert found(replace(toets, bronnen=(), signalen=())) == []


# --- an adversarial table -------------------------------------------------------------------

PERSONAL = {
    "T720": [
        "111222333",
        "BSN 111.22.2333",
        "bsn: 111 222 333",
        "BSN:111222333.",
        "burgerservicenummer (BSN) 111222333",
        "(111222333)",
        "BSN-nummer 111222333",
        "BSN=111222333",
        "sofinummer 123456782",
        "BSN 1112.22.333",
        "BSN 111\xa0222\xa0333",
        "bsn 123456782;",
        "nr 123456782 van mevrouw",
        "BSN: 11122-2333",
    ],
    "T721": [
        "NL91ABNA0417164300",
        "NL91 ABNA 0417 1643 00",
        "nl91abna0417164300",
        "NL91-ABNA-0417-1643-00",
        "NL91.ABNA.0417.1643.00",
        "IBAN: NL91ABNA0417164300,",
        "NL 91 ABNA 0417 1643 00",
        "DE89 3704 0044 0532 0130 00",
        "NL91\xa0ABNA\xa00417\xa01643\xa000",
        "BE68-5390-0754-7034",
    ],
    "T722": [
        "jan@gmail.com",
        "j.jansen@minszw.nl",
        "Jan.Jansen@MINSZW.NL",
        "jan.jansen@ziggo.nl",
        "mailto:jan@gmail.com",
        "<jan@outlook.com>",
        "jan_jansen@hotmail.com",
        "jan@uvt.nl",
    ],
    "T723": [
        "0612345678",
        "06 12 34 56 78",
        "06-12345678",
        "06.12.34.56.78",
        "06-1234-5678",
        "+31 6 12345678",
        "+31 (0)6 12 34 56 78",
        "0031 6 1234 5678",
        "0031-6-12345678",
        "+31-6-12345678",
        "+31(0)612345678",
        "(06) 12345678",
        "06/12345678",
        "06 123 456 78",
        "+31.6.12345678",
        "06-12-34-56-78",
        "0031 (0)6 12345678",
        "06 – 12345678",
        "06\xa012345678",
        "+31 6 12 34 56 78",
        "tel:0612345678",
    ],
}
"""Every way of writing that people use; each must be found, once."""

IMPERSONAL = [
    "Kamerstuk 31 322, nr. 523",
    "Kamerstukken II 2023/24, 36 410 XV, nr. 12",
    "BWBR0035917",
    "blg-1014762",
    "2024D09350",
    "2024Z12345",
    "stb-2025-147",
    "stcrt-2024-5616",
    "ah-tk-20222023-3642",
    "€ 350.000",
    "€ 123.456.782,00",
    "123.456.782 euro",
    "12-03-2024",
    "2024-03-12",
    "070 - 340 79 11",
    "(070) 333 44 44",
    "070-3334444",
    "0800-1351",
    "088 - 123 45 67",
    "+31 70 340 79 11",
    "0900 8844",
    "1400",
    "1 400 000",
    "ECLI:NL:RVS:2025:1234",
    "ISBN 978-90-123-4567-2",
    "KvK 12345678",
    "RSIN 123456782",
    "artikel 5.1, tweede lid",
    "06.30 uur",
    "van 06 tot 12",
    "06-2024",
    "2006-12-34567",
    "600.612.345.678",
    "nummer 0612",
    "info@minszw.nl",
    "woo@minfin.nl",
    "NL12 is een weg",
    "NLNET2024 ABCD",
    "TZ202410-123",
    "2024-0000123456",
    "DGRR/1234567",
    "kenmerk 2024-0000612345",
    "doi:10.1000/123456782",
    "zaaknummer 123456782",
    "https://zoek.officielebekendmakingen.nl/kst-31322-523.html",
    "170 ouders en 4.000 gezinnen",
    "2022/23, nr. 3642",
    "de jaren 2021 2022 2023",
    "https://www.belastingdienst.nl/06-12345678",
    "fiscaal nummer 8-1234-5678",
    "postbus 90801, 2509 LV",
    "0000 AA Den Haag",
    "06:12:34",
    "nr. 06 123456",
    "36 410 612 345 678",
    "123456789",
    "100.000.000 euro",
    "111 222 333 euro",
    "111.222.333 ouders",
    "06 november 2025",
    "36410-06-12345678",
]
"""Numbers and addresses of documents, amounts, dates and switchboards: none may be found."""


@pytest.mark.parametrize(
    ("code", "written"), [(code, text) for code, texts in PERSONAL.items() for text in texts]
)
@pytest.mark.parametrize("around", ["Bel of schrijf {} vandaag", "{}", "Zie\n{}\nhierna.", "({})."])
def test_personal_data_are_found_however_they_are_written(
    code: str, written: str, around: str
) -> None:
    assert [found for found, _ in said(around.replace("{}", written))] == [code]


@pytest.mark.parametrize("written", IMPERSONAL)
@pytest.mark.parametrize("around", ["Zie {} hierna", "{}", "({}).", "{}, {} en {}"])
def test_what_is_not_personal_is_left_alone_wherever_it_stands(written: str, around: str) -> None:
    assert said(around.replace("{}", written)) == []


def filled(kind: Any, text: str) -> Any:
    """An instance of a class of the model with this text in every field that can hold a text."""
    if get_origin(kind) is UnionType:
        kinds = [k for k in get_args(kind) if k is not type(None)]
        kind = str if str in kinds else kinds[0]
    if get_origin(kind) is tuple:
        return (filled(get_args(kind)[0], text),)
    if get_origin(kind) is Mapping:
        return {"1A": filled(get_args(kind)[1], text)}
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return kind(**{name: filled(hint, text) for name, hint in hints.items()})
    return text if kind is str else kind()


@pytest.mark.parametrize(
    ("code", "written"),
    [
        ("T720", "BSN 111222333"),
        ("T721", "NL91ABNA0417164300"),
        ("T722", "jan@gmail.com"),
        ("T723", "06-12345678"),
    ],
)
def test_every_field_is_read_however_deep_except_those_that_are_exempt(
    code: str, written: str
) -> None:
    toets = filled(Toets, written)
    routes = {str(route) for found_code, route in found(toets) if found_code == code}
    every = {str(Route(steps)) for steps, _ in leaves(toets)}
    exempt = {route for route in every if route.rpartition(".")[2].split("[")[0] in NUMBERS}
    if code == "T723":
        exempt |= {route for route in every if route.startswith("brief.afzender.")}
    assert len(every) > 150
    assert routes == every - exempt
