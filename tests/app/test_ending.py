#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program is ended from outside, at moments that are hard to meet.

    test_ending.py YANFEI YANFEI-CLI CASE

Runs inside with_display.py and dbus-run-session."""

import contextlib
import signal
import sqlite3
import sys
import time

from test_app import Case, open_exercise
from desk import PATIENCE, wait_for


def has_begun(case):
    """Whether a session is in the log, asked at once: the program's own command is too slow."""
    with contextlib.closing(sqlite3.connect(case.data + '/yanfei.db')) as database:
        return database.execute('SELECT count(*) FROM session').fetchone()[0] > 0


def beginning(case):
    """The session is in the log, and not on the screen yet: it ends in the log too, and
    nothing asks the window for a summary when it is gone."""
    window = case.window()
    open_exercise(window, 'Five-point support')
    window.click('^Start, takes')
    window.click('^None of These$')
    window.find('^This is how it goes$')
    window.click('^Skip$', last=True)
    wait_for('the session in the log', lambda: has_begun(case))
    window.process.send_signal(signal.SIGTERM)
    assert window.process.wait(PATIENCE) == 0
    window.check_errors()
    assert [session['state'] for session in case.sessions()] == ['stopped']


CASES = {case.__name__: case for case in (beginning,)}

if __name__ == '__main__':
    for name in sys.argv[3:] or CASES:
        start = time.monotonic()
        CASES[name](Case())
        print(f'{name}: {time.monotonic() - start:.1f} s', flush=True)
