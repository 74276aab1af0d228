#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading, searching and printing in the window.

    test_learn.py YANFEI YANFEI-CLI CASE

Runs inside with_display.py and dbus-run-session."""

import sys
import time

import desk
from desk import wait_for
from test_app import Case, check_names


def open_learn(case):
    window = case.window()
    window.find('^What would you like to do')
    window.key('ctrl+5')
    window.find('^What is good to know')
    return window


def learn(case):
    """With the keyboard alone: search, read, and come back to where one was."""
    window = open_learn(case)

    window.tab_to('^Lifting and carrying$', 'list item')
    window.key('Return')
    window.find('^Squat down first')
    window.find('^Source: Document 000, Pitfalls$', 'label')
    check_names(window, 'reading')
    window.key('Escape')
    window.find('What is good to know')
    wait_for('the keyboard where it was',
             lambda: window.focused_name() == 'Lifting and carrying')
    check_names(window, 'learn')

    # A letter typed on a row searches; Return opens what is found first.
    window.type('hard board')
    window.find('^1 page has these words')
    window.gone('^Lifting and carrying$', 'list item')
    window.key('Return')
    window.find('^Often believed$', 'label')
    window.find('^Sleeping on a hard board cures', 'label')
    window.find('^What is so$', 'label')
    window.key('Escape')

    window.find('^1 page has these words')
    window.key('ctrl+f', 'ctrl+a')
    window.type('xyzzy')
    window.find('No Page Has These Words')
    window.click('Show All Pages')
    window.find('^Lifting and carrying$', 'list item')
    window.close()


def printing(case):
    """Only the page that is made for it can be printed."""
    window = open_learn(case)
    window.type('squat down')
    window.find('pages? ha(s|ve) these words')
    window.key('Return')
    window.find('^Squat down first')
    if window.look('Print This Page'):
        raise AssertionError('an ordinary page offers to be printed')
    window.key('Escape', 'ctrl+f', 'ctrl+a')
    window.type('name date of birth')
    window.find('^1 page has these words')
    window.key('Return')
    window.find('^Name, date of birth')
    window.click('Print This Page')
    # GTK's own dialog, in a window of its own. AT-SPI does not come to an end with it.
    window.focus_last()
    window.key('Escape')
    wait_for('the dialog to go', lambda: desk.find_window(window.process, last=True) == window.xid)
    window.focus()
    window.find('^Name, date of birth')
    window.close()


CASES = {case.__name__: case for case in (learn, printing)}

if __name__ == '__main__':
    for name in sys.argv[3:] or CASES:
        start = time.monotonic()
        CASES[name](Case())
        print(f'{name}: {time.monotonic() - start:.1f} s', flush=True)
