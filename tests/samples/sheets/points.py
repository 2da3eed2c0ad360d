"""The invented points of an invented agreement: eight headings with fifteen points each."""

AREAS = {
    "Børn og skole": (
        "Chefen for Skoler og Uddannelse",
        """Flere voksne i indskolingen|Styrket læseindsats på mellemtrinnet|Ny naturfagslokaler på Østskolen
        Åben skole med de lokale virksomheder|Fælles mobilpolitik på skolerne|Mere bevægelse i skoledagen
        Opfølgning på elevfravær|Ferietilbud i SFO|Digital dannelse på 5. årgang|Flere praktikpladser i udskolingen
        Renovering af skolegården på Vestskolen|Forsøg med mellemformer|Skolemad på to skoler
        Overgang fra skole til ungdomsuddannelse|Uddannelse af læsevejledere""",
    ),
    "Dagtilbud": (
        "Chefen for Dagtilbud",
        """Minimumsnormeringer i vuggestuerne|Flere uddannede pædagoger|Ny daginstitution ved stationen
        Sprogindsats for toårige|Lavere sygefravær i daginstitutionerne|Skovgruppe i tre institutioner
        Bedre lydforhold i garderoberne|Fleksible åbningstider|Forældrebestyrelsernes rolle
        Sund mad uden tilsætningsstoffer|Tidlig indsats for familier|Vikarkorps på tværs
        Legepladser, der kan bruges hele året|Modtagelse af nye børn|Tilsyn efter den nye model""",
    ),
    "Sundhed og ældre": (
        "Chefen for Sundhed, Pleje og Omsorg",
        """Faste teams i hjemmeplejen|Flere aflastningspladser|Velfærdsteknologi i eget hjem
        Rekruttering af social- og sundhedsassistenter|Mad med medbestemmelse|Demensvenlig by
        Tidlig opsporing af sygdom|Forebyggende hjemmebesøg|Bedre overgange fra hospital
        Træning inden for syv dage|Klippekort til plejehjem|Aktivitetscenter i den gamle skole
        Rygestop for unge|Sundhedshus ved rådhuset|Pårørendepolitik""",
    ),
    "Social og familie": (
        "Chefen for Familie og Socialindsats",
        """Færre anbringelser gennem tidlig indsats|Kortere sagsbehandlingstid|Flere boliger til unge hjemløse
        Misbrugsbehandling uden ventetid|Støtte-kontakt-personer om aftenen|Ny handicappolitik
        Beskæftigelse til borgere med handicap|Gennemgang af særligt dyre enkeltsager|Netværk for enlige forældre
        Åben rådgivning for unge|Efterværn frem til 23 år|Bedre botilbud i egen kommune|Samarbejde med frivillige
        Krisecenterpladser|Tilsyn med private tilbud""",
    ),
    "Beskæftigelse og integration": (
        "Chefen for Borger og Arbejdsmarked",
        """Flere ledige i småjobs|Uddannelsespålæg, der virker|Virksomhedsrettet indsats i byggeriet
        Fritidsjob til unge|Sprogpraktik for nyankomne|Jobrotation i ældreplejen|Opkvalificering af ledige over 50
        Mentorer til langtidsledige|Ny integrationsindsats 2022|Samarbejde med erhvervsskolerne
        Hurtigere visitation|Sygedagpenge og fastholdelse|Et jobcenter med én indgang|Kvinder i arbejde
        Overblik over frivillige indsatser""",
    ),
    "By, miljø og klima": (
        "Chefen for By, Miljø og Teknik",
        """Klimahandleplan frem mod 2030|Flere ladestandere|Cykelsti langs Hovedgaden
        Energirenovering af kommunale bygninger|Affaldssortering i ti fraktioner|Trafiksikre skoleveje
        Vilde bede i byrummet|Skybrudssikring ved åen|Ny lokalplan for stationsområdet|Grønne tage
        Belysning på stier|Færre biler i midtbyen|Renere luft ved ringvejen|Boligbyggeprogram 2022
        Vedligehold af broer og veje""",
    ),
    "Kultur og fritid": (
        "Chefen for Kultur og Fritid",
        """Længere åbningstid på biblioteket|Ny kunstgræsbane|Billetter til børnefamilier
        Musikskole uden ventelister|Kulturhus i den gamle remise|Frivillighedspulje|Svømmehal for alle
        Idrætsforeninger i udsatte boligområder|Lokalhistorisk arkiv på nettet|Ungdomshus med aftenåbent
        Kunst i det offentlige rum|Fælles kulturkalender|Naturstier med formidling|E-sport i foreningerne
        Fællesskabspolitik i praksis""",
    ),
    "Økonomi og organisation": (
        "Chefen for Økonomi og Stab",
        """Mindre brug af konsulenter|Indkøb med klimakrav|Analyse af dagtilbudsområdet|Analyse af skoleområdet
        Analyse af ældreområdet|Lavere sygefravær i alle afdelinger|Gennemsigtighed i den økonomiske balance
        Enklere styring|Digitale ansøgninger|Bedre telefonbetjening|Seniorpolitik|Lærlinge i administrationen
        Salg af tomme bygninger|Nyt økonomisystem|Befolkningsprognose 2022-2034""",
    ),
}


def points_of(area: str) -> list[str]:
    """The fifteen points under the heading."""
    lines = AREAS[area][1].split("\n")
    return [point.strip() for line in lines for point in line.split("|")]
