"""The words that generated journeys are made of, in English and in Dutch.

Sentences are put together from parts, so that thousands of touchpoints hardly repeat
one: a cache over texts must not make a generated project look cheaper than a real one.
"""

from random import Random
from typing import NamedTuple


class Wording(NamedTuple):
    """One language's parts of sentences; `{thing}`, `{place}`, `{time}` and `{quality}` are filled in."""

    language: str
    titles: tuple[str, ...]
    phases: tuple[str, ...]
    things: tuple[str, ...]
    places: tuple[str, ...]
    times: tuple[str, ...]
    qualities: tuple[str, ...]
    names: tuple[str, ...]
    actions: tuple[str, ...]
    thoughts: tuple[str, ...]
    pains: tuple[str, ...]
    gains: tuple[str, ...]
    opportunities: tuple[str, ...]
    frontstage: tuple[str, ...]
    backstage: tuple[str, ...]
    moments: tuple[str, ...]
    questions: tuple[str, ...]
    whens: tuple[str, ...]
    feelings: tuple[tuple[str, ...], ...]

    def say(self, patterns: tuple[str, ...], chance: Random) -> str:
        """One of the patterns, filled in."""
        return chance.choice(patterns).format(
            thing=chance.choice(self.things),
            place=chance.choice(self.places),
            time=chance.choice(self.times),
            quality=chance.choice(self.qualities),
        )

    def feeling(self, score: float, chance: Random) -> str:
        """A word for a score, −2…2."""
        return chance.choice(self.feelings[round(score) + 2])


ENGLISH = Wording(
    language="en",
    titles=("Buying a {quality} {thing}", "Changing the {thing}", "A {thing} that is {quality}"),
    phases=(
        "Orientation",
        "Comparing",
        "Choosing",
        "Ordering",
        "Waiting",
        "Receiving",
        "First use",
        "Getting help",
        "Settling in",
        "Looking back",
    ),
    things=(
        "bicycle",
        "contract",
        "invoice",
        "delivery",
        "appointment",
        "subscription",
        "repair",
        "quotation",
        "heat pump",
        "insurance",
        "parcel",
        "account",
        "kitchen",
        "refund",
        "meter reading",
        "season ticket",
        "mattress",
        "form",
        "warranty card",
        "spare part",
        "phone plan",
        "library card",
    ),
    places=(
        "on the website",
        "at the counter",
        "in the app",
        "on the phone",
        "in the shop round the corner",
        "at home",
        "in the showroom",
        "by e-mail",
        "on the train",
        "at the kitchen table",
        "in the chat",
        "at the pick-up point",
    ),
    times=(
        "on Monday morning",
        "after work",
        "three days later",
        "within the hour",
        "during lunch",
        "at the weekend",
        "before the holidays",
        "late in the evening",
        "the next day",
        "two weeks on",
    ),
    qualities=(
        "second-hand",
        "reliable",
        "cheaper",
        "half-finished",
        "long-awaited",
        "smaller",
        "unexpected",
        "sustainable",
        "better",
        "well-made",
        "complicated",
        "temporary",
    ),
    names=(
        "Looks for a {quality} {thing}",
        "Compares the {thing} {place}",
        "Asks about the {thing}",
        "Waits for the {thing} {time}",
        "Signs for the {thing}",
        "Opens the {quality} {thing}",
        "Calls about the {thing} {time}",
        "Tries the {thing} {place}",
        "Reads about a {quality} {thing}",
        "Pays for the {thing}",
    ),
    actions=(
        "I look {place} for a {thing} that is {quality} enough for us.",
        "I put two offers beside each other and ask {place} what the {thing} includes.",
        "I fill in everything about the {thing} {time}, and then once more {place}.",
        "I wait {place} until somebody tells me where the {quality} {thing} is.",
        "I show the {thing} {place} and explain {time} what is wrong with it.",
        "I read the letter about the {thing} twice and call {time}.",
    ),
    thoughts=(
        "Why do they ask for the {thing} again?",
        "At least somebody {place} knows what a {quality} {thing} is.",
        "If this takes longer than {time}, I will go somewhere else.",
        "I had expected the {thing} to be {quality}.",
        "That was easier than I thought.",
        "Nobody told me about the {thing}.",
    ),
    pains=(
        "The {thing} can't be changed {place}",
        "Nobody calls back {time}",
        "The {quality} {thing} costs more than was said",
        "The same question about the {thing} three times",
        "A form for the {thing} that forgets everything",
    ),
    gains=(
        "The {thing} is ready {time}",
        "Somebody {place} takes the time",
        "The {quality} {thing} fits at once",
        "A message {time} that says where the {thing} is",
    ),
    opportunities=(
        "Say {place} how long the {thing} takes",
        "Let the customer move the {thing} {time}",
        "Show the price of a {quality} {thing} before the first question",
        "Give every {thing} one person who answers for it",
        "Send the {thing} with a note {time}",
    ),
    frontstage=(
        "An adviser {place} looks up the {thing}",
        "The fitter shows the {thing} {time}",
        "Staff {place} explain the {quality} {thing}",
    ),
    backstage=(
        "Planning checks the {thing} {time}",
        "The {thing} is copied into a second system",
        "A {quality} {thing} waits for approval",
        "Finance books the {thing} {time}",
    ),
    moments=(
        "Here the customer decides whether the {thing} is worth it",
        "A {quality} {thing} decides what is told afterwards",
        "Whoever is left alone {place} doesn't come back",
    ),
    questions=(
        "Which {thing} suits me?",
        "Who helps me {place}?",
        "What does a {quality} {thing} cost?",
    ),
    whens=("is sure of it", "has a question first", "thinks it too dear", "wants it {time}"),
    feelings=(
        ("furious", "angry", "let down"),
        ("annoyed", "impatient", "unsure"),
        ("neutral", "indifferent", "waiting"),
        ("happy", "relieved", "curious"),
        ("delighted", "proud", "grateful"),
    ),
)

DUTCH = Wording(
    language="nl",
    titles=("Een {quality} {thing} kopen", "De {thing} wijzigen", "Een {thing} naar wens"),
    phases=(
        "Oriënteren",
        "Vergelijken",
        "Kiezen",
        "Bestellen",
        "Wachten",
        "Ontvangen",
        "Eerste gebruik",
        "Hulp vragen",
        "Wennen",
        "Terugkijken",
    ),
    things=(
        "fiets",
        "factuur",
        "levering",
        "afspraak",
        "abonnementswijziging",
        "reparatie",
        "offerte",
        "warmtepomp",
        "zorgverzekering",
        "bestelling",
        "rekening",
        "keuken",
        "terugbetaling",
        "meterstand",
        "jaarkaart",
        "matras",
        "aanvraag",
        "garantiekaart",
        "bijdrage",
        "verhuizing",
        "vergunningaanvraag",
        "bibliotheekpas",
    ),
    places=(
        "op de website",
        "aan de balie",
        "in de app",
        "aan de telefoon",
        "in de winkel om de hoek",
        "thuis",
        "in de showroom",
        "per e-mail",
        "in de trein",
        "aan de keukentafel",
        "in de chat",
        "bij het afhaalpunt",
    ),
    times=(
        "op maandagochtend",
        "na het werk",
        "drie dagen later",
        "binnen een uur",
        "in de lunchpauze",
        "in het weekend",
        "vóór de vakantie",
        "laat op de avond",
        "de volgende dag",
        "twee weken verder",
    ),
    qualities=(
        "tweedehandse",
        "betrouwbare",
        "goedkopere",
        "halfvolle",
        "langverwachte",
        "kleinere",
        "onverwachte",
        "duurzame",
        "betere",
        "degelijke",
        "ingewikkelde",
        "tijdelijke",
    ),
    names=(
        "Zoekt een {quality} {thing}",
        "Vergelijkt de {thing} {place}",
        "Vraagt naar de {thing}",
        "Wacht {time} op de {thing}",
        "Tekent voor de {thing}",
        "Opent de {quality} {thing}",
        "Belt {time} over de {thing}",
        "Probeert de {thing} {place}",
        "Leest over een {quality} {thing}",
        "Betaalt de {thing}",
    ),
    actions=(
        "Ik zoek {place} een {thing} waar we jaren mee vooruit kunnen.",
        "Ik leg twee aanbiedingen naast elkaar en vraag {place} wat bij de {thing} hoort.",
        "Ik vul {time} alles over de {thing} in, en {place} nog een keer.",
        "Ik wacht {place} tot iemand zegt waar de {quality} {thing} blijft.",
        "Ik laat de {thing} {place} zien en leg {time} uit wat eraan mankeert.",
        "Ik lees de brief over de {thing} twee keer en bel {time}.",
    ),
    thoughts=(
        "Waarom vragen ze weer naar de {thing}?",
        "Eindelijk weet iemand {place} wat een {quality} {thing} is.",
        "Als dit langer duurt, ga ik {time} ergens anders heen.",
        "Ik had een {quality} {thing} verwacht.",
        "Dat ging makkelijker dan ik dacht.",
        "Niemand heeft me iets over de {thing} verteld.",
    ),
    pains=(
        "De {thing} is {place} niet te wijzigen",
        "Niemand belt {time} terug",
        "De {quality} {thing} kost meer dan gezegd",
        "Drie keer dezelfde vraag over de {thing}",
        "Een formulier dat de {thing} vergeet",
    ),
    gains=(
        "De {thing} is {time} klaar",
        "Iemand neemt {place} de tijd",
        "De {quality} {thing} past meteen",
        "Een bericht {time} over waar de {thing} is",
    ),
    opportunities=(
        "Vertel {place} hoe lang de {thing} duurt",
        "Laat de klant de {thing} {time} verzetten",
        "Toon de prijs van een {quality} {thing} vóór de eerste vraag",
        "Geef elke {thing} één aanspreekpunt",
        "Stuur bij de {thing} {time} een kaartje mee",
    ),
    frontstage=(
        "Een adviseur zoekt {place} de {thing} op",
        "De monteur laat de {thing} {time} zien",
        "Medewerkers leggen {place} de {quality} {thing} uit",
    ),
    backstage=(
        "De planning controleert {time} de {thing}",
        "De {thing} wordt in een tweede systeem overgetypt",
        "Een {quality} {thing} wacht op goedkeuring",
        "De administratie boekt de {thing} {time}",
    ),
    moments=(
        "Hier beslist de klant of de {thing} het waard is",
        "Een {quality} {thing} bepaalt wat er verteld wordt",
        "Wie {place} alleen staat, komt niet terug",
    ),
    questions=(
        "Welke {thing} past bij mij?",
        "Wie helpt me {place}?",
        "Wat kost een {quality} {thing}?",
    ),
    whens=("weet het zeker", "heeft eerst een vraag", "vindt het te duur", "wil het {time}"),
    feelings=(
        ("woedend", "boos", "in de steek gelaten"),
        ("geïrriteerd", "ongeduldig", "onzeker"),
        ("neutraal", "afwachtend", "onverschillig"),
        ("blij", "opgelucht", "nieuwsgierig"),
        ("dolblij", "trots", "dankbaar"),
    ),
)
