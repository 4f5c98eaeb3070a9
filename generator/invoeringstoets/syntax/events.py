"""The loop over YAML events that builds data and positions; never recursive, bounded in depth.

PyYAML's loaders crash on deeply nested text; its event stream does not. This loop explains; a text
in which nothing is unusual does not come here (``usual``), unless it is asked where things stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import yaml

from invoeringstoets.route import Route
from invoeringstoets.syntax import faults
from invoeringstoets.syntax.decoding import MAX_SIZE
from invoeringstoets.syntax.faults import Fault
from invoeringstoets.syntax.frame import IN_LIST, NO_KEY, Frame
from invoeringstoets.syntax.pasted import hard_indent, hard_space_at
from invoeringstoets.syntax.place import Place
from invoeringstoets.syntax.problems import explain
from invoeringstoets.syntax.scalars import typed
from invoeringstoets.syntax.stream import MAX_DEPTH, EventParser

MAX_FAULTS = 100
"""After so many faults reading stops: more would help nobody."""

_Event: TypeAlias = Any
"""An event with more attributes than its published types have."""
_BOM = "\ufeff"
_BLOCK_STYLES = ("|", ">")
_CONTROL = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)
_MERGE = "<<"
_SKIP = object()
_TWICE = "T020"
_INDENTATION = "T008"
"""A line at the wrong level explains the key that seems to stand there twice."""
_NOTHING: list[Place] = []
_NO_KEYS: dict[str, tuple[int, int]] = {}


@dataclass
class Reading:
    """What came of a text: the data, the place of its root, the faults in order of finding.

    ``repeated`` holds the routes of keys that were there before; only the first of each counts.
    """

    data: object = None
    place: Place | None = None
    faults: list[Fault] = field(default_factory=list)
    repeated: list[Route] = field(default_factory=list)


def read(text: str) -> Reading:
    """Read a text as YAML; never raises, whatever the text is."""
    fault = _unreadable(text)
    if fault:
        return Reading(faults=[fault])
    builder = Builder(text)
    shift = 1 if text.startswith(_BOM) else 0
    builder.run(text[shift:], shift)
    return builder.reading


def scalars(text: str) -> Iterator[tuple[int, int, int]]:
    """Per scalar three offsets: its first character, where its text begins, and its end.

    Of a block scalar the text begins after the line with its indicator, where a comment may be.
    Raises ``yaml.YAMLError`` where the text stops being YAML.
    """
    shift = 1 if text.startswith(_BOM) else 0
    next_event = EventParser(text[shift:]).get_event
    event: _Event = next_event()
    while not isinstance(event, yaml.StreamEndEvent):
        kind = type(event)
        if kind is yaml.ScalarEvent:
            start, end = event.start_mark.index + shift, event.end_mark.index + shift
            begin = text.find("\n", start) if event.style in _BLOCK_STYLES else start
            yield start, begin if begin >= 0 else end, end
        event = next_event()


def _unreadable(text: str) -> Fault | None:
    if len(text) > MAX_SIZE:
        return faults.too_large(MAX_SIZE // 1024**2)
    control = _CONTROL.search(text)
    if control:
        return faults.control_character(text, control.start())
    if 4 * len(text) > MAX_SIZE and len(text.encode()) > MAX_SIZE:
        return faults.too_large(MAX_SIZE // 1024**2)
    return None


class Builder:
    """Turns the events of one text into a reading."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.reading = Reading()
        self._stack: list[Frame] = []
        self._end = 0
        self._shift = 0
        self._quoted: tuple[int, int] | None = None
        self._merge: Fault | None = None

    def run(self, text: str, shift: int) -> None:
        """Read all events; ``shift`` is the offset in the whole text at which ``text`` begins."""
        self._shift = shift
        found = self.reading.faults
        # Not an attribute: that would be a cycle, and keep every tree until it is collected.
        handlers = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._open,
            yaml.SequenceStartEvent: self._open,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
            yaml.StreamEndEvent: self._finish,
        }
        try:
            next_event = EventParser(text).get_event
            stop = False
            while not stop and (event := next_event()) is not None:
                handler = handlers.get(type(event))
                if handler is not None:
                    stop = handler(event) or len(found) >= MAX_FAULTS
        except yaml.MarkedYAMLError as error:
            self._problem(error)

    def _finish(self, _: _Event) -> bool:
        """Say so if there was nothing at all; always true (stop)."""
        if self.reading.place is None and not self.reading.faults:
            self.reading.faults.append(faults.empty())
        return True

    def _problem(self, error: yaml.MarkedYAMLError) -> None:
        bracket = next((frame.start for frame in reversed(self._stack) if frame.flow), None)
        fault = explain(self.text, error, shift=self._shift, quoted=self._quoted, bracket=bracket)
        line_start = self.text.rfind("\n", 0, fault.start) + 1
        if fault.code == _INDENTATION:
            known = self.reading.faults
            known[:] = [k for k in known if k.fatal or k.start < line_start]
        if not any(known.start >= line_start for known in self.reading.faults):
            self.reading.faults.append(fault)

    def _span(self, event: _Event) -> tuple[int, int]:
        return event.start_mark.index + self._shift, event.end_mark.index + self._shift

    def _document(self, event: _Event) -> bool:
        """Note the start of a document; true (stop) if it is the second."""
        if event.version or event.tags:
            start = event.start_mark.index + self._shift
            self.reading.faults.append(faults.directive(start, self.text.index("\n", start)))
        if self.reading.place is None:
            return False
        self.reading.faults.append(faults.second_document(*self._span(event)))
        return True

    def _decorated(self, event: _Event) -> None:
        """Refuse an anchor or a tag on a node."""
        start = event.start_mark.index + self._shift
        end = start + len(self.text[start : start + 80].split(maxsplit=1)[0])
        if event.anchor is not None:
            self.reading.faults.append(faults.anchor(start, end))
        if event.tag is not None:
            self.reading.faults.append(faults.tag(start, end))

    def _scalar(self, event: _Event) -> None:
        start, end = event.start_mark.index + self._shift, event.end_mark.index + self._shift
        self._end = end
        if event.anchor is not None or event.tag is not None:
            self._decorated(event)
        value, plain = event.value, event.implicit[0]
        if not plain:
            self._quoted = (start, end)
            if _CONTROL.search(value):
                self.reading.faults.append(faults.hidden_control_character(start, end))
        frame = self._stack[-1] if self._stack else None
        if frame is None or frame.key is not NO_KEY:
            # Made without a call to its constructor, which takes three times as long.
            place = tuple.__new__(Place, (start, end, _NOTHING, _NO_KEYS))
            self._place(typed(value) if plain else value, place)
        elif value in frame.keys or not value.isascii() or value == _MERGE:
            self._key(frame, value, span=(start, end), plain=plain)
        else:
            frame.keys[value] = (start, end)
            frame.key = value

    def _key(self, frame: Frame, key: str, *, span: tuple[int, int], plain: bool) -> None:
        first = frame.keys.get(key)
        hard = hard_indent(key) if plain else 0
        if hard:
            self.reading.faults.append(hard_space_at(span[0], span[0] + hard))
        elif plain and key == _MERGE:
            self._merge = faults.merge_key(*span)
            self.reading.faults.append(self._merge)
        elif first is not None:
            self._again(frame, key, span=span)
        else:
            frame.keys[key] = span
            frame.key = key
            return
        frame.key = _SKIP

    def _again(self, frame: Frame, key: str, *, span: tuple[int, int]) -> None:
        """Note a key that was there before; of a piece that is there twice, the first key only."""
        self.reading.repeated.append(self._route() / key)
        found = self.reading.faults
        if frame.goes_on:
            if found and found[-1].code == _TWICE and found[-1].start > frame.start:
                found[-1] = faults.duplicate_piece(found[-1])
            return
        item = len(self._stack) > 1 and self._stack[-2].key is IN_LIST and frame.begins_with(key)
        frame.note_repeated(item=item)
        lines = self._line(frame.keys[key][0]), self._line(span[0])
        found.append(faults.duplicate_key(key, span, lines=lines, item=item))

    def _route(self) -> Route:
        """Where the mapping or list under construction is."""
        return Route(
            tuple(
                len(frame.items) if isinstance(frame.items, list) else str(frame.key)
                for frame in self._stack[:-1]
            )
        )

    def _line(self, offset: int) -> int:
        return self.text.count("\n", 0, offset) + 1

    def _place(self, value: object, place: Place) -> None:
        """Put a finished value where it belongs: the root, a list, or under the last key."""
        if not self._stack:
            self.reading.data, self.reading.place = value, place
            return
        frame = self._stack[-1]
        key = frame.key
        if key is IN_LIST:
            frame.data.append(value)
            frame.items.append(place)
            return
        frame.key = NO_KEY
        if key is NO_KEY:
            self.reading.faults.append(faults.complex_key(place.start, place.start + 1))
            frame.key = _SKIP
        elif key is not _SKIP:
            frame.data[key] = value
            frame.items[key] = place

    def _open(self, event: _Event) -> bool:
        """Begin a mapping or list; true (stop) if it lies too deep."""
        if event.anchor is not None or event.tag is not None:
            self._decorated(event)
        start, self._end = self._span(event)
        if len(self._stack) >= MAX_DEPTH:
            self.reading.faults.append(faults.too_deep(start, MAX_DEPTH))
            return True
        data: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
        self._stack.append(Frame(data, start, flow=bool(event.flow_style)))
        return False

    def _close(self, event: _Event) -> None:
        frame = self._stack.pop()
        if frame.flow:
            self._end = event.end_mark.index + self._shift
        self._place(frame.data, Place(frame.start, self._end, frame.items, frame.keys))

    def _alias(self, event: _Event) -> None:
        span = self._span(event)
        self._end = span[1]
        if self.reading.faults[-1:] != [self._merge]:
            self.reading.faults.append(faults.anchor(*span))
        frame = self._stack[-1] if self._stack else None
        if frame is not None and frame.key is NO_KEY:
            frame.key = _SKIP
        else:
            self._place(None, Place(*span))
