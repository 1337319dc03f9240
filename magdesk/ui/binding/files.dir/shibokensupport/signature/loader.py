"""The module that the binding looks for, see ``magdesk.ui.binding.late``."""

from shibokensupport.signature import mapping  # the binding looks for it among imported modules

from magdesk.ui.binding.late import *  # noqa: F403

__all__ = ["mapping"]
