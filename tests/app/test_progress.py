#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How it goes: the charts and the sentences, the tables and the entries behind
them, the measures, and the demo.

    test_progress.py YANFEI YANFEI-CLI CASE

Runs inside with_display.py and dbus-run-session."""

import collections
import datetime
import json
import os
import re
import subprocess
import sys
import time

import desk
from desk import wait_for
from test_app import CLI, PROGRAM, Case, begin_session_as_it_is, check_names
from test_later import query, record

NARROW = (360, 640)
TABS = ('Today', 'Exercises', 'Progress', 'Profile', 'Learn')
NOTHING = '–'  # in a cell


def demo(case, days):
    subprocess.run([CLI, '--data-dir', case.data, 'demo', '--days', str(days)], check=True, stdout=subprocess.DEVNULL)


def export(case):
    return case.cli('export', '--format', 'json', '-')


def day_of(moment):
    """The day where the person was: the demo writes down what is local."""
    return datetime.datetime.fromisoformat(moment).astimezone().date().isoformat()


def open_progress(window):
    window.key('ctrl+3')
    window.find('^In a few sentences$|^Your Progress Will Be Here$')


def choose_range(window, name):
    buttons = 'push button|toggle button'
    window.click(f'^{name}$', buttons)
    wait_for(f'the range {name}', lambda: window.find(f'^{name}$', buttons).has('PRESSED'))


def open_table(window, chart):
    """From the charts to the rows of a table: all that are built, which are 200 at least."""
    window.click(f'^Show “{chart}” as a Table$')
    n_rows = int(re.match(r'\d+', window.find(r'^\d+ rows?$', 'label').name)[0])

    def look():
        table = window.look(f'^{chart}$', 'list')
        rows = [table.node.get_child_at_index(i) for i in range(table.node.get_child_count())] if table else []
        cells = [[row.get_child_at_index(i).get_child_at_index(0).get_name() for i in range(row.get_child_count())]
                 for row in rows]
        return cells if len(cells) >= min(n_rows, 100) else None
    return n_rows, wait_for('the rows of the table', look)


def leave(window):
    window.key('Escape')
    window.gone(r'^\d+ rows?$', 'label')  # of the next table they are others
    window.find('^In a few sentences$')


def followed_programmes(whole, first):
    """From when on the programmes of a log were in force that were so on a day after the first."""
    versions = {one['id']: one['xml'] for one in whole.get('programmes', [])}
    choices = whole.get('programme_choices', [])
    ends = [day_of(one['at']) for one in choices[1:]] + ['9999-12-31']
    found = []
    for choice, end in zip(choices, ends):
        said = dict(re.findall(r' (from|until)="([\d-]+)"', versions[choice['programme']].split('>')[0]))
        begin = max(day_of(choice['at']), said.get('from', ''))
        if begin < end and end > first and said.get('until', end) >= first:
            found.append(begin)
    return found


def expect_pain(log, first):
    """The rows of the table of pain that a log makes, from a day on."""
    def number(value):
        return NOTHING if value is None else str(value)

    rows = []
    for session in log['sessions']:
        day = day_of(session['started'])
        if day < first:
            continue
        asked, after = session['check_in'], session.get('after')
        if asked and (asked['pain_back'], asked['pain_leg']) != (None, None):
            rows.append([day, 'Before the session', number(asked['pain_back']), number(asked['pain_leg'])])
        for stop in session['stops']:
            rows.append([day, 'During the session'])
        if after and (after['pain_back'], after['pain_leg']) != (None, None):
            rows.append([day, 'After the session', number(after['pain_back']), number(after['pain_leg'])])
    for asked in log['check_ins']:
        if day_of(asked['at']) >= first and (asked['pain_back'], asked['pain_leg']) != (None, None):
            rows.append([day_of(asked['at']), 'No session', number(asked['pain_back']), number(asked['pain_leg'])])
    for flare in log['flares']:
        if day_of(flare['at']) >= first:
            rows.append([day_of(flare['at'])] + 3 * [NOTHING])
    return rows


def narrow(case):
    """Every tab fits into 360 pixels, and nothing sticks out of it."""
    demo(case, 60)
    window = case.window(size=NARROW)
    window.find('^Yanfei$', 'label')
    for number, tab in enumerate(TABS, 1):
        window.key(f'ctrl+{number}')
        wait_for(f'the tab {tab}', lambda tab=tab: window.find(f'^{tab}$', 'page tab').has('SELECTED'))
        if tab == 'Progress':
            window.find('^Back and Leg Pain$', 'label')
        size = subprocess.run(['xdotool', 'getwindowgeometry', '--shell', window.xid], capture_output=True, text=True,
                              check=True).stdout
        assert 'WIDTH=370' in size, f'{tab}: {size}'  # with GTK's own border
        # The tabs that were in the title while the window was wide keep the place they had.
        out = [(seen.role, seen.name) for seen in window.walk(
            lambda seen: seen.name and not seen.role.startswith('page tab') and
            seen.place().x + seen.place().width > NARROW[0] + 6 and not (seen.name in TABS and seen.place().y < 40))]
        assert not out, f'{tab}: {out}'
        names = [seen.name for seen in window.walk(lambda seen: seen.role == 'label' and seen.name in TABS)]
        assert all(name in names for name in TABS), names
    check_names(window, 'Learn in a narrow window')
    window.close()


def empty(case):
    """Nobody is shown a blank page, and the log is no further away."""
    window = case.window(size=NARROW)
    open_progress(window)
    window.find('^After the first session you see here')
    check_names(window, 'progress without a log')
    assert not window.look('^Show “'), 'a chart of nothing'
    window.click('^History$', 'push button')
    window.find('^Nothing Here Yet')
    window.key('Escape')
    window.find('^Your Progress Will Be Here$')
    window.close()


def single(case):
    """One session is shown, and nothing is made of it."""
    record(case)
    window = case.window()
    open_progress(window)
    check_names(window, 'progress of one session')
    assert 'Less than 2 points' not in window.text() and 'clear change' not in window.text(), window.text()
    n_rows, rows = open_table(window, 'Back and Leg Pain')
    today = datetime.date.today().isoformat()
    assert (n_rows, rows) == (1, [[today, 'Before the session', '2', '0', NOTHING]]), rows
    leave(window)
    assert open_table(window, 'Repetitions by Exercise')[1] == \
        [['Five-point support', NOTHING, '1', '2', '4', '4', '0']]
    leave(window)
    assert open_table(window, 'Time under Hold')[1] == [['Five-point support', NOTHING, '1', '2', '0:12']]
    leave(window)
    (week,) = open_table(window, 'Days Kept')[1]  # and no weeks of rest before the log began
    assert (week[1], week[4]) == ('1', '1'), week
    leave(window)
    window.close()


def ranges(case):
    """The four of them show the days they say, and the numbers of the log."""
    demo(case, 400)
    log = case.cli('log', '--json')
    whole = export(case)
    today = datetime.date.today()
    window = case.window()
    open_progress(window)
    wait_for('three months', lambda: window.find('^3 months$', 'push button|toggle button').has('PRESSED'))
    for name, days in (('2 weeks', 14), ('3 months', 91), ('1 year', 365), ('All', 100000)):
        choose_range(window, name)
        first = (today - datetime.timedelta(days=days - 1)).isoformat()
        expected = expect_pain(log, first) + [[day] + 3 * [NOTHING] for day in followed_programmes(whole, first)]
        n_rows, rows = open_table(window, 'Back and Leg Pain')
        assert n_rows == len(expected), f'{name}: {n_rows} rows, {len(expected)} in the log'
        assert [row[0] for row in rows] == sorted(row[0] for row in rows), f'{name}: not by date'
        if n_rows == len(rows):
            shown = [row[:2] if row[1].startswith('During') else row[:4] for row in rows]
            assert sorted(shown) == sorted(expected), f'{name}: {set(map(tuple, shown)) ^ set(map(tuple, expected))}'
        leave(window)
    window.close()


def tables(case):
    """The other tables say what the log says too."""
    demo(case, 150)
    log = export(case)
    names = {one['id']: one['name'] for one in case.cli('exercises', '--json')['exercises']}
    window = case.window()
    open_progress(window)
    choose_range(window, 'All')

    done = collections.Counter()
    weeks = collections.Counter()
    for session in log['sessions']:
        day = datetime.date.fromisoformat(day_of(session['started']))
        weeks[(day - datetime.timedelta(days=day.weekday())).isoformat()] += 1
        for exercise in session['exercises']:
            for one in exercise['sets']:
                side = {'none': NOTHING, 'left': 'Left', 'right': 'Right'}[one['side']]
                done[names[exercise['exercise']], side] += len(one['reps'])
    assert sum(done.values()) > 1000, done
    shown = {(row[0], row[1]): int(row[4]) for row in open_table(window, 'Repetitions by Exercise')[1]}
    assert {what: n for what, n in shown.items() if n} == dict(done), (shown, done)
    leave(window)

    shown = {row[0]: int(row[4]) for row in open_table(window, 'Days Kept')[1]}
    assert {week: n for week, n in shown.items() if n} == dict(weeks), (shown, weeks)
    leave(window)

    stops = [stop for session in log['sessions'] for stop in session['stops']]
    assert stops, 'a demo in which nothing hurt'
    shown = collections.Counter()
    for row in open_table(window, 'What Hurt')[1]:
        shown[row[0]] += int(row[3])
    assert shown == collections.Counter(names[stop['exercise']] for stop in stops), (shown, stops)
    leave(window)

    functions = {one['id']: one['name'] for one in log['functions']}
    rating = log['ratings'][-1]
    scores = sorted(str(score['score']) for score in rating['scores'])
    assert functions and scores
    row = open_table(window, 'Everyday Activities')[1][-1]
    assert row[0] == day_of(rating['at']) and sorted(cell for cell in row[2:] if cell != NOTHING) == scores, row
    leave(window)

    shown = [(row[0], row[2]) for row in open_table(window, 'Scores from the Clinic')[1]]
    assert sorted(shown) == sorted((score['day'], str(score['total'])) for score in log['scores']), shown
    window.close()


def keyboard(case):
    """The values of a chart without a mouse, and everything in its order."""
    demo(case, 60)
    window = case.window()
    subprocess.run(['xdotool', 'mousemove', '1270', '790'], check=True)  # out of the way
    open_progress(window)
    check_names(window, 'progress')
    rows = open_table(window, 'Back and Leg Pain')[1]
    check_names(window, 'a table')
    assert re.match('Date: ' + rows[0][0] + '; When: ', window.find('^Date: ', 'table row').name)
    leave(window)

    window.tab_to('^2 weeks$')
    way = []
    for _ in range(40):
        seen = window.focused()
        if seen and (not way or way[-1] != seen.name):
            way.append(seen.name)
        if seen and seen.role == 'image':
            break
        window.key('Tab')
    assert way[:6] == ['2 weeks', '3 months', '1 year', 'All', 'History', 'Hand Over…'], way
    assert 'Show “Back and Leg Pain” as a Table' in way, way
    assert way[-1].startswith('Back and Leg Pain. Back pain before sessions'), way
    assert window.find('^Back pain before sessions', 'label').name in way[-1]

    def value(key, what):
        window.key(key)
        return wait_for(f'{what} of the chart', lambda: re.search(what, window.focused_name()) and
                        window.find('^' + re.escape(window.focused_name()) + '$', 'label')).name

    def score(row):
        return f'.*: back {row[2]} of 10, leg {row[3]} of 10'

    asked = [row for row in rows if NOTHING not in row[2:4]]
    last = value('Left', r'of 10|it hurt')
    assert re.match(score(asked[-1]), last) or asked[-1] != rows[-1], (last, rows[-1])
    first = value('Home', '^(?!' + re.escape(last) + ').* of 10')
    assert re.match(score(rows[0]), first), (first, rows[0])
    second = value('Right', '^(?!' + re.escape(first) + ')')
    assert second != first
    window.key('Escape')
    wait_for('the whole again', lambda: window.focused_name().startswith('Back and Leg Pain. '))
    window.close()


def traced(case):
    """From a sentence to the entries that it was made from, and back."""
    demo(case, 60)
    log = case.cli('log', '--json')
    window = case.window(size=NARROW)
    open_progress(window)
    sentence = window.find('[Bb]ack pain.*: the middle', 'list item').name
    window.tab_to('[Bb]ack pain.*: the middle', 'list item')
    window.key('Return')
    window.find('^What This Rests On$')
    window.find('^' + re.escape(sentence), 'label')
    check_names(window, 'entries')
    n_entries = int(re.match(r'\d+', window.find(r'^\d+ entr(y|ies)$').name)[0])
    listed = window.find('^Entries, newest first$', 'list').node
    entries = [listed.get_child_at_index(i).get_name() for i in range(listed.get_child_count())]
    assert n_entries == len(entries) > 5, (n_entries, entries)
    asked = [(session['started'], session['check_in']) for session in log['sessions'] if session['check_in']]
    asked += [(one['at'], one) for one in log['check_ins']]
    known = {f'{datetime.datetime.fromisoformat(at).astimezone():%Y-%m-%d, %H:%M}': one['pain_back']
             for at, one in asked}
    for entry in entries:
        said = re.search(r'Back pain before: (\d+) of 10', entry)
        assert said and known[entry.split('\n')[0]] == int(said[1]), entry
    assert entries == sorted(entries, key=lambda entry: entry.split('\n')[0], reverse=True)
    window.key('Escape')
    window.find('^In a few sentences$')
    wait_for('the keyboard where it was', lambda: window.focused_name() == sentence)
    window.close()


def planned(case):
    """What the plan changed and was told is there in the numbers of the log, and leads to its entries."""
    demo(case, 60)
    window = case.window()
    open_progress(window)
    choose_range(window, 'All')
    window.find('^The plan$', 'label')
    log = export(case)
    check_names(window, 'progress with a plan')

    days = {day_of(one['at']) for one in log['reminders'] if one['kind'] != 'morning'}
    assert days and log['sitting_breaks'] and log['dose_changes'], 'a demo without a plan'
    window.find(f'^Reminders on {len(days)} days?$', 'list item')
    window.find(f'^{len(log["sitting_breaks"])} breaks? from sitting offered$', 'list item')
    done = sum(one['answer'] == 'done' for one in log['sitting_breaks'])
    partly = sum(one['answer'] == 'partly' for one in log['sitting_breaks'])
    window.find(f'^Done {done}, in part {partly}, skipped ', 'label')

    # The range begins with the first entry; a stage may have begun before.
    began = min([day_of(one['started']) for one in log['sessions'] + log['reliefs']] +
                [day_of(one['at']) for one in log['check_ins'] + log['activities'] + log['ratings']])
    changes = [one for one in log['dose_changes'] + log['stage_changes'] if one['day'] >= began]
    counting = [one for one in changes if not one['withdrawn']]
    rest = len(changes) - min(len(counting), 3)
    window.tab_to(f'^{rest} more changes?$', presses=50)
    window.key('Return')

    def count_rows():
        return len(window.walk(lambda seen: seen.role == 'list item' and
                               re.match(r'\d+ \w+ \d{4}: ', seen.name)))
    wait_for('every change', lambda: count_rows() == len(changes))

    newest = max((one for one in log['dose_changes'] if not one['withdrawn']), key=lambda one: one['day'])
    names = {one['id']: one['name'] for one in case.cli('exercises', '--json')['exercises']}
    day = datetime.date.fromisoformat(newest['day'])
    same = [one for one in log['dose_changes'] if (one['day'], one['exercise']) == (newest['day'], newest['exercise'])]
    entries = {one['id']: one['started'] for one in log['sessions']}
    window.key('shift+Tab')
    window.key('shift+Tab')
    window.key('shift+Tab')
    window.tab_to(f'^{day.day} {day:%B %Y}: {names[newest["exercise"]]}$', presses=5)
    window.key('Return')
    window.find('^What This Rests On$')
    listed = window.find('^Entries, newest first$', 'list').node
    shown = [listed.get_child_at_index(i).get_name().split('\n')[0] for i in range(listed.get_child_count())]
    expected = [[f'{datetime.datetime.fromisoformat(entries[one["entry"]]).astimezone():%Y-%m-%d, %H:%M}'
                 for one in change['evidence'] if one['entry'] in entries] for change in same]
    assert sorted(shown) in [sorted(one) for one in expected], (shown, expected)
    window.key('Escape')
    window.find('^In a few sentences$')

    window.tab_to('breaks? from sitting offered$', presses=20)
    window.key('Return')
    window.find('^What This Rests On$')
    window.find(f'^{len(log["sitting_breaks"])} entr(y|ies)$')
    window.find('^Break offered after|Break offered after', 'label')
    window.key('Escape')
    window.close()


def measures(case):
    """What somebody follows, how it goes, and a total from the clinic."""
    record(case)
    window = case.window(size=NARROW)
    open_progress(window)
    window.find('^First choose what to follow$')
    assert not window.find('^Answer… What you can do', 'push button').has('SENSITIVE')
    window.click('^Choose… Choose what to follow')
    window.find('^What you follow now$')
    window.focus_last()
    check_names(window, 'what to follow')
    window.click('^Add$')
    window.find('^Please write what is hard for you')
    for number, name in enumerate(('Tie my shoes', 'Carry water', 'Sleep', 'Drive', 'Cook'), 1):
        window.tab_to('^Something else, in your own words', 'text|entry')
        window.type(name)
        window.click('^Add$')
        window.find(f'^Follow no longer: {name}$')
    window.find('^Five are enough')
    for name in ('Sleep', 'Drive', 'Cook'):
        window.click(f'^Follow no longer: {name}$')
        window.gone(f'^Follow no longer: {name}$')
    window.key('Escape')
    window.gone('^What you follow now$')
    window.focus()

    window.find('^Not asked yet$')
    window.click('^Answer… What you can do')
    window.find('^How well can you do each of these today')
    window.focus_last()
    check_names(window, 'how well it goes')
    window.click('^Save$')
    window.find('^Please answer for one of them at least')
    window.click('^Tie my shoes 4 of 10$')
    window.click('^Carry water 7 of 10$')
    window.click('^Save$')
    window.gone('^How well can you do each of these today')
    window.focus()
    window.find('^Due again in 14 days$')

    window.click('^Add… Scores from the clinic')
    window.find('^The total of a questionnaire')
    window.focus_last()
    check_names(window, 'a score from the clinic')
    window.click('^Add$')
    window.find('^Please choose the questionnaire')
    window.tick('Oswestry')
    window.tab_to('^Total', 'text|entry')
    window.type('101')
    window.click('^Add$')
    window.find('^The total is a whole number from 0 to 100')
    window.key('ctrl+a')
    window.type('36')
    window.click('^Add$')
    window.gone('^The total of a questionnaire')
    window.focus()

    today = datetime.date.today().isoformat()
    window.find('^Show “Scores from the Clinic” as a Table$')
    (row,) = open_table(window, 'Scores from the Clinic')[1]
    assert (row[0], row[2], row[3]) == (today, '36', '100'), row
    leave(window)
    (row,) = open_table(window, 'Everyday Activities')[1]
    assert row[:2] == [today, '5.5'] and sorted(row[2:]) == ['4', '7'], row
    leave(window)
    window.close()
    log = export(case)
    assert [(one['name'], one['retired'] is None) for one in log['functions']] == \
        [('Tie my shoes', True), ('Carry water', True), ('Sleep', False), ('Drive', False), ('Cook', False)], \
        log['functions']
    assert sorted(score['score'] for score in log['ratings'][0]['scores']) == [4, 7], log['ratings']
    assert [(score['scale'], score['total']) for score in log['scores']] == [('odi', 36)], log['scores']


def followed(case):
    """What is answered after a session, corrected, added or taken back is shown at once."""
    record(case, 1)
    window = case.window()
    begin_session_as_it_is(window, 'Five-point support')
    window.key('q')
    window.find('^How was it')
    window.click('^Pain in the back now 4 of 10$')
    window.find('so are your answers')
    window.click('^Done$')
    window.find('^Exercises$', 'page tab')
    open_progress(window)
    yesterday = (datetime.date.today() - datetime.timedelta(days=1)).isoformat()
    today = datetime.date.today().isoformat()
    before = [yesterday, 'Before the session', '2', '0', NOTHING]
    after = [today, 'After the session', '4', NOTHING, NOTHING]
    assert open_table(window, 'Back and Leg Pain')[1] == [before, after]
    leave(window)

    window.click('^History$', 'push button')
    window.press_at(window.find(f'^{yesterday}', 'list item|label'))
    window.click('^Worse. How was')
    wait_for('the morning', lambda: query(case, 'SELECT morning FROM session_morning') == [('worse',)])
    window.click(f'^Edit: {yesterday}')
    window.find('^Edit a Session$')
    window.focus_last()
    window.click('^Pain in the back before 6 of 10$')
    window.click('^Save$')
    window.gone('^Edit a Session$')
    window.focus()
    window.find('Corrected')
    window.key('Escape')
    window.find('^The next morning was answered after 1 session')
    before[2] = '6'
    assert open_table(window, 'Back and Leg Pain')[1] == [before, after]
    leave(window)

    window.close()


def taken_back(case):
    """What was logged by mistake goes again, as long as its page is there."""
    def log_tai_chi():
        window.click('^Log an Activity')
        window.find('^What did you do')
        window.focus_last()
        window.tick('^Tai chi$')
        window.click('^Add$')
        window.gone('^What did you do')
        window.focus()
        window.find('^Undo', 'push button')

    def activities():
        return len(case.cli('log', '--json')['activities'])

    window = case.window()
    open_progress(window)
    window.click('^History$', 'push button')
    log_tai_chi()
    assert activities() == 1
    window.click('^Undo')
    wait_for('it to be undone', lambda: activities() == 0)
    log_tai_chi()
    window.key('Escape')
    window.find('^In a few sentences$|^Back and Leg Pain$')
    window.gone('^Undo', 'push button')
    window.close()
    assert activities() == 1


def made_up(case):
    """A demo says on every page that it is one, and leaves nothing behind."""
    folders = {name: os.path.join(case.directory.name, name) for name in ('home', 'tmp')}
    for folder in folders.values():
        os.mkdir(folder)
    window = desk.Window(PROGRAM, None, XDG_DATA_HOME=folders['home'], TMPDIR=folders['tmp'])
    window.find('^Demo: this person is made up')
    window.find(r'^Yanfei \(Demo\)$')
    (made,) = (name for name in os.listdir(folders['tmp']) if name.startswith('yanfei-demo-'))
    assert os.listdir(os.path.join(folders['tmp'], made))
    open_progress(window)
    window.find('^Back and Leg Pain$', 'label')
    check_names(window, 'progress of a demo')
    window.click('^History$', 'push button')
    window.find('^Log an Activity', 'push button')
    window.find('^Demo: this person is made up')
    last = json.loads(subprocess.run([CLI, '--data-dir', os.path.join(folders['tmp'], made), 'log', '--json'],
                                     capture_output=True, check=True).stdout)['sessions'][-1]
    assert datetime.datetime.fromisoformat(last['ended']).timestamp() < time.time(), 'a session that is to come'
    window.close()
    left = [os.path.join(place, name) for folder in folders.values() for place, _, names in os.walk(folder)
            for name in names]
    assert not left and not os.path.exists(os.path.join(folders['tmp'], made)), left


CASES = {case.__name__: case for case in (narrow, empty, single, ranges, tables, keyboard, traced, planned,
                                          measures, followed, taken_back, made_up)}

if __name__ == '__main__':
    for name in sys.argv[3:] or CASES:
        start = time.monotonic()
        CASES[name](Case())
        print(f'{name}: {time.monotonic() - start:.1f} s', flush=True)
