"""The answer of `explainer integrate`: what was put into the user's places on the system, or why nothing was."""

from __future__ import annotations

import sys

from explainer.cli.answer import Answer

ELSEWHERE = {
    "win32": "Windows: to start it from the menu, make a shortcut to explainer.exe in the folder Scripts of the "
    "installation; to open .derivation files by a double click, choose that program under “Open with”.",
    "darwin": "macOS: the program is started in the terminal, and opens files by “explainer FILE”. A bundle for the "
    "Dock and the Finder is not made.",
}
"""What is not done on other systems, and what one can do there by hand."""


def integration(remove: bool) -> Answer:
    """Put the menu entry, the icons and the kind of file in place, or take them away; say what was done."""
    from explainer.session.kept import integration as places

    if not places.supported():
        where = ELSEWHERE.get(sys.platform, f"{sys.platform}: nothing is known of its menus.")
        return Answer(f"Nothing was done. On {where}\n", 1, "this system has no places that are known here")
    home = places.data_home()
    changes = places.remove(home) if remove else places.integrate(home)
    lines = [f"{change.done:<10} {change.file}" for change in changes]
    if any(change.done in ("written", "removed") for change in changes):
        lines += [f"ran        {name}" for name in places.tell_system(home)]
    if remove:
        places.tidy(home)
        lines.append("Explainer is in the menu of this user no longer.")
    else:
        start = " ".join(places.command())
        lines += [
            f"Explainer is in the menu of this user, and opens .derivation files; it starts {start}",
            "“explainer integrate --remove” takes it away again. Do it once more after moving the installation.",
        ]
    return Answer("\n".join(lines) + "\n")
