"""A report as one web page: complete, accessible by itself, and good in black and white."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from magdesk.report.blocks import (
    Block,
    Document,
    Facts,
    Grid,
    Items,
    Line,
    Paragraph,
    Ruled,
    Running,
    Section,
    Verdict,
)

STYLE = (
    "body{font-family:sans-serif;max-width:46em;margin:2em auto;padding:0 1em;line-height:1.4;"
    "color:#000;background:#fff}"
    "h1{font-size:1.5em;margin-bottom:.2em}h2{font-size:1.15em;margin-bottom:.3em}"
    "h3{font-size:1em;margin:.6em 0 .2em}.verdict{border:2px solid #000;padding:.6em .8em}"
    "table{border-collapse:collapse;width:100%}"
    "th,td{text-align:left;vertical-align:top;padding:.25em .5em;border:1px solid #808080}"
    ".facts th,.facts td{border:0;padding:.1em .8em .1em 0}.facts th{width:11em}"
    "thead th{background:#eee}thead{display:table-header-group}"
    "tr,li,.verdict{break-inside:avoid}ul.boxes{list-style:'\u2610  '}"
    ".line{border-bottom:1px solid #808080;height:1.8em}small{font-size:.85em}a{color:inherit}"
    "@page{margin:15mm}@media print{body{margin:0;max-width:none}}"
)


def as_html(document: Document, language: str = "en") -> str:
    """Return the whole page; all text is escaped and nothing is loaded from elsewhere."""
    title = escape(document.title)
    head = [f"<h1>{title}</h1>"]
    head += [f"<p>{escape(text)}</p>" for text in (document.subtitle, *document.edge) if text]
    body = "\n".join([*head, *map(_section, document.sections)])
    foot = f"<footer><p><small>{escape(document.footer)}</small></p></footer>\n"
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}"><head><meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n'
        f"<title>{title}</title><style>{STYLE}</style></head>\n"
        f"<body>\n<main>\n{body}\n</main>\n{foot if document.footer else ''}</body></html>\n"
    )


def _section(section: Section) -> str:
    heading = f"<h2>{escape(section.heading)}</h2>\n" if section.heading else ""
    blocks = "\n".join(part for block in section.blocks for part in _block(block))
    return f'<section id="{escape(section.id)}">\n{heading}{blocks}\n</section>'


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(line=line, small=small):
            words = _line(line)
            yield f"<p><small>{words}</small></p>" if small else f"<p>{words}</p>"
        case Running(lines=lines):
            yield "<p><small>" + " ".join(map(_line, lines)) + "</small></p>"
        case Items(lines=lines, heading=heading, boxes=boxes):
            if heading:
                yield f"<h3>{escape(heading)}</h3>"
            kind = ' class="boxes"' if boxes else ""
            yield (
                f"<ul{kind}>\n" + "\n".join(f"<li>{_line(line)}</li>" for line in lines) + "\n</ul>"
            )
        case Facts(rows=rows):
            cells = (
                f'<th scope="row">{escape(name)}</th><td>{_line(line)}</td>' for name, line in rows
            )
            yield '<table class="facts"><tbody>\n' + _rows(cells) + "\n</tbody></table>"
        case Grid(headings=headings, rows=rows):
            head = "".join(f'<th scope="col">{escape(heading)}</th>' for heading in headings)
            body = _rows(map(_grid_row, rows))
            yield f"<table><thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody></table>"
        case Verdict(title=title, text=text):
            yield f'<div class="verdict"><p><strong>{escape(title)}</strong></p>'
            yield f"<p>{escape(text)}</p></div>" if text else "</div>"
        case Ruled(count=count):
            yield '<div aria-hidden="true">' + '<div class="line"></div>' * count + "</div>"


def _rows(cells: Iterable[str]) -> str:
    return "\n".join(f"<tr>{row}</tr>" for row in cells)


def _grid_row(row: tuple[str, ...]) -> str:
    name, *rest = row
    return f'<th scope="row">{escape(name)}</th>' + "".join(
        f"<td>{escape(cell)}</td>" for cell in rest
    )


def _line(line: Line) -> str:
    lead = f"<b>{escape(line.lead)}</b> " if line.lead else ""
    text = escape(line.text)
    if line.link:
        text = f'<a href="{escape(line.link)}">{text}</a>'
    return lead + text
