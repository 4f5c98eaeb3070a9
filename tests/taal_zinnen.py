"""Invented Dutch sentences with what the language hints must say of them, and must not.

``ACTIVE`` looks passive or holds a form of ‘worden’, but is not; ``PASSIVE`` is. ``SPLIT`` shows
with ``|`` where a sentence ends. ``SHORT`` holds in brackets what is an abbreviation to explain.
"""

from __future__ import annotations

PASSIVE = """
Er wordt gekeken naar de regeling.
De aanvraag wordt door Dienst Toeslagen beoordeeld.
De gegevens werden door DUO gecontroleerd.
Het bedrag wordt maandelijks uitbetaald.
De regeling werd op 1 januari ingevoerd.
Ouders worden per brief geïnformeerd.
De toets is gedaan en de uitkomsten worden nu gedeeld met de Kamer.
Wanneer de aanvraag wordt afgewezen, volgt een brief.
Deze taak wordt uitgevoerd door de gemeente.
De brieven worden herschreven.
Het formulier wordt vereenvoudigd.
De termijn werd verlengd.
Er werd een werkgroep opgericht.
De signalen worden verzameld en gewogen.
De regeling wordt geëvalueerd.
De kosten worden vergoed.
De eisen werden aangepast.
De uitkering wordt teruggevorderd.
Het besluit wordt genomen door de minister.
De vragen werden niet beantwoord.
De minister wordt gevraagd om een oplossing.
Het onderzoek werd begeleid door een kernteam.
Zo wordt voorkomen dat ouders moeten terugbetalen.
De kaart wordt verstuurd.
De hoogte wordt bepaald door het inkomen.
Er wordt verwacht dat meer gezinnen aanvragen.
De plannen worden onderzocht.
De aanvraag kan worden ingediend bij de gemeente.
De toeslag zou moeten worden aangevraagd.
Het loket is gesloten, en aanvragen worden doorgestuurd.
De wijziging wordt gepubliceerd in het Staatsblad.
De cijfers werden bijgehouden.
De regeling wordt onvoldoende benut.
De uitvoering wordt ontlast.
De ouders werden gebeld.
De eis wordt geschrapt.
De gegevens worden overgenomen uit het register.
Het geld wordt overgemaakt.
De uitkomst wordt besproken met de VNG.
De aanvraag werd ingetrokken.
De post wordt bezorgd.
Het recht wordt toegekend.
Het advies werd overgenomen.
De klacht werd gegrond verklaard.
De gebruikers worden geholpen bij het loket.
De drempel wordt weggenomen.
De toezegging wordt nagekomen.
Het budget werd overschreden.
De lijst wordt aangevuld.
De wet wordt gehandhaafd.
Het loket wordt om negen uur geopend.
De stukken worden geordend.
Het toezicht wordt uitgeoefend door de inspectie.
De schatting wordt begroot op 4 miljoen.
""".strip().splitlines()

ACTIVE = """
Het gebied wordt groter.
Ouders worden bekend met de gegevens.
De minister heeft gekeken.
Het bedrag is uitbetaald.
De regeling wordt een succes.
Het wordt lastiger voor gezinnen.
De kinderen worden ouder.
De groep werd kleiner.
Het aantal gezinnen wordt minder.
De verschillen worden groot.
De gevolgen worden duidelijk.
Dat wordt een probleem voor de gemeenten.
De uitvoering werd duurder.
De regels worden eenvoudig.
Het bestand wordt te groot.
De verwachtingen worden hoog.
De drempel wordt lager.
De kosten worden steeds hoger.
De overheid wordt een betere gesprekspartner.
De minister wil de aanvraag makkelijker maken.
Dienst Toeslagen controleert de gegevens.
Wie ziek wordt, krijgt geen geld.
Hij werd minister.
Studenten worden volwassen.
Het verband wordt zichtbaar.
De voorwaarden worden strenger.
De omstandigheden worden beter.
De gebouwen worden oud.
Het beleid wordt anders.
De regeling is bedoeld voor ouders.
De gemeente heeft de aanvraag afgewezen.
Het kabinet heeft besloten om te stoppen.
Gezinnen hebben meer zekerheid.
De wachttijd wordt korter en de brief duidelijker.
De ondernemers werden boos.
De eisen worden zwaarder voor kleine bedrijven.
Het geheel wordt overzichtelijk.
De bedragen worden in 2026 hoger.
Het onderzoek wordt breder.
De gesprekken worden persoonlijker.
De taal wordt gewoner.
Het beeld wordt scherper.
Het wordt moeilijk om de gegevens op tijd te krijgen.
De gemeente wordt eigenaar van het gebouw.
De bevoegdheden worden ruimer.
De regelingen worden beter.
De mogelijkheden worden ruimer.
De instellingen worden groter.
De verantwoordelijkheden worden zwaarder.
De voorzieningen worden schaarser.
De ondernemingen worden kleiner.
De verzoeken worden korter.
De bezwaren worden talrijker.
De berichten worden duidelijker.
De voordelen worden zichtbaar.
De overzichten worden langer.
De verslagen worden dunner.
De voorstellen worden concreter.
De getallen worden groter.
De gevallen worden zeldzamer.
De uitgaven worden hoger.
De begrotingen worden krapper.
De ervaringen worden positiever.
De beperkingen worden kleiner.
De wachttijden worden langer.
De gelegenheden worden schaars.
De tegemoetkomingen worden hoger.
De overeenkomsten worden langer.
De ontwikkelingen worden spannend.
Het beleid wordt verrassend.
Het verschil wordt betekenend kleiner.
De aanvraag wordt tegelijkertijd eenvoudiger.
Het kind wordt gezond oud.
De rij wordt gemiddeld korter.
De regels worden ingewikkeld.
De groep wordt bekend bij de gemeente.
Het wordt tijd om de eisen te vergelijken.
Het wordt zaak de ouders te bereiken.
Het wordt lastig om geld te verdienen.
Het wordt duidelijk wie wat betaalt.
Het wordt niemand duidelijk.
Het gebeurt dat iemand ziek wordt.
Ambtenaren worden ouder en gaan met pensioen.
De burgemeester wordt wethouder in een andere gemeente.
De jongeren worden zelfstandig.
De gemeenschap wordt hechter.
Wie ouder wordt, verdient meer.
Als het koud wordt, verandert er niets.
De bewoners worden eigenaar.
De behoeften worden anders.
De besluiten worden strenger.
De onderwerpen worden moeilijker.
De beroepen worden zwaarder.
""".strip().splitlines()

SPLIT = """
De regeling werkt.|Het gebruik blijft achter.
Zie artikel 3, eerste lid.|Dat is gewijzigd.
Zie nr. 12 en art. 3.|De heer J. Jansen belt.
De heer mr. dr. A.B. de Vries schreef de wet.|Die werkt.
Het kost € 1.000 p.p. per jaar.
De kosten zijn 3,5 mln. euro per jaar.
Volgens dhr. De Boer werkt het.|Mevr. Pietersen twijfelt.
Dat geldt o.a. voor ouders, d.w.z. voor wie zorgt.
Bijv. Amsterdam doet mee.|Utrecht niet.
De wet (Stb. 2020, 555) werkt.|Goed.
Per 1 jan. 2021 geldt de wet.|Daarna niet.
Wat betekent dat?|Ouders betalen minder.
Let op!|De termijn is kort.
Hij zei: ‘Dat werkt.’|Daarna vertrok hij.
Zij vroeg ‘waarom?’ en kreeg geen antwoord.
De toets (zie hierna) is klaar.|Het rapport volgt.
In 2024.|Dat was laat.
Ouders wachten ...|En wachten.
Het ministerie van SZW e.a. tekenen.
Zie Kamerstukken II 2023/24, 31 322, nr. 523.|Daar staat het.
Dit geldt t.a.v. Dienst Toeslagen en m.n. DUO.
Het gaat om ca. 4.000 ouders.|Zij zijn bekend.
Versie 2.0 is klaar.|Versie 3.0 niet.
Vgl. Kamerstuk 31 322, nr. 12.
Kamerbrief van 12 mrt. 2024.|Daarna volgde niets.
Dat zei Jan.|Hij had gelijk.
Het gaat om ouders e.d.|Kinderen niet.
De gemeente (zie bijlage 2).|Zij betaalt.
Eén: het werkt.|Twee: het is bekend.
«Dat werkt.»|Zo is het.
Is dat zo?|Ja!|Goed.
Het formulier is af.|’s Avonds is het loket dicht.
Hij kreeg € 12,50.|Zij niets.
Art. 3 Awb geldt.|Art. 4 niet.
Prof. dr. De Wit schreef het rapport.|Het is openbaar.
Incl. btw kost het meer.|Excl. minder.
""".strip().splitlines()

SHORT = """
De aanvraag gaat naar de [RVZO].
De [AMvB] is klaar.
De Wlz-indicatie is blijvend.
Het [UWV]-loket is open.
Ouders met een [Wajong] uitkering.
De EU betaalt mee.
Hoofdstuk II van de wet.
Het [WODC] onderzocht dit.
DUO betaalt.
De minister van [SZW] schrijft.
Een ID-kaart is nodig.
De [Wmo] en de [Wfz] gelden.
Het btw-tarief stijgt.
Het kost 5 km per dag.
De student volgt het mbo.
Een pdf van de brief.
Het RVZ-loket (Regeling voor zorg) is open.
De Regeling voor zorg op school (RVZ) werkt.
""".strip().splitlines()

HARD = """
De aanvraag is moeilijk. [Derhalve] komt er een formulier.
Het besluit is [alsmede] de brief klaar.
De eis geldt [ten aanzien van] ouders.
Het plan is [geïmplementeerd].
[Indien] u ouder bent, krijgt u geld.
De [problematiek] is bekend.
[Vooralsnog] verandert er niets.
Het formulier wordt [geretourneerd].
De gemeente [draagt zorg voor] de ouders.
[Te allen tijde] geldt de wet.
Het kabinet [beoogt] meer gebruik.
De toets [intervenieert] niet.
De regeling geldt [uitsluitend] voor ouders.
De ouder is [woonachtig] in Utrecht.
De minister [tracht] dit op te lossen.
Dat is [reeds] gedaan.
Het loket [fungeert] goed.
Het doel is [evident].
De regels zijn [generiek].
De brief ging [abusievelijk] naar de buren.
Wie indient, krijgt een indicatie.
De conformiteit van het product is getoetst.
De ouders trachtten het niet.
De tijd staat in het thema van de dag.
Wie betrekking heeft op een woning.
De Thansenstraat ligt in Utrecht.
De voornemen en plannen.
De uitsluiting van ouders is onbedoeld.
Dat was de aanvangstijd van de les.
De implementaties verschillen.
De evidentie ontbreekt.
De ontbering was groot.
De retourzending is gratis.
De fungerende directeur is ziek.
""".strip().splitlines()
