"""`cjm schema`: the language, for editors."""

import click

from cjm.cli.terminal import Terminal, on_terminal


@click.command()
@click.option("--settings", is_flag=True, help="The schema of cjm.yaml instead.")
@on_terminal
def schema(settings: bool, terminal: Terminal) -> int:
    """Print the JSON Schema that editors complete and check with.

    Draft-07, for journeys and libraries. Save it beside a journey, and name it in the
    journey's first line:

    \b
      # yaml-language-server: $schema=cjm.schema.json
    """
    import json

    from cjm import config
    from cjm.model import schema as language

    document = config.schema() if settings else language.schema()
    terminal.result(f"{json.dumps(document, indent=2, ensure_ascii=False)}\n".encode())
    return 0
