#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person does in the window beside sessions: logs an activity, times a
compress, adds an exercise of their own.

    test_other.py YANFEI YANFEI-CLI CASE

Runs inside xvfb-run and dbus-run-session."""

import datetime
import sys
import time

from test_app import Case, check_names


def history(window):
    window.key('ctrl+2')
    window.find('^Log an Activity', 'push button')


def log_activity(window, kind):
    window.click('^Log an Activity')
    window.find('^What did you do')
    window.focus_last()
    if kind:
        window.tick(f'^{kind}$')
    window.click('^Add$')


def activity(case):
    """Logged for today and for another day, undone, removed, and refused."""
    window = case.window()
    history(window)
    window.find('^Nothing Here Yet')
    log_activity(window, 'Tai chi')
    window.gone('^What did you do')
    window.focus()
    today = datetime.date.today().isoformat()
    window.find(f'^{today}$')
    window.find('^Tai chi, 30 minutes$')
    window.click('^Undo')
    window.find('^Nothing Here Yet')

    log_activity(window, None)
    window.find('^Please choose what you did')
    check_names(window, 'log an activity')
    window.tick('^Swimming$')
    window.tab_to('^The day you did it$', 'text')
    window.key('ctrl+a')
    window.type('9999-01-01')
    window.click('^Add$')
    window.find('^This day is still to come')
    window.tab_to('^The day you did it$', 'text')
    window.key('ctrl+a')
    window.type('2026-01-31')
    window.tab_to('^Minutes$', 'text')
    window.key('ctrl+a')
    window.type('1441')
    window.click('^Add$')
    window.find('^Please write how many minutes')
    window.key('ctrl+a')
    window.type('45')
    window.click('^Add$')
    window.gone('^What did you do')
    window.focus()
    window.find('^Swimming, 45 minutes$')
    window.close()

    window = case.window()  # and it is still there
    history(window)
    window.find('^2026-01-31$')
    check_names(window, 'history')
    window.find('^Swimming, 45 minutes$')
    window.click('^Remove: Swimming, 45 minutes, 2026-01-31$')
    window.find('^Nothing Here Yet')
    window.click('^Undo')
    window.find('^Swimming, 45 minutes$')
    window.close()


CASES = {case.__name__: case for case in (activity,)}

if __name__ == '__main__':
    for name in sys.argv[3:] or CASES:
        start = time.monotonic()
        CASES[name](Case())
        print(f'{name}: {time.monotonic() - start:.1f} s', flush=True)
