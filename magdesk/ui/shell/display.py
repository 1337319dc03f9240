"""Why no window can be shown, in one line that says what to do; needs no Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

_X11_LIBRARIES = (
    "libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-render-util0 "
    "libxcb-xinerama0 libxcb-xkb1 libxkbcommon-x11-0"
)


def missing_display(environment: Mapping[str, str], platform: str) -> str:
    """Return what to do where the environment names no display, else an empty text."""
    if not platform.startswith("linux"):
        return ""
    if any(environment.get(name) for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")):
        return ""
    return (
        "magdesk: there is no display. Start it from a desktop, or set DISPLAY; "
        "'magdesk advise' works without one."
    )


_NEEDS = {
    "win32": "It needs Windows 10 or newer, 64-bit, with its updates.",
    "darwin": "It needs macOS 13 or newer.",
}
_LINUX_NEEDS = (
    "On Debian or Ubuntu: apt install libegl1 libgl1 libxkbcommon0 libfontconfig1 libdbus-1-3"
)


def missing_library(error: ImportError, platform: str) -> str:
    """Return what to do on this system where Qt itself cannot be loaded."""
    said = " ".join(str(error).split())  # Windows' own words may have a line break
    return f"magdesk: Qt cannot be loaded ({said}). {_NEEDS.get(platform, _LINUX_NEEDS)}"


def explain(messages: Sequence[str], environment: Mapping[str, str]) -> str:
    """Return what to do where Qt found no way to show a window; ``messages`` are Qt's own."""
    said = "\n".join(messages)
    platform = environment.get("QT_QPA_PLATFORM", "")
    if "Could not find the Qt platform plugin" in said:
        known = _known_platforms(said)
        return (
            f"magdesk: QT_QPA_PLATFORM is {platform!r}, which Qt does not know. "
            f"Unset it, or use one of: {known}."
        )
    if "could not connect to display" in said:
        display = environment.get("DISPLAY", "")
        return f"magdesk: the display {display!r} does not answer. Check DISPLAY."
    return (
        "magdesk: a library that Qt needs for X11 is missing. "
        f"On Debian or Ubuntu: apt install {_X11_LIBRARIES}"
    )


def _known_platforms(said: str) -> str:
    names = said.partition("Available platform plugins are:")[2].strip().rstrip(".")
    wanted = [name.strip() for name in names.split(",") if name.strip()]
    return ", ".join(sorted(wanted)) or "xcb, wayland, offscreen"
