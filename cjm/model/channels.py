"""Channels and devices that everybody knows: glyph, names, and how people spell them.

In: an author's word in English or Dutch. Out: the `CommonChannel` or the `Device`
it names, or None: then it is one of the journey's own. A channel that is known by
an alias lends its glyph; what the author wrote stays its name.
"""

from functools import cache
from typing import Literal

import msgspec

from cjm.languages import folded


class CommonChannel(msgspec.Struct, frozen=True):
    """A channel with a glyph; `names` by language, `aliases` in lower case."""

    id: str
    icon: str
    kind: Literal["owned", "paid", "earned"]
    medium: Literal["physical", "digital", "human"]
    names: dict[str, str]

    @property
    def aliases(self) -> tuple[str, ...]:
        """What else people call it."""
        return tuple(_ALIASES[self.id].split(", "))


class Device(msgspec.Struct, frozen=True):
    """What a channel is used on; `names` by language, as they follow "on"."""

    id: str
    icon: str
    names: dict[str, str]
    aliases: tuple[str, ...]


def common_channel(word: str) -> CommonChannel | None:
    """The channel with this id, name or alias, whatever its case and hyphens."""
    return _channels().get(folded(word))


def device(word: str) -> Device | None:
    """The device with this id, name or alias, whatever its case and hyphens."""
    return _devices().get(folded(word))


@cache
def _channels() -> dict[str, CommonChannel]:
    return {folded(word): item for item in COMMON_CHANNELS for word in spellings(item)}


@cache
def _devices() -> dict[str, Device]:
    return {folded(word): item for item in DEVICES.values() for word in spellings(item)}


def spellings(item: CommonChannel | Device) -> tuple[str, ...]:
    """Every word that means it."""
    return (item.id, *item.names.values(), *item.aliases)


# Who owns a medium, and whether a machine, a person or a place meets the customer
# there, is the usual case; a library may say otherwise.
COMMON_CHANNELS: tuple[CommonChannel, ...] = (
    # Places.
    CommonChannel("store", "store", "owned", "physical", {"en": "Store", "nl": "Winkel"}),
    CommonChannel("counter", "person", "owned", "human", {"en": "Service desk", "nl": "Balie"}),
    CommonChannel("checkout", "checkout", "owned", "physical", {"en": "Checkout", "nl": "Kassa"}),
    CommonChannel("cash-machine", "atm", "owned", "physical", {"en": "Cash machine", "nl": "Pinautomaat"}),
    CommonChannel("kiosk", "kiosk", "owned", "physical", {"en": "Kiosk", "nl": "Zuil"}),
    CommonChannel("repair-shop", "craft", "owned", "human", {"en": "Repair shop", "nl": "Werkplaats"}),
    CommonChannel("event", "event", "owned", "physical", {"en": "Event", "nl": "Evenement"}),
    CommonChannel("home", "home", "owned", "physical", {"en": "At home", "nl": "Thuis"}),
    CommonChannel("outdoor", "outdoor", "paid", "physical", {"en": "Outdoor", "nl": "Buitenreclame"}),
    # People.
    CommonChannel("in-person", "person", "owned", "human", {"en": "In person", "nl": "Persoonlijk"}),
    CommonChannel("adviser", "person", "owned", "human", {"en": "Adviser", "nl": "Adviseur"}),
    CommonChannel("technician", "craft", "owned", "human", {"en": "Technician", "nl": "Monteur"}),
    CommonChannel("phone", "call", "owned", "human", {"en": "Phone", "nl": "Telefoon"}),
    CommonChannel("video-call", "call", "owned", "human", {"en": "Video call", "nl": "Videogesprek"}),
    CommonChannel(
        "word-of-mouth",
        "word-of-mouth",
        "earned",
        "human",
        {"en": "Word of mouth", "nl": "Mond-tot-mondreclame"},
    ),
    CommonChannel(
        "recommendation", "word-of-mouth", "earned", "human", {"en": "Recommendation", "nl": "Aanbeveling"}
    ),
    CommonChannel("partner", "partner", "paid", "human", {"en": "Partner", "nl": "Partner"}),
    # Online.
    CommonChannel("website", "web", "owned", "digital", {"en": "Website", "nl": "Website"}),
    CommonChannel("webshop", "web", "owned", "digital", {"en": "Web shop", "nl": "Webwinkel"}),
    CommonChannel("portal", "web", "owned", "digital", {"en": "Portal", "nl": "Portaal"}),
    CommonChannel("help-centre", "web", "owned", "digital", {"en": "Help centre", "nl": "Helpcentrum"}),
    CommonChannel("form", "web", "owned", "digital", {"en": "Online form", "nl": "Onlineformulier"}),
    CommonChannel("blog", "web", "owned", "digital", {"en": "Blog", "nl": "Blog"}),
    CommonChannel("app", "app", "owned", "digital", {"en": "App", "nl": "App"}),
    CommonChannel("webinar", "event", "owned", "digital", {"en": "Webinar", "nl": "Webinar"}),
    CommonChannel("social", "social", "owned", "digital", {"en": "Social media", "nl": "Sociale media"}),
    CommonChannel("community", "social", "earned", "digital", {"en": "Community", "nl": "Community"}),
    CommonChannel("influencer", "social", "paid", "digital", {"en": "Influencer", "nl": "Influencer"}),
    CommonChannel(
        "review-site", "word-of-mouth", "earned", "digital", {"en": "Review site", "nl": "Reviewsite"}
    ),
    CommonChannel("search", "search", "earned", "digital", {"en": "Search engine", "nl": "Zoekmachine"}),
    CommonChannel(
        "search-advertising", "ad", "paid", "digital", {"en": "Search advertising", "nl": "Zoekadvertentie"}
    ),
    CommonChannel(
        "marketplace", "link", "paid", "digital", {"en": "Marketplace", "nl": "Online marktplaats"}
    ),
    CommonChannel(
        "comparison-site", "link", "paid", "digital", {"en": "Comparison site", "nl": "Vergelijkingssite"}
    ),
    # Messages and media.
    CommonChannel("email", "email", "owned", "digital", {"en": "E-mail", "nl": "E-mail"}),
    CommonChannel("newsletter", "email", "owned", "digital", {"en": "Newsletter", "nl": "Nieuwsbrief"}),
    CommonChannel("chat", "chat", "owned", "digital", {"en": "Chat", "nl": "Chat"}),
    CommonChannel("messaging", "chat", "owned", "digital", {"en": "Messaging app", "nl": "Berichtenapp"}),
    CommonChannel("chatbot", "chatbot", "owned", "digital", {"en": "Chatbot", "nl": "Chatbot"}),
    CommonChannel("sms", "sms", "owned", "digital", {"en": "Text message", "nl": "Sms"}),
    CommonChannel("push", "bell", "owned", "digital", {"en": "Push notification", "nl": "Pushmelding"}),
    CommonChannel("post", "letter", "owned", "physical", {"en": "Post", "nl": "Post"}),
    CommonChannel("letter", "letter", "owned", "physical", {"en": "Letter", "nl": "Brief"}),
    CommonChannel("invoice", "letter", "owned", "digital", {"en": "Invoice", "nl": "Factuur"}),
    CommonChannel("print", "letter", "owned", "physical", {"en": "Print", "nl": "Drukwerk"}),
    CommonChannel("delivery", "delivery", "owned", "human", {"en": "Delivery", "nl": "Bezorging"}),
    CommonChannel(
        "pickup-point", "delivery", "owned", "physical", {"en": "Pick-up point", "nl": "Afhaalpunt"}
    ),
    CommonChannel("packaging", "delivery", "owned", "physical", {"en": "Packaging", "nl": "Verpakking"}),
    CommonChannel("advertising", "ad", "paid", "digital", {"en": "Advertising", "nl": "Reclame"}),
    CommonChannel("tv", "ad", "paid", "digital", {"en": "TV", "nl": "Tv"}),
    CommonChannel("radio", "ad", "paid", "digital", {"en": "Radio", "nl": "Radio"}),
    CommonChannel("press", "ad", "earned", "physical", {"en": "Press", "nl": "Pers"}),
)

# Brands stand with what people use them for. "Mail" is e-mail, as in Dutch and on
# every screen; on paper it is "post".
_ALIASES: dict[str, str] = {
    "store": "shop, boutique, showroom, filiaal, vestiging",
    "counter": "desk, front desk, reception, receptie, loket, servicebalie",
    "checkout": "till, cash desk, cash register, self-checkout, zelfscankassa, zelfscan",
    "cash-machine": "atm, cashpoint, geldautomaat, geldmaat",
    "kiosk": "self-service kiosk, infozuil, bestelzuil, servicezuil",
    "repair-shop": "craft, atelier, garage, tailor, naaiwinkel, kleermaker",
    "event": "fair, trade fair, beurs, vakbeurs, conference, congres, open day, open dag, festival",
    "home": "home visit, huisbezoek, aan huis",
    "outdoor": "poster, billboard, abri, out of home, ooh, affiche",
    "in-person": "face to face, meeting, gesprek, persoonlijk gesprek, afspraak, appointment",
    "adviser": "advisor, sales rep, sales representative, salesperson, verkoper, vertegenwoordiger",
    "technician": "engineer, field service, installateur, servicemonteur",
    "phone": "telephone, call, phone call, call centre, call center, telefonisch, bellen, callcenter",
    "video-call": "videocall, video chat, videobellen, beeldbellen",
    "word-of-mouth": "wom, mond tot mond",
    "recommendation": "referral, friend, friends, family, vriend, vriendin, vrienden, familie",
    "partner": "reseller, dealer, distributor, intermediary, tussenpersoon, wederverkoper",
    "website": "web, site, webpage, web page, homepage, webpagina, landing page, landingspagina, internet",
    "webshop": "online shop, online store, internetwinkel, e-shop",
    "portal": "customer portal, klantportaal, my account, mijn account, mijnomgeving",
    "help-centre": "help center, faq, knowledge base, kennisbank, veelgestelde vragen",
    "form": "web form, webformulier, contactformulier",
    "blog": "blog post, blogpost, article, artikel",
    "app": "mobile app, native app, applicatie",
    "webinar": "online event, webcast",
    "social": "socials, social network, facebook, instagram, linkedin, tiktok, youtube",
    "community": "forum, online community",
    "influencer": "creator",
    "review-site": "review, reviews, beoordelingen, recensies, ratings, trustpilot, tripadvisor",
    "search": "organic search, search results, zoeken, zoekresultaten, google, bing, seo",
    "search-advertising": "search ad, sea, paid search, google ads, adwords",
    "marketplace": "marktplaats, amazon, bol, bol.com, ebay, etsy",
    "comparison-site": "comparison website, price comparison, vergelijker, prijsvergelijker",
    "email": "mail, mailtje, e-mailtje",
    "newsletter": "mailing",
    "chat": "live chat, livechat, webchat",
    "messaging": "whatsapp, messenger, signal, telegram, appje, appen, instant message",
    "chatbot": "bot, virtual assistant, virtuele assistent, digital assistant, digitale assistent, voicebot",
    "sms": "text, texting, sms'je, tekstbericht",
    "push": "notification, push message, melding, notificatie, pushbericht",
    "post": "postal mail, paper mail, snail mail, per post",
    "letter": "letters, brieven",
    "invoice": "bill, rekening",
    "print": "flyer, leaflet, brochure, folder, catalogue, catalog, catalogus, direct mail",
    "delivery": "courier, koerier, bezorger, bezorgdienst, parcel, pakket, pakketje, levering",
    "pickup-point": "parcel point, parcel locker, click and collect, pakketpunt, pakketautomaat, ophaalpunt",
    "packaging": "unboxing, doos",
    "advertising": "ad, ads, advert, advertisement, advertentie, advertenties, banner, display, retargeting",
    "tv": "television, televisie, tv commercial, tv-spot",
    "radio": "radio spot, radiospot",
    "press": "news, nieuws, newspaper, krant, magazine, tijdschrift, pr",
}

DEVICES: dict[str, Device] = {
    item.id: item
    for item in (
        Device(
            "phone", "phone", {"en": "phone", "nl": "telefoon"}, ("mobile", "smartphone", "mobiel", "gsm")
        ),
        Device("tablet", "tablet", {"en": "tablet", "nl": "tablet"}, ("ipad",)),
        Device("laptop", "laptop", {"en": "laptop", "nl": "laptop"}, ("notebook", "macbook")),
        Device("desktop", "desktop", {"en": "desktop", "nl": "computer"}, ("pc", "vaste computer")),
        Device("watch", "watch", {"en": "watch", "nl": "horloge"}, ("smartwatch", "wearable")),
        Device("tv", "desktop", {"en": "television", "nl": "televisie"}, ("smart tv",)),
    )
}
