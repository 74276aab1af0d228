# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the Today page: what it holds, what a person would have otherwise,
and what follows. Runs inside with_display.py and dbus-run-session.

    test_today.py PROGRAM CLI CASE..."""

import datetime
import gettext
import re
import subprocess
import sys
import time

import desk
from desk import wait_for
from test_app import CLI, MADE_UP, TRANSLATIONS, Case, check_names
from test_later import query, record

STARTS = '^Start: '


def today(case, sight='^Your stage today', **arguments):
    window = case.window(tab='today', **arguments)
    window.find(sight)
    return window


def planned(window):
    """The exercises of the session, in order."""
    names = [seen.name for seen in window.walk(lambda seen: seen.name in (*NAMES, *AROUND))]
    start = next((i for i, name in enumerate(names) if name in AROUND[:3]), len(names))
    end = next((i for i in range(start, len(names)) if names[i] in AROUND[3:]), start)
    return list(dict.fromkeys(name for name in names[start:end] if name in NAMES))


AROUND = ('What Comes', 'What It Would Be', 'Still Allowed', 'Not Today, and Why', 'This Week')
NAMES = ('Abdominal breathing', 'Five-point support', 'Straight-leg raise', 'Glute bridge', 'Standing at the wall')


def press(window, name):
    """Presses a row with the keyboard; GTK 4.8 gives it no action."""
    window.tab_to(name, 'list item')
    window.key('Return')


def wishes(case):
    return query(case, 'SELECT kind, exercise FROM wish WHERE wishes = (SELECT max (id) FROM wishes) ORDER BY position')


def start(case):
    """One button, and what is left out stays out, from the plan to what tomorrow holds."""
    window = today(case)
    window.find('^Today’s Session$')
    window.find('^Start: 4 exercises, 21 minutes$', 'push button')
    assert planned(window) == ['Abdominal breathing', 'Five-point support', 'Straight-leg raise', 'Glute bridge']
    window.find('^Five-point support loads the back little|\nFive-point support loads the back little')
    window.find('^Saturday, today: |day, today: Due today$')
    window.find('^0 of 3 days kept$')
    check_names(window, 'today')

    window.click('^Change Today’s Plan…$')
    window.click('^Leave Out: Abdominal breathing$')
    window.find('^Take Back In: Abdominal breathing$')
    check_names(window, 'the plan, changed')
    window.key('Escape')
    window.find('^Start: 3 exercises')
    wait_for('the plan to be shorter', lambda: planned(window) == ['Five-point support', 'Straight-leg raise',
                                                                  'Glute bridge'])

    window.tab_to(STARTS)
    window.key('Return')
    window.find('^How are you today')
    window.click('^None of These$')
    window.find('^This is how it goes$')
    for name in ('Five-point support', 'Straight-leg raise', 'Glute bridge'):
        window.find(f'^A person who shows the movement: {name}$', last=True)
        window.click('^Skip$', last=True)
        window.gone(f'^A person who shows the movement: {name}$')
    window.find('repetition 2 of 10', patience=30)
    window.key('q')
    window.find('^Stopped early')
    window.find('^Everything is saved')
    window.key('Return')
    window.find('^Done for Today$')
    window.find('^You have done 1 exercise today')
    window.find('^1 of 3 days kept$')
    window.find('^The next session is due')
    window.find('day, today: Kept$')
    assert not window.look('^Start'), 'what is done can be started again'
    window.close()

    session, = case.sessions()
    assert [exercise['exercise'] for exercise in session['exercises']] == \
        ['five-point-support', 'straight-leg-raise', 'glute-bridge'], session


def wished(case):
    """Added, reordered with the keyboard, kept over a restart, and taken back."""
    window = today(case, size=(360, 720))
    window.click('^Change Today’s Plan…$')
    assert not window.find('^Move Up: Abdominal breathing$').has('SENSITIVE'), 'the first can go before the first'
    window.tab_to('^Move Down: Abdominal breathing$')
    window.key('Return')
    wait_for('the order', lambda: len(wishes(case)) == 4)
    assert wishes(case)[:2] == [('order', 'five-point-support'), ('order', 'abdominal-breathing')], wishes(case)
    wait_for('the keyboard to stay', lambda: window.focused_name() == 'Move Down: Abdominal breathing')
    window.click('^Add: Standing at the wall$')
    window.find('added by you$')
    window.find('^Four exercises are enough')
    window.key('Escape')
    window.find('^Start: 5 exercises')
    window.close()

    window = today(case)
    window.find('^Start: 5 exercises')
    assert planned(window) == ['Five-point support', 'Abdominal breathing', 'Straight-leg raise', 'Glute bridge',
                               'Standing at the wall'], planned(window)
    window.find('You have added it yourself')
    window.click('^Change Today’s Plan…$')
    window.click('^As Planned$')
    window.find('^Add: Standing at the wall$')
    # One that is left out may have another in its place.
    for name in ('Abdominal breathing', 'Five-point support', 'Straight-leg raise', 'Plank', 'Glute bridge'):
        window.click(f'^Leave Out: {name}$')
        window.find(f'^Take Back In: {name}$')
    window.find('^Nothing is left in it')
    window.key('Escape')
    window.find('^Everything Left Out$')
    assert not window.look('^Start'), 'nothing can be started'
    window.click('^As Planned$')
    window.find('^Start: 4 exercises')
    window.close()
    assert wishes(case) == []


def flare(case):
    """Pain at the check-in changes the session before the first breath; a flare can be declared."""
    window = today(case)
    window.click(STARTS)
    window.find('^How are you today')
    window.click('^Pain in the back 8 of 10$')
    window.click('^None of These$')
    window.find('^Today Is Different$')
    window.find('^Not Today$')
    window.find('^Pain of 7 or more today: no training')
    window.find('^Still Open$')
    window.click('^Start With What Is Open$')
    window.find('^This is how it goes$')
    window.find('^A person who shows the movement: Abdominal breathing$')
    window.key('Escape')
    window.close()

    window = today(case, size=(360, 720))
    # An activity that was logged by mistake goes again.
    press(window, '^Log an Activity…$')
    window.focus_last()
    window.tick('^Tai chi$')
    window.click('^Add$')
    window.focus()
    window.find('^1 of 3 days kept$')
    window.click('^Undo')
    window.find('^0 of 3 days kept$')
    assert case.cli('log', '--json')['activities'] == []
    press(window, '^This Is a Flare…$')
    window.focus_last()
    window.find('^Is Today a Flare')
    window.tab_to('Yes, a Flare$')
    window.key('Return')
    window.focus()
    window.find('^A Flare: Rest Today$')
    window.find('^Start What Is Allowed: 1 exercise')
    window.find('^When It Eases$')
    window.find('^1 of 3 days kept$')
    window.find('day, today: A flare, counts as kept$')
    check_names(window, 'today, a flare')
    assert planned(window)[:1] == ['Abdominal breathing']
    # What the plan closes is closed on the way from the other tab too.
    window.open_exercises()
    window.click('^Five-point support')
    window.click('^Start, takes')
    window.find('^How are you today')
    window.click('^None of These$')
    window.find('^No training during a flare')
    assert not window.look('^Start With What Is Open')
    window.close()
    assert len(query(case, 'SELECT uuid FROM flare')) == 1
    assert case.sessions() == []


def suspended(case):
    """What hurt twice waits to be looked at; after a break the doses are lower; a morning is asked about."""
    for days in (22, 20):
        record(case, days_ago=days)
        session, = query(case, 'SELECT max (id) FROM session')[0]
        query(case, "INSERT INTO stop (session, item, at, side, set_number, rep_number, phase) SELECT id, 0, ended - 1, "
              "'none', 2, 2, 'hold' FROM session WHERE id = ?", session)
        query(case, "UPDATE session_exercise SET state = 'stopped' WHERE session = ?", session)
        query(case, "UPDATE session SET state = 'stopped' WHERE id = ?", session)
    window = today(case)
    window.find('^Look Again at: Five-point support$')
    window.find('^Lower After the Break$')
    window.find('^What Has Changed Lately$')
    assert 'Five-point support' not in planned(window), planned(window)
    wait_for('the changes to be written down',
             lambda: ('suspended',) in query(case, 'SELECT reason FROM dose_change'))
    check_names(window, 'today, suspended')
    press(window, '^All Changes$')
    window.find('^Suspended: it hurt twice in a row')
    check_names(window, 'all changes')
    window.key('Escape')
    press(window, '^Look Again at: Five-point support$')
    window.focus_last()
    window.find('^It hurt in two sessions in a row')
    check_names(window, 'looking again')
    window.tab_to('^Name of the clinician', 'text')
    window.type('Dr Lin')
    window.tab_to('It Was Looked At, Open It$')
    window.key('Return')
    window.focus()
    window.gone('^Look Again at')
    wait_for('it in the plan', lambda: 'Five-point support' in planned(window))
    window.close()
    assert query(case, 'SELECT exercise, clinician FROM review') == [('five-point-support', 'Dr Lin')]


def follow_limited(case):
    """Follows a programme that allows little of one exercise."""
    path = case.directory.name + '/limited.yanfei'
    with open(path, 'w', encoding='utf-8') as file:
        file.write('<programme version="1" name="Less" clinician="Li Wen" date="2020-11-02"><exercise id="glute-bridge">'
                   '<dose sets="1" reps="4" hold="3"/><cap sets="1" reps="5" hold="3"/></exercise></programme>')
    subprocess.run([CLI, '--data-dir', case.data, 'programme', 'install', '--yes', path],
                   check=True, stdout=subprocess.DEVNULL)


def closed(case):
    """A sign closes the day and says what to do; then a rest day, and a morning that is asked about."""
    window = today(case)
    window.click(STARTS)
    window.find('^How are you today')
    window.tick('^My leg hurts, and rest does not ease it')
    window.tab_to('^For how many days', 'text')
    window.type('5')
    window.click('^Continue$')
    window.find('^Not today$')
    window.key('Escape')
    window.find('^No Training Today$')
    window.find('^Has a Clinician Looked at It')
    assert not window.look('^Start|^Train Anyway'), 'a closed day can be started'
    check_names(window, 'today, closed')
    press(window, '^Has a Clinician Looked at It')
    window.focus_last()
    window.find('^Which sign$')
    window.close()

    # What the plan has made of it is where an exercise begins, and a programme's limit where it ends.
    case = Case()
    record(case, days_ago=1)
    follow_limited(case)
    window = today(case, size=(360, 720))
    window.find('^A Day of Rest$')
    window.find('^The next session is due tomorrow')
    window.find('^Train Anyway: ')
    window.find('^How was your back')
    check_names(window, 'today, a day of rest')
    window.click('^Worse. How was')
    window.gone('^How was your back')
    wait_for('the answer', lambda: query(case, 'SELECT morning FROM session_morning') == [('worse',)])
    window.find('the morning after was worse')
    window.open_exercises()
    window.click('^Five-point support. .* · 1 set of 10 repetitions, hold 3 seconds$')
    window.find('^From 2 sets × 10, hold 3 s down to 1 set × 10, hold 3 s: the morning after was worse')
    window.click('^Sets: more than 1$')
    window.find('^Sets: more than 2$')
    window.key('Escape')
    window.click('^Glute bridge. .* · 1 set of 4 repetitions, hold 3 seconds$')
    window.find('^Li Wen allows no more than this in your programme: 1 set of 5 repetitions, hold 3 seconds')
    window.click('^Repetitions in a set: more than 4$')
    assert not window.find('^Repetitions in a set: more than 5$').has('SENSITIVE'), 'more than the clinician allows'
    assert not window.find('^Sets: more than 1$').has('SENSITIVE'), 'more than the clinician allows'
    window.close()

    case = Case()
    onset = datetime.date.today() - datetime.timedelta(days=20)
    desk.agree(CLI, case.data)
    subprocess.run([CLI, '--data-dir', case.data, 'profile', 'set', f'onset={onset}'], check=True,
                   stdout=subprocess.DEVNULL)
    window = today(case)
    window.find('^No Training Today$')
    window.find('^Please See a Doctor$')
    press(window, '^Has It Eased')
    window.find('^About you')
    window.close()

    # An emergency is all there is; a programme that cannot be read is nobody's.
    case = Case()
    desk.agree(CLI, case.data)
    query(case, "INSERT INTO check_in (id, at, utc_offset, moved) VALUES (1, ?, ?, 'unknown')",
          int(time.time() * 1e6), time.localtime().tm_gmtoff)
    query(case, "INSERT INTO check_in_flag (check_in, position, flag) VALUES (1, 0, 'saddle-numbness')")
    window = today(case, size=(360, 720), sight='^Go to the emergency department of a hospital now')
    assert not window.look('^No Training|^Nothing is open|^Start|^Log an Activity|^This Week$'), 'there is more'
    check_names(window, 'today, an emergency')
    window.close()

    case = Case()
    desk.agree(CLI, case.data)
    follow_limited(case)
    query(case, "UPDATE programme SET xml = replace (xml, 'glute-bridge', 'nowhere')")
    window = today(case)
    window.find('^No Training Today$')
    window.find('^Install the Yanfei that it was installed with, or follow another programme')
    assert not window.look('^Programme of'), 'somebody is said to have written it'
    window.close()


def chinese(case):
    """All of it in Chinese, where it is narrow."""
    made = subprocess.run(['localedef', '-i', 'zh_CN', '-f', 'UTF-8', case.directory.name + '/zh_CN.UTF-8'],
                          capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr
    translation = gettext.translation('yanfei', TRANSLATIONS, ['zh_CN'])
    for days in (30, 1):
        record(case, days_ago=days)
    window = case.window(tab='today', size=(360, 720), LANG='zh_CN.UTF-8', LC_ALL='zh_CN.UTF-8', LANGUAGE='zh_CN',
                         LOCPATH=case.directory.name, YANFEI_LOCALEDIR=TRANSLATIONS)
    window.find('^' + translation.gettext('A Day of Rest') + '$')
    check_names(window, 'today in Chinese')

    def english():
        return [seen.name for seen in window.walk(lambda seen: seen.role in ('label', 'push button', 'list item'))
                if re.search('[a-z]{4}', seen.name) and not MADE_UP.match(seen.name)]
    assert not english(), english()
    window.click('^' + translation.gettext('Change Today’s Plan…') + '$')
    window.find('^' + translation.gettext('As Planned') + '$')
    assert not english(), english()
    wide = [seen.name for seen in window.walk(lambda seen: seen.role == 'label') if seen.place().width > 360]
    assert not wide, wide
    window.close()


CASES = {case.__name__: case for case in (start, wished, flare, suspended, closed, chinese)}

if __name__ == '__main__':
    for name in sys.argv[3:] or CASES:
        begun = time.monotonic()
        CASES[name](Case())
        print(f'{name}: {time.monotonic() - begun:.1f} s', flush=True)
