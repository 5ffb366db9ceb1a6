"""The table of commands, so that `--help` imports none of them."""

import gc
import importlib
import sys
from collections.abc import Mapping
from types import ModuleType

import click
from typing_extensions import override

#: Command → (module and function, what it does); in the order in which `--help` shows them.
COMMANDS: Mapping[str, tuple[str, str]] = {
    "demo": ("upkeep:demo", "Build a working project from the shipped corpus."),
    "add": ("documents:add", "Read documents and keep them with their claims."),
    "extract": ("documents:extract", "Take the claims out of one file, without a project."),
    "documents": ("documents:documents", "List the documents held."),
    "show": ("documents:show", "Show one document with its claims marked."),
    "search": ("documents:search", "Search the passages held."),
    "describe": ("documents:describe", "Correct what is known about a document."),
    "erase": ("documents:erase", "Take a document's content out; hash and reason stay."),
    "claims": ("evidence:claims", "List claims with their speakers and words."),
    "entities": ("evidence:entities", "List the persons, groups, places and things known."),
    "entity": ("evidence:entity", "Show one entity: claims, ties, listing, denials."),
    "ties": ("evidence:ties", "List the ties between persons and groups."),
    "why": ("evidence:why", "Show the chain of evidence of one tie."),
    "findings": ("evidence:findings", "List findings with their status, roots and replies."),
    "replies": ("evidence:replies", "Show who was asked to answer what, and what came back."),
    "contradictions": ("evidence:contradictions", "Show contradicting claims side by side."),
    "compare": ("drift.compare:compare", "Show where an account departs from its primary."),
    "incidents": ("evidence:incidents", "Show who did what to whom, where, when, by whose word."),
    "questions": (
        "weighing.questions:questions",
        "List pairs that may be one party, or one a front for the other.",
    ),
    "hypotheses": (
        "weighing.hypotheses:hypotheses",
        "Weigh competing hypotheses on a question.",
    ),
    "watch": ("watching.watch:watch", "Say what is new since a date, a brief or a list release."),
    "flows": ("flows.commands:flows", "Show who gives whom what, how much, since when."),
    "capabilities": (
        "flows.commands:capabilities",
        "Show what each party seeks, acquired, holds and uses.",
    ),
    "sources": ("monitoring.sources:sources", "List what is cited and not held, and what is held."),
    "lists": ("lists:lists", "Add and update sanctions lists, compare, follow an entry."),
    "states": (
        "overseeing.oversight:states",
        "Show who carried out which UN measure, how late, and what is not known.",
    ),
    "screen": ("screening.screen:screen", "Screen names against the lists, with reasons."),
    "customers": (
        "screening.customers:customers",
        "Remember customers, and screen them on list changes.",
    ),
    "judge": (
        "review.judging:judge",
        "Accept, edit, reject, merge, split, clear, grade or assess.",
    ),
    "undo": ("review.judging:undo", "Take a judgement back; both are kept."),
    "review": (
        "review.judging:review",
        "Show what waits for a person, with why and the exact words.",
    ),
    "log": (
        "review.judging:log",
        "Show what was added and decided, or verify that nothing changed.",
    ),
    "brief": ("briefs:brief", "Write the cited brief."),
    "export": ("briefs:export", "Write what is known in another tool's format."),
    "serve": ("serving.serve:serve", "Open the workbench in the browser, and answer over HTTP."),
    "doctor": ("upkeep:doctor", "Say what is installed and how old the lists are."),
    "config": ("upkeep:config", "Show each setting and where it comes from."),
    "completion": ("upkeep:completion", "Print the completion script of a shell."),
}


def _imported(name: str) -> ModuleType:
    """Import a module; what comes with it stays, and is never searched for circles of objects.

    One such search is a tenth of the time that a command takes to start.
    """
    if name in sys.modules:
        return sys.modules[name]
    gc.disable()
    try:
        return importlib.import_module(name)
    finally:
        gc.freeze()
        gc.enable()


class LazyGroup(click.Group):
    """A group whose commands are imported when they are asked for."""

    def __init__(
        self, *, commands_table: Mapping[str, tuple[str, str]], **settings: object
    ) -> None:
        super().__init__(**settings)  # type: ignore[arg-type]  # click's own keywords
        self._table = commands_table

    @override
    def list_commands(self, ctx: click.Context) -> list[str]:  # click's signature
        """Give the commands in the table's order."""
        return list(self._table)

    @override
    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        if cmd_name not in self._table:
            return None
        module, _, function = self._table[cmd_name][0].partition(":")
        command = getattr(_imported(f"sayso.cli.{module}"), function)
        if not isinstance(command, click.Command):
            raise TypeError(f"{module}:{function} is no command")
        return command

    @override
    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the table of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in self._table.items()])


class ShowingGroup(LazyGroup):
    """A group that shows a thing where no command of it is named: `sayso states DE`."""

    @override
    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `show` before arguments that begin with no command's name and ask for no help."""
        if not args or args[0] not in {*self.list_commands(ctx), *ctx.help_option_names}:
            args = ["show", *args]
        return super().parse_args(ctx, args)
