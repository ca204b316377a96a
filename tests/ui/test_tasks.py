import threading

import pytest
from PySide6.QtCore import QObject

from mentordesk.domain.errors import KnownError
from mentordesk.ui.tasks import Cancelled, Progress, TaskRunner, if_known


@pytest.fixture
def runner(qapp):
    runner = TaskRunner()
    yield runner
    runner.wait()


def test_work_answers_on_the_windows_thread(runner, qtbot):
    answers = []
    runner.run(lambda _: 6 * 7, answers.append, pytest.fail)
    qtbot.waitUntil(lambda: answers == [42])
    assert not runner.busy


def test_an_error_comes_back_instead_of_being_lost(runner, qtbot):
    failures = []

    def fail(_: Progress) -> None:
        raise ValueError("no")

    runner.run(fail, pytest.fail, failures.append)
    qtbot.waitUntil(lambda: len(failures) == 1)
    assert isinstance(failures[0], ValueError)


def test_progress_is_told_step_by_step(runner, qtbot):
    steps, answers = [], []

    def count(progress: Progress) -> None:
        for step in range(3):
            progress.step(step, 3)

    progress = runner.run(count, answers.append, pytest.fail)
    progress.advanced.connect(lambda done, total: steps.append((done, total)))
    qtbot.waitUntil(lambda: answers == [None])


def test_cancelled_work_stops_and_says_nothing(runner, qtbot):
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        progress.step(1, 2)


def test_an_error_of_the_persons_world_is_handed_on():
    heard = []
    error = KnownError("The disk is full.")
    if_known(heard.append)(error)
    assert heard == [error]


def test_our_own_error_is_raised_and_not_handed_on():
    heard = []
    with pytest.raises(ZeroDivisionError):
        if_known(heard.append)(ZeroDivisionError())
    assert heard == []


@pytest.fixture
def gone(qtbot):
    """Return a runner whose work ends after the one who waits for it is gone."""

    def run(work):
        runner, owner, heard = TaskRunner(), QObject(), []
        go_on = threading.Event()

        def wait_and_work(_progress):
            go_on.wait(10)
            return work()

        runner.run(wait_and_work, heard.append, heard.append, owner=owner)
        with qtbot.waitSignal(owner.destroyed):
            owner.deleteLater()
        go_on.set()
        qtbot.waitUntil(lambda: not runner.busy)
        return heard

    return run


def test_nobody_is_told_who_is_gone(gone):
    assert gone(lambda: "done") == []


def test_an_expected_error_is_dropped_with_who_waited(gone):
    def fail():
        raise KnownError("The disk is full.")

    assert gone(fail) == []
