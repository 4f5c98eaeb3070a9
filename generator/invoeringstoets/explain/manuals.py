"""The pages of the codes T101 to T120."""

from __future__ import annotations

from invoeringstoets.diagnostic import Manual, Severity

MANUALS = (
    Manual(
        "T101",
        "onbekende_schemaversie",
        "onbekende schemaversie",
        Severity.FOUT,
        "`schemaversie` noemt een versie die dit programma niet kent.",
        (
            "De schemaversie bepaalt welke sleutels er zijn; zonder kan er niets worden "
            "gecontroleerd."
        ),
        "schemaversie: '7'\n",
        "schemaversie: '1'\n",
    ),
    Manual(
        "T102",
        "onbekende_sleutel",
        "onbekende sleutel",
        Severity.FOUT,
        (
            "Een sleutel staat niet in het schema, of staat op de verkeerde plaats. Vaak is"
            " het een tikfout."
        ),
        ("Wat onder een onbekende sleutel staat, zou stil uit brief, rapport en site wegblijven."),
        "regeling:\n  citertitel: Wet langdurige zorg\n",
        "regeling:\n  citeertitel: Wet langdurige zorg\n",
    ),
    Manual(
        "T103",
        "ontbrekende_sleutel",
        "verplichte sleutel ontbreekt",
        Severity.FOUT,
        "Een sleutel die altijd nodig is, ontbreekt.",
        "Zonder deze sleutel is niet te zeggen waar het stuk over gaat.",
        "regeling:\n  soort: wet\n",
        "regeling:\n  citeertitel: Wet langdurige zorg\n  soort: wet\n",
    ),
    Manual(
        "T104",
        "verplicht_bij_status",
        "verplicht bij deze status",
        Severity.FOUT,
        ("Bij deze status, soort en volledigheid hoort een veld dat er nog niet is."),
        (
            "Wat verplicht is, groeit met de status: een concept mag leeg zijn, wat naar de"
            " Kamer gaat niet."
        ),
        "status: concept\n",
        "status: concept\norganisaties:\n  - id: szw\n    rol: [opdrachtgever]\n",
    ),
    Manual(
        "T105",
        "verkeerd_soort_waarde",
        "verkeerd soort waarde",
        Severity.FOUT,
        (
            "Er staat bijvoorbeeld een tekst waar een lijst hoort, of een getal waar een "
            "tekst hoort."
        ),
        ("Een lijst wordt als lijst getoond en een tekst als tekst; het programma raadt niet."),
        "regeling:\n  citeertitel: Wet langdurige zorg\n  artikelen: artikel 3\n",
        ("regeling:\n  citeertitel: Wet langdurige zorg\n  artikelen:\n    - artikel 3\n"),
    ),
    Manual(
        "T106",
        "geen_geldige_keuze",
        "geen geldige keuze",
        Severity.FOUT,
        ("De waarde is niet een van de keuzes die het schema of de waardelijst geeft."),
        ("Alleen met vaste woorden zijn toetsen met elkaar te vergelijken en te vinden."),
        "soort: snelle scan\n",
        "soort: quickscan\n",
    ),
    Manual(
        "T107",
        "verkeerde_vorm",
        "verkeerde vorm",
        Severity.FOUT,
        ("De waarde heeft niet de vorm die dit veld vraagt, zoals een datum of een kenmerk."),
        "Datums, kenmerken en nummers worden gesorteerd en in adressen gebruikt.",
        "peildatum: 12 maart 2024\n",
        "peildatum: 2024-03-12\n",
    ),
    Manual(
        "T108",
        "sleutels_samen",
        "sleutels die niet samengaan, of samen ontbreken",
        Severity.FOUT,
        (
            "Twee sleutels sluiten elkaar uit, er is er één van een paar nodig, of een "
            "sleutel hoort alleen bij een andere keuze."
        ),
        (
            "Een vraag heeft een antwoord of een reden waarom dat er niet is, niet allebei "
            "en niet geen van beide."
        ),
        "centrale_vragen:\n  1A:\n    bevindingen: []\n",
        ("centrale_vragen:\n  1A:\n    niet_beantwoord: De doelgroep is niet gesproken.\n"),
    ),
    Manual(
        "T109",
        "lege_waarde",
        "lege waarde",
        Severity.FOUT,
        "Een sleutel staat er zonder waarde, of met een lege tekst of lijst.",
        (
            "Niet ingevuld is: de sleutel weglaten. Gezocht en niet gevonden is, waar dat "
            "kan: ‘onbekend’."
        ),
        "samenvatting:\n",
        "peildatum: onbekend\n",
    ),
    Manual(
        "T110",
        "buiten_bereik",
        "getal te klein of te groot",
        Severity.FOUT,
        "Een getal ligt buiten wat dit veld toelaat.",
        "Meestal is het een tikfout, of een datum zonder streepjes.",
        "peildatum: 20240312\n",
        "peildatum: 2024-03-12\n",
    ),
    Manual(
        "T111",
        "lengte",
        "te kort, te lang, te weinig of te veel",
        Severity.FOUT,
        (
            "Een tekst heeft te veel of te weinig tekens, of een lijst te veel of te weinig"
            " onderdelen."
        ),
        ("Een korte titel moet in een kop passen; een conflict heeft minstens twee waarden."),
        (
            "korte_titel: Een korte titel die bij nader inzien toch veel langer is dan in "
            "een kop past "
        ),
        "korte_titel: Een korte titel\n",
    ),
    Manual(
        "T112",
        "dubbel_in_lijst",
        "staat twee keer in een lijst",
        Severity.FOUT,
        "Hetzelfde staat twee keer in een lijst waarin dat niets betekent.",
        "Het zou twee keer worden geteld of geprint.",
        "vorige_ids: [2023-proef, 2023-proef]\n",
        "vorige_ids: [2023-proef]\n",
    ),
    Manual(
        "T119",
        "voldoet_niet",
        "voldoet niet aan het schema",
        Severity.FOUT,
        ("Het schema keurt deze waarde af om een reden waarvoor nog geen eigen uitleg is."),
        (
            "Alles wat het schema vraagt, wordt gecontroleerd. Mist u uitleg, meld het dan "
            "bij de beheerders."
        ),
        "# een waarde die het schema afkeurt\n",
        "# een waarde zoals ‘toets schema’ haar beschrijft\n",
    ),
    Manual(
        "T120",
        "nog_nodig",
        "nog nodig voor de volgende status",
        Severity.HINT,
        (
            "Deze velden zijn verplicht zodra de toets is vastgesteld; in een concept mogen"
            " ze ontbreken."
        ),
        (
            "Zo ziet u tijdig wat er nog moet gebeuren. De controle slaagt; rapporten tonen"
            " ‘nog niet ingevuld’."
        ),
        "status: concept\norganisaties:\n  - id: szw\n    rol: [opdrachtgever]\n",
        "# alle genoemde velden ingevuld, of een reden waarom niet\n",
    ),
)
"""One per code; ``wrong`` and ``right`` are pieces of a toets, to be put into a complete one."""
