"""Two documents that use every block and inline there is, and strings that try to break out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, cast

from invoeringstoets.document import (
    Action,
    Align,
    Block,
    Blocks,
    Callout,
    Cell,
    Column,
    Conclusion,
    Cover,
    Definition,
    DefinitionList,
    Document,
    Emphasis,
    Footnote,
    Heading,
    Inlines,
    Letterhead,
    LineBreak,
    Link,
    ListBlock,
    Notice,
    PageBreak,
    Paragraph,
    Quote,
    Reference,
    Role,
    Signatory,
    Signatures,
    Strong,
    Table,
    Text,
    Tone,
)
from invoeringstoets.formats import normal

HOSTILE = (
    '#panic("typst")',
    "$ x^2 $ en \\alpha",
    "<script>alert('html')</script>",
    "[tekst](javascript:alert(1))",
    "a | b || c \\| d \\",
    "*ster* _streep_ `code` ~~weg~~ **vet**",
    "1. geen lijst",
    "- geen lijst",
    "# geen kop",
    "> geen citaat",
    "&amp; &lt;b&gt; &#35;",
    "{{ 7 * 7 }} {% raw %}",
    "[^1]: geen noot",
    "![beeld](http://example.org/x.png)",
    "<http://example.org>",
    "@label #[inhoud] #link(1)",
    "= geen kop",
    "---",
    "```",
    "regel een\nregel twee\r\n\tregel drie",
    ": begin",
    "nul\x00teken \x1b[31m en \ud800 half",
    "emoji \U0001f600 en \u4e2d\u6587 en \ue000",
    "javascript:alert(1)",
)


def words(text: str) -> Inlines:
    return (Text(text),)


def paragraph(text: str, role: Role = Role.BODY) -> Paragraph:
    return Paragraph(words(text), role)


LONG = (
    "De uitvoeringsorganisatie ontving in het eerste jaar minder aanvragen dan waarmee in de "
    "voorbereiding rekening was gehouden. Uit gesprekken met ouders en met beroepskrachten in de "
    "kinderopvangtoeslagketen komt naar voren dat de regeling onvoldoende bekend is en dat het "
    "bewijsstuk niet altijd aansluit bij wat mensen al in huis hebben. "
)


def table(rows: int = 3) -> Table:
    return Table(
        caption=words("Verwacht gebruik tegenover gebruik in de praktijk"),
        columns=(
            Column(words("Grootheid"), width=3),
            Column(words("Verwacht"), Align.RIGHT),
            Column(words("Praktijk"), Align.RIGHT),
            Column(
                (Text("Oordeel"), Footnote(words("Naar het oordeel in de toets."))), Align.CENTER
            ),
        ),
        rows=tuple(
            (
                Cell(words(f"Aanvragen in jaar {number}"), header=True),
                Cell(words(f"{number}.000")),
                Cell((Strong(words(f"{number}70")), LineBreak(), Text("gezinnen"))),
                Cell((Link("https://example.org/bron", words("wijkt af")),)),
            )
            for number in range(1, rows + 1)
        ),
        id="tabel-gebruik",
    )


def conclusion(number: int, *, actions: int = 1) -> Conclusion:
    return Conclusion(
        label=f"Conclusie {number}",
        title=words("De omvang van de doelgroep was vooraf onzeker"),
        blocks=(paragraph(LONG),) if actions else (paragraph("Er is geen actie nodig."),),
        actions=tuple(
            Action(
                (paragraph(f"{LONG} Actie {number}.{each}."),),
                id=f"actie-{number}-{each}",
                facts=words(
                    "Eigenaar: de Minister van Voorbeeldzaken · Termijn: eerste kwartaal 2026"
                ),
            )
            for each in range(1, actions + 1)
        ),
        id=f"conclusie-{number}",
        actions_label="Acties" if actions > 1 else "Actie",
    )


def blocks() -> Blocks:
    """Every block and inline, in an order a report could have."""
    items: tuple[tuple[Block, ...], ...] = (
        (paragraph("Een eerste punt met een wat langere toelichting, die over de regel loopt."),),
        (
            paragraph("Een tweede punt, met een lijst erin:"),
            ListBlock(((paragraph("eerst dit;"),), (paragraph("dan dat."),)), ordered=True),
        ),
        (paragraph("Een derde punt."),),
    )
    return (
        Heading(1, words("Samenvatting van de uitkomsten"), id="samenvatting", number="1."),
        paragraph(LONG, Role.LEAD),
        Paragraph(
            (
                Text("Een alinea met "),
                Strong(words("nadruk")),
                Text(", "),
                Emphasis((Text("lichte nadruk en "), Strong(words("beide")))),
                Text(", een "),
                Link("https://example.org/a?b=c&d=(e)", words("verwijzing naar buiten")),
                Text(", een "),
                Link("#conclusie-1", words("verwijzing naar conclusie 1")),
                Text(" en een noot."),
                Footnote(
                    (
                        Text("Kamerstukken II 2023/24, 31 322, nr. 523, "),
                        Link("https://example.org/k", words("online")),
                        Text("."),
                    )
                ),
                Text(" Daarna nog een zin."),
                LineBreak(),
                Text("En een nieuwe regel."),
            )
        ),
        paragraph(LONG),
        ListBlock(items),
        Heading(2, words("Conclusies en acties"), number="1.1", id="conclusies"),
        conclusion(1),
        conclusion(2, actions=2),
        conclusion(3, actions=0),
        Heading(1, words("Verwachting en praktijk"), number="2.", id="praktijk"),
        table(),
        paragraph("nog niet ingevuld", Role.MISSING),
        paragraph("Peildatum: 1 oktober 2024", Role.META),
        DefinitionList(
            (
                Definition(
                    words("Citeertitel"), (paragraph("Wet voorbeeldregeling kinderopvang"),)
                ),
                Definition(
                    words("Uitvoeringsorganisatie"),
                    (paragraph("Dienst Voorbeeld"), paragraph("samen met de gemeenten")),
                ),
            )
        ),
        Callout(words("Let op"), (paragraph("De bronnen spreken elkaar tegen."),), Tone.CAUTION),
        Callout(words("Toelichting"), (paragraph(LONG),)),
        Heading(3, words("Een kop die een niveau overslaat")),
        paragraph(LONG + LONG),
        PageBreak(),
        Heading(1, words("Bijlage 1: over het instrument"), id="bijlage"),
        table(40),
    )


NOTICES = (
    Notice("Fictief", "Deze invoeringstoets is verzonnen; er zijn geen rechten aan te ontlenen."),
    Notice("Concept", "Dit is geen officieel document.", Tone.INFO),
)

LETTERHEAD = Letterhead(
    sender="Ministerie van Voorbeeldzaken en Werkgelegenheid",
    return_address="> Retouradres Postbus 1 2500 AA Den Haag",
    addressee=(
        "De voorzitter van de Tweede Kamer der Staten-Generaal",
        "Postbus 20018",
        "2500 EA Den Haag",
    ),
    facts=(
        ("Datum", "12 september 2024"),
        ("Betreft", "Invoeringstoets kinderopvangtoeslag voor huishoudens met een indicatie"),
    ),
    references=(
        Reference("Directie Voorbeelden", ("Kinderopvang", "Voorbeeldplein 5", "2511 AA Den Haag")),
        Reference("Ons kenmerk", ("2024-0000123456",)),
        Reference("Uw kenmerk", ("2024Z04567",)),
        Reference("Bijlagen", ("2",)),
    ),
    running=(
        Reference("Directie Voorbeelden", ()),
        Reference("Datum", ("12 september 2024",)),
        Reference("Ons kenmerk", ("2024-0000123456",)),
    ),
)

COVER = Cover(
    title="Invoeringstoets kinderopvangtoeslag voor huishoudens met een indicatie",
    subtitle="Rapport bij de regeling van 1 januari 2022",
    facts=(
        Definition(words("Ministerie"), (paragraph("Voorbeeldzaken en Werkgelegenheid"),)),
        Definition(words("Status"), (paragraph("vastgesteld"),)),
    ),
)


def letter() -> Document:
    return Document(
        title="Invoeringstoets kinderopvangtoeslag",
        front=LETTERHEAD,
        blocks=(
            paragraph("Geachte voorzitter,", Role.SALUTATION),
            paragraph(LONG),
            *blocks()[:10],
            Signatures(
                (
                    Signatory("De Minister van Voorbeeldzaken en Werkgelegenheid,", "A. Voorbeeld"),
                    Signatory("De Staatssecretaris van Toeslagen,", "B. Proef"),
                )
            ),
            *blocks()[10:],
        ),
        notices=NOTICES,
        author="Ministerie van Voorbeeldzaken en Werkgelegenheid",
        subject="Aanbieding van de invoeringstoets",
        date="2024-09-12",
        footer="Gemaakt uit 2024-voorbeeld.yaml",
    )


def report() -> Document:
    return Document(
        title=COVER.title,
        front=COVER,
        blocks=blocks(),
        notices=NOTICES,
        author="Ministerie van Voorbeeldzaken en Werkgelegenheid",
        date="2024-09",
        footer="Gemaakt uit 2024-voorbeeld.yaml",
    )


def hostile(text: str) -> Document:
    """A document with one string in every place that holds text."""
    node = words(text)
    inline = (
        *node,
        Strong(node),
        Emphasis(node),
        Link("https://example.org", node),
        Link(text, node),
        Link("# " + text, node),
        Footnote(node),
        LineBreak(),
        *node,
    )
    body = (Paragraph(inline, id=text),)
    return Document(
        title=text,
        front=Letterhead(
            text,
            text,
            (text,),
            ((text, text),),
            (Reference(text, (text,)),),
            (Reference(text, ()),),
        ),
        blocks=(
            Heading(1, node, id=text, number=text),
            *body,
            ListBlock((body,)),
            DefinitionList((Definition(inline, body),)),
            Table(node, (Column(inline), Column(node)), ((Cell(inline), Cell(node)),), id=text),
            Callout(inline, body),
            Quote(body),
            Conclusion(text, node, body, (Action(body, text, inline),), text, text),
            Signatures((Signatory(text, text),)),
        ),
        notices=(Notice(text, text),),
        author=text,
        subject=text,
        footer=text,
    )


def squeezed(text: str) -> str:
    """Text without white space and invisible characters, to compare what different files say."""
    return "".join(char for char in text if not char.isspace() and char not in "\u00ad\u200b")


def told(nodes: Blocks, *, after_term: str = "") -> Iterator[str]:
    """Every piece of text of blocks in reading order, without footnotes.

    ``after_term`` is what a format prints after a term.
    """
    for node in nodes:
        match node:
            case Heading():
                yield from (node.number, normal.plain(node.content))
            case Paragraph(content):
                yield normal.plain(content)
            case Signatures(signatories):
                yield from (text for one in signatories for text in (one.office, one.name))
            case PageBreak():
                pass
            case Table():
                yield from _told_table(node)
            case _:
                yield from _told_inside(node, after_term)


def _told_table(node: Table) -> Iterator[str]:
    yield normal.plain(node.caption)
    yield from (normal.plain(column.header) for column in node.columns)
    yield from (normal.plain(cell.content) for row in node.rows for cell in row)


def _told_inside(
    node: ListBlock | DefinitionList | Callout | Conclusion | Quote, after_term: str
) -> Iterator[str]:
    match node:
        case ListBlock(items):
            for item in items:
                yield from told(item, after_term=after_term)
        case DefinitionList(definitions):
            for each in definitions:
                yield normal.plain(each.term) + after_term
                yield from told(each.description, after_term=after_term)
        case Callout() | Quote():
            yield normal.plain(node.title if isinstance(node, Callout) else ())
            yield from told(node.blocks, after_term=after_term)
        case Conclusion():
            yield node.label + (": " if node.label and node.title else "")
            yield normal.plain(node.title)
            yield from told(node.blocks, after_term=after_term)
            yield node.actions_label if node.actions else ""
            for action in node.actions:
                yield from told(action.blocks, after_term=after_term)
                yield normal.plain(action.facts)


def filled(content: Inlines) -> Blocks:
    """Blocks with the same inlines in every place that holds them."""
    body = (Paragraph(content),)
    return (
        Heading(1, content),
        DefinitionList((Definition(content, body), Definition(content, (*body, *body)))),
        Table(content, (Column(content), Column(content)), ((Cell(content, header=True),),)),
        Callout(content, body),
        Quote(body),
        Conclusion("Conclusie 1", content, body, (Action(body, facts=content), Action(body))),
        Paragraph(content, Role.MISSING),
    )


def link(target: str) -> Inlines:
    return (Link(target, words("gewone tekst")),)


T = TypeVar("T")


def unnoted(value: T) -> T:
    """A part of a document without its footnotes."""
    if isinstance(value, tuple):
        kept = (unnoted(item) for item in value if not isinstance(item, Footnote))
        return cast("T", tuple(kept))
    if is_dataclass(value) and not isinstance(value, type):
        old = {each.name: getattr(value, each.name) for each in fields(value)}
        return replace(value, **{name: unnoted(item) for name, item in old.items()})
    return value
