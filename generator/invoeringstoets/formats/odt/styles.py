"""Automatic styles: what one paragraph, column or shape has besides its named style."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

__all__ = ["AutomaticStyles", "Wishes"]


@dataclass(frozen=True)
class Wishes:
    """What a paragraph wants besides its style.

    ``keep`` with the next one, begin a page (``page_break``) or one of a kind (``master``), and an
    alignment (``start``, ``end``, ``center``) and other white ``above`` and ``below`` it in cm.
    """

    keep: bool = False
    page_break: bool = False
    master: str = ""
    align: str = ""
    above: float | None = None
    below: float | None = None


@dataclass
class AutomaticStyles:
    """Gives each combination one style, named by us so that no template's name is met."""

    _names: dict[object, str] = field(default_factory=dict)
    _wishes: dict[str, tuple[str, Wishes]] = field(default_factory=dict)
    _written: list[str] = field(default_factory=list)

    def paragraph(self, parent: str, wishes: Wishes) -> str:
        """The name of the style of a paragraph of a named style with these wishes."""
        properties = (
            (' fo:keep-with-next="always"' if wishes.keep else "")
            + (' fo:break-before="page"' if wishes.page_break else "")
            + (f' fo:text-align="{wishes.align}"' if wishes.align else "")
            + _white("top", wishes.above)
            + _white("bottom", wishes.below)
        )
        master = f' style:master-page-name="{wishes.master}"' if wishes.master else ""
        number = ' style:page-number="auto"' if wishes.master else ""
        name = self.add(
            "paragraph",
            f"<style:paragraph-properties{properties}{number}/>",
            attributes=f' style:parent-style-name="{parent}"{master}',
        )
        self._wishes[name] = (parent, wishes)
        return name

    def kept(self, name: str) -> str:
        """The name of a style of paragraphs like this one that stay with the next one."""
        parent, wishes = self._wishes.get(name, (name, Wishes()))
        return self.paragraph(parent, replace(wishes, keep=True))

    def add(self, family: str, properties: str, *, attributes: str = "") -> str:
        """The name of the style of a family with these properties (XML)."""
        key = (family, properties, attributes)
        if key not in self._names:
            name = self._names[key] = f"it{len(self._names) + 1}"
            self._written.append(
                f'<style:style style:name="{name}" style:family="{family}"{attributes}>'
                f"{properties}</style:style>"
            )
        return self._names[key]

    def xml(self) -> str:
        """All styles that were asked for, in that order."""
        return "".join(self._written)


def _white(side: str, size: float | None) -> str:
    return "" if size is None else f' fo:margin-{side}="{size:.3f}cm"'
