"""The list of contents as fields (ECMA-376 part 1, 17.16): Word renews it, LibreOffice counts.

Page numbers are only known to who lays out the pages. Each line has a ``PAGEREF`` field, which
LibreOffice works out by itself, save inside a ``TOC`` field: there it keeps the words of the file.
So that field, with which Word makes the list again, is offered as markup for programs that know
Word 2013 (ECMA-376 part 3, alternate content), and stands in the file as one to be worked out anew
(``w:dirty``).
"""

from __future__ import annotations

__all__ = ["TABLE_END", "page_of", "table_of_contents"]

_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_WORD_2013 = "http://schemas.microsoft.com/office/word/2012/wordml"


def _for_word(inner: str) -> str:
    """A run that only Word reads."""
    return (
        f'<w:r><mc:AlternateContent xmlns:mc="{_MC}" xmlns:w15="{_WORD_2013}">'
        f'<mc:Choice Requires="w15">{inner}</mc:Choice></mc:AlternateContent></w:r>'
    )


def table_of_contents(depth: int) -> str:
    """The beginning of a list of the headings down to a level; its lines come after this."""
    code = f' TOC \\o "1-{depth}" \\h \\z \\u '
    return (
        _for_word('<w:fldChar w:fldCharType="begin" w:dirty="true"/>')
        + _for_word(f'<w:instrText xml:space="preserve">{code}</w:instrText>')
        + _for_word('<w:fldChar w:fldCharType="separate"/>')
    )


TABLE_END = _for_word('<w:fldChar w:fldCharType="end"/>')
"""The end of a list of contents."""


def page_of(bookmark: str) -> str:
    """The number of the page on which a bookmark stands; a dash until it is worked out."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> PAGEREF {bookmark} \\h </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>–</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
