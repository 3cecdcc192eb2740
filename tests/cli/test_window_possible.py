"""Where no window can open, the program says so and what to do; it does not end inside Qt."""

from __future__ import annotations

import sys

import pytest

from explainer.cli import window_possible

linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux needs a display variable")


@linux_only
@pytest.mark.parametrize("arguments", [[], ["open", "sin(x^2)", "--wrt", "x"]], ids=["alone", "open"])
@pytest.mark.parametrize("platform", [None, "xcb"])
def test_without_a_display_the_terminal_is_offered(run, arguments, platform):
    done = run(*arguments, QT_QPA_PLATFORM=platform, DISPLAY=None, WAYLAND_DISPLAY=None)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "there is no display" in done.stderr
    assert "explainer derive" in done.stderr
    assert "Traceback" not in done.stderr


@linux_only
def test_a_display_that_does_not_answer_is_named(run):
    done = run(QT_QPA_PLATFORM=None, DISPLAY=":4242", WAYLAND_DISPLAY=None)
    assert done.returncode == 2
    assert ":4242" in done.stderr or "apt install" in done.stderr


@linux_only
def test_a_missing_library_is_named_with_its_package(monkeypatch):
    def load(name: str) -> object:
        if "libqxcb" in name or name == "libxcb-cursor.so.0":
            raise OSError("libxcb-cursor.so.0: cannot open shared object file: No such file or directory")
        return object()

    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(window_possible.ctypes, "CDLL", load)
    message = window_possible.missing_for_window()
    assert "libxcb-cursor.so.0" in message
    assert "sudo apt install libxcb-cursor0\n" in message
    assert "explainer derive" in message


@linux_only
def test_offscreen_needs_no_display(monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.delenv("DISPLAY", raising=False)
    assert window_possible.missing_for_window() == ""


def test_an_import_error_of_qt_names_the_package():
    error = ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")
    assert "libegl1" in window_possible.import_complaint(error)
    assert "pip install" in window_possible.import_complaint(ImportError("No module named 'PySide6'"))


@linux_only
def test_a_platform_that_qt_lacks_is_named(run):
    done = run(QT_QPA_PLATFORM="nosuch")
    assert done.returncode == 2
    assert "QT_QPA_PLATFORM is “nosuch”" in done.stderr
    assert "explainer derive" in done.stderr
    assert done.stderr.count("explainer: ") == 1


@linux_only
@pytest.mark.parametrize("platform", ["wayland-egl", "minimal", "offscreen:size=800x600"])
def test_a_platform_that_qt_has_is_left_to_it(monkeypatch, platform):
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    assert window_possible.missing_for_window() == ""
