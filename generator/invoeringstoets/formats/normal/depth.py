"""How deep headings go, and the same blocks with every heading deeper."""

from __future__ import annotations

from dataclasses import replace

from invoeringstoets.document import (
    Action,
    Block,
    Blocks,
    Callout,
    Conclusion,
    Definition,
    DefinitionList,
    Heading,
    ListBlock,
    Quote,
)

DEEPEST = 6
"""The deepest heading that HTML, Markdown and PDF 1.7 know."""


def lowered(nodes: Blocks, by: int) -> Blocks:
    """Blocks in normal shape with each heading so much deeper, but never below ``DEEPEST``."""
    return tuple([_lowered(node, by) for node in nodes])


def _lowered(node: Block, by: int) -> Block:
    match node:
        case Heading(level):
            return replace(node, level=min(level + by, DEEPEST))
        case Conclusion():
            return replace(
                node,
                level=min(node.level + by, DEEPEST),
                blocks=lowered(node.blocks, by),
                actions=tuple(_action(action, by) for action in node.actions),
            )
        case ListBlock(items):
            return replace(node, items=tuple(lowered(item, by) for item in items))
        case DefinitionList(items):
            return DefinitionList(tuple(_definition(item, by) for item in items))
        case Callout() | Quote():
            return replace(node, blocks=lowered(node.blocks, by))
        case _:
            return node


def _definition(node: Definition, by: int) -> Definition:
    return replace(node, description=lowered(node.description, by))


def _action(node: Action, by: int) -> Action:
    return replace(node, blocks=lowered(node.blocks, by))
