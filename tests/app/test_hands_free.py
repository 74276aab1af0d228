#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whole sessions, of several exercises, with as little looking as can be.

    test_hands_free.py YANFEI YANFEI-CLI CASE

Runs inside with_display.py and dbus-run-session."""

import sys
import time

from test_app import Case, check_names, skip_rehearsal
from desk import wait_for


def several(case):
    """Two exercises in one session; what the rules refuse is left out."""
    window = case.window(size=(360, 720))
    window.key('ctrl+2')
    window.click('^Several in One Session…$')
    window.find('^Nothing is chosen yet')
    check_names(window, 'several')
    assert not window.find('^Start$', 'push button').has('SENSITIVE'), 'nothing can be started'

    window.tick('^Glute bridge$')
    window.tick('^Abdominal breathing$')
    window.find('^In this order: Abdominal breathing, then Glute bridge.$')
    window.tick('^Five-point support$')
    window.tick('^Pelvic floor')
    wait_for('a fifth to be out of reach', lambda: not window.find('^Modified swallow', 'check box').has('SENSITIVE'))
    window.tick('^Pelvic floor')
    window.tick('^Five-point support$')
    window.click('^Start$', 'push button')
    window.find('^How are you today')
    window.click('^None of These$')
    window.find('^Abdominal breathing$')
    window.find('^This is how it goes$')
    window.click('^Skip$', last=True)
    window.find('^Glute bridge$', 'label', last=True)
    skip_rehearsal(window)
    # Breathing has three sets, the bridge two; their names are on the page that slides out as well.
    window.find('^Set 1 of 3$')
    for _ in range(60):
        if window.look('^Set 1 of 2$'):
            break
        window.key('n')
        time.sleep(0.2)  # a key for each page that is seen
    window.find('^Set 1 of 2$')
    window.key('h')
    window.find('^Glute bridge')
    window.find('How much', patience=5)
    window.close()

    session, = case.sessions()
    assert [exercise['exercise'] for exercise in session['exercises']] == ['abdominal-breathing', 'glute-bridge'], session
    assert session['stops'][0]['exercise'] == 'glute-bridge', session


CASES = {case.__name__: case for case in (several,)}

if __name__ == '__main__':
    for name in sys.argv[3:] or CASES:
        start = time.monotonic()
        CASES[name](Case())
        print(f'{name}: {time.monotonic() - start:.1f} s', flush=True)
