"""Writes the reference pages from the code: commands, settings, vocabulary."""

import sys
from pathlib import Path

import click

from sayso.cli import sayso
from sayso.cli.commands import COMMANDS
from sayso.model import vocabulary
from sayso.settings import SETTINGS

REFERENCE = Path(__file__).resolve().parent.parent / "docs" / "reference"
WIDTH = 96
NOTE = "<!-- Written by `python scripts/build_reference.py`. -->\n\n"


def main() -> int:
    """Write the pages; with --check, say which would change and end with 1."""
    check = "--check" in sys.argv[1:]
    stale = [name for name, text in pages().items() if page_differs(name, text)]
    for name in stale:
        if check:
            sys.stderr.write(f"docs/reference/{name} is old: run scripts/build_reference.py\n")
        else:
            (REFERENCE / name).write_text(pages()[name], encoding="utf-8")
    return int(check and bool(stale))


def page_differs(name: str, text: str) -> bool:
    """Say whether a page is missing or other than its text."""
    path = REFERENCE / name
    return not path.is_file() or path.read_text(encoding="utf-8") != text


def pages() -> dict[str, str]:
    """Give every page's file name and text."""
    return {
        "commands.md": commands_page(),
        "settings.md": settings_page(),
        "vocabulary.md": vocabulary_page(),
    }


def commands_page() -> str:
    """Give the help of every command."""
    parts = [NOTE, "# Commands\n\n", help_of(sayso, "sayso")]
    root = click.Context(sayso, info_name="sayso")
    for name in COMMANDS:
        found = sayso.get_command(root, name)
        if found is None:
            continue
        parts.append(f"\n## sayso {name}\n\n{help_of(found, f'sayso {name}')}")
        if isinstance(found, click.Group):
            for child in sorted(found.list_commands(root)):
                below = found.get_command(root, child)
                if below is not None:
                    called = f"sayso {name} {child}"
                    parts.append(f"\n### {called}\n\n{help_of(below, called)}")
    return "".join(parts)


def help_of(command: click.Command, name: str) -> str:
    """Give a command's help as a block."""
    context = click.Context(command, info_name=name, terminal_width=WIDTH)
    return f"```\n{command.get_help(context)}\n```\n"


def settings_page() -> str:
    """Give the table of settings."""
    rows = [
        f"| `{name}` | `SAYSO_{name.upper()}` | {f'`{default}`' if default else ''} | {meaning} |"
        for name, (default, meaning) in SETTINGS.items()
    ]
    return (
        f"{NOTE}# Settings\n\nThe first that says wins: flag, environment, `sayso.toml` in the "
        "project's folder, `sayso.toml` in the user's configuration folder, default. "
        "`sayso config show` prints each with its origin.\n\n"
        "| setting | variable | default | meaning |\n|---|---|---|---|\n" + "\n".join(rows) + "\n"
    )


def vocabulary_page() -> str:
    """Give the closed sets of words."""
    parts = [NOTE, "# Vocabulary\n"]
    for title, words in (
        ("Entity types", vocabulary.ENTITY_TYPE_DEFINITIONS),
        ("Relations", vocabulary.RELATIONS),
        ("Events", vocabulary.EVENTS),
    ):
        parts.append(f"\n## {title}\n\n")
        parts += [
            f"- `{word.value}`{' (symmetric)' if word in vocabulary.SYMMETRIC else ''}: {meaning}\n"
            for word, meaning in words.items()
        ]
    for kind in (
        vocabulary.Factuality,
        vocabulary.Modality,
        vocabulary.Attribution,
        vocabulary.FindingStatus,
        vocabulary.Reply,
        vocabulary.LinkKind,
        vocabulary.ListChangeKind,
    ):
        summary = (kind.__doc__ or "").split("\n")[0]
        parts.append(f"\n## {kind.__name__}\n\n{summary}\n\n")
        parts.append(", ".join(f"`{word.value}`" for word in kind) + "\n")
    return "".join(parts)


if __name__ == "__main__":
    sys.exit(main())
