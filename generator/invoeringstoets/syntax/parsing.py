"""The whole way from a text to its data with positions.

The part that explains is loaded only for a text that may be unsound.
"""

from __future__ import annotations

from invoeringstoets import syntax
from invoeringstoets.diagnostic import Checked
from invoeringstoets.source import Source
from invoeringstoets.syntax import usual
from invoeringstoets.syntax.tree import Tree


def parse(source: Source) -> Checked[Tree]:
    """The data of a text with its positions, and all that is wrong with it as YAML.

    There is a tree only if its data are sound; duplicate keys are reported and leave a tree in
    which the first of the two counts.
    """
    sound = usual.read(source.text)
    return syntax.explained(source) if sound is None else Checked(Tree(source, sound[0]))
