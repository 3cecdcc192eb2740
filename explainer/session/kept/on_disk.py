"""What files held when they were last read or written here, to notice what other programs have written since."""

from __future__ import annotations

from pathlib import Path


class OnDisk:
    """Remembers the content of files by a digest: a time of change says too much, and on some systems too little."""

    def __init__(self) -> None:
        self._known: dict[Path, bytes] = {}

    def note(self, file: Path) -> None:
        """Remember what the file holds now."""
        digest = _digest(file)
        if digest is None:
            self._known.pop(file, None)
        else:
            self._known[file] = digest

    def take(self, other: OnDisk) -> None:
        """Take over what another one has seen."""
        self._known |= other._known

    def changed(self, file: Path) -> bool:
        """Whether the file holds something else than when it was noted; a file that is gone holds nothing to lose."""
        digest = _digest(file)
        return digest is not None and file in self._known and digest != self._known[file]


def _digest(file: Path) -> bytes | None:
    from hashlib import sha256  # not for a start without a file

    try:
        return sha256(file.read_bytes()).digest()
    except OSError:
        return None
