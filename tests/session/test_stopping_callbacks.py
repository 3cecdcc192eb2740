"""A thread is never stopped within a callback of the garbage collection: there the exception is lost."""

from __future__ import annotations

import gc
import threading
import time

from explainer.session.work import _raise_in


class _StopError(BaseException):
    pass


def test_the_exception_never_lands_in_a_callback_of_a_collection(monkeypatch) -> None:
    lost: list[object] = []
    monkeypatch.setattr("sys.unraisablehook", lost.append)

    def callback(phase: str, info: dict[str, int]) -> None:
        for _ in range(200):
            pass

    def make_garbage() -> None:
        try:
            while True:
                ring: list[object] = []
                ring.append(ring)
        except _StopError:
            pass

    before = gc.get_threshold()
    gc.callbacks.append(callback)
    gc.set_threshold(5, 2, 2)  # collecting nearly all the time
    try:
        for _ in range(15):
            worker = threading.Thread(target=make_garbage)
            worker.start()
            end = time.monotonic() + 30
            while worker.is_alive() and time.monotonic() < end:
                time.sleep(0.002)
                _raise_in(worker, _StopError)
            worker.join(30)
            assert not worker.is_alive()
    finally:
        gc.callbacks.remove(callback)
        gc.set_threshold(*before)
    assert not lost
