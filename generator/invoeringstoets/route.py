"""A symbolic place in a toets: the way from the root of the data to a value."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Route:
    """The steps (keys and list indexes) from the root of a file to one value.

    Checks speak routes and never lines; one place turns a route into a span.
    ``Route() / "acties" / 0 / "termijn"`` is written ``acties[0].termijn``.
    """

    steps: tuple[str | int, ...] = field(default=())

    def __truediv__(self, step: str | int) -> Route:
        return Route((*self.steps, step))

    def __str__(self) -> str:
        text = ""
        for step in self.steps:
            text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
        return text or "(hele bestand)"

    @property
    def parent(self) -> Route:
        """The route one step up; the root is its own parent."""
        return Route(self.steps[:-1])


ROOT = Route()
