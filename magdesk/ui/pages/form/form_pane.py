"""The detail pane: everything that is known of the chosen form."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from magdesk.knowledge.loader import Library
from magdesk.knowledge.records.form_records import Form
from magdesk.ui.cited_text.passages import Monograph
from magdesk.ui.cited_text.rich_text import (
    TextLook,
    facts_html,
    passages_html,
    side_by_side_html,
    sources_html,
)
from magdesk.ui.cited_text.text_view import TEXT_INSET, TextView
from magdesk.ui.look.theme import unit
from magdesk.ui.pages.form.label_sum import LabelSum
from magdesk.ui.pages.form.monograph import compose, plain_text
from magdesk.ui.settings.settings import Settings
from magdesk.ui.widgets.access.accessible_roles import as_page
from magdesk.ui.widgets.access.expander import as_expander
from magdesk.ui.widgets.access.focus import RESERVE, hand_on_focus
from magdesk.ui.widgets.buttons import Button, IconButton
from magdesk.ui.widgets.cards import Card, Panel
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.scroll import ScrollPage
from magdesk.ui.widgets.text import Heading, Paragraph

CLAIMS_PAGE = "claims-checked"
"""The page of Learn that checks all its claims."""

_WIDE = 520.0
"""From this width in u on, opinion and trials stand in two columns."""
_TEXT_MOST = 720.0


class DetailHeader(QWidget):
    """Stays in place while the text below scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self._title = Heading("", "page")
        self._title.setWordWrap(True)
        self._names = Paragraph("", "small", "text2")
        self.copy = IconButton("copy", self.tr("Copy this text"))
        self.copy.identifier("detail.copy")
        self.close_button = IconButton("close", self.tr("Close the details (Esc)"))
        self.close_button.identifier("detail.close")
        one = unit(self)
        column = spaced(QVBoxLayout(self), 2 * one, 18 * one, 10 * one, 9 * one, 6 * one)
        row = spaced(QHBoxLayout(), 2 * one)
        row.addWidget(self._title, 1)
        row.addWidget(self.copy)
        row.addWidget(self.close_button)
        column.addLayout(row)
        column.addWidget(self._names)

    def set_names(self, title: str, names: str) -> None:
        """Show the form's name and the names that stand on labels."""
        self._title.setText(title)
        self._names.setText(names)
        self._names.setVisible(bool(names))


class DisclosureButton(Button):
    """Checked while the text is open; the arrow says so too."""

    def __init__(self, text: str) -> None:
        super().__init__(text, "secondary", "chevron_right")
        self.setCheckable(True)
        as_expander(self)
        self.toggled.connect(self._turn_arrow)

    def _turn_arrow(self, is_open: bool) -> None:
        self.set_icon_name("chevron_down" if is_open else "chevron_right")


class DetailPane(Panel):
    """Shows one form; ``set_form`` is cheap to call for a form that is shown already."""

    closed = Signal()
    open_learn = Signal(str)
    label_requested = Signal(str)

    def __init__(self, library: Library, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__("surface", (), parent)
        self._library = library
        self._settings = settings
        self.form: Form | None = None
        self._monograph: Monograph | None = None
        self._is_wide = False
        self.identifier("detail")
        self.header = DetailHeader()
        self.scroll_page = ScrollPage(_TEXT_MOST)
        self.facts = TextView(self.tr("At a glance"), self.scroll_page)
        self.text = TextView(self.tr("What is known"), self.scroll_page)
        self.practice = TextView(self.tr("Taking it"), self.scroll_page)
        self.label_sum = LabelSum(library)
        self.label = Button(self.tr("What is in my product?"), "link", "label")
        self.label.identifier("detail.label")
        self.disclosure = DisclosureButton(self.tr("Details for professionals"))
        self.disclosure.identifier("detail.professional")
        self.professional = TextView(self.tr("Details for professionals"), self.scroll_page)
        self.professional.hide()
        self.sources = TextView(self.tr("Sources"), self.scroll_page)
        self.claims = Button(self.tr("All claims of the article, checked"), "link")
        self.claims.identifier("detail.claims")
        self._arrange()
        self._connect()
        self._set_tab_order()
        self.set_form(None)
        self._take_setting("detail_level")

    def set_form(self, form: Form | None) -> None:
        """Show this form from its beginning; None: no form is chosen."""
        if form is self.form and self._monograph is not None:
            return
        self.form = form
        self._monograph = None if form is None else compose(self._library, form)
        self._show()
        self.scroll_page.to_top()

    def _take_setting(self, name: str) -> None:
        """Open or close the details for professionals."""
        if name == "detail_level":
            self.disclosure.setChecked(self._settings.values.detail_level == "detail")

    def copy_text(self) -> None:
        """Put everything about the form on the clipboard as plain text."""
        if self._monograph is not None:
            QGuiApplication.clipboard().setText(plain_text(self._monograph, self.tr("Sources")))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the facts; a focus proxy would make Tab pass over the buttons."""
        super().focusInEvent(event)
        hand_on_focus(self, self.facts, event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (self.width() >= _WIDE * unit(self)) != self._is_wide:
            self._show()

    def _arrange(self) -> None:
        one = unit(self)
        column = spaced(QVBoxLayout(self))
        column.addWidget(self.header)
        column.addWidget(self.scroll_page, 1)
        column.addStretch(0)
        body = self.scroll_page.body
        spaced(body, 4 * one, 12 * one, 4 * one, 9 * one, 20 * one)
        self._box = Card(fill="window")
        self._box.body.setContentsMargins(*(round(side * one) for side in (6, 3, 6, 1)))
        self._box.body.addWidget(self.facts)
        body.addLayout(_indented(self._box, TEXT_INSET * one))
        body.addWidget(self.label_sum)
        body.addLayout(_indented(self.label, 2 * one))
        body.addSpacing(round(5 * one))
        body.addWidget(self.text)
        body.addLayout(_indented(self.claims, 2 * one))
        body.addWidget(self.practice)
        body.addSpacing(round(10 * one))
        body.addLayout(_indented(self.disclosure, (TEXT_INSET - RESERVE) * one))
        body.addWidget(self.professional)
        body.addWidget(self.sources)
        body.addStretch(1)

    def _set_tab_order(self) -> None:
        stops: tuple[QWidget, ...] = (
            self.header.copy,
            self.header.close_button,
            self.facts,
            self.label_sum.variant,
            self.label_sum.amount.edit,
            self.label,
            self.text,
            self.claims,
            self.practice,
            self.disclosure,
            self.professional,
            self.sources,
        )
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self.header.close_button.clicked.connect(self.closed)
        self.header.copy.clicked.connect(self.copy_text)
        self.claims.clicked.connect(self._open_claims)
        self.label.clicked.connect(self._ask_for_label)
        self.disclosure.toggled.connect(self._show_professional)
        self._settings.changed.connect(self._take_setting)

    def _show(self) -> None:
        self._is_wide = self.width() >= _WIDE * unit(self)
        monograph = self._monograph
        self.scroll_page.setVisible(monograph is not None)
        self.header.copy.setEnabled(monograph is not None)
        if monograph is None or self.form is None:
            as_page(self, self.tr("Details"))
            self.header.set_names(self.tr("No form is chosen"), "")
            return
        as_page(self, self.tr("Details of {form}").format(form=monograph.title))
        self.header.set_names(monograph.title, monograph.names)
        wide, references, heading = self._is_wide, monograph.references, self.tr("Sources")
        practice = (*monograph.practice, *monograph.composition)
        self.facts.show_text(lambda look: facts_html(monograph.facts, look))
        self.text.show_text(lambda look: _evidence_html(monograph, look, wide=wide))
        self.practice.show_text(lambda look: passages_html(practice, references, look))
        self.label_sum.set_form(self.form)
        self.sources.show_text(lambda look: sources_html(heading, references, look))
        self._show_professional()

    def _show_professional(self) -> None:
        monograph, is_open = self._monograph, self.disclosure.isChecked()
        self.professional.setVisible(is_open)
        if is_open and monograph is not None:
            self.professional.show_text(
                lambda look: passages_html(monograph.professional, monograph.references, look)
            )

    def _ask_for_label(self) -> None:
        """Hand on the amount that stands here, as a label would say it."""
        if self.form is not None:
            self.label_requested.emit(self.label_sum.as_label())

    def _open_claims(self) -> None:
        self.open_learn.emit(CLAIMS_PAGE)


def _evidence_html(monograph: Monograph, look: TextLook, *, wide: bool) -> str:
    """Opinion and trials, beside one another where there is room, then the claims."""
    references, opinion, trials = monograph.references, monograph.opinion, monograph.trials
    if wide:
        both = side_by_side_html(opinion, trials, references, look)
    else:
        both = passages_html((*opinion, *trials), references, look)
    uses = passages_html(monograph.uses, references, look)
    return uses + both + passages_html(monograph.checked, references, look)


def _indented(widget: QWidget, side: float) -> QHBoxLayout:
    """A row with the widget, its shape in line with the text."""
    row = QHBoxLayout()
    row.setContentsMargins(round(side), 0, round(side), 0)
    row.addWidget(widget)
    if isinstance(widget, Button):
        row.addStretch(1)
    return row
