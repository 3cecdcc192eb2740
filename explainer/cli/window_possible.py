"""Whether a window can open here, found out before Qt starts, because Qt ends the whole process where it cannot.

Tried without Qt: the platform's plug-in is loaded as a plain library, which names what is missing, and the X server is
asked for a connection. This module may not import PySide6; where nothing is known to be wrong it says nothing.
"""

from __future__ import annotations

import ctypes
import os
import sys
from importlib.util import find_spec
from pathlib import Path

IN_THE_TERMINAL = 'The derivations are there without a window: explainer derive "sin(x^2)" --wrt x'

PACKAGES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
"""The libraries that the window needs from the system, with the Debian packages that hold them."""

_XCB_ONLY = ("libxcb-", "libX11", "libxkbcommon-x11", "libxcb.")
_WAYLAND_ONLY = ("libwayland-",)


def missing_for_window() -> str:
    """What keeps a window from opening, and how to go on; empty where nothing is known to be in the way."""
    if not sys.platform.startswith("linux"):
        return ""
    complaints = [_platform_complaint(platform) for platform in _platforms()]
    if complaints and all(complaints):
        return complaints[0]
    return ""


def import_complaint(error: ImportError) -> str:
    """What to do when PySide6 itself cannot be imported, from the library that the error names."""
    library = str(error).partition(":")[0]
    if library in PACKAGES:
        return _libraries_complaint(sorted({library, *_missing(_XCB_ONLY + _WAYLAND_ONLY)}))
    return f"the window cannot be loaded: {error}\nInstall it with: pip install PySide6-Essentials\n{IN_THE_TERMINAL}"


def _platforms() -> list[str]:
    """The kinds of screen that Qt would try, in its order."""
    wanted = os.environ.get("QT_QPA_PLATFORM", "")
    if wanted:
        return [name.partition(":")[0] for name in wanted.split(";")]
    found = ["wayland"] if os.environ.get("WAYLAND_DISPLAY") else []
    if os.environ.get("DISPLAY") or not found:
        found.append("xcb")
    return found


def _platform_complaint(platform: str) -> str:
    if platform == "xcb":
        return _xcb_complaint()
    if platform == "wayland":
        return _wayland_complaint()
    if platform == "offscreen":
        return _load_complaint("libqoffscreen.so", _XCB_ONLY + _WAYLAND_ONLY)
    plugins = _plugins()
    # A plug-in may serve several platforms, as wayland does wayland-egl: that Qt has none is certain only where no
    # name begins alike.
    if plugins and not any(platform.startswith(plugin) for plugin in plugins):
        return _no_such_platform(platform)
    return ""


def _plugins() -> list[str]:
    """The platforms that this Qt has, by the names of their plug-ins."""
    package = find_spec("PySide6")
    folders = list(package.submodule_search_locations or ()) if package else []
    folder = Path(folders[0], "Qt", "plugins", "platforms") if folders else Path()
    return sorted(file.stem.removeprefix("libq") for file in folder.glob("libq*.so")) if folders else []


def _no_such_platform(platform: str) -> str:
    return (
        f"no window can open here: QT_QPA_PLATFORM is “{platform}”, which this Qt does not have\n"
        f"Leave it unset, or choose xcb, wayland or offscreen.\n{IN_THE_TERMINAL}"
    )


def _xcb_complaint() -> str:
    if not os.environ.get("DISPLAY"):
        return (
            "no window can open here: there is no display (DISPLAY and WAYLAND_DISPLAY are not set)\n"
            f"On a distant machine, connect with ssh -X or start it under xvfb-run.\n{IN_THE_TERMINAL}"
        )
    complaint = _load_complaint("libqxcb.so", _WAYLAND_ONLY)
    if complaint or _x_server_answers():
        return complaint
    return (
        f"no window can open here: the display {os.environ['DISPLAY']} does not answer or does not let you in\n"
        f"Check DISPLAY and xauth.\n{IN_THE_TERMINAL}"
    )


def _wayland_complaint() -> str:
    name = os.environ.get("WAYLAND_DISPLAY", "wayland-0")
    if not Path(os.environ.get("XDG_RUNTIME_DIR", "/"), name).exists():
        return f"no window can open here: there is no Wayland display called {name}\n{IN_THE_TERMINAL}"
    return _load_complaint("libqwayland.so", _XCB_ONLY)


def _load_complaint(plugin: str, unneeded: tuple[str, ...]) -> str:
    """Load Qt's plug-in as a plain library; all libraries that are missing are named at once."""
    package = find_spec("PySide6")
    folders = list(package.submodule_search_locations or ()) if package else []
    if not folders:
        return f"the window needs PySide6\nInstall it with: pip install PySide6-Essentials\n{IN_THE_TERMINAL}"
    file = Path(folders[0], "Qt", "plugins", "platforms", plugin)
    if not file.exists():
        return ""
    try:
        ctypes.CDLL(str(file))
    except OSError as error:
        library = str(error).partition(":")[0]
        return _libraries_complaint(_missing(unneeded) or [library])
    return ""


def _missing(unneeded: tuple[str, ...]) -> list[str]:
    """The libraries of the table that this system lacks, without those of other kinds of screen."""
    missing = []
    for library in PACKAGES:
        if library.startswith(unneeded):
            continue
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(library)
    return missing


def _libraries_complaint(libraries: list[str]) -> str:
    packages = sorted({PACKAGES.get(library, library) for library in libraries})
    return (
        f"no window can open here: this system lacks {', '.join(libraries)}\n"
        f"On Debian and Ubuntu: sudo apt install {' '.join(packages)}\n{IN_THE_TERMINAL}"
    )


def _x_server_answers() -> bool:
    """Whether the X server lets this program in; where this cannot be found out, the answer is yes."""
    try:
        library = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    library.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(library.xcb_connect(None, None))
    failed = bool(library.xcb_connection_has_error(connection))
    library.xcb_disconnect(connection)
    return not failed
