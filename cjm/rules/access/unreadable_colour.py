"""The rule `unreadable-colour`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.project import Project


@rule(Severity.WARNING, on="project")
def unreadable_colour(whole: Project) -> Iterator[Problem]:
    """
    A colour is too near to what it stands on to be read.

    Text needs a contrast of 4.5 : 1 with its ground, in the theme `high-contrast`
    7 : 1; a line or an area that carries a meaning, such as a department's colour, needs
    3 : 1. Below that, readers with poor sight or a poor projector miss it. It is told
    at the line of the colour, in `cjm.yaml` or where the department is declared, with
    the nearest colour of the same hue that can be read. What `cjm` brings is readable
    everywhere. (Web Content Accessibility Guidelines, success criteria 1.4.3, 1.4.6 and
    1.4.11.)

    Bad:

        departments:
          - {name: Town hall, colour: "#F2E205"}
        phases:
          - name: At the desk
            owner: Town hall
            touchpoints: [Applies for a passport]

    Good:

        departments:
          - {name: Town hall, colour: brass}
        phases:
          - name: At the desk
            owner: Town hall
            touchpoints: [Applies for a passport]
    """
    holders = (*whole.libraries, *whole.journeys)
    coloured = [one for holder in holders for one in holder.departments if one.colour.startswith("#")]
    settings = whole.settings.theme
    if settings is None and not coloured:
        return
    from cjm.config import theming
    from cjm.theme.brand import themed, unreadable_department, unreadable_ones
    from cjm.theme.tokens import DEFAULT

    theme = DEFAULT
    if isinstance(settings, theming.Theme):
        theme = themed(settings)
        for found in unreadable_ones(settings):
            yield Problem(settings, found.key, found.message, found.help, part=found.part)
    told = set()
    for one in coloured:
        place = one.origin.path, one.at("colour")
        worse = unreadable_department(one.colour, theme)
        if worse and place not in told:
            told.add(place)
            ratio, nearest = worse
            message = f"{one.colour} has a contrast of {ratio} with its ground, where 3 is needed"
            yield Problem(one, "colour", message, f'the nearest that can be read: "{nearest}"')
