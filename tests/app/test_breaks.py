#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Breaks from sitting, as a person meets them: begun by hand and from a
notification, guided, ended early, and answered for.

    test_breaks.py YANFEI YANFEI-CLI CASE

Runs inside with_display.py and dbus-run-session."""

import contextlib
import datetime
import re
import sqlite3
import subprocess
import sys
import time

from gi.repository import Gio, GLib

import desk
from desk import wait_for
from test_app import CLI, Case, check_names


def activate(action, target='of-long-ago'):
    """Does what a press on a notification does."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    names = bus.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', 'ListNames',
                          None, None, Gio.DBusCallFlags.NONE, -1)[0]
    [name] = [name for name in names if name.startswith('io.github.yanfei.Yanfei')]
    bus.call_sync(name, '/' + name.replace('.', '/'), 'org.gtk.Actions', 'Activate',
                  GLib.Variant('(sava{sv})', (action, [GLib.Variant('s', target)], {})), None,
                  Gio.DBusCallFlags.NONE, -1)


def breaks(case):
    """What the log has of breaks: length in seconds, answer and reason."""
    with contextlib.closing(sqlite3.connect(case.data + '/yanfei.db')) as database:
        return database.execute(
            'SELECT length / 1000000, answer, reason FROM sitting_break LEFT JOIN sitting_break_answer '
            'ON sitting_break_answer.sitting_break = sitting_break.id ORDER BY sitting_break.id').fetchall()


def follow(window):
    """Types into the break, which is a window of its own."""
    window.find('^(Time to stand up|Stand up slowly|Stretch and walk about|Walk about)$')
    window.focus_last()


def guided(case):
    """Begun, paused, ended early with Escape, and answered with the keyboard."""
    window = case.window()
    window.find('^What would you like to do|^Today')
    activate('break-start')
    follow(window)
    window.find('^Stand up slowly$')
    window.find('^A person who stretches, turns gently and walks about$')
    window.find('^4 minutes left$')  # with the time to get up
    window.find('Walk about for the rest of the time')
    check_names(window, 'a break')
    wait_for('the break in the log', lambda: breaks(case) == [(180, None, None)])
    wait_for('the keyboard at Pause', lambda: window.focused_name() == 'Pause')
    window.key('space')
    window.find('^Paused$')
    window.click('^Go On$')
    window.gone('^Paused$')
    window.find('^Stretch and walk about$', patience=25)
    window.find('^3 minutes left$')

    window.key('Escape')  # over, and asked for all the same
    window.find('^Did you do it')
    check_names(window, 'the question after a break')
    wait_for('the keyboard at Yes', lambda: window.focused_name() == 'Yes')
    window.key('Tab', 'space')
    window.gone('^Did you do it')
    wait_for('the answer', lambda: breaks(case) == [(180, 'partly', 'unsaid')])
    window.close()


def skipped(case):
    """Not done, for a reason; and a window that is closed says nothing."""
    window = case.window()
    window.find('^What would you like to do|^Today')
    activate('break-start')
    follow(window)
    window.click('^End the Break$')
    window.click('^No$')
    window.find('^Why not this time')
    check_names(window, 'why not')
    window.find('^No reason given$')
    window.click('^Not possible where I am$')
    window.gone('^Why not this time')
    wait_for('the answer', lambda: breaks(case) == [(180, 'skipped', 'no-place')])

    activate('break-start')
    follow(window)
    window.key('Escape')
    window.find('^Did you do it')
    window.key('Escape')
    window.gone('^Did you do it')
    # What is answered on a notification of long ago answers nothing, and what is
    # skipped on it was never offered.
    activate('break-later')
    activate('break-skip')
    wait_for('two breaks', lambda: len(breaks(case)) == 2)
    assert breaks(case)[1] == (180, None, None), breaks(case)
    assert not window.look('^Why not this time'), 'asked about a break that is over'
    window.close()


def gentle(case):
    """Who is in pain only walks, and may take longer."""
    today = datetime.date.today().isoformat()
    desk.agree(CLI, case.data)
    subprocess.run([CLI, '--data-dir', case.data, 'profile', 'set', f'onset={today}'], check=True,
                   stdout=subprocess.DEVNULL)
    window = case.window()
    window.find('^What would you like to do|^Today')
    activate('break-show')
    follow(window)
    window.find('^Get up gently and walk about. Do not turn or lean back.$')
    window.find('no stretching, no turning')
    check_names(window, 'the offer of a break')
    assert not window.look('^In 10 Minutes$'), 'puts off what was not offered'
    assert not window.find('^Minutes: less than 3$').has('SENSITIVE'), 'shorter than the documents say'
    window.click('^Minutes: more than 3$')
    window.click('^Minutes: more than 4$')
    assert not window.find('^Minutes: more than 5$').has('SENSITIVE'), 'longer than the documents say'
    window.click('^Start the Break$')
    window.find('^A person who walks about$')
    text = window.text()
    assert not re.search('Turn the waist|stretch both arms', text), text
    window.click('^End the Break$')
    window.click('^Yes$')
    window.gone('^Did you do it')
    wait_for('the answer', lambda: breaks(case) == [(300, 'done', 'unsaid')])
    window.close()


CASES = {case.__name__: case for case in (guided, skipped, gentle)}

if __name__ == '__main__':
    for name in sys.argv[3:] or CASES:
        start = time.monotonic()
        CASES[name](Case())
        print(f'{name}: {time.monotonic() - start:.1f} s', flush=True)
