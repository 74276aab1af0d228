#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person does in the window beside sessions: logs an activity, times a
compress, adds an exercise of their own.

    test_other.py YANFEI YANFEI-CLI CASE

Runs inside with_display.py and dbus-run-session."""

import datetime
import subprocess
import sys
import time

from test_app import CLI, Case, check_names


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
    window.open_history()
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
    window.open_history()
    window.find('^2026-01-31$')
    check_names(window, 'history')
    window.find('^Swimming, 45 minutes$')
    window.find('^Edit: 2026-01-31, Swimming, 45 minutes$')
    window.close()


def relief(case):
    """Not outside an episode; in one with reasons, limits, and a timer that goes on."""
    window = case.window()
    window.find('^What would you like to do')
    assert not window.look('^Cold compress'), 'relief is offered with nothing to relieve'
    window.close()

    today = datetime.date.today().isoformat()
    subprocess.run([CLI, '--data-dir', case.data, 'profile', 'set', f'onset={today}'], check=True,
                   stdout=subprocess.DEVNULL)
    window = case.window()
    window.find('^Warm compress. Not for you today', 'push button')
    window.click('^Warm compress')
    window.find('No warmth in the first 72 hours')
    assert not window.find('^Start the Timer').has('SENSITIVE'), 'warmth can start on the first day'
    check_names(window, 'relief, blocked')
    window.key('Escape')

    for number in range(4):
        window.click('^Cold compress')
        window.find(f'^Today: {number} of at most 4$')
        if number == 0:
            assert not window.find('^Minutes: less than 15$').has('SENSITIVE'), 'shorter than the documents say'
            for minutes in range(15, 20):
                window.click(f'^Minutes: more than {minutes}$')
            assert not window.find('^Minutes: more than 20$').has('SENSITIVE'), 'longer than 20 minutes'
        window.click('^Start the Timer$')
        window.find('minutes left$')
        if number == 0:
            check_names(window, 'relief, timing')
            window.key('space')
            window.find('^Paused. Take the compress off')
            window.click('^Go On$')
            window.find('^Stop at once if your skin')
            window.key('Escape')  # it goes on
            window.gone('^Stop$', 'push button')
            window.click('^Warm compress')
            assert not window.find('^Start the Timer').has('SENSITIVE'), 'two at once'
            window.key('Escape')
            window.click('^Cold compress')
            window.find('^20 minutes left$')
        window.click('^Stop$')
        window.find(f'^Today: {number + 1} of at most 4$')
        if number < 3:
            window.key('Escape')
            window.gone('^Today: ')
            window.find('^What would you like to do')
    window.find('^You have done this 4 times today')
    assert not window.find('^Start the Timer').has('SENSITIVE'), 'a fifth time'
    window.key('Escape')
    window.open_history()
    window.find(r'^Cold compress\nStopped')
    window.close()


def write(window, field, text):
    window.tab_to(f'^{field}$', 'text')
    window.key('ctrl+a')
    window.type(text)


def own(case):
    """An exercise of one's own: refused at its field, added, done, changed, removed."""
    window = case.window()
    window.click('^Add Your Own')
    window.find('judged as strictly as the swallow-flight')
    check_names(window, 'own exercise')
    window.click('^Save$')
    window.find('^Give the exercise a name')
    window.type('Cat & <cow>')
    write(window, 'Hold, in seconds', '31')
    window.click('^Save$')
    window.find('^Give a whole number from 0 to 30')
    write(window, 'Hold, in seconds', '1')
    write(window, 'Raise, in seconds', '1')
    write(window, 'Lower, in seconds', '1')
    write(window, 'Rest, in seconds', '0')
    write(window, 'Repetitions in a set', '2')
    window.click('^Save$')
    window.find('^Cat & <cow>[.].*Your own', 'push button')
    window.close()

    window = case.window()  # and it is still there
    window.click('^Cat & <cow>[.].*Your own')
    window.find('^Is it for you today')
    assert not window.find('^Repetitions in a set: more than 2$').has('SENSITIVE'), 'it grows past what was written'
    window.click('^Start, takes')
    window.find('^How are you today')
    window.click('^None of These$')
    window.find('^Pause$|^I Understand|^Skip$', 'push button')
    window.close()

    window = case.window()
    window.click('^Change or Remove “Cat & <cow>”$')
    window.find('^Change Your Exercise$')
    window.tab_to('^On your back$', 'radio button|check box')
    window.press_at(window.find('^Standing', 'label'))
    window.find('judged as strictly as the plank')
    write(window, 'Name of the exercise', 'Dog')
    window.click('^Save$')
    window.find('^Dog[.].*Your own', 'push button')
    window.gone('^Cat')  # the old version is no longer offered
    window.click('^Change or Remove “Dog”$')
    window.click('^Remove$')
    window.find('^What would you like to do')
    window.gone('^Dog')
    window.close()


CASES = {case.__name__: case for case in (activity, relief, own)}

if __name__ == '__main__':
    for name in sys.argv[3:] or CASES:
        start = time.monotonic()
        CASES[name](Case())
        print(f'{name}: {time.monotonic() - start:.1f} s', flush=True)
