"""Work that is in no file survives the end of the program, and no two programs take it from each other."""

from __future__ import annotations

import errno
import os
import random
import signal
import subprocess
import sys
import threading
from pathlib import Path
from textwrap import dedent

import pytest

from explainer.session.kept.autosave import MOST_CLOSED, Keeper, left_behind
from explainer.session.kept.document import Document, FileError, load_document
from explainer.session.session import Request

WORK = Document(Request("x^2", "x"), 1, "2 x", "x^2 +")

WRITER = dedent(
    """
    import sys
    from pathlib import Path
    from explainer.session.kept.autosave import Keeper
    from explainer.session.kept.document import Document, save_document
    from explainer.session.session import Request

    folder, saved = Path(sys.argv[1]) / "recovery", Path(sys.argv[1]) / "saved.derivation"
    keeper, number = Keeper(folder), int(sys.argv[2])
    while True:
        number += 1
        document = Document(Request("x^2 + " * 400 + str(number), "x"), number)
        save_document(document, saved)
        keeper.keep(document)
        keeper.wait()
        print(number, flush=True)
    """
)


def test_work_is_kept_and_gone_when_its_window_closes(tmp_path: Path) -> None:
    keeper = Keeper(tmp_path / "recovery")
    keeper.keep(WORK)
    keeper.wait()
    (file,) = (tmp_path / "recovery").glob("*.derivation")
    assert load_document(file) == WORK
    before = file.stat().st_mtime_ns, file.stat().st_ino
    keeper.keep(WORK)
    keeper.wait()
    assert (file.stat().st_mtime_ns, file.stat().st_ino) == before
    keeper.let_go()
    keeper.wait()
    assert not file.exists()
    keeper.keep(WORK)
    keeper.wait()
    assert file.exists()
    keeper.close()
    assert list((tmp_path / "recovery").iterdir()) == []


def test_nothing_is_made_before_there_is_work(tmp_path: Path) -> None:
    Keeper(tmp_path / "recovery").close()
    assert left_behind(tmp_path / "recovery") == ((), ())
    assert list(tmp_path.iterdir()) == []


def test_the_work_of_a_program_that_lives_is_not_offered(tmp_path: Path) -> None:
    one, other = Keeper(tmp_path), Keeper(tmp_path)
    one.keep(WORK)
    other.keep(Document(Request("y", "y")))
    one.wait()
    other.wait()
    assert left_behind(tmp_path) == ((), ())
    assert len(list(tmp_path.glob("*.derivation"))) == 2


def test_work_of_a_window_that_was_closed_is_told_from_that_of_a_crash(tmp_path: Path) -> None:
    keeper = Keeper(tmp_path)
    keeper.keep(WORK)
    keeper.leave()
    assert [file.suffix for file in tmp_path.iterdir()] == [".derivation"]
    (work,), _ = left_behind(tmp_path)
    assert not work.crashed
    work.leave()
    (work,), _ = left_behind(tmp_path)
    assert not work.crashed
    work.throw_away()
    assert list(tmp_path.iterdir()) == []


def test_of_windows_that_were_closed_only_the_last_ones_are_offered(tmp_path: Path) -> None:
    for number in range(MOST_CLOSED + 3):
        keeper = Keeper(tmp_path)
        keeper.keep(Document(Request(f"x^{number}", "x")))
        keeper.leave()
        (file,) = (each for each in tmp_path.iterdir() if f"x^{number}" in each.read_text("utf-8"))
        os.utime(file, (number, number))
    found, complaints = left_behind(tmp_path)
    assert complaints == ()
    assert [work.document.request.text for work in found] == [f"x^{MOST_CLOSED + 2 - k}" for k in range(MOST_CLOSED)]


def test_the_work_is_brought_to_the_disk_in_another_thread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    threads: set[str] = set()
    monkeypatch.setattr(os, "fsync", lambda opened: threads.add(threading.current_thread().name))
    keeper = Keeper(tmp_path)
    for number in range(20):
        keeper.keep(Document(Request(f"x^{number}", "x")))
    keeper.wait()
    assert threads == {"keeping the work"}
    (file,) = tmp_path.glob("*.derivation")
    assert load_document(file).request.text == "x^19"
    assert not keeper.writing


def test_work_that_cannot_be_written_is_told_and_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(opened: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    keeper = Keeper(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        keeper.keep(WORK)
        keeper.wait()
    assert keeper.take_error() == "no space left on device"
    assert keeper.take_error() == ""
    keeper.keep(WORK)
    keeper.wait()
    assert keeper.take_error() == ""
    (file,) = tmp_path.glob("*.derivation")
    assert load_document(file) == WORK


def test_what_is_left_behind_is_offered_once_until_it_is_given_back(tmp_path: Path) -> None:
    (tmp_path / "old.derivation").write_text(Path(_saved(tmp_path)).read_text("utf-8"), encoding="utf-8")
    (tmp_path / "saved").unlink()
    (work,), complaints = left_behind(tmp_path)
    assert (work.document, complaints) == (WORK, ())
    assert left_behind(tmp_path) == ((), ())  # the first one has it
    work.leave()
    (again,), _ = left_behind(tmp_path)
    again.throw_away()
    assert left_behind(tmp_path) == ((), ())
    assert list(tmp_path.iterdir()) == []


def _saved(folder: Path) -> Path:
    from explainer.session.kept.document import save_document

    save_document(WORK, folder / "saved")
    return folder / "saved"


def test_damaged_work_is_set_aside_and_said_once(tmp_path: Path) -> None:
    (tmp_path / "a.derivation").write_text('{"kind": ', encoding="utf-8")
    found, (complaint,) = left_behind(tmp_path)
    assert found == ()
    assert "cut off" in complaint
    assert (tmp_path / "a.damaged-1.derivation").read_text("utf-8") == '{"kind": '
    assert left_behind(tmp_path) == ((), ())


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises((FileError, OSError)):
        Keeper(tmp_path / "file" / "recovery").keep(WORK)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="the system has no way to end a program like this")
def test_a_program_killed_at_any_moment_leaves_whole_files(tmp_path: Path) -> None:
    moments, number = random.Random(7), 0
    program = dedent(
        """
        import os, signal, sys, time, random
        for k in range(100):
            reader, writer = os.pipe()
            child = os.fork()
            if child == 0:
                os.dup2(writer, 1)
                exec(compile(sys.argv[3], "writer", "exec"))
            if k % 2:  # at any moment of the writing, however busy the machine; else from the start on
                os.read(reader, 1)
            deadline = time.monotonic() + float(sys.argv[4 + k])
            time.sleep(max(0.0, deadline - time.monotonic()))
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            os.close(reader)
            os.close(writer)
            from explainer.session.kept.document import load_document
            from pathlib import Path
            saved = Path(sys.argv[1]) / "saved.derivation"
            if saved.exists():
                number = load_document(saved).position
                assert number >= int(sys.argv[2]), "an older file came back"
                sys.argv[2] = str(number)
        print("kills:", k + 1, "written:", sys.argv[2])
        """
    )
    start = "import explainer.session.kept.autosave, explainer.session.kept.document, explainer.session.session\n"
    pauses = [str(moments.uniform(0.002, 0.02)) for _ in range(100)]
    command = [sys.executable, "-c", start + program, str(tmp_path), str(number), WRITER, *pauses]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    report = done.stdout.splitlines()[-1].split()
    assert report[:2] == ["kills:", "100"]
    assert int(report[3]) >= 50
    found, complaints = left_behind(tmp_path / "recovery")
    assert complaints == ()
    assert len(found) > 3
    for work in found:
        assert work.document.request.text.endswith(str(work.document.position))
        work.throw_away()
    assert not list((tmp_path / "recovery").glob("*.derivation"))
