#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Giving the log away, keeping it, and ending it.

    test_hand_over.py YANFEI YANFEI-CLI CASE

Runs inside with_display.py and dbus-run-session."""

import contextlib
import datetime
import glob
import json
import os
import re
import resource
import shlex
import sqlite3
import stat
import subprocess
import sys
import time

import desk
from desk import Window, wait_for
from portal import DISMISSED, DONE, FAILED, Portal
from test_app import CLI, PROGRAM, Case, check_names

DAYS = 120  # enough for a period that is not all of it
FORMATS = {'pdf': '^PDF$', 'csv': '^CSV$', 'xlsx': '^Spreadsheet', 'fhir': '^FHIR$', 'json': '^JSON$'}


def run_cli(*arguments, status=0):
    run = subprocess.run([CLI, *arguments], capture_output=True, check=False)
    assert run.returncode == status, run.stderr.decode()
    return run.stdout


def fill(case, days=DAYS):
    run_cli('--data-dir', case.data, 'demo', '--days', str(days))


def export(case, name, *arguments):
    return run_cli('--data-dir', case.data, 'export', '--format', name, *arguments, '-')


def count(case):
    """How much is in the log."""
    log = json.loads(export(case, 'json'))
    return sum(len(log[part]) for part in ('sessions', 'check_ins', 'activities', 'ratings', 'scores', 'reliefs'))


def open_hand_over(case, **arguments):
    window = case.window(**arguments)
    window.key('ctrl+3')
    window.click('^Hand Over', 'push button')
    window.find('^Page 1 of', 'label')
    return window


def open_data(case, **arguments):
    window = case.window(**arguments)
    window.find('^What would you like to do')
    window.key('F10', 'd')
    window.find('^Weekly backups', 'label')
    return window


def name_file(window, path, new=False):
    """Types a path into GTK's own file dialog, in a window of its own, and leaves it for what comes then."""
    window.focus_last()
    dialog = desk.find_window(window.process, last=True)
    wait_for('the keyboard in the dialog', window.focused)  # only then does it open its field for a path
    if new:
        window.key('ctrl+a')  # all of the name that is proposed: its ending is not chosen beforehand
    window.type(path)
    wait_for('the path', lambda: window.written().startswith(path))
    window.key('Return')
    wait_for('the dialog to go', lambda: desk.find_window(window.process, last=True) != dialog)
    window.focus()


PERIODS = ['The last two weeks', 'The last three months', 'The last year', 'Everything', 'Other days']


def choose(window, name):
    """Chooses a period with the keyboard: Tab goes to the one that is chosen, the arrows to the others."""
    rows = '|'.join(PERIODS)
    focused = window.tab_to(f'^({rows})$').name
    steps = PERIODS.index(name) - PERIODS.index(focused)
    window.key(*(['Down'] * steps or ['Up'] * -steps))
    wait_for(f'the keyboard at “{name}”', lambda: window.focused_name() == name)
    window.key('space')
    wait_for(f'“{name}” to be chosen', lambda: window.find(f'^{name}$', 'check box|radio button').has('CHECKED'))


def make_folder(case, name='away'):
    path = f'{case.directory.name}/{name}'
    os.mkdir(path)
    return path


def what_is_in_it(window):
    """The rows that say what leaves the computer, by their titles; None while they change."""
    names = [seen.name for seen in window.walk(lambda seen: seen.role == 'label')]
    if 'What is in it' not in names:
        return None
    rows = names[names.index('What is in it') + 1:]
    end = next((i for i, name in enumerate(rows) if name.startswith('Page ')), None)
    return dict(zip(rows[:end:2], rows[1:end:2])) if end is not None else None


def to_iso(day):
    return datetime.datetime.strptime(day, '%d %B %Y').date().isoformat()


def reckon(case, rows):
    """The same rows, from what the command line exports of the same days."""
    days = [to_iso(day) for day in rows['Days'].split(' to ')]
    anonymous = ['--anonymous'] if rows['Who'].startswith('No name') else []
    arguments = ['--from', days[0], '--to', days[1], *anonymous]
    log = json.loads(export(case, 'json', *arguments))
    repetitions = sum(len(a_set['reps']) for session in log['sessions'] for exercise in session['exercises']
                      for a_set in exercise['sets'])
    profile = log['profile']
    flags = {flag for part in [*log['sessions'], *log['check_ins']]
             for flag in (part.get('check_in') or part).get('flags', {})}
    superseded = log['superseded']['sessions']
    table = export(case, 'csv', *arguments).decode('utf-8-sig').splitlines()
    sessions = {line.split(',')[0] for line in table[1:]} & {session['id'] for session in log['sessions']}
    assert len(sessions) == len(log['sessions']), 'the table has other sessions'
    return {
        'Sessions': len(log['sessions']),
        'Repetitions': repetitions,
        'Stops for pain': sum(len(session['stops']) for session in log['sessions']),
        'Answers about pain and how you are':
            sum(session['check_in'] is not None for session in log['sessions']) + len(log['check_ins']),
        'Kinds of warning signs you told of': len(flags),
        'Permissions and assessments by clinicians': len(profile['clearances']) + len(profile['assessed']),
        'Compresses and activities': len(log['reliefs']) + len(log['activities']),
        'Answers about what you can do, and scores': len(log['ratings']) + len(log['scores']),
        'Notes in your own words':
            sum(bool((session.get('after') or {}).get('note')) for session in log['sessions'] + superseded),
        'Exercises and activities of your own': len(log['own_exercises']) + len(log['functions']),
        'Corrections, with what was there before': len(log['edits']),
    }


def check_contents(case, window, what, ready):
    def look():
        rows = what_is_in_it(window)
        return rows if rows and ready(rows) else None
    rows = wait_for(f'what is in it: {what}', look)
    wanted = reckon(case, rows)
    shown = {name: int(rows[name]) for name in wanted}
    assert shown == wanted, f'{what}: shown {shown}, exported {wanted}'
    return rows


def length(rows):
    first, last = (datetime.date.fromisoformat(to_iso(day)) for day in rows['Days'].split(' to '))
    return (last - first).days + 1


def contents(case):
    """What is said to leave the computer is what does, whatever is chosen."""
    fill(case)
    window = open_hand_over(case)
    check_names(window, 'hand-over')
    rows = check_contents(case, window, 'three months', lambda rows: 85 < length(rows) < 95)
    assert rows['Who'].startswith('Li Mei, born in '), rows['Who']
    assert int(rows['Notes in your own words']) > 0 and int(rows['Stops for pain']) > 0, rows
    months = int(rows['Sessions'])

    choose(window, 'The last two weeks')
    weeks = check_contents(case, window, 'two weeks', lambda rows: length(rows) == 14)
    assert 0 < int(weeks['Sessions']) < months, weeks
    choose(window, 'Everything')
    rows = check_contents(case, window, 'everything', lambda rows: length(rows) > 95)
    assert int(rows['Sessions']) > months, rows

    window.tick_switch('^Leave out who I am$')
    rows = check_contents(case, window, 'everything, anonymous', lambda rows: rows['Who'].startswith('No name'))
    assert rows['Notes in your own words'] == '0', rows
    window.tick_switch('^Leave out who I am$')
    check_contents(case, window, 'everything, with a name', lambda rows: rows['Who'].startswith('Li Mei'))
    window.close()


def other_days(case):
    """Days of one's own, and days that make no sense."""
    fill(case)
    today = datetime.date.today()
    window = open_hand_over(case)
    choose(window, 'Other days')
    first, last = today - datetime.timedelta(40), today - datetime.timedelta(10)
    window.tab_to('^First day', 'text')
    window.type(last.isoformat() + '\n')
    window.tab_to('^Last day', 'text')
    window.type(first.isoformat() + '\n')
    window.find('^The last day is before the first', 'label')
    window.find('^There is no report of these days', 'label')
    for button in ('^Save…$', '^Print…$', '^E-Mail…$'):
        assert not window.find(button, 'push button').has('SENSITIVE'), f'{button} for days that make no sense'

    window.key('ctrl+a')
    window.type(today.isoformat() + '\n')
    check_contents(case, window, 'ten days', lambda rows: length(rows) == 11)
    window.gone('^The last day is before the first', 'label')
    window.key('ctrl+a')
    window.type((today + datetime.timedelta(1)).isoformat() + '\n')
    window.find('^This day lies in the future', 'label')
    window.close()


def preview(case):
    """The pages that are shown are those of the file, and are turned with the keyboard."""
    fill(case)
    window = open_hand_over(case)
    rows = wait_for('what is in it', lambda: what_is_in_it(window))
    days = [to_iso(day) for day in rows['Days'].split(' to ')]
    path = f'{case.directory.name}/report.pdf'
    run_cli('--data-dir', case.data, 'export', '--format', 'pdf', '--from', days[0], '--to', days[1], path)
    told = subprocess.run(['pdfinfo', path], capture_output=True, text=True, check=True).stdout
    n_pages = int(re.search(r'Pages:\s+(\d+)', told)[1])
    assert n_pages > 2, n_pages
    window.find(f'^Page 1 of {n_pages}$', 'label')
    assert not window.find('^Previous Page$', 'push button').has('SENSITIVE')
    window.tab_to('^Next Page$', 'push button')
    for page in range(2, n_pages + 1):
        window.key('space')
        window.find(f'^Page {page} of {n_pages}$', 'label')
        window.find(f'^Page {page} of {n_pages} of the report$', 'image')
    assert not window.find('^Next Page$', 'push button').has('SENSITIVE')
    window.tab_to('^Previous Page$', 'push button')
    window.key('space')
    window.find(f'^Page {n_pages - 1} of {n_pages}$', 'label')
    window.close()


def saving(case):
    """The files are those of the command line, nobody else may read them, none is overwritten."""
    portal = Portal()
    fill(case)
    folder = make_folder(case)
    window = open_hand_over(case)
    window.tick(FORMATS['pdf'])
    wait_for('nothing to save', lambda: not window.find('^Save…$', 'push button').has('SENSITIVE'))
    assert window.find('^Print…$', 'push button').has('SENSITIVE'), 'paper needs no file'
    for name in FORMATS.values():
        window.tick(name)
    rows = wait_for('what is in it', lambda: what_is_in_it(window))
    days = [to_iso(day) for day in rows['Days'].split(' to ')]
    assert not portal.asked and not os.listdir(folder), 'something was done before the button was pressed'

    window.click('^Save…$')
    name_file(window, folder + '/')
    window.find(f'^5 files are in {re.escape(folder)}', 'label')
    wait_for('the folder to be shown', lambda: portal.asked)
    assert [asked.method for asked in portal.asked] == ['OpenDirectory'], portal.asked
    assert os.path.dirname(portal.asked[0].files[0][0]) == folder, portal.asked[0].files

    files = sorted(os.listdir(folder))
    assert len(files) == 5, files
    for name in files:
        assert stat.S_IMODE(os.stat(f'{folder}/{name}').st_mode) == 0o600, name
    for name in ('csv', 'json'):
        [path] = glob.glob(f'{folder}/*[0-9].{name}')
        with open(path, 'rb') as stream:
            assert stream.read() == export(case, name, '--from', days[0], '--to', days[1]), name
    for pattern, start in (('*.pdf', b'%PDF-'), ('*.xlsx', b'PK'), ('*fhir*', b'{')):
        [path] = glob.glob(f'{folder}/{pattern}')
        with open(path, 'rb') as stream:
            assert stream.read(len(start)) == start, path

    before = {name: os.stat(f'{folder}/{name}').st_ino for name in files}
    window.click('^Save…$')
    name_file(window, folder + '/')
    wait_for('five more files', lambda: len(os.listdir(folder)) == 10)
    assert before == {name: os.stat(f'{folder}/{name}').st_ino for name in files}, 'a file was overwritten'
    window.close()


def letter(case):
    """A letter is begun with what was chosen, and nothing of it stays lying about."""
    portal = Portal()
    fill(case)
    folder = make_folder(case, 'tmp')
    window = open_hand_over(case, TMPDIR=folder, XDG_RUNTIME_DIR=folder)
    window.tick(FORMATS['json'])
    window.tick_switch('^Leave out who I am$')
    wait_for('the report', lambda: (what_is_in_it(window) or {'Who': ''})['Who'].startswith('No name'))
    assert not portal.asked, 'something was sent before the button was pressed'
    window.click('^E-Mail…$')
    wait_for('the letter', lambda: portal.asked)
    [asked] = portal.asked
    assert asked.method == 'ComposeEmail' and asked.options['subject'].startswith('Exercise log, '), asked.options
    assert 'address' not in asked.options and 'addresses' not in asked.options, asked.options
    names = [os.path.basename(path) for path, _ in asked.files]
    assert [name.rsplit('.', 1)[1] for name in names] == ['pdf', 'json'], names
    data = asked.files[1][1]
    log = json.loads(data)
    assert log['anonymous'] and b'Li Mei' not in data and b'1968' not in data, log['profile']
    assert asked.files[0][1].startswith(b'%PDF-')
    assert not window.look('No mail program', 'label')

    for response, problem in ((DISMISSED, False), (FAILED, True), (DONE, False)):
        n_asked = len(portal.asked)
        portal.response = response
        window.click('^E-Mail…$')
        wait_for('the next letter', lambda: len(portal.asked) > n_asked)
        if problem:
            window.find('^No mail program could be opened', 'label')
        else:
            wait_for('no complaint', lambda: not window.look('^No mail program could be opened', 'label'))
    left = glob.glob(f'{folder}/**/*.json', recursive=True)
    assert len(left) == 1, f'letters before the last left files: {left}'
    window.close()
    left = glob.glob(f'{folder}/**/*.json', recursive=True) + glob.glob(f'{folder}/**/*.pdf', recursive=True)
    assert not left, f'the letter left files: {left}'


def bind(case, command):
    """A program that starts yanfei under a command."""
    path = f'{case.directory.name}/bound'
    with open(path, 'w', encoding='utf-8') as stream:
        stream.write(f'#!/bin/sh\nexec {command} {shlex.quote(PROGRAM)} "$@"\n')
    os.chmod(path, 0o700)
    return path


def without_power():
    """Somebody whom the permissions of files bind, root or not."""
    if os.geteuid() != 0:
        return ''
    return 'setpriv --bounding-set -dac_override,-dac_read_search --inh-caps -all'


def faults(case):
    """A folder that cannot be written, one that has no room, and no portal: said, and nothing half done."""
    fill(case)
    locked, small = make_folder(case, 'locked'), make_folder(case, 'small')
    os.chmod(locked, 0o500)
    window = Window(bind(case, 'env --ignore-signal=XFSZ ' + without_power()), case.data)
    window.key('ctrl+3')
    window.click('^Hand Over', 'push button')
    window.find('^Page 1 of', 'label')
    window.tick(FORMATS['csv'])
    window.click('^Save…$')
    name_file(window, locked + '/')
    window.find(f'^Nothing can be written to “{re.escape(locked)}”. Choose a folder', 'label')
    assert not os.listdir(locked)

    # The PDF fits and the JSON does not: neither stays.
    window.tick(FORMATS['json'])
    days = [to_iso(day) for day in wait_for('the days', lambda: what_is_in_it(window))['Days'].split(' to ')]
    sizes = [len(export(case, name, '--from', days[0], '--to', days[1])) for name in ('pdf', 'csv', 'json')]
    limit = (sizes[2] + max(sizes[:2])) // 2
    assert max(sizes[:2]) < limit < sizes[2], sizes
    soft, hard = resource.prlimit(window.process.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(window.process.pid, resource.RLIMIT_FSIZE, (limit, hard))
    window.click('^Save…$')
    name_file(window, small + '/')
    window.find('^The files could not be written. ', 'label')
    assert not os.listdir(small), os.listdir(small)

    # And again, when there is room: the portal is not there to show it, and the files are.
    resource.prlimit(window.process.pid, resource.RLIMIT_FSIZE, (soft, hard))
    window.click('^Save…$')
    name_file(window, small + '/')
    window.find(f'^3 files are in {re.escape(small)}', 'label')
    window.gone('^The files could not be written. ', 'label')
    assert len(os.listdir(small)) == 3
    window.click('^E-Mail…$')
    window.find('^No mail program could be opened. Save the files instead', 'label')
    window.close()


def read_whole(folder):
    """What is in every file below a folder, by its path."""
    content = {}
    for place, _, names in os.walk(folder):
        for name in names:
            with open(os.path.join(place, name), 'rb') as stream:
                content[os.path.join(place, name)] = stream.read()
    return content


def fold_in(case):
    """Leaves the log in one file, as it is where nobody has it open."""
    with contextlib.closing(sqlite3.connect(f'{case.data}/yanfei.db')) as database:
        database.execute('PRAGMA wal_checkpoint (TRUNCATE)')


def damaged(case):
    """A log that is spoilt while it is open gives no report, and says what to do; at the next start it is not
    opened. Either way it stays as it is, for whoever can make something of it."""
    fill(case, 20)
    fold_in(case)
    path = f'{case.data}/yanfei.db'
    window = case.window(tab=None)
    window.find('^Progress$', 'page tab')
    with open(path, 'r+b') as stream:
        size = stream.seek(0, os.SEEK_END)
        stream.seek(size // 4 // 4096 * 4096)
        stream.write(b'garbage ' * (size // 2 // 8))
    with open(path, 'rb') as stream:
        spoilt = stream.read()
    window.key('ctrl+3')
    window.click('^Hand Over', 'push button')
    window.find(f'^The log “{re.escape(path)}” is damaged .*Move the folder', 'label')
    window.find('^There is no report of these days', 'label')
    for button in ('^Save…$', '^Print…$', '^E-Mail…$'):
        assert not window.find(button, 'push button').has('SENSITIVE'), f'{button} of a log that cannot be read'
    window.close()

    window = case.window(tab=None)
    window.find('^Your Log Cannot Be Opened')
    window.find(f'^The log “{re.escape(path)}” is damaged', 'label')
    assert not window.look('^Hand Over', 'push button')
    window.close()
    with open(path, 'rb') as stream:
        assert stream.read() == spoilt, 'a damaged log was changed'


def read_only(case):
    """A log that may only be read is handed over all the same, and nothing is left beside it."""
    fill(case, 20)
    fold_in(case)
    folder = make_folder(case)
    before = read_whole(case.data)
    os.chmod(f'{case.data}/yanfei.db', 0o400)
    os.chmod(case.data, 0o500)
    window = Window(bind(case, without_power()), case.data, tab=None)
    window.find('^Your log cannot be written, so no session can start', 'label')
    window.key('ctrl+3')
    window.click('^Hand Over', 'push button')
    window.find('^Page 1 of', 'label')
    window.tick(FORMATS['csv'])
    days = [to_iso(day) for day in wait_for('the days', lambda: what_is_in_it(window))['Days'].split(' to ')]
    window.click('^Save…$')
    name_file(window, folder + '/')
    window.find(f'^2 files are in {re.escape(folder)}', 'label')
    window.close()
    assert read_whole(case.data) == before, 'something was written beside a log that may only be read'
    os.chmod(case.data, 0o700)
    [path] = glob.glob(f'{folder}/*.csv')
    with open(path, 'rb') as stream:
        assert stream.read() == export(case, 'csv', '--from', days[0], '--to', days[1])


def keeping(case):
    """A backup is brought back: the log is as it was, and what was in it since is set aside."""
    fill(case, 20)
    folder = make_folder(case)
    backup = f'{folder}/kept.db'
    n_entries = count(case)
    window = open_data(case)
    check_names(window, 'data')
    window.click('^Back Up…')
    name_file(window, backup, new=True)
    window.find(f'^The backup is {re.escape(backup)}[.]$', 'label')
    window.close()

    run_cli('--data-dir', case.data, 'session', '--exercise', 'five-point-support', '--sets', '1', '--reps', '1',
            '--speed', '200', '--no-sound', '--pain-back', '1', '--pain-leg', '0')
    assert count(case) == n_entries + 1
    window = open_data(case)
    for sure in (False, True):
        window.click('^Restore…')
        name_file(window, backup)
        window.find('^Bring Back This Backup', 'label')
        window.focus_last()
        window.find(re.escape(backup), 'label')
        if sure:
            window.click(' Restore$')
        else:
            window.key('Escape')
            wait_for('the question to go', lambda: desk.find_window(window.process, last=True) == window.xid)
            window.focus()
            assert count(case) == n_entries + 1, 'restored though not wanted'
    wait_for('the log of the backup', lambda: count(case) == n_entries)
    [aside] = glob.glob(f'{case.data}/yanfei.db.before-restore-*')
    window.find(f'^The backup is your log now. What was in it before is in {re.escape(aside)}', 'label')
    other = f'{case.directory.name}/other'
    run_cli('--data-dir', other, 'restore', aside)
    assert len(json.loads(run_cli('--data-dir', other, 'export', '--format', 'json', '-'))['sessions']) == \
        len(case.sessions()) + 1, 'what was set aside is not what was there'
    window.close()


def importing(case):
    """A second import adds nothing and says so; files that are not whole change nothing."""
    fill(case, 20)
    data = export(case, 'json')
    folder = make_folder(case)
    files = {'whole': data, 'cut': data[:len(data) // 2], 'other': b'{"format": "something else"}', 'empty': b''}
    for name, content in files.items():
        with open(f'{folder}/{name}.json', 'wb') as stream:
            stream.write(content)
    case.data = f'{case.directory.name}/empty'
    window = open_data(case)

    def give(name, answer):
        window.click('^Import…')
        name_file(window, f'{folder}/{name}.json')
        window.find(answer, 'label')

    for name in ('cut', 'other', 'empty'):
        give(name, re.escape(f'{folder}/{name}.json'))
        assert count(case) == 0, f'{name} was imported'
    give('whole', r'^\d+ entries were added to your log')
    window.gone(re.escape(folder), 'label')
    log = json.loads(export(case, 'json'))
    whole = json.loads(data)
    for part in ('sessions', 'check_ins', 'activities', 'ratings', 'scores'):
        assert log[part] == whole[part], part
    window.close()
    window = open_data(case)
    give('whole', '^Everything in that file was in your log already')
    assert json.loads(export(case, 'json')) == log
    window.close()


def weekly(case):
    """One backup a week, at the start, of which the last five are kept."""
    fill(case, 20)
    folder = f'{case.data}/backups'
    os.mkdir(folder)
    today = datetime.date.today()
    run_cli('--data-dir', case.data, 'backup', f'{case.directory.name}/seed.db')
    with open(f'{case.directory.name}/seed.db', 'rb') as stream:
        seed = stream.read()
    old = [f'yanfei-{today - datetime.timedelta(7 * weeks)}.db' for weeks in range(6, 0, -1)]
    for name in (*old, 'mine.db'):
        with open(f'{folder}/{name}', 'wb') as stream:
            stream.write(seed)
    wanted = sorted([*old[-4:], f'yanfei-{today}.db', 'mine.db'])
    portal = Portal()
    window = open_data(case)
    wait_for('the weekly backup', lambda: sorted(os.listdir(folder)) == wanted)
    window.key('Escape')
    window.close()
    made = os.stat(f'{folder}/yanfei-{today}.db').st_mtime_ns

    window = open_data(case)
    window.find(f'^The last 5 are kept beside the log; the newest is of {today.day} {today:%B %Y}$', 'label')
    window.click('^Open Folder')
    wait_for('the folder to be shown', lambda: portal.asked)
    assert portal.asked[0].files[0][0] == f'{folder}/yanfei-{today}.db', portal.asked[0].files
    window.close()
    assert os.stat(f'{folder}/yanfei-{today}.db').st_mtime_ns == made, 'made twice in a week'
    assert sorted(os.listdir(folder)) == wanted
    other = f'{case.directory.name}/other'
    run_cli('--data-dir', other, 'restore', f'{folder}/yanfei-{today}.db')
    assert run_cli('--data-dir', other, 'export', '--format', 'json', '-') == export(case, 'json')


def erasing(case):
    """Asks first; then nothing of the person stays in the folder, whatever Yanfei had written there."""
    fill(case, 20)
    run_cli('--data-dir', case.data, 'backup', f'{case.directory.name}/kept.db')
    run_cli('--data-dir', case.data, 'restore', f'{case.directory.name}/kept.db')  # sets the log aside
    with open(f'{case.data}/letter.txt', 'w', encoding='utf-8') as stream:
        stream.write('not of Yanfei')
    window = open_data(case)
    wait_for('the weekly backup', lambda: glob.glob(f'{case.data}/backups/yanfei-*.db'))
    before = len(case.sessions())

    window.click('^Delete…')
    window.focus_last()
    window.find('^Delete Everything', 'label')
    wait_for('a button that waits', lambda: not window.find(' Delete Everything$', 'push button').has('SENSITIVE'))
    window.key('Escape')
    wait_for('the question to go', lambda: desk.find_window(window.process, last=True) == window.xid)
    window.focus()
    assert len(case.sessions()) == before > 0 and glob.glob(f'{case.data}/yanfei.db.before-restore-*')

    window.click('^Delete…')
    window.focus_last()
    window.find('^Delete Everything', 'label')
    window.tick('^I do not need it any more')
    window.click(' Delete Everything$')
    window.find('^Everything is deleted', 'label')
    window.close()
    names = {os.path.relpath(os.path.join(folder, name), case.data)
             for folder, _, files in os.walk(case.data) for name in files}
    assert names <= {'letter.txt', 'yanfei.db', 'yanfei.db-wal', 'yanfei.db-shm', 'session.lock', 'relief.lock'}, names
    for name in names:
        with open(f'{case.data}/{name}', 'rb') as stream:
            assert 'Li Mei'.encode() not in stream.read(), name
    assert case.sessions() == [] and case.profile().get('name') is None
    assert os.path.exists(f'{case.directory.name}/kept.db'), 'a backup elsewhere is not Yanfei’s to delete'


CASES = {case.__name__: case for case in (contents, other_days, preview, saving, letter, faults, damaged, read_only,
                                          keeping, importing, weekly, erasing)}

if __name__ == '__main__':
    for name in sys.argv[3:] or CASES:
        start = time.monotonic()
        CASES[name](Case())
        print(f'{name}: {time.monotonic() - start:.1f} s', flush=True)
