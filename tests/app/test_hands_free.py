#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whole sessions, of several exercises, with as little looking as can be.

    test_hands_free.py YANFEI YANFEI-CLI CASE

Runs inside with_display.py and dbus-run-session."""

import re
import sys
import time

from test_app import Case, check_names, skip_rehearsal
from desk import wait_for


def several(case):
    """Two exercises in one session; what the rules refuse is left out."""
    window = case.window(size=(360, 720), sliding=True)
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
    window.find('How much')
    window.close()

    session, = case.sessions()
    assert [exercise['exercise'] for exercise in session['exercises']] == ['abdominal-breathing', 'glute-bridge'], session
    assert session['stops'][0]['exercise'] == 'glute-bridge', session


def light(case):
    """How much it hurts says whether the rest may be gone on with, and a check-in asks again before it."""
    window = case.window()
    window.key('ctrl+2')
    window.click('^Several in One Session…$')
    window.find('^Nothing is chosen yet')
    left = ['Abdominal breathing', 'Five-point support', 'Glute bridge', 'Pelvic floor']
    for name in left:
        window.tick('^' + name)
    window.click('^Start$', 'push button')
    window.find('^How are you today')
    window.click('^None of These$')
    for name in left:
        shown = window.find(f'^A person who shows the movement: {name}', last=True).name
        window.click('^Skip$', last=True)
        window.gone('^' + re.escape(shown) + '$')

    for pain, said in ((2, None), (4, 'Your pain is 4 of 10. Go on gently, or leave the rest.'),
                       (6, 'Your pain is 6 of 10. Leave it at that for today.')):
        window.find('^Pause$', 'push button')
        window.key('h')
        window.find('^Everything has stopped')
        window.click(f'^How much does it hurt. {pain} of 10$')
        window.click('^Save$')
        window.find('^Stopped, because it hurt')
        window.find('^Everything is saved')
        if said:
            window.find('^' + re.escape(said) + '$')
        else:
            assert not window.look('^Your pain is'), window.text()
        if pain < 6:
            check_names(window, 'summary, with something left')
            window.click('^Go On with the Rest$')
            window.find('^How are you today')
            window.click('^None of These$')
            window.gone('^Stopped, because it hurt')
    assert not window.look('^Go On with the Rest$'), 'at such a pain nothing is gone on with'
    window.close()

    sessions = sorted(case.sessions(), key=lambda session: session['started'])
    assert [session['state'] for session in sessions] == ['stopped'] * 3, sessions
    assert [session['stops'][0]['pain'] for session in sessions] == [2, 4, 6], sessions
    done = [[exercise['exercise'] for exercise in session['exercises']] for session in sessions]
    assert len(done[0]) == 4 and done[1] == done[0][1:] and done[2] == done[0][2:], done


CASES = {case.__name__: case for case in (several, light)}

if __name__ == '__main__':
    for name in sys.argv[3:] or CASES:
        start = time.monotonic()
        CASES[name](Case())
        print(f'{name}: {time.monotonic() - start:.1f} s', flush=True)
