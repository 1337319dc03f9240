"""The page *How safe is this?*: what is proven, what was counted, and the hazard log."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt

from magdesk.knowledge.assurance import Assurance, review_due
from magdesk.knowledge.loader import Library
from magdesk.ui.look.theme import unit
from magdesk.ui.pages.safety.hazard_card import HazardCard
from magdesk.ui.pages.safety.proof_figures import FigureRow, ProofCard, StoryCard
from magdesk.ui.pages.safety.safety_words import count_words
from magdesk.ui.widgets.access.accessible_roles import as_page
from magdesk.ui.widgets.access.focus import RESERVE
from magdesk.ui.widgets.amounts.shown_number import shown_day
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.cards import Card, Note
from magdesk.ui.widgets.layouts.flow_row import FlowRow
from magdesk.ui.widgets.scroll import ScrollPage
from magdesk.ui.widgets.text import Heading, Paragraph, Size

_WIDTH = 680.0


def local_today() -> datetime.date:
    """Return the day it is here."""
    return datetime.datetime.now().astimezone().date()


class SafetyPage(ScrollPage):
    """Says what was shown about the wizard, what was not, and what could still go wrong."""

    def __init__(
        self,
        library: Library,
        *,
        today: Callable[[], datetime.date] = local_today,
    ) -> None:
        super().__init__(_WIDTH)
        self._library = library
        self._headings: dict[str, Heading] = {}
        as_page(self, self.tr("How safe is this?"))
        self.body.addWidget(Heading(self.tr("How safe is this?"), "page"))
        self._add_introduction()
        self.notes: list[Note] = []
        self._add_notes(today())
        self.links = self._links()
        self.hazards: list[HazardCard] = []
        assurance = library.assurance
        if assurance is not None:
            self._add_proofs(assurance)
            self._add_stories(assurance)
            self._add_mutants(assurance)
        self._add_hazards()
        self.body.addStretch(1)
        self.setFocusProxy(self.links[0])

    # --- parts ----------------------------------------------------------------------------

    def _add_introduction(self) -> None:
        self._say(
            self.tr(
                "The wizard decides two things: how soon you should be seen, and whether "
                "magnesium is talked about at all. Here is how we know that it follows its rules."
            ),
            "lead",
        )
        content = self._library.content
        self._say(
            self.tr(
                "Content {version}, reviewed on {day}. The next review is due by {due}."
            ).format(
                version=content.version,
                day=shown_day(content.reviewed),
                due=shown_day(review_due(content)),
            ),
            "small",
        )

    def _add_notes(self, today: datetime.date) -> None:
        library = self._library
        if review_due(library.content) < today:
            self._add_note(
                self.tr("Overdue."),
                self.tr(
                    "This content should have been reviewed by {due}. Newer findings may be "
                    "missing. Ask a pharmacist what has changed."
                ).format(due=shown_day(review_due(library.content))),
            )
        if library.assurance is None:
            self._add_note(
                self.tr("No figures."),
                self.tr("Nobody has run the proofs and stories for this content."),
            )
        elif not library.assurance.is_about(library.folder):
            self._add_note(
                self.tr("Changed since."),
                self.tr("The content was changed after these figures were made."),
            )

    def _add_note(self, lead: str, text: str) -> None:
        note = Note("caution", lead, text, icon="alert")
        self.body.addWidget(note)
        self.notes.append(note)

    def _links(self) -> list[Button]:
        """The parts of the page, to go to."""
        names = {
            "proofs": self.tr("Proofs"),
            "stories": self.tr("Stories"),
            "mutants": self.tr("Broken rules"),
            "hazards": self.tr("What could go wrong"),
        }
        if self._library.assurance is None:
            names = {"hazards": names["hazards"]}
        one = unit(self)
        row = FlowRow(round(12 * one))
        row.setContentsMargins(-round(RESERVE * one), 0, 0, 0)
        links = []
        for part, name in names.items():
            link = Button(name, "link").identifier(f"safety.to_{part}")
            link.setProperty("part", part)
            link.setAccessibleDescription(self.tr("Goes to this part of the page"))
            link.clicked.connect(self._go)
            links.append(link)
        row.set_widgets(links, ())
        self.body.addLayout(row)
        return links

    def _add_proofs(self, assurance: Assurance) -> None:
        holding = sum(proof.holds for proof in assurance.properties)
        self._start("proofs", self.tr("Proofs: true for every possible answer"))
        self._say(
            self.tr(
                "Proven means: it holds for every sheet of answers that can be given. "
                "A solver looked at all of them at once. It did not just try out some. Where "
                "there are only a few cases, such as the wording of a line, each one was run."
            )
        )
        self._say(
            self.tr(
                "It does not mean that the rules themselves are right. People wrote the rules "
                "from published sources. A source can be wrong, and so can people."
            )
        )
        self._say(
            self.tr(
                "The proofs work on the rules as formulas. That the program gives what the "
                "formulas give was tried on thousands of random sheets. That part is not proven."
            )
        )
        self.proven = FigureRow(
            self.tr("Properties that are proven"), count_words(holding, len(assurance.properties))
        )
        self.body.addWidget(self.proven)
        self.proofs = ProofCard(assurance.properties)
        self.body.addWidget(self.proofs)
        self._say(
            self.tr(
                "Beside these stands one more proof. The rules were written down twice: once for "
                "the program, and once straight from the contract. Both must always give the same."
            )
        )
        self.tables = ProofCard(assurance.tables)
        self.body.addWidget(self.tables)

    def _add_stories(self, assurance: Assurance) -> None:
        stories = assurance.stories
        self._start("stories", self.tr("Stories: does it say what it should?"))
        self._say(
            self.tr(
                "We wrote %n short story(s) of made-up people. Each says what the program "
                "has to answer, as the written rules want it. Here is how often it does.",
                "",
                stories.accuracy.of,
            )
        )
        self._say(
            self.tr(
                "This compares the program with its rules, not with patients. No one has tested "
                "yet whether people fare better with it."
            )
        )
        self.stories = StoryCard(stories, self._library.decision.levels)
        self.body.addWidget(self.stories)

    def _add_mutants(self, assurance: Assurance) -> None:
        self._start("mutants", self.tr("Broken rules: would we notice?"))
        self._say(
            self.tr(
                "A check that never fails is worth nothing. So we broke the rules on purpose: "
                "each rule left out, each stop removed, each limit moved by one, and more. Each "
                "time a proof has to fail."
            )
        )
        card = Card()
        found = count_words(assurance.mutants.found, assurance.mutants.count)
        self.mutants = FigureRow(self.tr("Broken rules that were noticed"), found)
        card.body.addWidget(self.mutants)
        self.body.addWidget(card)

    def _add_hazards(self) -> None:
        self._start("hazards", self.tr("What could go wrong"))
        self._say(
            self.tr(
                "Each line is a way in which someone could come to harm. Below it stands how bad "
                "that could get if nothing were done. Open it to see what is done, which test "
                "shows that it works, and what remains."
            )
        )
        for hazard in self._library.hazards:
            card = HazardCard(hazard)
            self.body.addWidget(card)
            self.hazards.append(card)

    # --- ways -----------------------------------------------------------------------------

    def _start(self, part: str, title: str) -> None:
        self.body.addSpacing(round(18 * unit(self)))
        heading = Heading(title, "card")
        heading.setWordWrap(True)
        self.body.addWidget(heading)
        self._headings[part] = heading

    def _say(self, text: str, size: Size = "body") -> None:
        self.body.addWidget(Paragraph(text, size, "text3" if size == "small" else "text2"))

    def _go(self) -> None:
        """Scroll to a part; where it has controls, the first gets the focus."""
        part = str(self.sender().property("part"))
        if part == "hazards":
            self.hazards[0].head.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.go_to(part)

    def go_to(self, part: str) -> None:
        """Scroll so that ``proofs``, ``stories``, ``mutants`` or ``hazards`` begins at the top."""
        top = self._headings[part].mapTo(self.content, QPoint(0, 0)).y()
        self.verticalScrollBar().setValue(top - round(12 * unit(self)))
