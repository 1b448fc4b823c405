"""Phase models of communication: which message and which media serve which phase.

Touch, tell, sell, care: the media strategy taught at omcbase.nl ("Belang van het
customer journey-model"). REAN: Xavier Blanc, spread by Steve Jackson, "Cult of
Analytics", 2009. Expectations, experiences, engagement: Michels, 2019, p. 137.
"""

from cjm.model.frameworks.phase_model import Framework, Stage

TOUCH_TELL_SELL_CARE = Framework(
    id="touch-tell-sell-care",
    names={"en": "Touch, tell, sell, care", "nl": "Raken, vertellen, verkopen, verzorgen"},
    about=(
        "A media strategy in four verbs: each phase wants another message through other media, and what is "
        "spent on one phase can't make up for silence in the next."
    ),
    stages=(
        Stage(
            id="touch",
            names={"en": "Touch", "nl": "Raken"},
            meaning={
                "en": "People who weren't looking meet the brand, and something of it sticks.",
                "nl": "Mensen die niet zochten komen het merk tegen, en er blijft iets van hangen.",
            },
            question={"en": "Is this about me?", "nl": "Gaat dit over mij?"},
            departments=("marketing", "communication"),
            media=("paid", "earned"),
        ),
        Stage(
            id="tell",
            names={"en": "Tell", "nl": "Vertellen"},
            meaning={
                "en": "Who is interested looks for the story behind it, and for what others make of it.",
                "nl": "Wie interesse heeft zoekt het verhaal erachter, en wat anderen ervan vinden.",
            },
            question={
                "en": "What is it exactly, and why should I believe that?",
                "nl": "Wat is het precies, en waarom zou ik dat geloven?",
            },
            departments=("marketing", "communication"),
            media=("owned", "earned", "paid"),
        ),
        Stage(
            id="sell",
            names={"en": "Sell", "nl": "Verkopen"},
            meaning={
                "en": "Who wants it buys, with as few steps and doubts as possible.",
                "nl": "Wie het wil hebben koopt, met zo min mogelijk stappen en twijfels.",
            },
            question={
                "en": "How do I get it, and what does it come to?",
                "nl": "Hoe kom ik eraan, en wat komt er in totaal bij kijken?",
            },
            departments=("sales", "marketing"),
            media=("owned", "paid"),
        ),
        Stage(
            id="care",
            names={"en": "Care", "nl": "Verzorgen"},
            meaning={
                "en": "Who bought is helped, heard and remembered, and has a reason to stay.",
                "nl": "Wie kocht wordt geholpen, gehoord en onthouden, en heeft een reden om te blijven.",
            },
            question={
                "en": "Are they still there for me?",
                "nl": "Zijn ze er nog steeds voor mij?",
            },
            departments=("service", "marketing"),
            media=("owned", "earned"),
        ),
    ),
)

REAN = Framework(
    id="rean",
    names={"en": "REAN: reach, engage, activate, nurture", "nl": "REAN: bereiken, boeien, activeren, voeden"},
    about=(
        "Four activities to plan and to measure. Reach and engage work on attitude: knowing and liking. "
        "Activate and nurture work on behaviour: doing, and doing again. Each pair asks for its own metrics."
    ),
    stages=(
        Stage(
            id="reach",
            names={"en": "Reach", "nl": "Bereiken"},
            meaning={
                "en": "The people it is meant for get to see or hear it at all (attitude).",
                "nl": "De mensen voor wie het bedoeld is krijgen het te zien of te horen (houding).",
            },
            question={"en": "Have I heard of this?", "nl": "Heb ik hiervan gehoord?"},
            departments=("marketing",),
            media=("paid", "earned", "owned"),
        ),
        Stage(
            id="engage",
            names={"en": "Engage", "nl": "Boeien"},
            meaning={
                "en": "They spend time with it: read, watch, compare, ask (attitude).",
                "nl": "Ze besteden er tijd aan: lezen, kijken, vergelijken, vragen (houding).",
            },
            question={"en": "Is this worth my time?", "nl": "Is dit mijn tijd waard?"},
            departments=("marketing", "sales"),
            media=("owned", "earned"),
        ),
        Stage(
            id="activate",
            names={"en": "Activate", "nl": "Activeren"},
            meaning={
                "en": "They take the step that counts: buy, register, apply (behaviour).",
                "nl": "Ze zetten de stap die telt: kopen, inschrijven, aanvragen (gedrag).",
            },
            question={
                "en": "What do I have to do, and do I dare to?",
                "nl": "Wat moet ik doen, en durf ik dat?",
            },
            departments=("sales", "marketing"),
            media=("owned", "paid"),
        ),
        Stage(
            id="nurture",
            names={"en": "Nurture", "nl": "Voeden"},
            meaning={
                "en": "They come back, use more of it and bring others (behaviour).",
                "nl": "Ze komen terug, gebruiken er meer van en brengen anderen mee (gedrag).",
            },
            question={
                "en": "What does staying bring me?",
                "nl": "Wat levert blijven me op?",
            },
            departments=("service", "marketing"),
            media=("owned", "earned"),
        ),
    ),
)

EXPECTATIONS_EXPERIENCES_ENGAGEMENT = Framework(
    id="expectations-experiences-engagement",
    names={
        "en": "Expectations, experiences, engagement",
        "nl": "Verwachtingen, ervaringen, engagement",
    },
    about=(
        "What people expect comes from earlier experiences with the brand and with its competitors, from "
        "advertising and from what others tell; at the touchpoints they find out; how involved they are "
        "afterwards shows in what they do. Today's experiences are part of tomorrow's expectations."
    ),
    stages=(
        Stage(
            id="expectations",
            names={"en": "Expectations", "nl": "Verwachtingen"},
            meaning={
                "en": "Before any contact there is an idea of how it will be, made by others in part.",
                "nl": "Vóór elk contact is er al een beeld van hoe het zal zijn, deels door anderen gemaakt.",
            },
            question={"en": "What may I count on?", "nl": "Waar mag ik op rekenen?"},
            departments=("marketing", "communication"),
            media=("earned", "paid", "owned"),
            aliases=("expectation", "verwachting"),
        ),
        Stage(
            id="experiences",
            names={"en": "Experiences", "nl": "Ervaringen"},
            meaning={
                "en": "At each touchpoint the idea meets reality; personal attention is what stays.",
                "nl": "Bij elk contactmoment ontmoet het beeld de werkelijkheid; aandacht blijft bij.",
            },
            question={
                "en": "Is it as I thought, better, or worse?",
                "nl": "Is het zoals ik dacht, beter of slechter?",
            },
            departments=("sales", "service", "operations"),
            media=("owned",),
            aliases=("experience", "ervaring"),
        ),
        Stage(
            id="engagement",
            names={"en": "Engagement", "nl": "Engagement"},
            meaning={
                "en": "How involved people feel shows in what they do next: return, tell others, stay away.",
                "nl": "Hoe betrokken mensen zijn blijkt uit wat ze daarna doen: terugkomen of wegblijven.",
            },
            question={
                "en": "Is this worth telling, and do they notice when I do?",
                "nl": "Is dit het vertellen waard, en merken ze het als ik dat doe?",
            },
            departments=("marketing", "service"),
            media=("earned", "owned"),
            aliases=("betrokkenheid",),
        ),
    ),
)
