"""A report as the bytes of a PDF, with its title and language."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPdfWriter

from magdesk.report.blocks import Document
from magdesk.ui.export.paper_pages import paint_paper, paper_of, set_up_paper

DOTS = 1200
_XMP = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>'
    "<dc:language><rdf:Bag><rdf:li>en</rdf:li></rdf:Bag></dc:language>"
    "</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>"
)


def pdf_bytes(report: Document, page_words: str) -> bytes:
    """Return the whole PDF; ``page_words`` holds ``{page}`` and ``{pages}`` as places."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS)
    set_up_paper(writer)
    writer.setTitle(report.title)
    writer.setCreator("magdesk")
    writer.setDocumentXmpMetadata(_XMP.format(title=escape(report.title)).encode())
    painted = paint_paper(paper_of(report, writer, page_words), writer)
    del writer  # it writes to the buffer to its end
    if not painted:
        raise OSError("the pages could not be painted")
    return bytes(buffer.data().data())


def unwritten_paper() -> QPdfWriter:
    """Return a device to lay pages out for, of which nothing is written."""
    nowhere = QBuffer()
    writer = QPdfWriter(nowhere)
    nowhere.setParent(writer)  # it has to live as long
    writer.setResolution(DOTS)
    set_up_paper(writer)
    return writer
