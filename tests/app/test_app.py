#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses the window as people do: with the keyboard, and through what a screen
reader is told.

    test_app.py YANFEI YANFEI-CLI CASE

Runs inside with_display.py and dbus-run-session."""

import gettext
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time

import desk
from desk import Window, wait_for

PROGRAM, CLI = (os.path.abspath(name) for name in sys.argv[1:3])

N_EXERCISES = 13
N_RELIEFS = 2

# Where the translations are built, beside the program.
TRANSLATIONS = os.path.join(os.path.dirname(PROGRAM), '..', '..', 'po')

# Names GTK makes up for what has none.
MADE_UP = re.compile(r'^(Gtk|Adw|Yf)[A-Z]')


class Case:
    """A desk, a data directory, and a look into the log through the program's
    own command line."""

    def __init__(self):
        self.directory = tempfile.TemporaryDirectory()
        self.data = self.directory.name + '/data'

    def window(self, new=False, **arguments):
        """A window of a person who is through the first start, unless new."""
        if not new and not os.path.exists(self.data):
            desk.agree(CLI, self.data)
        return Window(PROGRAM, self.data, **arguments)

    def cli(self, *arguments):
        run = subprocess.run([CLI, '--data-dir', self.data, *arguments], capture_output=True, text=True, check=False)
        assert run.returncode == 0, run.stderr
        return json.loads(run.stdout)

    def sessions(self):
        return self.cli('log', '--json')['sessions']

    def profile(self):
        return self.cli('profile', 'show', '--json')


def check_names(window, page):
    """Everything the keyboard can go to says what it is."""
    def nameless():
        return [f'{seen.role} “{seen.name}”' for seen in window.walk(
            lambda seen: seen.has('FOCUSABLE') and seen.role not in ('panel', 'filler', 'scroll pane', 'list')
            and (not seen.name or MADE_UP.match(seen.name)))]
    # A page that has just been left is still going.
    wait_for(f'names on the page {page}', lambda: not nameless())


def open_exercise(window, name):
    window.key('ctrl+2')
    window.click('^' + name)
    window.find('^Is it for you today')


def set_dose(window, sets, reps, hold):
    for title, wanted in (('Sets', sets), ('Repetitions in a set', reps), ('Hold, in seconds', hold)):
        while True:
            shown = int(re.search(r'less than (\d+)', window.find(f'^{title}: less than').name)[1])
            if shown == wanted:
                break
            window.click(f'^{title}: {"less" if shown > wanted else "more"} than')
            wait_for('the number to change', lambda: not window.look(f'^{title}: less than {shown}$'))


def skip_rehearsal(window):
    """From the check-in into the session, past what is shown of an exercise that is new."""
    window.find('^Pause$|^Skip$', 'push button')
    if not window.look('^Pause$', 'push button'):
        window.find('^This is how it goes$')
        window.click('^Skip$', last=True)
    window.find('^Pause$', 'push button')


def begin_session(window, name='Five-point support', dose=(1, 2, 1)):
    open_exercise(window, name)
    set_dose(window, *dose)
    window.click('^Start, takes')
    window.find('^How are you today')
    window.click('^None of These$')
    skip_rehearsal(window)


def begin_session_as_it_is(window, name):
    open_exercise(window, name)
    window.click('^Start, takes')
    window.find('^How are you today')
    window.click('^None of These$')
    skip_rehearsal(window)


def check_digits(window, height):
    """Countdown and count can be read from the mat."""
    for name in (r'left, repetition \d', r'^repetition \d'):
        size = window.find(name).place()
        assert size.height >= height / 6, f'digits are only {size.height} of {height} pixels high'


def wait_for_phase(window, name):
    return window.find('^' + name + '$', 'label')


def newcomer(case):
    """From the first start to the log."""
    window = case.window(sliding=True)
    window.find('^What would you like to do')
    check_names(window, 'exercises')
    window.key('ctrl+3')
    window.find('^Your Progress Will Be Here')
    check_names(window, 'progress, empty')
    window.click('^History$', 'push button')
    window.find('^Nothing Here Yet')
    check_names(window, 'history, empty')
    window.key('Escape')
    window.find('^Your Progress Will Be Here')
    window.key('ctrl+4')
    window.find('^About you')
    check_names(window, 'profile')
    window.key('ctrl+2')
    window.find('^What would you like to do')

    # With nothing but the keyboard, as far as the check-in.
    window.tab_to('^Five-point support')
    window.key('Return')
    window.find('^Is it for you today')
    check_names(window, 'exercise')
    set_dose(window, 1, 1, 1)
    assert not window.find('^Sets: less than 1$').has('SENSITIVE'), 'less than one set can be asked for'
    assert not window.find('^Hold, in seconds: less than 1$').has('SENSITIVE'), 'less than one second of hold'
    set_dose(window, 3, 2, 5)
    assert not window.find('^Sets: more than 3$').has('SENSITIVE'), 'the ceiling of sets can be passed'
    assert not window.find('^Hold, in seconds: more than 5$').has('SENSITIVE'), 'the ceiling of the hold'
    set_dose(window, 1, 2, 1)
    window.tab_to('^Start, takes')
    window.key('Return')
    window.find('^How are you today')
    check_names(window, 'check-in')

    # Three taps on a good day.
    window.click('^Pain in the back 2 of 10$')
    window.click('^Pain in the leg 0 of 10$')
    window.click('^None of These$')

    skip_rehearsal(window)
    check_names(window, 'session')
    check_digits(window, 760)

    window.find(r'^Raise, \d seconds? left, repetition 1 of 2$')
    wait_for_phase(window, 'Raise')
    window.key('space')
    wait_for_phase(window, 'Paused')
    before = window.text()
    time.sleep(2.5)  # real time must pass for the clock to be seen standing still
    assert window.text() == before, 'the countdown goes on in a pause'
    window.key('space')
    wait_for_phase(window, 'Hold')
    wait_for_phase(window, 'Lower')

    window.find('^Well done', patience=40)
    window.find('2 of 2 repetitions')
    window.find('^Everything is saved')
    check_names(window, 'summary')
    window.key('Return')
    window.find('^What would you like to do')
    window.open_history()
    window.find('^What you have done')
    window.find(r'Five-point support: Completed, 2 repetitions')
    check_names(window, 'history')
    window.close()

    session, = case.sessions()
    assert session['state'] == 'completed', session
    assert session['check_in'] == {'pain_back': 2, 'pain_leg': 0, 'moved': 'unknown', 'flags': {}}, session
    exercise, = session['exercises']
    assert exercise['exercise'] == 'five-point-support', exercise
    assert exercise['planned'] == {'sets': 1, 'reps': 2, 'hold_s': 1.0}, exercise
    reps = exercise['sets'][0]['reps']
    assert [rep['rep'] for rep in reps] == [1, 2], reps
    assert all(rep['hold_s'] == 1.0 and rep['counted_by'] == 'pace' for rep in reps), reps


def hurts(case):
    """One key stops everything; the exercise is off for today. On a phone."""
    window = case.window(size=(360, 720))
    begin_session(window)
    check_digits(window, 720)
    window.key('h')
    window.find('^Everything has stopped')
    check_names(window, 'it hurts')
    window.click('^How much does it hurt. 4 of 10$')
    window.tick('^In the leg$')
    window.click('^Save$')
    window.find('^Stopped, because it hurt')
    window.find('^Everything is saved')
    assert not window.look('^Go On with the Rest$|^Your pain is'), 'nothing is left to go on with'
    window.key('Return')
    window.find('^Five-point support. Not for you today', 'push button')
    open_exercise(window, 'Five-point support')
    start = window.find('^Start, takes')
    assert not start.has('SENSITIVE'), 'what hurt today can be started again'
    window.find('^This exercise is not for you today')
    window.close()

    session, = case.sessions()
    assert session['state'] == 'stopped', session
    stop, = session['stops']
    assert (stop['pain'], stop['site'], stop['exercise']) == (4, 'leg', 'five-point-support'), stop


def blocked(case):
    """A sign closes exercise for the day, with reasons and what to do."""
    window = case.window()
    open_exercise(window, 'Glute bridge')
    window.click('^Start, takes')
    window.find('^How are you today')
    window.tick('^My leg hurts, and rest does not ease it')
    window.tab_to('^For how many days', 'text')
    window.type('x')
    window.click('^Continue$')
    window.find('^Please write the number of days')
    window.key('BackSpace')
    window.type('5')
    window.click('^Continue$')
    window.find('^Not today$')
    check_names(window, 'not today')
    text = window.text()
    assert 'See an orthopaedic or rehabilitation doctor' in text, text
    assert 'Source: Document 002' in text, text
    window.key('Escape')
    window.find('^What would you like to do')
    for name in ('Abdominal breathing', 'Glute bridge', 'Five-point support', 'Modified swallow-flight'):
        window.find(f'^{name}. Not for you today', 'push button')
    window.open_history()
    window.find('^Check-in without a session', 'label')
    window.close()
    assert case.sessions() == [], 'a session was begun'


def emergency(case):
    """One message, and nothing to do but close it."""
    window = case.window()
    open_exercise(window, 'Abdominal breathing')
    window.click('^Start, takes')
    window.find('^How are you today')
    window.tick('^I have lost control of urine or stool')
    window.click('^Continue$')
    window.find('^Go to the emergency department of a hospital now')
    # The page before slides out first.
    wait_for('nothing to press but Close', lambda: ['Close'] == [
        seen.name for seen in window.walk(lambda seen: 'button' in seen.role)])
    window.key('space', 'Return')  # a habit must not send it away
    window.find('^Go to the emergency department of a hospital now')
    window.click('^Close$')
    window.find('^Abdominal breathing. Not for you today', 'push button')
    window.close()
    assert case.sessions() == [], 'a session was begun'

    window = case.window()  # and it is not forgotten
    window.find('^Abdominal breathing. Not for you today', 'push button')
    window.close()


def killed(case):
    """Power fails in mid-session: what was done is kept, and the next start says so."""
    window = case.window()
    begin_session(window, dose=(1, 3, 1))
    window.key('n')  # no need to get ready
    window.find('repetition 2 of 3', patience=20)
    window.kill()

    window = case.window()
    window.find('^Your last session was cut off. The 1 repetition you had done is kept')
    window.open_history()
    window.find(r'Five-point support: Cut')
    window.close()
    session, = case.sessions()
    assert session['state'] == 'cut', session
    assert len(session['exercises'][0]['sets'][0]['reps']) == 1, session


def leaving(case):
    """Closing the window, the terminal's hang-up and "q" all save."""
    window = case.window()
    begin_session(window)
    window.key('ctrl+w')
    window.find('^Stop the Session')
    check_names(window, 'question')
    window.focus_last()
    window.key('Escape')
    window.gone('^Stop the Session')
    window.focus()
    window.find('^Pause$', 'push button')
    window.key('ctrl+q')
    window.find('^Stop the Session')
    window.focus_last()
    window.key('Return')
    assert window.process.wait(desk.PATIENCE) == 0
    assert [session['state'] for session in case.sessions()] == ['stopped']

    window = case.window()
    begin_session(window)
    window.process.send_signal(signal.SIGTERM)
    assert window.process.wait(desk.PATIENCE) == 0
    assert [session['state'] for session in case.sessions()] == ['stopped', 'stopped']

    window = case.window()
    begin_session(window)
    window.key('q')
    window.find('^Stopped early')
    window.close()
    assert [session['state'] for session in case.sessions()] == ['stopped'] * 3


def tapping(case):
    """Count by tap: a repetition waits until it is said to be done."""
    window = case.window()
    open_exercise(window, 'Five-point support')
    window.tab_to('^Count by tap$', 'check box|toggle button|switch')
    window.key('space')
    set_dose(window, 1, 1, 1)
    window.click('^Start, takes')
    window.click('^None of These$')
    skip_rehearsal(window)
    window.key('n')
    window.find('^Press Done when you have done it', patience=20)
    time.sleep(1)  # it must not go on by itself
    assert window.look('^Press Done when you have done it'), window.text()
    window.key('Return')
    window.find('^Well done')
    window.close()
    session, = case.sessions()
    rep, = session['exercises'][0]['sets'][0]['reps']
    assert rep['counted_by'] == 'tap', rep


def profile(case):
    """What is typed is saved when it is a date, and marked when it is not."""
    window = case.window()
    window.key('ctrl+4')
    window.find('^Your stage today: Prevention')
    window.tab_to('^The day it began$', 'text')
    window.type('2026-02-30')
    window.key('Tab')
    window.find('^This is not a date')
    window.key('shift+Tab', 'ctrl+a')
    window.type('9999-01-01')
    window.find('lies in the future.* It has not been saved')
    assert case.profile()['onset'] is None, case.profile()
    window.key('ctrl+a')
    window.type('2020-03-01')
    window.find('^Your stage today: Acute')
    window.gone('lies in the future')
    wait_for('the profile to be saved', lambda: case.profile()['onset'] == '2020-03-01')
    window.tab_to('^The time it began$', 'text')
    window.type('1930')
    window.key('Tab')
    window.find('^This is not a time of day')
    window.key('shift+Tab', 'ctrl+a')
    window.type('19:30')
    window.gone('^This is not a time of day')
    wait_for('the time to be saved', lambda: case.profile()['onset'].startswith('2020-03-01T19:30'))

    window.tick_switch('^High blood pressure$')
    wait_for('the profile to be saved', lambda: case.profile()['conditions'] == ['hypertension'])

    window.click('^Add a Clearance$')
    window.find('^Name of the clinician')
    check_names(window, 'add a clearance')
    window.focus_last()
    window.tab_to('^Name of the clinician', 'text')
    window.type('Dr Wu')
    window.tab_to('^The day they said so$', 'text')
    window.type('2026-01-05')
    window.find('^Your stage today: Acute', 'check box')
    window.find('^The stage: Easing$', 'check box')
    window.find('^Warm compress$', 'check box')
    window.tick('^High blood pressure$')
    window.tick('^All exercises$')
    window.click('^Add$')
    window.gone('^Name of the clinician')
    wait_for('the clearance to be saved', lambda: case.profile()['clearances'])
    clearance, = case.profile()['clearances']
    assert clearance['clinician'] == 'Dr Wu' and clearance['conditions'] == ['hypertension'], clearance
    window.focus()
    window.click('^Remove: Dr Wu')
    wait_for('the clearance to go', lambda: not case.profile()['clearances'])
    window.close()

    window = case.window()  # and it is still there
    window.key('ctrl+4')
    window.find('^Your stage today: Acute')
    window.close()


def trouble(case):
    """A log that cannot be opened: it says so, one can read, nothing starts."""
    os.makedirs(case.data)
    with open(case.data + '/yanfei.db', 'wb') as log:
        log.write(b'This is not a log. ' * 500)
    window = case.window()
    window.find('^Your Log Cannot Be Opened')
    window.find(re.escape(case.data))
    check_names(window, 'trouble')
    window.key('Return')
    window.find('^Five-point support. To read only', 'push button')
    open_exercise(window, 'Five-point support')
    window.find('^How to do it')
    assert not window.find('^Start, takes').has('SENSITIVE'), 'a session can start without a log'
    window.close()


def twice(case):
    """A second start shows the first window, and no bus is no reason to fail. The keys it
    knows are shown as often as one asks for them."""
    window = case.window()
    second = subprocess.run([PROGRAM, '--data-dir', case.data], timeout=desk.PATIENCE, check=False)
    assert second.returncode == 0
    assert window.app.get_child_count() == 1, 'there are two windows'
    window.close()

    environment = dict(os.environ, DBUS_SESSION_BUS_ADDRESS='disabled:', GTK_A11Y='none')
    process = subprocess.Popen([PROGRAM, '--data-dir', case.data], env=environment)
    main = wait_for('a window without a bus', lambda: desk.find_window(process))

    def last():
        return desk.find_window(process, last=True)
    for _ in range(2):
        subprocess.run(['xdotool', 'windowfocus', main, 'key', 'ctrl+question'], check=True)
        subprocess.run(['xdotool', 'windowfocus', wait_for('the keys', lambda: last() != main and last()),
                        'key', 'Escape'], check=True)
        wait_for('the keys to go', lambda: last() == main)
    process.terminate()
    assert process.wait(desk.PATIENCE) == 0


def chinese(case):
    """It starts in Chinese, and says first what it is."""
    # Made here, for few systems have it, and not where it would stay.
    made = subprocess.run(['localedef', '-i', 'zh_CN', '-f', 'UTF-8', case.directory.name + '/zh_CN.UTF-8'],
                          capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr
    environment = {'LANG': 'zh_CN.UTF-8', 'LC_ALL': 'zh_CN.UTF-8', 'LANGUAGE': 'zh_CN',
                   'LOCPATH': case.directory.name, 'YANFEI_LOCALEDIR': TRANSLATIONS}
    window = case.window(new=True, **environment)
    translation = gettext.translation('yanfei', TRANSLATIONS, ['zh_CN'])
    understand = '^' + translation.gettext('I Understand') + '$'
    window.find(understand, 'push button')
    check_names(window, 'first start in Chinese')
    window.click(understand)
    window.find('^' + re.escape(translation.gettext('Do you have trouble with your back or a leg?')) + '$')
    check_names(window, 'first question in Chinese')
    window.click('^' + translation.pgettext('leave the questions unanswered', 'Skip') + '$')
    # What was skipped counts as the acute stage, in which there is relief too.
    window.find('^' + translation.gettext('Exercises') + '$', 'page tab')
    check_names(window, 'today in Chinese')
    window.open_exercises()
    wait_for('the exercises', lambda: len(window.walk(
        lambda seen: seen.role == 'push button' and '·' in seen.name)) == N_EXERCISES + N_RELIEFS)
    english = [seen.name for seen in window.walk(lambda seen: seen.role in ('label', 'push button', 'page tab'))
               if re.search('[a-z]{4}', seen.name) and not MADE_UP.match(seen.name)]
    assert not english, english
    check_names(window, 'exercises in Chinese')
    window.close()


def first_start(case):
    """From nothing to the first breath, in no time and few taps."""
    window = case.window(new=True)
    window.find('^Welcome to Yanfei')
    check_names(window, 'welcome')
    window.key('Escape', 'ctrl+4')  # there is no way round it
    window.find('^Welcome to Yanfei')
    offered = [seen.name for seen in window.walk(lambda seen: seen.role == 'push button')]
    assert not {'Back', 'Skip'} & set(offered) and 'I Understand' in offered, offered

    begun = time.monotonic()
    taps = ['^I Understand$', '^No$', '^None of These$', '^Strong$', '^Breathe. start the first exercise. 1 set of 5',
            '^Pain in the back 0 of 10$', '^Pain in the leg 0 of 10$', '^None of These$', '^Skip$']
    for tap in taps:
        # The page that has been left has a button of the same name.
        if tap.startswith('^Pain in the back'):
            window.find('^How are you today')
        if tap == '^Skip$':
            window.find('^This is how it goes')
        window.click(tap, last=True)
    window.find('^Pause$', 'push button')
    print(f'first-start: {len(taps)} taps, {time.monotonic() - begun:.1f} s to the first breath')
    assert len(taps) <= 9
    wait_for_phase(window, 'Breathe in')
    window.key('q')
    window.find('^Stopped early')
    window.key('Return')
    window.find('^Today’s Session$')
    window.close()
    session, = case.sessions()
    assert session['exercises'][0]['exercise'] == 'abdominal-breathing', session
    assert session['exercises'][0]['planned'] == {'sets': 1, 'reps': 5, 'hold_s': 3.0}, session
    profile = case.profile()
    assert (profile['onset'], profile['conditions'], profile['back_strength'], profile['muscle_relaxants']) == \
        (None, [], 'strong', False), profile

    window = case.window()  # and it is not asked again
    window.find('^What would you like to do')
    window.close()


def first_answers(case):
    """Every answer lands in the profile, what is not known is the cautious
    answer, and whoever leaves half-way is asked again."""
    window = case.window(new=True, size=(360, 720))
    window.click('^I Understand$')
    window.click('^No$')
    window.find('^Does any of this apply')
    window.close()
    assert case.profile()['back_strength'] == 'unknown'

    window = case.window(size=(360, 720))
    window.click('^I Understand$')
    window.find('^Do you have trouble')
    check_names(window, 'trouble or not')
    window.click('^Yes, but it has eased$')
    window.find('^When was it')
    check_names(window, 'dates')
    window.tab_to('^The day it began$', 'text')
    window.type('9999-01-01')
    window.click('^Continue$')
    window.find('^This day lies in the future')
    window.key('ctrl+a')
    window.type('2026-01-05')
    window.tab_to('^The time it began$', 'text')
    window.type('25:00')
    window.click('^Continue$')
    window.find('^This is not a time of day')
    window.tab_to('^The time it began$', 'text')
    window.key('ctrl+a')
    window.type('19:30')
    window.tab_to('^The day it eased$', 'text')
    window.type('2026-01-02')
    window.click('^Continue$')
    window.find('^This is before the day it began')
    window.tab_to('^The day it eased$', 'text')
    window.key('ctrl+a')
    window.type('2026-02-01')
    window.click('^Continue$')

    window.find('^Does any of this apply')
    check_names(window, 'conditions')
    window.key('Escape')  # back, and what was said is still there
    window.find('^When was it')
    window.click('^Continue$')
    window.find('^Does any of this apply')
    window.tick('^Pregnancy or birth$')
    window.tick('^Birth in the last six weeks$')
    window.tab_to('^The day of the birth$', 'text')
    window.type('2026-01-20')
    window.tick('^A long illness$')
    window.tick('^Something found in the spine or the bones$')
    window.tick('^Narrowed spinal canal')
    window.tick('^Muscle relaxants$')
    check_names(window, 'conditions, open')
    window.click('^Continue$', last=True)
    window.find('^How strong is your back')
    window.gone('^Does any of this apply')
    check_names(window, 'strength')
    window.click('^I don’t know$', last=True)
    window.find('^Breathing has to wait$')
    check_names(window, 'ready')
    window.find('^From what you say, (you are in recovery|your trouble is over)')
    window.find('^Why not yet$')
    window.find('Source: Document 004')
    assert not window.look('^Breathe'), 'what needs a doctor can be started'
    wait_for('the profile to be saved', lambda: case.profile()['onset'])
    profile = case.profile()
    assert profile['onset'].startswith('2026-01-05T19:30'), profile
    assert (profile['relief'], profile['treatment_start'], profile['birth']) == ('2026-02-01', None, '2026-01-20'), profile
    assert set(profile['conditions']) == {'postpartum', 'other-chronic', 'spinal-stenosis'}, profile
    assert (profile['back_strength'], profile['muscle_relaxants']) == ('unknown', True), profile
    window.click('^See the Exercises$')
    window.find('^What would you like to do')

    window.key('ctrl+4')  # and can be changed
    window.find('^About you')
    assert window.find('^Birth in the last six weeks$', 'check box|toggle button|switch').has('CHECKED')
    window.close()


def first_skip(case):
    """Skipping and not knowing count as the cautious answers."""
    window = case.window(new=True)
    window.click('^I Understand$')
    window.find('^Do you have trouble')
    window.click('^Skip$')
    window.find('^What you skipped counts as the cautious answer')
    window.find('^Your stage today: Acute')
    assert not window.look('For you today', 'push button'), window.text()
    window.close()
    skipped = case.profile()
    assert skipped['onset'] == 'unknown', skipped
    assert (skipped['back_strength'], skipped['muscle_relaxants']) == ('unknown', True), skipped
    for condition in ('other-chronic', 'spinal-stenosis', 'spondylolisthesis', 'reduced-sensation'):
        assert condition in skipped['conditions'], skipped

    case = Case()
    window = case.window(new=True)
    window.click('^I Understand$')
    window.click('^I don’t know$', last=True)
    window.find('^Does any of this apply')
    window.gone('^Do you have trouble')
    window.click('^I don’t know$', last=True)
    window.find('^How strong is your back')
    window.gone('^Does any of this apply')
    window.click('^I don’t know$', last=True)
    window.find('^Breathing has to wait')
    window.click('^See the Exercises$')
    window.find('^Your stage today: Acute')
    window.close()
    assert case.profile() == skipped, (case.profile(), skipped)


def first_old(case):
    """Who was there before is only told, not asked."""
    subprocess.run([CLI, '--data-dir', case.data, 'profile', 'set', 'onset=2026-01-05'], check=True,
                   stdout=subprocess.DEVNULL)
    before = case.profile()
    window = case.window()
    window.click('^I Understand$')
    window.find('^Your stage today')
    window.close()
    assert case.profile() == before
    window = case.window()
    window.find('^What would you like to do')
    window.close()


def movements(case):
    """Parts, sides and minutes, as the exercises have them."""
    window = case.window(size=(360, 720))
    open_exercise(window, 'Waist and hip stretch')
    check_names(window, 'an exercise of parts')
    for way in ('less', 'more'):
        assert not window.find(f'^Repetitions in a set: {way} than 8$').has('SENSITIVE'), 'fixed repetitions can change'
    for line in ('^3 times, in turn:$', '^Bend to the left$', '^Bend to the right$', '^5 times, in turn:$', '^Lean back$',
                 '^Whom it suits$', '^People who sit for long'):
        window.find(line)
    window.click('^Start, takes 3 minutes 36 seconds')
    window.find('^How are you today')
    window.click('^None of These$')
    skip_rehearsal(window)
    window.find('^Next: Bend to the left, 3 seconds$')
    window.key('n')
    wait_for_phase(window, 'Bend to the left')
    wait_for_phase(window, 'Hold')
    window.key('q')
    window.find('^Stopped early')
    window.key('Return')

    window.find('^Straight-leg raise. .*on each side$', 'push button')
    begin_session_as_it_is(window, 'Straight-leg raise')
    window.find('^Left side$', 'label')
    check_digits(window, 720)
    window.key('q')
    window.find('^Stopped early')
    window.key('Return')

    window.find('^Break from sitting. .*· 3 minutes$', 'push button')
    open_exercise(window, 'Break from sitting')
    assert not window.look('^Sets: less'), 'what is done once is counted'
    window.click('^How long, in minutes: more than 3$')
    window.click('^How long, in minutes: more than 4$')
    assert not window.find('^How long, in minutes: more than 5$').has('SENSITIVE'), 'the ceiling of five minutes'
    window.click('^How long, in minutes: less than 5$')
    window.click('^Start, takes 4 minutes 10 seconds')
    window.find('^How are you today')
    window.click('^None of These$')
    skip_rehearsal(window)
    window.key('n')
    wait_for_phase(window, 'Stretch and walk about')
    window.find('^minutes and seconds$')
    size = window.find('^Stretch and walk about, (4 minutes|3 minutes [0-9]+ seconds) left').place()
    assert size.height >= 720 / 6, f'digits are only {size.height} pixels high'
    window.key('q')
    window.find('^Stopped early')
    window.close()
    stretch, leg, rest = case.sessions()
    assert stretch['exercises'][0]['planned']['reps'] == 8, stretch
    assert rest['exercises'][0]['planned'] == {'sets': 1, 'reps': 1, 'hold_s': 240.0}, rest


CASES = {case.__name__: case for case in (newcomer, hurts, blocked, emergency, killed, leaving, tapping, profile,
                                          trouble, twice, chinese, first_start, first_answers, first_skip, first_old,
                                          movements)}

if __name__ == '__main__':
    for name in sys.argv[3:] or CASES:
        start = time.monotonic()
        CASES[name](Case())
        print(f'{name}: {time.monotonic() - start:.1f} s', flush=True)
