"""An HTML file as a browser has it."""

from __future__ import annotations

from lxml import html as parser

from readers.items import BULLET, Reading, linked, noted

_INLINE = {"strong", "em", "a", "sup", "br", "span"}
_THROUGH = {"div", "section", "header", "aside", "dl", "dd", "figure", "blockquote"}
_SKIPPED = {"nav", "hr", "footer", "img"}


def read(file: bytes) -> Reading:
    """The items of a page; its furniture is the footer."""
    root = parser.document_fromstring(file.decode("utf-8"))
    (main,) = root.xpath("//main")
    reading = Reading(furniture=" ".join(root.xpath("//footer//text()")))
    _Reader(root, reading).all(main, 0)
    return reading


class _Reader:
    def __init__(self, root: parser.HtmlElement, reading: Reading) -> None:
        self.root, self.reading = root, reading

    def all(self, node: parser.HtmlElement, depth: int) -> None:
        """What is in an element: runs of text, and the elements between them."""
        run = node.text or ""
        for child in node:
            if child.tag in _INLINE:
                run += self.inline(child)
            else:
                self.reading.add("text", run)
                self.block(child, depth)
                run = ""
            run += child.tail or ""
        self.reading.add("text", run)

    def block(self, node: parser.HtmlElement, depth: int) -> None:
        tag = node.tag
        if tag in _THROUGH:
            if "footnotes" not in node.get("class", ""):
                self.all(node, depth)
        elif tag in {"ul", "ol"}:
            self.listing(node, depth + 1)
        elif tag == "table":
            self.table(node)
        elif tag not in _SKIPPED:
            self.line(node)

    def line(self, node: parser.HtmlElement) -> None:
        tag = node.tag
        if tag in {"p", "figcaption"}:
            quoted = node.getparent().tag == "blockquote"
            self.reading.add("quote" if quoted else "text", self.words(node))
        elif tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            self.reading.add("heading", self.words(node), int(tag[1]))
        elif tag == "dt":
            self.reading.add("term", self.words(node))
        elif tag == "svg":
            self.reading.add("figure", node.get("aria-label"))
        else:
            raise AssertionError(f"an element {tag} where text is expected")

    def listing(self, node: parser.HtmlElement, depth: int) -> None:
        for number, item in enumerate(node, 1):
            self.reading.add("item", f"{number}." if node.tag == "ol" else BULLET, depth)
            self.all(item, depth)

    def table(self, node: parser.HtmlElement) -> None:
        for caption in node.findall("caption"):
            self.reading.add("text", self.words(caption))
        cells = node.xpath("thead/tr/*|tbody/tr/*")
        self.reading.add("table", str(len(node.xpath("thead/tr/th"))))
        kinds = {"col": "header", "row": "rowheader", None: "cell"}
        for cell in cells:
            self.reading.add(kinds[cell.get("scope")], self.words(cell))

    def words(self, node: parser.HtmlElement) -> str:
        return (node.text or "") + "".join(self.inline(c) + (c.tail or "") for c in node)

    def inline(self, node: parser.HtmlElement) -> str:
        if node.tag == "br":
            return " "
        if node.get("class") == "note-mark":
            (mark,) = node
            return self.note(mark.get("href")[1:], mark.text)
        if node.get("role") == "doc-backlink":
            return ""
        if node.tag == "a":
            return linked(self.words(node), node.get("href"))
        assert node.tag in _INLINE, f"an element {node.tag} inside a line"
        return self.words(node)

    def note(self, name: str, number: str) -> str:
        note = self.root.get_element_by_id(name)
        assert note.getparent().index(note) + 1 == int(number), "a note has another number"
        return noted(number, self.words(note))
