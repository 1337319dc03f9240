"""The page *Label*: what is in a product, one sum of all of them, and food."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from magdesk.answer_sheet.answer_sheet import AnswerSheet
from magdesk.intake.product_entry import Entry, product_reader
from magdesk.knowledge.loader import Library
from magdesk.knowledge.question_ids import FOOD_MG, SUPPLEMENT_MG
from magdesk.report.sum_words import region_line, sum_notes
from magdesk.ui.look.theme import unit
from magdesk.ui.pages.label import told_of_product
from magdesk.ui.pages.label.entries import Entries
from magdesk.ui.pages.label.food.food_view import FoodView
from magdesk.ui.pages.label.label_view import LabelView
from magdesk.ui.widgets.access.accessible_roles import as_page
from magdesk.ui.widgets.access.announce import announce
from magdesk.ui.widgets.amounts.figures_in_sentences import in_local_figures
from magdesk.ui.widgets.amounts.shown_number import number_locale, shown_mg
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.cards import Panel
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.layouts.button_row import ButtonRow
from magdesk.ui.widgets.text import Heading, Paragraph


class LabelPage(Panel):
    """``figure_used`` tells that a figure was put into the answers and the questions go on."""

    figure_used = Signal()
    save_asked = Signal()
    open_asked = Signal()

    def __init__(self, library: Library, sheet: AnswerSheet) -> None:
        super().__init__("surface", ())
        self._library = library
        self._sheet = sheet
        self._person = sheet.person
        self._question = ""
        self._locale = number_locale(library.number_table)
        self.entries = Entries(product_reader(library, self._locale), library.limits)
        self.entries.take(sheet.products)
        self.label = LabelView(library, self.entries, self._locale, sheet.region)
        self.food: FoodView | None = None
        self._arrange()
        self.label.changed.connect(self._keep)
        self.label.food.clicked.connect(self.open_food)
        sheet.listen(self._take_sheet)
        self._show_place()

    # --- ways in ----------------------------------------------------------------------------

    def open_text(self, text: str) -> None:
        """Read a label that was typed elsewhere; what is open stays where it is another one."""
        self.open_label()
        if not text.strip() or text == self.label.text.text():
            return
        self.entries.add(Entry(text))
        self.label.show_all(afresh=True)
        self._keep()

    def open_label(self) -> None:
        self.views.setCurrentWidget(self.label)
        self._show_place()

    def open_food(self) -> None:
        if self.food is None:
            self.food = FoodView(self._library, self._sheet)
            self.food.changed.connect(self._show_place)
            self.views.addWidget(self.food)
            last: QWidget = self.food.finder.results
            for after in (self.copy, self.use, self.back, self.open, self.save):
                self.setTabOrder(last, after)
                last = after
        self.views.setCurrentWidget(self.food)
        self._show_place()
        QTimer.singleShot(0, self, self._focus_first)

    def work_out(self, question: str) -> None:
        """Work out the figure of a question, and offer to bring it back."""
        self._question = question
        if question == FOOD_MG:
            self.open_food()
        else:
            self.open_label()

    # --- what follows -----------------------------------------------------------------------

    @property
    def shows_food(self) -> bool:
        return self.food is not None and self.views.currentWidget() is self.food

    def _figure(self) -> int | float | None:
        """The figure that goes back to the question; None where there is none yet."""
        if self.shows_food:
            return None if self.food is None else self.food.mg
        total = self.entries.total()
        if not total.products:
            return None
        mg = total.supplement_mg
        return int(mg) if mg == int(mg) else mg

    def _keep(self) -> None:
        self._sheet.set_products(self.entries.as_products())
        self._show_place()

    def _take_sheet(self) -> None:
        """Show what the sheet holds after a file was opened, or after everything was forgotten."""
        self.label.set_region(self._sheet.region)
        if self._sheet.person != self._person:
            self._person = self._sheet.person
            self._question = ""
            self.entries.clear()
            self.entries.take(self._sheet.products)
            self.label.fields.forget_price()
            self.label.show_all(afresh=True)
        elif self._sheet.products != self.entries.as_products():
            self.entries.take(self._sheet.products)
            self.label.show_all(afresh=True)
        if self.food is not None:
            self.food.take_sheet()
        self._show_place()

    # --- what a person does -----------------------------------------------------------------

    def _use(self) -> None:
        figure = self._figure()
        if figure is None:
            return
        question = FOOD_MG if self.shows_food else SUPPLEMENT_MG
        self._sheet.set_answer(question, figure)
        self._question = ""
        self._show_place()
        self.figure_used.emit()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._words())
        announce(self.copy, self.tr("Copied"))

    def _words(self) -> str:
        if self.shows_food and self.food is not None:
            return in_local_figures(self.food.words)
        total = self.entries.total()
        lines = [
            f"{line.name}: {line.amount}"
            for line in (
                told_of_product.taken_line(product)
                for product in self.entries.products
                if not product.entry.is_empty
            )
        ]
        lines.append(self.tr("Together: {mg} mg a day").format(mg=shown_mg(total.total.likely_mg)))
        for region, held in total.regions.items():
            told = region_line(held, self._library.labels.sum).text
            lines.append(f"{self._library.limits.regions[region].name}: {told}")
        lines += sum_notes(total, self._library.labels.sum)
        return in_local_figures("\n".join(lines))

    def _go_back(self) -> None:
        self.open_label()
        QTimer.singleShot(0, self, self._focus_first)

    def _focus_first(self) -> None:
        if self.isVisible():  # else another page came in between
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin where one types, also after a click in the navigation."""
        super().showEvent(event)
        if not event.spontaneous():
            QTimer.singleShot(0, self, self._focus_first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.shows_food:
            self._go_back()
        else:
            super().keyPressEvent(event)

    # --- arrangement ------------------------------------------------------------------------

    def _show_place(self) -> None:
        food = self.food if self.shows_food else None
        title = self.tr("Magnesium from food") if food else self.tr("What is in my product?")
        below = (
            self.tr("A rough estimate from how often you eat some foods.")
            if food
            else self.tr("Type or paste what the label says. We turn it into magnesium.")
        )
        self._title.setText(title)
        self._below.setText(below)
        as_page(self, title)
        self.back.setVisible(food is not None)
        self.setFocusProxy(
            food.checklist.boxes[next(iter(food.checklist.boxes))]
            if food
            else self.label.first_field
        )
        figure = self._figure()
        asked = self._question == (FOOD_MG if food else SUPPLEMENT_MG)
        amount = self._amount_words(figure)
        words = self.tr("{mg} mg a day").format(mg=amount) if amount else ""
        goes = self.tr("goes back to the questions") if asked and words else ""
        odd = any(product.contradictions for product in self.entries.products)
        unsure = self.tr("Something on a label does not fit.") if odd and not food else ""
        bold = f"<b>{words}</b>" if words else ""
        self._told.setText(" ".join(filter(None, (bold, goes, unsure))))
        self.use.setVisible(asked)
        self.use.setEnabled(figure is not None)
        shown = "" if figure is None else shown_mg(figure)
        use = self.tr("Use {mg} mg a day").format(mg=shown) if shown else self.tr("Use the figure")
        self.use.setText(use)
        self.use.updateGeometry()

    def _amount_words(self, figure: float | None) -> str:
        """The figure, with both ends of the range where the products leave one."""
        if figure is None:
            return ""
        if self.shows_food:
            return shown_mg(figure)
        return told_of_product.span_words(self.entries.total().total)

    def _arrange(self) -> None:
        self._title = Heading("", "page")
        self._title.setWordWrap(True)
        self._below = Paragraph("", tone="text2")
        self.back = Button(self.tr("Back to the label"), "ghost", "back").identifier("food.back")
        self.open = Button(self.tr("Open…"), "ghost").identifier("label.open")
        self.save = Button(self.tr("Save…"), "ghost", "save").identifier("label.save")
        self.open.setToolTip(self.tr("Open answers and products from a file (Ctrl+O)"))
        self.save.setToolTip(self.tr("Save answers and products to a file (Ctrl+S)"))
        self.copy = Button(self.tr("Copy"), "ghost", "copy").identifier("label.copy")
        self.use = Button("", "primary", "forward", icon_after=True).identifier("label.use")
        self._told = Paragraph("")
        self.views = QStackedWidget()
        self.views.addWidget(self.label)
        column = spaced(QVBoxLayout(self))
        column.addWidget(self.views, 1)
        column.addWidget(self._foot())
        column.insertWidget(0, self._head())  # the focus comes here last: first one types
        self.back.clicked.connect(self._go_back)
        self.open.clicked.connect(self.open_asked)
        self.save.clicked.connect(self.save_asked)
        self.copy.clicked.connect(self._copy)
        self.use.clicked.connect(self._use)

    def _head(self) -> Panel:
        one = unit(self)
        head = Panel("surface", ("bottom",))
        row = ButtonRow(head, quiet=self._below)
        spaced(row, 5 * one, 18 * one, 9 * one, 14 * one, 9 * one)
        words = spaced(QVBoxLayout(), 2 * one)
        words.addWidget(self._title)
        words.addWidget(self._below)
        row.addLayout(words, 1)
        for button in (self.back, self.open, self.save):
            row.addWidget(button)
        return head

    def _foot(self) -> Panel:
        one = unit(self)
        foot = Panel("window", ("top",))
        row = ButtonRow(foot)
        spaced(row, 5 * one, 18 * one, 6 * one, 14 * one, 6 * one)
        row.addWidget(self._told, 1)
        row.addWidget(self.copy)
        row.addWidget(self.use)
        return foot
