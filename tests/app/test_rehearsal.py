#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What comes before a session, and what changes it: the rehearsal of what is new, the
keys of a presenter, coming back to what was left, and adjusting.

    test_rehearsal.py YANFEI YANFEI-CLI CASE

Runs inside with_display.py and dbus-run-session."""

import re
import sys
import time

from test_app import Case, begin_session, check_names, open_exercise, set_dose, wait_for_phase
from desk import wait_for


def check_in(window):
    window.click('^Start, takes')
    window.find('^How are you today')
    window.click('^None of These$')


def rehearsal(case):
    """Every step, with its picture, by the keyboard; and not twice on a day."""
    window = case.window(size=(360, 720))
    open_exercise(window, 'Five-point support')
    set_dose(window, 1, 2, 1)
    check_in(window)
    window.find('^This is how it goes$')
    window.find('^A person who shows the movement: Five-point support$')
    check_names(window, 'rehearsal')
    assert not window.find('^Back$', 'push button', last=True).has('SENSITIVE')
    steps = (('Return', 'Lie on your back', 'Get ready'), ('space', 'Raise your hips', 'Raise'),
             ('Next', 'Hold for three', 'Hold'), ('Next', 'Come down again', 'Lower'))
    for number, (key, text, picture) in enumerate(steps, 1):
        window.key(key)
        window.find(f'^Step {number} of 4$')
        window.find('^' + text)
        window.find(f'^A person who shows this step: {picture}$')
    window.find('^Your attention belongs to the hips')
    window.key('Prior')
    window.find('^Step 3 of 4$')
    window.key('Next', 'Next')
    window.find('^What to mind$')
    window.find('^Keep the weight on elbows')
    window.find('three times.*Then everything stops')
    check_names(window, 'the end of a rehearsal')
    assert case.sessions() == [], 'a session began while it was rehearsed'
    window.click('^I Am Ready: Lie Down$')
    window.find('^Pause$', 'push button')
    wait_for_phase(window, 'Get ready')
    window.key('q')
    window.find('^Stopped early')
    window.key('Return')

    # Nothing was done, but it was seen today.
    open_exercise(window, 'Five-point support')
    check_in(window)
    window.find('^Pause$', 'push button')
    window.key('q')
    window.find('^Stopped early')
    window.key('Return')

    # Whoever wants to see it again can.
    open_exercise(window, 'Five-point support')
    window.click('^Rehearse$')
    window.find('^This is how it goes$')
    assert not window.look('^You have not done this exercise yet'), window.text()
    window.key('Next', 'Next', 'Next', 'Next', 'Next')
    window.find('^What to mind$')
    window.click('^Close$', last=True)  # the first is that of the window
    window.find('^Is it for you today')
    window.close()
    assert len(case.sessions()) == 2, case.sessions()


def known(case):
    """What was done once is not rehearsed, on any day; leaving a rehearsal begins nothing."""
    window = case.window()
    open_exercise(window, 'Five-point support')
    check_in(window)
    window.find('^This is how it goes$')
    window.key('Escape')
    window.find('^What would you like to do')
    open_exercise(window, 'Five-point support')
    set_dose(window, 1, 1, 1)
    check_in(window)
    window.find('^This is how it goes$')
    window.click('^Skip$', last=True)
    window.find('^Pause$', 'push button')
    window.key('n')
    window.find('^Well done', patience=20)
    window.close()

    window = case.window()
    open_exercise(window, 'Five-point support')
    check_in(window)
    window.find('^Pause$', 'push button')
    window.close()
    assert len(case.sessions()) == 2, case.sessions()


def presenter(case):
    """Forward pauses and goes on, back says that it hurts; Enter is for where the keyboard is."""
    window = case.window()
    begin_session(window)
    window.key('Next')
    window.find('^Paused$', 'label')
    window.key('Next')
    window.gone('^Paused$', 'label')
    window.key('Return')
    window.find('^Paused$', 'label')
    window.key('KP_Enter')
    window.gone('^Paused$', 'label')
    window.tab_to('^Stop$', 'push button')
    window.key('Return')
    window.find('^Stop the Session')
    window.focus_last()
    window.key('Escape')
    window.gone('^Stop the Session')
    window.focus()
    window.key('Prior')
    window.find('^Everything has stopped')
    window.close()
    session, = case.sessions()
    assert session['state'] == 'stopped' and len(session['stops']) == 1, session


def adjusting(case):
    """More and less within the ceiling, by key and by hand, while it goes on."""
    window = case.window(size=(360, 720))
    begin_session(window, dose=(1, 14, 1))
    window.find('^of 14 repetitions$')
    window.key('plus')
    window.find('^Now 15 repetitions in a set')
    window.find('^of 15 repetitions$')
    window.key('plus')
    window.find('^That is more than is good for you')
    window.find('^of 15 repetitions$')
    window.click('^Adjust…$')
    window.find('^Sets: less than 1$')
    check_names(window, 'adjusting')
    assert not window.find('^Repetitions in a set: more than 15$').has('SENSITIVE'), 'the ceiling can be passed'
    assert not window.find('^Time for moving: less than 100%$').has('SENSITIVE'), 'it can be hurried'
    for shown in range(15, 2, -1):
        window.click(f'^Repetitions in a set: less than {shown}$')
        window.find(f'^Repetitions in a set: less than {shown - 1}$')
    window.click('^Hold, in seconds: more than 1$')
    window.click('^Time for moving: more than 100%$')
    window.click('^Rest after a repetition, in seconds: less than 2$')
    window.click('^Go On$', last=True)
    window.gone('^Repetitions in a set')
    window.find('^of 2 repetitions$')
    window.gone('^Paused$', 'label')
    window.focus()
    window.key('n')
    assert re.search(r'^Raise, \d seconds? left, repetition 1 of 2$', wait_for(
        'the movement', lambda: window.find(r'^Raise, \d seconds? left, repetition 1 of 2$')).name)
    window.find('^Well done', patience=30)
    window.find('2 of 2 repetitions')
    window.close()
    session, = case.sessions()
    assert session['state'] == 'completed', session
    reps = session['exercises'][0]['sets'][0]['reps']
    assert [rep['hold_s'] for rep in reps] == [2.0, 2.0], reps


def hurt_while_adjusting(case):
    """Pain need not wait until a dialog is closed; and nothing is changed that was not wanted."""
    window = case.window()
    begin_session(window)
    window.key('a')
    window.find('^Repetitions in a set: more than 2$')
    window.focus_last()
    window.click('^Repetitions in a set: more than 2$')
    window.find('^Repetitions in a set: more than 3$')
    window.key('Escape')
    window.gone('^Repetitions in a set')
    window.find('^of 2 repetitions$')
    window.focus()
    window.key('a')
    window.find('^Repetitions in a set: more than 2$')
    window.focus_last()
    window.key('h')
    window.find('^Everything has stopped')
    window.gone('^Repetitions in a set')
    window.close()
    session, = case.sessions()
    assert len(session['stops']) == 1 and session['exercises'][0]['planned']['reps'] == 2, session


def back(case):
    """What was cut or left is offered, judged anew, and gone on with where it stood."""
    window = case.window(size=(360, 720))
    begin_session(window, dose=(1, 3, 1))
    window.key('n')
    window.find('repetition 2 of 3', patience=20)
    window.kill()

    window = case.window(size=(360, 720), tab='today')
    window.find('^Go on where you stopped: Five-point support, set 1, repetition 2 of 3$')
    check_names(window, 'going on')
    window.click('^Go On$')
    window.find('^How are you today')
    window.click('^None of These$')
    window.find('^Pause$', 'push button')
    window.key('n')
    assert wait_for('the second repetition', lambda: window.look('repetition 2 of 3'))
    window.key('q')
    window.find('^Stopped early')
    window.find('^1 of 3 repetitions$|: 1 of 3 repetitions$')
    window.find('^Everything is saved')
    window.key('Return')
    window.find('^Go on where you stopped: Five-point support, set 1, repetition 2 of 3$')

    # A sign closes this way too.
    window.click('^Go On$')
    window.find('^How are you today')
    window.tick('^My leg hurts, and rest does not ease it')
    window.tab_to('^For how many days', 'text')
    window.type('5')
    window.click('^Continue$')
    window.find('^Not today$')
    window.key('Escape')
    window.find('^Go on where you stopped')
    window.click('^Not Now$')
    window.gone('^Go on where you stopped')
    window.close()
    session, = case.sessions()
    assert session['state'] == 'stopped', session
    assert len(session['exercises'][0]['sets'][0]['reps']) == 1, session


def finished_later(case):
    """Who was called away comes back and does the rest: one session, all its repetitions."""
    window = case.window()
    begin_session(window, dose=(1, 2, 1))
    window.key('n')
    window.find('repetition 2 of 2', patience=20)
    window.key('q')
    window.find('^Stopped early')
    window.find('^Everything is saved')
    window.key('Return')
    window.find('^What would you like to do')
    window.key('ctrl+1')
    window.click('^Go On$')
    window.find('^How are you today')
    window.click('^None of These$')
    window.find('^Pause$', 'push button')
    window.key('n')
    window.find('^Well done', patience=20)
    window.find('2 of 2 repetitions')
    window.find('^Everything is saved')
    window.key('Return')
    window.find('^Done for Today')
    assert not window.look('^Go on where you stopped'), 'what is done is offered'
    window.close()
    session, = case.sessions()
    assert session['state'] == 'completed', session
    assert [rep['rep'] for rep in session['exercises'][0]['sets'][0]['reps']] == [1, 2], session


def doses(case):
    """Each of several exercises has a dose of its own, and pace and rests can be chosen before."""
    window = case.window(size=(360, 720))
    window.key('ctrl+2')
    window.click('^Several in One Session…$')
    window.find('^Nothing is chosen yet')
    window.tick('^Glute bridge$')
    window.tick('^Five-point support$')
    before = window.find('^Takes ', 'label').name
    window.tab_to('^How much of it: Glute bridge$')
    window.key('space')
    check_names(window, 'several, with a dose')
    window.click('^Sets: less than 2$')
    window.click('^Repetitions in a set: less than 10$')
    window.find('1 set of 9 repetitions, hold 3 seconds$')
    wait_for('the time it takes', lambda: window.find('^Takes ', 'label').name != before)
    window.click('^Start$', 'push button')
    window.find('^How are you today')
    window.click('^None of These$')
    for name in ('Five-point support', 'Glute bridge'):
        window.find('^This is how it goes$')
        window.find(f'^{name}$', 'label', last=True)
        window.find(f'^A person who shows the movement: {name}$', last=True)
        window.click('^Skip$', last=True)
        window.gone(f'^A person who shows the movement: {name}$')
    window.find('^Pause$', 'push button')
    window.key('q')
    window.find('^Stopped early')
    window.close()
    session, = case.sessions()
    planned = {exercise['exercise']: exercise['planned'] for exercise in session['exercises']}
    assert planned['glute-bridge'] == {'sets': 1, 'reps': 9, 'hold_s': 3.0}, planned
    assert planned['five-point-support'] == {'sets': 2, 'reps': 10, 'hold_s': 3.0}, planned

    window = case.window(size=(360, 720))
    open_exercise(window, 'Five-point support')
    before = window.find('^Start, takes').name
    window.tab_to('^Pace and rests$')
    window.key('Return')
    window.click('^Time for moving: more than 100%$')
    window.click('^Rest between sets, in seconds: less than 30$')
    window.find('^Rest between sets, in seconds: less than 25$')
    wait_for('the time it takes', lambda: window.find('^Start, takes').name != before)
    window.close()


CASES = {case.__name__: case for case in (rehearsal, known, presenter, adjusting, hurt_while_adjusting, back,
                                          finished_later, doses)}

if __name__ == '__main__':
    for name in sys.argv[3:] or CASES:
        start = time.monotonic()
        CASES[name](Case())
        print(f'{name}: {time.monotonic() - start:.1f} s', flush=True)
