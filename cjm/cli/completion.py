"""`cjm completion`: commands, options and files at the press of a key."""

import click

from cjm.cli.terminal import Terminal, on_terminal

SHELLS = ("bash", "zsh", "fish")


@click.command()
@click.argument("shell", type=click.Choice(SHELLS))
@on_terminal
def completion(shell: str, terminal: Terminal) -> int:
    """Print a script that completes cjm in a shell.

    \b
      bash  cjm completion bash >> ~/.bashrc
      zsh   cjm completion zsh >> ~/.zshrc
      fish  cjm completion fish > ~/.config/fish/completions/cjm.fish
    """
    from click.shell_completion import get_completion_class

    program = click.get_current_context().find_root().command
    kind = get_completion_class(shell)
    assert kind is not None
    terminal.result(kind(program, {}, "cjm", "_CJM_COMPLETE").source())
    return 0
