"""Dutch: what authors may write, and how values are drawn.

The labels beside it are split by where they stand: on the map, on pages, at gaps.
"""

from cjm.languages import Language, indexed
from cjm.languages.nl.gaps import GAPS
from cjm.languages.nl.labels import LABELS
from cjm.languages.nl.pages import PAGES, PLURALS

FEELINGS: dict[float, str] = {
    2: (
        "verrukt, opgetogen, dolblij, dolgelukkig, overgelukkig, superblij, heel blij, hartstikke blij, "
        "enthousiast, laaiend enthousiast, opgewonden, euforisch, extatisch, uitgelaten, uitbundig, "
        "jubelend, betoverd, verguld, verliefd, trots, dankbaar, in de wolken, in de zevende hemel"
    ),
    1: (
        "blij, tevreden, voldaan, content, verheugd, gelukkig, vrolijk, opgelucht, gerustgesteld, hoopvol, "
        "optimistisch, geïnteresseerd, nieuwsgierig, geïnspireerd, comfortabel, ontspannen, kalm, rustig, "
        "op mijn gemak, veilig, vertrouwd, zelfverzekerd, vol vertrouwen, welkom, gewaardeerd, geholpen, "
        "gesteund, gehoord, begrepen, geïnformeerd, overtuigd, onder de indruk, geamuseerd, "
        "aangenaam verrast, blij verrast, fijn, prettig, prima, goed, positief"
    ),
    0: (
        "neutraal, onverschillig, oké, ok, gewoon, gaat wel, mwah, zozo, onbewogen, emotieloos, afwachtend, "
        "besluiteloos, onbeslist, in dubio, ambivalent, tweeslachtig, gemengd, gemengde gevoelens, "
        "zakelijk, nuchter, aandachtig, geconcentreerd, gemiddeld, niets bijzonders"
    ),
    -1: (
        "geïrriteerd, geërgerd, gefrustreerd, teleurgesteld, ontevreden, ongelukkig, verdrietig, somber, "
        "balend, chagrijnig, verward, in de war, verdwaald, vastgelopen, bezorgd, ongerust, angstig, bang, "
        "zenuwachtig, nerveus, onrustig, ongemakkelijk, gespannen, gestrest, onzeker, twijfelend, "
        "aarzelend, sceptisch, achterdochtig, wantrouwig, op mijn hoede, ongeduldig, verveeld, moe, "
        "vermoeid, overprikkeld, overspoeld, opgejaagd, onder druk, genegeerd, onbegrepen, beschaamd, "
        "schuldig, eenzaam, ontmoedigd, hulpeloos, machteloos, bekocht, negatief"
    ),
    -2: (
        "boos, kwaad, woedend, razend, furieus, laaiend, ziedend, witheet, pisnijdig, des duivels, "
        "verontwaardigd, beledigd, vernederd, verraden, bedrogen, opgelicht, walgend, geschokt, ontzet, "
        "doodsbang, in paniek, wanhopig, radeloos, ten einde raad, hopeloos, verslagen, kapot, gekwetst, "
        "diep teleurgesteld, diepongelukkig"
    ),
}

UNITS: dict[str, str] = {
    "seconds": "s, sec, seconde, seconden, secondes",
    "minutes": "min, minuut, minuten, minuutje, minuutjes",
    "hours": "u, uur, uren, uurtje, uurtjes",
    "days": "d, dag, dagen, dgn",
    "weeks": "w, wk, week, weken",
    "months": "mnd, maand, maanden",
    "years": "j, jr, jaar, jaren",
}

DUTCH = Language(
    code="nl",
    name="Nederlands",
    emotions=indexed(FEELINGS),
    units=indexed(UNITS),
    unit_names={
        "seconds": ("sec", "sec"),
        "minutes": ("min", "min"),
        "hours": ("uur", "uur"),
        "days": ("dag", "dagen"),
        "weeks": ("week", "weken"),
        "months": ("maand", "maanden"),
        "years": ("jaar", "jaar"),
    },
    months=("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"),
    month_names=(
        *("januari", "februari", "maart", "april", "mei", "juni"),
        *("juli", "augustus", "september", "oktober", "november", "december"),
    ),
    decimal=",",
    thousands=".",
    quotes=("“", "”"),
    pronouns=(
        *("ik", "'k", "mij", "me", "mijn", "m'n", "mezelf"),
        *("wij", "we", "ons", "onze"),
        *("jij", "je", "jou", "jouw"),
    ),
    labels=LABELS | PAGES | GAPS,
    plurals=PLURALS,
)
