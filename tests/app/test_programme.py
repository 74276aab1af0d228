#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A physiotherapist's programme in the window: opened from outside, followed, refused,
changed, saved, and made a sheet of.

    test_programme.py YANFEI YANFEI-CLI CASE

Runs inside with_display.py and dbus-run-session."""

import contextlib
import os
import shutil
import sqlite3
import subprocess
import sys
import time

import desk
from desk import wait_for
from test_app import CLI, PROGRAM, Case, check_names
from test_hand_over import name_file

FILES = os.path.dirname(os.path.abspath(__file__)) + '/../plan/programmes/'

# Valid from a day that is over until one that is far away.
LASTING = '''<programme version="1" name="After the summer" clinician="Li Wen" date="2020-11-02">
  <note>Walk before you begin.</note>
  <exercise id="five-point-support"><dose sets="1" reps="5" hold="3"/></exercise>
  <forbidden id="full-swallow"><note>Not with your spine.</note></forbidden>
  <schedule weekdays="mon thu"/>
  <pain stop-at="4"/>
</programme>
'''


def query(case, sql):
    with contextlib.closing(sqlite3.connect(case.data + '/yanfei.db')) as database, database:
        return database.execute(sql).fetchall()


def versions(case):
    return query(case, 'SELECT uuid, valid_from, xml FROM programme ORDER BY id')


def chosen(case):
    return query(case, 'SELECT programme.uuid FROM programme_choice LEFT JOIN programme '
                       'ON programme.id = programme_choice.programme ORDER BY programme_choice.id')


def write(case, name, text):
    path = f'{case.directory.name}/{name}'
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)
    return path


def open_file(case, path):
    """As a file manager does: the window that is there shows it."""
    subprocess.run([PROGRAM, '--data-dir', case.data, path], check=True, timeout=desk.PATIENCE)


def followed(case):
    """A programme is shown before it is followed; a second version keeps the first; and
    one can go back, or to none. A broken one changes nothing."""
    window = case.window(tab='today')
    open_file(case, write(case, 'one.yanfei', LASTING))
    window.find('^After the summer, given by Li Wen on 2 November 2020$')
    for said in ('^It counts from 2 November 2020, until there is another', 'Walk before you begin', 'Five-point support',
                 '^1 set × 5, hold 3 s; at most 3 sets × 15, hold 5 s', 'Not with your spine', '^On these days: Mon, Thu',
                 '^Stop when your pain reaches 4 of 10', '^Nothing that it asks for contradicts'):
        window.find(said)
    check_names(window, 'programme')
    assert not versions(case), 'nothing is followed that nobody has agreed to'
    window.click('^Follow This Programme$')
    window.find('^You follow this programme')
    assert [version[1] for version in versions(case)] == ['2020-11-02'], versions(case)
    first = versions(case)[0][0]
    assert chosen(case) == [(first,)], chosen(case)

    # What is broken is refused whole, with its line.
    shutil.copy(FILES + 'broken/dose-above-cap.yanfei', case.directory.name + '/broken.yanfei')
    open_file(case, case.directory.name + '/broken.yanfei')
    window.find(r'broken\.yanfei:3: The dose is more than the <cap> allows')
    check_names(window, 'broken')
    window.click('^Close$', last=True)  # the first closes the window
    window.gone(r'broken\.yanfei:3')  # a button that is pressed from outside takes a moment
    assert len(versions(case)) == 1 and chosen(case) == [(first,)], chosen(case)

    # Another version, and back.
    open_file(case, write(case, 'two.yanfei', LASTING.replace('reps="5"', 'reps="6"').replace('2020-11-02', '2020-12-02')))
    window.find('^1 set × 6, hold 3 s')
    window.click('^Follow This Programme$')
    window.find('^You follow this programme')
    wait_for('a second version', lambda: len(versions(case)) == 2)
    check_names(window, 'home of the programme')
    window.click('^Follow After the summer, given by Li Wen on 2 November 2020$')
    wait_for('the first again', lambda: chosen(case)[-1] == (first,))
    window.click('^Follow none$')
    wait_for('none', lambda: chosen(case)[-1] == (None,))
    window.find('^You follow no programme')
    assert len(versions(case)) == 2, 'what was followed is kept'
    window.close()


def contradicted(case):
    """What is not for the person cannot be followed, and the person is told why."""
    desk.agree(CLI, case.data)
    subprocess.run([CLI, '--data-dir', case.data, 'profile', 'set', 'conditions=pregnancy'], check=True,
                   stdout=subprocess.DEVNULL)
    window = case.window(tab='today')
    open_file(case, write(case, 'one.yanfei', LASTING))
    window.find('^In pregnancy, exercise only as your doctor says')
    window.find('^Not for you, and not cleared in the programme')
    window.find('^It cannot be followed')
    assert not window.find('^Follow This Programme$', 'push button').has('SENSITIVE')

    # With the clearance in it, it can.
    open_file(case, write(case, 'two.yanfei', LASTING.replace(
        '</programme>', '<clearance conditions="pregnancy" exercises="five-point-support"/></programme>')))
    window.find('^Not for you without the clearance in the programme')
    window.gone('^It cannot be followed')  # the page of the first has a button of that name, too
    window.find('Cleared by Li Wen')
    window.click('^Not Now$')
    window.gone('^Follow This Programme$', 'push button')
    assert not versions(case)
    window.close()


def written(case):
    """Changed in the window, saved, and checked by the command line; what is wrong is said
    at its field. The sheet says the same."""
    window = case.window(tab='today')
    open_file(case, write(case, 'one.yanfei', LASTING))
    window.click('^Follow This Programme$')
    window.find('^You follow this programme')

    sheet = case.directory.name + '/sheet.pdf'
    window.tab_to('^Save the Sheet')
    window.key('Return')
    name_file(window, sheet, new=True)
    wait_for('the sheet', lambda: os.path.exists(sheet) and os.path.getsize(sheet))
    text = subprocess.run(['pdftotext', '-layout', sheet, '-'], capture_output=True, text=True, check=True).stdout
    for said in ('After the summer', 'Given by Li Wen on 2 November 2020', '1. Five-point support',
                 '1 set of 5 repetitions, hold 3 seconds', 'Swallow-flight', 'Not with your spine',
                 'Stop when your pain reaches 4 of 10.', 'First week'):
        assert said in text, (said, text)

    window.tab_to('^Change It')
    window.key('Return')
    window.find('^Name of the programme$')
    window.key('ctrl+a', 'Delete')
    window.click('^Save As')
    window.find('^Put right what is marked')
    window.find('^Please fill this in')
    window.type('Of the window')  # the keyboard is where it is wrong
    window.click('^Save As')
    path = case.directory.name + '/new.yanfei'
    name_file(window, path, new=True)
    wait_for('the file', lambda: os.path.exists(path) and os.path.getsize(path))
    told = case.cli('programme', 'show', '--json', path)
    assert told['name'] == 'Of the window' and told['clinician'] == 'Li Wen', told
    assert [one['exercise'] for one in told['exercises']] == ['five-point-support'], told
    assert told['exercises'][0]['dose'] == {'sets': 1, 'reps': 5, 'hold_s': 3.0}, told
    assert told['schedule']['weekdays'] == ['mon', 'thu'] and told['pain']['stop_at'] == 4, told
    assert subprocess.run([CLI, '--data-dir', case.data, 'programme', 'check', path], check=False,
                          stdout=subprocess.DEVNULL).returncode == 0
    assert len(versions(case)) == 1, 'to save is not to follow'
    window.close()


CASES = {case.__name__: case for case in (followed, contradicted, written)}

if __name__ == '__main__':
    for name in sys.argv[3:] or CASES:
        start = time.monotonic()
        CASES[name](Case())
        print(f'{name}: {time.monotonic() - start:.1f} s', flush=True)
