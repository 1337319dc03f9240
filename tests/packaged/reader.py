"""A screen reader's view of one program, spoken over pipes; runs with the system's own Python.

Each line of standard input is one request in JSON, ``[verb, argument, ...]``; each line of standard
output is its answer, ``{"ok": ...}`` or ``{"error": ...}``. Controls are named by their accessible
identifier. Only AT-SPI is used: no picture of the window, no mouse, no place on a screen.
"""

from __future__ import annotations

import importlib
import json
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

gi = importlib.import_module("gi")
gi.require_version("Atspi", "2.0")
Atspi = importlib.import_module("gi.repository.Atspi")

PATIENCE = 20.0
"""Seconds after which something that does not appear counts as missing."""

PAUSE = 0.1
"""Seconds between two looks."""


class NotThereError(Exception):
    """What was looked for did not appear in time."""


class Reader:
    """Finds controls of one program in the accessibility tree and acts on them."""

    def __init__(self) -> None:
        self.application: Any = None
        # Menus stand nowhere in the tree; a screen reader learns of them as they open.
        self._menus: list[Any] = []
        self._listener = Atspi.EventListener.new(self._note_menu)
        self._listener.register("object:state-changed:showing")

    def _note_menu(self, event: Any) -> None:
        if event.detail1 and event.source.get_role_name() == "popup menu":
            self._menus.append(event.source)

    def open(self, name: str) -> None:
        """Wait for the program and its window."""
        self.application = _until(lambda: self._find_application(name), f"the program {name}")
        # Nothing remembered: only the program itself is asked, each time anew.
        self.application.set_cache_mask(Atspi.Cache.NONE)
        _until(self.showing, "a window")

    def is_there(self) -> bool:
        """Whether the program still answers."""
        try:
            return bool(self.application.get_child_count())
        except gi.repository.GLib.Error:
            return False

    def _find_application(self, name: str) -> Any:
        return next(
            (each for each in _children(Atspi.get_desktop(0)) if each.get_name() == name), None
        )

    def count(self, name: str) -> int:
        """How many programs of this name run."""
        return [each.get_name() for each in _children(Atspi.get_desktop(0))].count(name)

    def showing(self) -> list[Any]:
        """Every control that is shown, parents first; what opened last comes first.

        The program is asked for all of them at once. Asked for one child after the other, Qt
        crashes when a page is turned in between and a scroll area has fewer children than before.
        """
        _hear_events()
        found: list[Any] = []
        for window in reversed([*_children(self.application), *self._menus]):
            if _is(window, "SHOWING"):
                collection = window.get_collection_iface()
                order = Atspi.CollectionSortOrder.CANONICAL
                found += [window, *collection.get_matches(_SHOWN, order, 0, True)]
        return found

    def _control(self, identifier: str) -> Any:
        return next((each for each in self.showing() if _id(each) == identifier), None)

    def control(self, identifier: str) -> Any:
        """The control with this identifier, as soon as it is shown."""
        return _until(lambda: self._control(identifier), identifier)

    def identifiers(self) -> list[str]:
        """Identifiers of all that is shown, without those that Qt makes up from class names."""
        made_up = f"{self.application.get_name()}."
        every = (_id(each) for each in self.showing())
        return [each for each in every if each and not each.startswith(("QApplication", made_up))]

    def name(self, identifier: str) -> str:
        """The accessible name of a control."""
        return str(self.control(identifier).get_name())

    def states(self, identifier: str) -> list[str]:
        """What a screen reader says of a control's state: checked, focused, selected, enabled."""
        control = self.control(identifier)
        names = ("CHECKED", "FOCUSED", "SELECTED", "ENABLED")
        return [name.lower() for name in names if _is(control, name)]

    def place(self, identifier: str) -> list[int]:
        """Where a control stands in its window: left, top, width and height."""
        box = self.control(identifier).get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        return [box.x, box.y, box.width, box.height]

    def focus(self, identifier: str) -> None:
        """Give the keyboard to a control."""
        control = self.control(identifier)
        _act(control, ("SetFocus",))
        _until(lambda: _is(control, "FOCUSED") or _has_focus_inside(control), identifier)

    def press(self, identifier: str) -> None:
        """Press a button, or choose an answer."""
        control = self.control(identifier)
        _until(lambda: _is(control, "ENABLED"), f"{identifier} to be enabled")
        _act(control, ("Press", "Toggle", "ShowMenu"))

    def choose_in_menu(self, words: str) -> None:
        """Press the item of the open menu whose name has these words, and leave the menu."""
        item = _until(lambda: self._menu_item(words), f"{words} in a menu")
        _act(item, ("Press", "Toggle"))
        self.key("Escape")
        _until(lambda: not _is(item.get_parent(), "SHOWING"), "the menu to close")

    def _menu_item(self, words: str) -> Any:
        _hear_events()
        items = (item for menu in self._menus if _is(menu, "SHOWING") for item in _children(menu))
        return next((item for item in items if words in item.get_name()), None)

    def press_named(self, role: str, name: str) -> None:
        """Press what has this role and name, for what has no identifier: a file dialog's parts."""
        _act(_until(lambda: self._named(role, name), f"{role} {name}"), ("Press", "Toggle"))

    def _named(self, role: str, name: str) -> Any:
        found = (each for each in self.showing() if each.get_role_name() == role)
        return next((each for each in found if each.get_name() == name), None)

    def key(self, name: str, *held: str) -> None:
        """Strike a key, as in ``q``, while others are held, as in ``Control_L``."""
        _until(lambda: any(_is(each, "ACTIVE") for each in self.showing()), "an active window")
        codes = [_KEY_CODES[each] for each in (*held, name)]
        for code in codes:
            Atspi.generate_keyboard_event(code, None, Atspi.KeySynthType.PRESS)
        for code in reversed(codes):
            Atspi.generate_keyboard_event(code, None, Atspi.KeySynthType.RELEASE)

    def type(self, identifier: str, text: str) -> None:
        """Replace the text of a field."""
        field = self.control(identifier).get_editable_text_iface()
        if not field.set_text_contents(text):
            raise NotThereError(f"{identifier} takes no text")

    def type_into_role(self, role: str, text: str) -> None:
        """Replace the text of the first shown field of this role: that of a file dialog."""
        field = _until(lambda: self._of_role(role), role)
        field.get_editable_text_iface().set_text_contents(text)

    def _of_role(self, role: str) -> Any:
        return next((each for each in self.showing() if each.get_role_name() == role), None)

    def rows(self, identifier: str) -> list[str]:
        """What is read in the first column of a table, from top to bottom."""
        table = self.control(identifier).get_table_iface()
        cells = (table.get_accessible_at(row, 0) for row in range(table.get_n_rows()))
        return [str(cell.get_name()) for cell in cells]

    def items(self, identifier: str) -> list[str]:
        """What is read of each row of a list, from top to bottom."""
        return [str(each.get_name()) for each in _children(self.control(identifier))]

    def content(self, identifier: str) -> str:
        """The whole text of a control that is told in parts, a part a line."""
        return "\n".join(self.items(identifier))

    def text(self) -> list[str]:
        """The names of all that is shown, in reading order."""
        return [name for each in self.showing() if (name := each.get_name())]


_NONE = Atspi.CollectionMatchType.NONE
_SHOWN = Atspi.MatchRule.new(
    Atspi.StateSet.new([Atspi.StateType.SHOWING]), Atspi.CollectionMatchType.ALL,
    {}, _NONE, [], _NONE, [], _NONE, False,
)  # fmt: skip
_KEY_CODES = {
    "Control_L": 37,
    "Down": 116,
    "Escape": 9,
    "q": 24,
    "Return": 36,
    "Shift_L": 50,
    "Tab": 23,
}
"""What the keys of an ordinary keyboard send."""


def _hear_events() -> None:
    context = gi.repository.GLib.MainContext.default()
    while context.pending():
        context.iteration(False)


def _children(control: Any) -> Iterator[Any]:
    for place in range(control.get_child_count()):
        child = control.get_child_at_index(place)
        if child is not None:
            yield child


def _has_focus_inside(control: Any) -> bool:
    return any(_is(each, "FOCUSED") for each in _children(control))


def _id(control: Any) -> str:
    return str(control.get_accessible_id() or "")


def _is(control: Any, state: str) -> bool:
    return bool(control.get_state_set().contains(getattr(Atspi.StateType, state)))


def _act(control: Any, names: tuple[str, ...]) -> None:
    actions = control.get_action_iface()
    offered = {actions.get_action_name(place): place for place in range(actions.get_n_actions())}
    wanted = next((name for name in names if name in offered), None)
    if wanted is None:
        raise NotThereError(f"{_id(control) or control.get_name()} offers {sorted(offered)}")
    try:
        actions.do_action(offered[wanted])
    except gi.repository.GLib.Error as error:
        # A menu or a dialog answers only after it is closed.
        if "timed out" not in str(error).lower() and "timeout" not in str(error).lower():
            raise


def _until(look: Callable[[], Any], what: str) -> Any:
    """What ``look`` finds, as soon as it finds something."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            if found := look():
                return found
        except gi.repository.GLib.Error:  # it went away while it was looked at
            pass
        if time.monotonic() > end:
            raise NotThereError(f"{what} did not appear in {PATIENCE:.0f} s")
        time.sleep(PAUSE)


def _answer(reader: Reader, verb: str, arguments: list[Any]) -> dict[str, object]:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return {"ok": getattr(reader, verb)(*arguments)}
        except gi.repository.GLib.Error as error:
            # What was looked at went away meanwhile: look again.
            if time.monotonic() > end or not reader.is_there():
                return {"error": f"{verb} {arguments}: {error}"}
        except (NotThereError, AttributeError) as error:
            return {"error": f"{verb} {arguments}: {error}"}
        time.sleep(PAUSE)


def main() -> None:
    """Answer requests until there are no more."""
    reader = Reader()
    for line in sys.stdin:
        verb, *arguments = json.loads(line)
        sys.stdout.write(json.dumps(_answer(reader, verb, arguments)) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
