"""Command line arguments with every word in Dutch: argparse reads, this module speaks."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from difflib import get_close_matches
from typing import Any, NoReturn

from invoeringstoets.cli.shell import UsageError

HELP_FLAGS = ("-h", "--help", "--hulp")
"""What one may type to get help."""


class _Formatter(argparse.HelpFormatter):
    """What argparse asks the form of arguments; with a width, it loads nothing to find one."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=80)


class Parser(argparse.ArgumentParser):
    """An argument parser that raises ``UsageError`` in Dutch and never exits or prints."""

    def __init__(self, prog: str) -> None:
        self.arguments: list[argparse.Action] = []
        self._choices: dict[str, frozenset[str]] = {}
        super().__init__(
            prog=prog,
            add_help=False,
            allow_abbrev=False,
            exit_on_error=False,
            formatter_class=_Formatter,
        )

    def add_argument(self, *args: Any, **kwargs: Any) -> argparse.Action:  # noqa: ANN401 - argparse's own signature
        """As argparse does it, and remember the argument for the help."""
        action = super().add_argument(*args, **kwargs)
        self.arguments.append(action)
        return action

    def add_several(self, flag: str, what: str, *, known: Iterable[str], **shown: str) -> None:
        """Add an option for one or more of some words: ``--naar pdf html``, or repeated.

        ``what`` says what another word is ("onbekend formaat"); ``shown`` is for the help.
        """
        choices = tuple(known)
        self._choices[flag] = frozenset(choices)
        self.add_argument(flag, type=one_of(what, choices), action="append", **shown)

    def read(self, words: Sequence[str]) -> argparse.Namespace:
        """The values of the words of a command line; raises ``UsageError``."""
        try:
            values, unknown = self.parse_known_intermixed_args(list(self._repeated(words)))
        except argparse.ArgumentError as error:
            raise self._fault(error.argument_name) from None
        if unknown:
            raise self._unknown(unknown)
        return values

    def error(self, message: str) -> NoReturn:
        """Where argparse would exit: something required is missing. Its English is not used."""
        del message
        raise self._fault(None)

    @property
    def options(self) -> tuple[argparse.Action, ...]:
        """The arguments that begin with a dash."""
        return tuple(a for a in self.arguments if a.option_strings)

    @property
    def positionals(self) -> tuple[argparse.Action, ...]:
        """The arguments that have a place instead of a name."""
        return tuple(a for a in self.arguments if not a.option_strings)

    def usage_line(self) -> str:
        """One line: the command with all it takes."""
        parts = [f"[{written(a)}]" for a in self.options]
        parts += [written(a) for a in self.positionals]
        return " ".join([self.prog, *parts])

    def _repeated(self, words: Sequence[str]) -> Iterator[str]:
        """The words, with a flag put again before each further choice that follows it."""
        flag, before = "", ""
        for word in words:
            if word in self._choices:
                flag = word
            elif word not in self._choices.get(flag, ()):
                flag = ""
            elif before != flag:
                yield flag
            yield word
            before = word

    def _fault(self, argument_name: str | None) -> UsageError:
        for action in self.options:
            if argument_name == "/".join(action.option_strings):
                name = action.option_strings[-1]
                if action.nargs == 0:
                    return UsageError(f"‘{name}’ krijgt geen waarde")
                return UsageError(f"na ‘{name}’ ontbreekt een waarde", written(action))
        needed = ", ".join(written(a) for a in self.positionals if a.required)
        return UsageError(f"er ontbreekt iets: {needed}", f"gebruik: {self.usage_line()}")

    def _unknown(self, words: Sequence[str]) -> UsageError:
        for word in words:
            if word.startswith("-"):
                name = word.partition("=")[0]
                known = [s for a in self.options for s in a.option_strings]
                advice = suggestion(name, known) or f"gebruik: {self.usage_line()}"
                return UsageError(f"onbekende optie ‘{name}’", advice)
        return UsageError(f"‘{words[0]}’ is te veel", f"gebruik: {self.usage_line()}")


def written(action: argparse.Action) -> str:
    """How an argument is written in a usage line."""
    name = str(action.metavar or action.dest.upper())
    if action.option_strings:
        flag = action.option_strings[-1]
        if action.nargs == "?":
            return f"{flag}[={name}]"
        return flag if action.nargs == 0 else f"{flag} {name}"
    if action.nargs in ("*", "?"):
        return f"[{name} ...]" if action.nargs == "*" else f"[{name}]"
    return f"{name} ..." if action.nargs == "+" else name


def suggestion(word: str, known: Iterable[str]) -> str:
    """``bedoelde u ‘...’?`` with the nearest known word, or nothing when none is near."""
    close = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"bedoelde u ‘{close[0]}’?" if close else ""


def one_of(what: str, known: Iterable[str]) -> Callable[[str], str]:
    """An argument type: one of some words; ``what`` says what another is ("onbekend formaat")."""
    words = tuple(known)

    def convert(text: str) -> str:
        if text in words:
            return text
        choices = f"kies uit: {', '.join(words)}"
        near = suggestion(text, words)
        raise UsageError(f"{what} ‘{text}’", f"{near} {choices}".strip())

    return convert


def day(text: str) -> str:
    """An argument type: a date as jjjj-mm-dd."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
        try:
            return date.fromisoformat(text).isoformat()
        except ValueError:
            pass
    raise UsageError(
        f"‘{text}’ is geen datum", "schrijf een datum als jjjj-mm-dd, zoals 2026-03-31"
    )
