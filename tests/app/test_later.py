#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What comes to be known later: how it was afterwards and on the next morning,
what was written down wrong, and what was never written down.

    test_later.py YANFEI YANFEI-CLI CASE

Runs inside with_display.py and dbus-run-session."""

import contextlib
import datetime
import os
import sqlite3
import subprocess
import sys
import time

import desk
from desk import wait_for
from test_app import CLI, Case, begin_session, check_names, skip_rehearsal

DAY = 86400 * 1000000


def query(case, sql, *values):
    with contextlib.closing(sqlite3.connect(case.data + '/yanfei.db')) as database, database:
        return database.execute(sql, values).fetchall()


def record(case, days_ago=0):
    """A session of two sets of two, of which all was done, so many days ago."""
    if not os.path.exists(case.data):
        desk.agree(CLI, case.data)
    subprocess.run([CLI, '--data-dir', case.data, 'session', '--exercise', 'five-point-support', '--sets', '2',
                    '--reps', '2', '--hold', '3', '--speed', '200', '--no-sound', '--pain-back', '2',
                    '--pain-leg', '0'], check=True, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
    shift = days_ago * DAY
    for table, columns in (('session', ('started', 'ended')), ('check_in', ('at',)),
                           ('repetition', ('started', 'ended'))):
        for column in columns:
            query(case, f'UPDATE {table} SET {column} = {column} - ?', shift)
    return query(case, 'SELECT uuid FROM session ORDER BY id DESC LIMIT 1')[0][0]


def after(case):
    return query(case, 'SELECT pain_back, pain_leg, effort, note FROM session_after ORDER BY session')


def type_note(window, text):
    window.tab_to('^Note$', 'text')
    window.type(text)
    wait_for('the note', lambda: window.written() == text)


def afterwards(case):
    """Each answer is saved when it is given, and a note when the window closes."""
    window = case.window(size=(360, 720))
    begin_session(window)
    window.key('q')
    window.find('^How was it')
    check_names(window, 'summary')
    window.click('^Pain in the back now 4 of 10$')
    window.find('^Everything is saved in your history, and so are your answers')
    assert after(case) == [(4, None, None, None)], after(case)
    assert not window.look('^Your pain has risen'), 'nothing was said before, so nothing can have risen'
    window.tab_to('^Effort')
    window.key('Right', 'Right', 'Right', 'space')
    wait_for('the effort', lambda: after(case) == [(4, None, 3, None)])
    type_note(window, 'stiff at first')
    window.close()  # without waiting until it is saved
    assert after(case) == [(4, None, 3, 'stiff at first')], after(case)

    # After "it hurts", and with pain that rose.
    window = case.window()
    window.key('ctrl+2')
    window.click('^Glute bridge')
    window.find('^Is it for you today')
    window.click('^Start, takes')
    window.click('^Pain in the back 2 of 10$')
    window.click('^None of These$')
    skip_rehearsal(window)
    window.key('h')
    window.click('^Leave Unanswered$')
    window.find('^How was it')
    window.click('^Pain in the back now 3 of 10$')
    window.find('so are your answers')
    assert not window.look('^Your pain has risen'), 'a rise of one is none'
    window.click('^Pain in the back now 4 of 10$')
    window.find('^Your pain has risen by 2 or more')
    window.find('own cautious choice')
    window.click('^Pain in the back now 7 of 10$')
    window.find('^This is a lot of pain')
    window.click('^Pain in the back now 7 of 10$')  # taken back
    window.gone('^This is a lot of pain')
    wait_for('the answer to go', lambda: after(case)[-1][0] is None)
    window.close()


def morning(case):
    """Asked once at the next check-in, and answered later in the history."""
    first = record(case, 3)
    second = record(case, 0)
    query(case, 'UPDATE session SET started = started - ?, ended = ended - ? WHERE uuid = ?', 2 * DAY, 2 * DAY, second)
    window = case.window(size=(360, 720))
    window.click('^Abdominal breathing')
    window.click('^Start, takes')
    day = datetime.datetime.fromtimestamp(query(case, 'SELECT started FROM session WHERE uuid = ?', second)[0][0] / 1e6)
    question = f'How was your back on the morning after {day:%A}’s session'
    window.find(f'^{question}')
    check_names(window, 'check-in with a morning')
    window.click('^Skip This Question$')
    window.gone(question)
    window.key('Escape')
    window.gone('^How are you today')
    window.click('^Start, takes')
    window.find('^How are you today')
    assert not window.look(question), 'asked again after it was skipped'
    window.close()

    window = case.window()
    window.click('^Abdominal breathing')
    window.click('^Start, takes')
    window.click('^Worse. How was')
    wait_for('the answer', lambda: query(case, 'SELECT uuid, morning FROM session_morning, session'
                                               ' WHERE session.id = session') == [(second, 'worse')])
    window.key('Escape')
    window.gone('^How are you today')
    window.click('^Start, takes')
    window.find('^How are you today')
    assert not window.look(question), 'asked again after it was answered'
    window.key('Escape', 'Escape')

    window.open_history()
    window.find('On the next morning: [Ww]orse')
    row = window.find(f'^{day - datetime.timedelta(days=1):%Y-%m-%d}')
    window.press_at(row)
    window.click('^Better. How was')
    wait_for('the answer', lambda: query(case, 'SELECT morning FROM session_morning, session WHERE session.id = session'
                                               ' AND uuid = ?', first) == [('better',)])
    window.find('On the next morning: [Bb]etter')
    window.find('^Better. How was')  # the row is still unfolded
    window.close()


def correct(case):
    """Repetitions, pain and time of a session; the original stays, and nothing typed is lost."""
    old = record(case, 1)
    original = query(case, 'SELECT * FROM session') + query(case, 'SELECT * FROM repetition')
    window = case.window(size=(360, 720))
    window.open_history()
    day, clock = (f'{datetime.datetime.fromtimestamp(query(case, "SELECT started FROM session")[0][0] / 1e6):{form}}'
                  for form in ('%Y-%m-%d', '%H:%M'))
    window.click(f'^Edit: {day}, {clock}')
    window.find('^Edit a Session$')
    window.focus_last()
    check_names(window, 'edit a session')
    assert not window.find('^Set 1: repetitions done: more than 2$').has('SENSITIVE'), 'more than were planned'
    window.click('^Set 2: repetitions done: less than 2$')
    window.click('^Set 1: held, in seconds: less than 3$')
    window.click('^Pain in the back before 3 of 10$')
    window.click('^Effort 6 of 10$')
    window.tab_to('^Time it began$', 'text')
    window.key('ctrl+a')
    window.type('25:00')
    window.click('^Save$')
    window.find('^This is not a time of day')
    assert window.find('^Set 2: repetitions done: more than 1$'), 'what was changed is lost'
    window.key('ctrl+a')
    window.type('00:10')
    window.click('^Save$')
    window.gone('^Edit a Session$')
    window.focus()
    window.find('Corrected')
    assert query(case, 'SELECT * FROM session')[:1] + query(case, 'SELECT * FROM repetition')[:4] == original
    (edited, new), = query(case, 'SELECT old, new FROM edit')
    assert edited == old
    session, = case.sessions()
    assert session['id'] == new and session['state'] == 'stopped', session
    assert session['started'][:16] == f'{day}T00:10', session
    assert session['check_in']['pain_back'] == 3 and session['check_in']['pain_leg'] == 0, session
    sets = session['exercises'][0]['sets']
    assert [[rep['hold_s'] for rep in one['reps']] for one in sets] == [[2.0, 2.0], [3.0]], sets
    assert after(case) == [(None, None, 6, None)], after(case)

    window.press_at(window.find(f'^{day}, 00:10\n'))
    window.find('^As it was until the correction of')
    window.find(f'^{day}, {clock}\nFive-point support: .*4 repetitions\nPain in the back: 2 of 10')

    window.click(f'^Edit: {day}, 00:10')
    window.find('^Edit a Session$')
    window.click('^Take Out of the Log')
    window.find('The original is kept')
    window.focus_last()
    window.tab_to('Take Out$', 'push button')
    window.key('Return')
    window.focus()
    window.find('^Nothing Here Yet')
    assert case.sessions() == []
    assert query(case, 'SELECT count(*) FROM session') == [(2,)], 'a session was deleted'
    window.close()


def missed(case):
    """A session that was not counted, entered; refused while it makes no sense."""
    window = case.window(size=(360, 720))
    window.open_history()
    window.click('^Add a Missed Session')
    window.find('^What did you do')
    window.focus_last()
    check_names(window, 'a missed session')
    window.click('^Add$')
    window.find('^Please say at what time it began')
    window.tab_to('^Day$', 'text')
    window.key('ctrl+a')
    yesterday = (datetime.date.today() - datetime.timedelta(days=1)).isoformat()
    window.type(yesterday)
    window.tab_to('^Time it began$', 'text')
    window.type('07:30')
    window.click('^Add$')
    window.find('^Please choose what you did')
    window.tick('^Five-point support$')
    window.click('^Five-point support: sets: less than 2$')
    window.click('^Five-point support: repetitions in a set: less than 10$')
    window.tick('^Straight-leg raise$')
    window.click('^Pain in the leg before 1 of 10$')
    window.click('^Pain in the leg afterwards 2 of 10$')
    window.tab_to('^Minutes$', 'text')
    window.key('ctrl+a')
    window.type('9')
    window.click('^Add$')
    window.gone('^What did you do')
    window.focus()
    window.find('Entered later')
    session, = case.sessions()
    assert session['started'][:16] == f'{yesterday}T07:30', session
    assert session['ended'][:16] == f'{yesterday}T07:39', session
    assert session['state'] == 'completed' and session['check_in']['pain_leg'] == 1, session
    support, raised = session['exercises']
    assert support['exercise'] == 'five-point-support' and raised['exercise'] == 'straight-leg-raise', session
    assert [len(one['reps']) for one in support['sets']] == [9], support
    assert [(one['side'], len(one['reps'])) for one in raised['sets']] == [('left', 10), ('right', 10)], raised
    assert all(rep['started'] == rep['ended'] == session['started'] for one in support['sets'] for rep in one['reps'])
    assert query(case, 'SELECT origin FROM session') == [('entered',)]
    assert query(case, 'SELECT old FROM edit') == [(None,)]
    window.close()


def facts(case):
    """An activity, a compress and a check-in are corrected too."""
    if not os.path.exists(case.data):
        desk.agree(CLI, case.data)
    window = case.window(size=(360, 720))
    window.open_history()
    window.click('^Log an Activity')
    window.find('^What did you do')
    window.focus_last()
    window.tick('^Tai chi$')
    window.click('^Add$')
    window.gone('^What did you do')
    window.focus()
    window.click('^Edit: .*Tai chi, 30 minutes')
    window.find('^Edit an Activity$')
    window.focus_last()
    window.tab_to('^Tai chi$', 'radio button|check box')
    window.key('Down', 'Down', 'space')  # past baduanjin
    window.tab_to('^Minutes$', 'text')
    window.key('ctrl+a')
    window.type('0')
    window.click('^Save$')
    window.find('^Please write how many minutes')
    window.key('ctrl+a')
    window.type('20')
    window.click('^Save$')
    window.gone('^Edit an Activity$')
    window.focus()
    window.find('^Swimming, 20 minutes\nCorrected$')
    assert query(case, 'SELECT count(*) FROM activity') == [(2,)]
    window.close()


def profile(case):
    """For those who read the log; and the days a week."""
    window = case.window(size=(360, 720))
    window.key('ctrl+4')
    window.find('^For those who read your log')
    window.find('^Not yet chosen')
    check_names(window, 'profile')
    window.tab_to('^Days a week you mean to train: more')
    window.key('space')
    wait_for('the days', lambda: query(case, 'SELECT days_a_week FROM schedule') == [(4,)])
    window.gone('^Not yet chosen')
    window.tab_to('^The year you were born$', 'text')
    window.type('58')
    window.find('^Write the year with four figures')
    window.key('ctrl+a')
    window.type('1958')
    window.tab_to('^Your diagnosis$', 'text')
    window.type('L5/S1, left')
    window.key('shift+Tab', 'shift+Tab')
    window.tab_to('^Your name$', 'text')
    window.type('Li Hua')
    wait_for('the name', lambda: window.written() == 'Li Hua')
    window.close()  # without leaving the field
    assert query(case, 'SELECT name, born, diagnosis FROM profile') == [('Li Hua', 1958, 'L5/S1, left')], \
        query(case, 'SELECT name, born, diagnosis FROM profile')

    window = case.window()
    window.key('ctrl+4')
    window.find('^Days a week you mean to train: less than 4$')
    window.close()


CASES = {case.__name__: case for case in (afterwards, morning, correct, missed, facts, profile)}

if __name__ == '__main__':
    for name in sys.argv[3:] or CASES:
        start = time.monotonic()
        CASES[name](Case())
        print(f'{name}: {time.monotonic() - start:.1f} s', flush=True)
