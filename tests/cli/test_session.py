#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`session` and `log`: what is done is what is logged."""

import json
import os
import re
import signal
import sqlite3
import time
import unittest
import zipfile
from datetime import date, datetime, timedelta

from cli import BREATHING, BRIDGE, DONE, FAILED, NOT_TODAY, PATIENCE, SUPPORT, SWALLOW, USAGE, CliTest
from terminal import Terminal

ISO = re.compile(r'\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d')

SESSION_KEYS = ['id', 'started', 'ended', 'state', 'check_in', 'exercises', 'stops']
CHECK_IN_KEYS = ['pain_back', 'pain_leg', 'moved', 'flags']
EXERCISE_KEYS = ['exercise', 'planned', 'state', 'sets']
SET_KEYS = ['set', 'side', 'reps']
REP_KEYS = ['rep', 'started', 'hold_s', 'ended', 'counted_by']

# Cues that announce something ahead of it, and so may fall between others.
NOT_IN_ORDER = ('last-rep', 'half-way', 'time-left')

# Seconds of one repetition of each exercise at its first hold, from section 1
# of the facts: the phases of effort, stillness and release.
PHASES = {
    BREATHING: [('inhale', 4), ('hold', 3), ('exhale', 6)],
    SUPPORT: [('raise', 2), ('hold', 3), ('lower', 2)],
    BRIDGE: [('raise', 2), ('hold', 3), ('lower', 2)],
    SWALLOW: [('raise', 2), ('hold', 2), ('lower', 2)],
}


def when(text):
    return datetime.fromisoformat(text)


def seconds(start, end):
    return (when(end) - when(start)).total_seconds()


class SessionTest(CliTest):
    def cues(self, *arguments, **more):
        """Play a session; its cue log as pairs of seconds and a cue."""
        path = os.path.join(self.folder, 'cues')
        if os.path.exists(path):
            os.unlink(path)
        self.session('--cue-log', path, *arguments, **more)
        return self.read_cues(path)

    def read_cues(self, path):
        with open(path, encoding='utf-8') as stream:
            text = stream.read()
        self.assertTrue(text.endswith('\n'))
        for line in text.splitlines():
            self.assertRegex(line, r'^\d+(\.\d+)? [a-z-]+$')
        return [(float(line.split()[0]), line.split()[1]) for line in text.splitlines()]


class Done(SessionTest):
    def test_shape(self):
        before = datetime.now().astimezone()
        self.session('--sets', 1, '--reps', 3, '--pain-back', 2, '--pain-leg', 0, exercise=SUPPORT)
        log = self.log()
        self.assertEqual(list(log)[0], 'sessions')
        (session,) = log['sessions']
        self.assertEqual(list(session)[:len(SESSION_KEYS)], SESSION_KEYS)
        self.assertEqual(session['state'], 'completed')
        self.assertIsInstance(session['id'], str)
        self.assertRegex(session['started'], ISO)
        self.assertRegex(session['ended'], ISO)
        self.assertEqual(session['started'][-6:], '+08:00')
        self.assertLess(abs((when(session['started']) - before).total_seconds()), 60)
        self.assertEqual(list(session['check_in'])[:4], CHECK_IN_KEYS)
        self.assertEqual((session['check_in']['pain_back'], session['check_in']['pain_leg'],
                          session['check_in']['flags']), (2, 0, {}))
        self.assertIn(session['check_in']['moved'], ('down', 'up', 'same', 'unknown'))
        self.assertEqual(session['stops'], [])

        (exercise,) = session['exercises']
        self.assertEqual(list(exercise)[:4], EXERCISE_KEYS)
        self.assertEqual((exercise['exercise'], exercise['planned'], exercise['state']),
                         (SUPPORT, {'sets': 1, 'reps': 3, 'hold_s': 3.0}, 'completed'))
        self.assertIsInstance(exercise['planned']['hold_s'], float)
        (one,) = exercise['sets']
        self.assertEqual(list(one)[:3], SET_KEYS)
        self.assertEqual((one['set'], one['side']), (1, 'none'))
        self.assertEqual([rep['rep'] for rep in one['reps']], [1, 2, 3])
        for rep in one['reps']:
            self.assertEqual(list(rep)[:5], REP_KEYS)
            self.assertRegex(rep['started'], ISO)
            self.assertRegex(rep['ended'], ISO)
            self.assertEqual((rep['hold_s'], rep['counted_by']), (3.0, 'pace'))
            self.assertIsInstance(rep['hold_s'], float)

    def test_times_add_up(self):
        for exercise, phases in PHASES.items():
            with self.subTest(exercise):
                self.session('--sets', 1, '--reps', 2, exercise=exercise)
                session = self.sessions()[-1]
                reps = session['exercises'][0]['sets'][0]['reps']
                length = sum(length for _, length in phases)
                for rep in reps:
                    self.assertAlmostEqual(seconds(rep['started'], rep['ended']), length, delta=0.002)
                    self.assertAlmostEqual(rep['hold_s'], dict(phases)['hold'])
                self.assertGreaterEqual(seconds(session['started'], reps[0]['started']), 5)
                self.assertGreaterEqual(seconds(reps[0]['ended'], reps[1]['started']), -0.002)
                self.assertGreaterEqual(seconds(reps[1]['ended'], session['ended']), -0.002)

    def test_sets_and_reps(self):
        self.session('--sets', 2, '--reps', 3, '--hold', 2, exercise=SUPPORT)
        (exercise,) = self.sessions()[0]['exercises']
        self.assertEqual(exercise['planned'], {'sets': 2, 'reps': 3, 'hold_s': 2.0})
        self.assertEqual([(one['set'], [rep['rep'] for rep in one['reps']]) for one in exercise['sets']],
                         [(1, [1, 2, 3]), (2, [1, 2, 3])])
        self.assertEqual({rep['hold_s'] for one in exercise['sets'] for rep in one['reps']}, {2.0})

    def test_the_first_dose_is_the_default(self):
        self.session(exercise=SWALLOW, speed=1000)
        self.session(exercise=SUPPORT, speed=1000)
        doses = [session['exercises'][0]['planned'] for session in self.sessions()]
        self.assertEqual(doses, [{'sets': 2, 'reps': 5, 'hold_s': 2.0}, {'sets': 2, 'reps': 10, 'hold_s': 3.0}])
        self.assertEqual([sum(len(one['reps']) for one in session['exercises'][0]['sets'])
                          for session in self.sessions()], [10, 20])

    def test_several_exercises(self):
        self.run_cli('session', '--exercise', BREATHING, '--exercise', SUPPORT, '--exercise', SWALLOW,
                     '--sets', 1, '--reps', 1, '--speed', 500, status=DONE)
        (session,) = self.sessions()
        self.assertEqual([exercise['exercise'] for exercise in session['exercises']],
                         [BREATHING, SUPPORT, SWALLOW])
        self.assertEqual([exercise['state'] for exercise in session['exercises']], ['completed'] * 3)

    def test_log_by_date(self):
        self.session('--sets', 1, '--reps', 1)
        today = datetime.fromisoformat(self.sessions()[0]['started']).date()
        before, after = today - timedelta(days=1), today + timedelta(days=1)
        for arguments, found in ((('--from', today), 1), (('--to', today), 1), (('--from', after), 0),
                                 (('--to', before), 0), (('--from', before, '--to', after), 1),
                                 (('--from', today, '--to', today), 1)):
            with self.subTest(arguments):
                self.assertEqual(len(self.log(*arguments)['sessions']), found)
        self.complains(self.run_cli('log', '--from', 'monday', status=USAGE))

    def test_an_empty_log(self):
        self.assertEqual(self.sessions(), [])
        self.run_cli('log', status=DONE)

    def test_plain_log_speaks_of_what_was_done(self):
        self.session('--sets', 1, '--reps', 2, exercise=SUPPORT)
        text = self.run_cli('log', status=DONE).out
        self.assertIn('Five-point support', text)
        self.assertNotIn('{', text)

    def test_every_exercise(self):
        """All of them, with the first dose, both sides, and the log of it."""
        self.run_cli('profile', 'set', 'back_strength=strong', status=DONE)
        for exercise in self.json_of('exercises', '--json')['exercises']:
            with self.subTest(exercise['id']):
                self.session(exercise=exercise['id'], speed=20000)
                record = self.sessions()[-1]
                done = record['exercises'][0]
                dose = exercise['first_dose']
                self.assertEqual(record['state'], 'completed')
                self.assertEqual(done['planned'], {key: dose[key] for key in ('sets', 'reps', 'hold_s')})
                sides = ['left', 'right'] if exercise['two_sided'] else ['none']
                self.assertEqual([(entry['side'], entry['set'], len(entry['reps'])) for entry in done['sets']],
                                 [(side, number, dose['reps']) for side in sides
                                  for number in range(1, dose['sets'] + 1)])

    def test_own_exercise(self):
        """One of the person's own, as the window writes it: listed, judged, done, and named when it is retired."""
        self.run_cli('profile', 'set', 'back_strength=strong', status=DONE)
        xml = ('<exercise id="own-1" group="swallow" posture="prone" own="yes"><name>Lift &amp; breathe</name>'
               '<summary>An exercise of your own.</summary>'
               '<get-ready seconds="10" source="app"/><set-rest seconds="30" source="app"/>'
               '<repetition><phase kind="raise" seconds="2" source="app"/><phase kind="hold" source="app"/></repetition>'
               '<first-dose sets="1" reps="2" hold="4" source="app"/><ceiling sets="1" reps="2" hold="4" source="app"/>'
               '<step source="app">Do it.</step></exercise>')
        with sqlite3.connect(os.path.join(self.data, 'yanfei.db')) as database:
            database.execute('INSERT INTO own_exercise VALUES (?, ?, ?, ?, ?)', ('own-1', xml, 0, 0, 0))
        database.close()

        own = [one for one in self.json_of('exercises', '--json')['exercises'] if one['own']]
        self.assertEqual([(one['id'], one['name']) for one in own], [('own-1', 'Lift & breathe')])
        self.assertEqual(self.json_of('check', 'own-1', '--json')['verdict'], 'allowed')
        blocked = self.check('own-1', facts={'conditions': ['spinal-stenosis']})
        self.assertEqual((blocked['verdict'], blocked['reasons'][0]['source']), ('blocked', '002'))

        self.session(exercise='own-1')
        self.assertEqual(self.sessions()[0]['exercises'][0]['exercise'], 'own-1')
        self.session('--reps', 3, exercise='own-1', status=USAGE)

        with sqlite3.connect(os.path.join(self.data, 'yanfei.db')) as database:
            database.execute('UPDATE own_exercise SET retired = 1')
        database.close()
        self.session(exercise='own-1', status=USAGE)
        self.assertIn('Lift & breathe', self.run_cli('log', status=DONE).out)

    def test_relief_is_no_session(self):
        self.complains(self.run_cli('session', '--exercise', 'cold', status=USAGE), 'cold')

    def test_wrong_usage(self):
        for arguments in (('--reps', 0), ('--reps', -1), ('--reps', 'many'), ('--reps', '3x'), ('--sets', 0),
                          ('--hold', -1), ('--hold', 'nan'), ('--speed', 0), ('--speed', -1), ('--speed', 'fast'),
                          ('--speed', 'inf'), ('--pain-back', 11), ('--pain-leg', -1), ('--pain-back', 'bad'),
                          ('--flag', 'no-such-sign'), ('--exercise', 'no-such-exercise'), ('--louder',), ('extra',)):
            with self.subTest(arguments):
                result = self.run_cli('session', '--exercise', BREATHING, '--speed', 1000, *arguments) \
                    if arguments[0] != '--speed' else self.run_cli('session', '--exercise', BREATHING, *arguments)
                self.assertEqual(result.status, USAGE, result)
                self.assertTrue(result.err.strip())
        self.assertEqual(self.sessions(), [])

    def test_never_past_the_ceiling(self):
        for exercise, arguments in ((SWALLOW, ('--reps', 6)), (SWALLOW, ('--sets', 3)), (SWALLOW, ('--hold', 3)),
                                    (SUPPORT, ('--reps', 16)), (SUPPORT, ('--sets', 4)), (SUPPORT, ('--hold', 5.5)),
                                    (BREATHING, ('--sets', 4)), (BREATHING, ('--reps', 11))):
            with self.subTest(exercise, arguments=arguments):
                result = self.session(*arguments, exercise=exercise, status=None)
                self.assertNotEqual(result.status, DONE, result)
                self.assertTrue(result.err.strip())
        self.assertEqual(self.sessions(), [])


class Cues(SessionTest):
    def expected(self, exercise, sets, reps):
        """The order of the cues of a session of one exercise."""
        cues = ['get-ready']
        for number in range(1, sets + 1):
            for rep in range(1, reps + 1):
                cues += [phase for phase, _ in PHASES[exercise]] + ['rep']
                if rep < reps and exercise != BREATHING:
                    cues.append('rest')
            cues.append('set-done')
            if number < sets:
                cues.append('rest')
        return cues + ['exercise-done', 'finished']

    def test_order(self):
        for exercise, sets, reps in ((BREATHING, 1, 3), (SUPPORT, 2, 3), (SWALLOW, 2, 2), (BRIDGE, 1, 2)):
            with self.subTest(exercise):
                cues = self.cues('--sets', sets, '--reps', reps, exercise=exercise, speed=500)
                times = [time for time, _ in cues]
                self.assertEqual(times, sorted(times))
                self.assertEqual([cue for _, cue in cues if cue not in NOT_IN_ORDER],
                                 self.expected(exercise, sets, reps))
                self.assertEqual([cue for _, cue in cues].count('last-rep'), sets)

    def test_distances(self):
        for exercise, phases in PHASES.items():
            with self.subTest(exercise):
                cues = self.cues('--sets', 1, '--reps', 2, exercise=exercise, speed=500)
                self.assertEqual(cues[0], (0.0, 'get-ready'))
                starts = [time for time, cue in cues if cue == phases[0][0]]
                self.assertEqual(len(starts), 2)
                for start in starts:
                    at = start
                    for phase, length in phases:
                        self.assertIn((round(at, 6), phase), cues)
                        at += length
                    self.assertIn((round(at, 6), 'rep'), cues)
                last = [time for time, cue in cues if cue == 'last-rep']
                self.assertEqual(len(last), 1)
                self.assertTrue(starts[0] < last[0] <= starts[1])

    def test_hold(self):
        cues = self.cues('--sets', 1, '--reps', 1, '--hold', 4.5, exercise=SUPPORT)
        times = {cue: time for time, cue in cues}
        self.assertEqual(times['lower'] - times['hold'], 4.5)

    def test_rolling_over(self):
        path = os.path.join(self.folder, 'cues')
        self.run_cli('session', '--exercise', SUPPORT, '--exercise', SWALLOW, '--sets', 1, '--reps', 1,
                     '--speed', 500, '--cue-log', path, status=DONE)
        cues = [cue for _, cue in self.read_cues(path)]
        self.assertEqual(cues.count('roll-over'), 1)
        self.assertLess(cues.index('exercise-done'), cues.index('roll-over'))
        self.assertEqual(cues.count('finished'), 1)

    def test_a_cue_log_that_cannot_be_written(self):
        result = self.session('--cue-log', os.path.join(self.folder, 'no', 'such', 'place'), status=1)
        self.assertIn('place', result.err)
        self.assertEqual(self.sessions(), [])


class Refused(SessionTest):
    def test_by_a_flag(self):
        result = self.session('--flag', 'night-pain', status=NOT_TODAY)
        self.assertTrue(result.out + result.err)
        for session in self.sessions():
            self.assertEqual([exercise['sets'] for exercise in session['exercises']], [])

    def test_by_the_profile(self):
        self.run_cli('profile', 'set', 'conditions=spinal-stenosis', status=DONE)
        result = self.session(exercise=SWALLOW, status=NOT_TODAY)
        self.assertIn('002', result.out + result.err)
        self.session('--sets', 1, '--reps', 1, exercise=BREATHING)

    def test_one_of_several_refused(self):
        """Nothing is left out in silence: the session does not begin."""
        self.run_cli('profile', 'set', 'conditions=spinal-stenosis', status=DONE)
        result = self.run_cli('session', '--exercise', BREATHING, '--exercise', SWALLOW, '--speed', 1000,
                              status=NOT_TODAY)
        self.assertIn('002', result.out + result.err)

    def test_by_a_flare(self):
        self.session('--pain-back', 7, exercise=SUPPORT, status=NOT_TODAY)
        self.session('--pain-leg', 10, exercise=SUPPORT, status=NOT_TODAY)

    def test_a_sign_closes_the_day(self):
        self.session('--flag', 'radiating', status=NOT_TODAY)
        self.session(status=NOT_TODAY)
        self.assertEqual(self.json_of('check', BREATHING, '--json', status=NOT_TODAY)['triage'], 'see-doctor')

    def test_the_check_in_is_kept(self):
        self.session('--flag', 'leg-pain-days=4', '--pain-back', 3, '--pain-leg', 6, status=NOT_TODAY)
        text = str(self.log())
        self.assertIn('leg-pain-days', text)
        self.assertIn("'pain_leg': 6", text)

    def test_an_emergency_stays_until_it_is_assessed(self):
        today = date.today()
        self.session('--flag', 'bladder-bowel', status=NOT_TODAY)
        result = self.session(status=NOT_TODAY)
        self.assertIn('emergency', (result.out + result.err).lower())
        for later in (1, 30, 400):
            answer = self.json_of('check', BREATHING, '--json', '--on', today + timedelta(days=later),
                                  status=NOT_TODAY)
            self.assertEqual((answer['triage'], answer['verdict']), ('emergency', 'blocked'))

        # Assessed before it was reported: about something else.
        self.assess('bladder-bowel', today - timedelta(days=1))
        self.session(status=NOT_TODAY)
        # Another sign was assessed.
        self.assess('night-pain', today)
        self.session(status=NOT_TODAY)
        # Assessed, but today's answer is still yes.
        self.assess('bladder-bowel', today)
        self.session('--flag', 'bladder-bowel', status=NOT_TODAY)
        # Assessed since, and the answer is no.
        self.assess('bladder-bowel', today)
        self.session('--sets', 1, '--reps', 1)

    def assess(self, flag, day):
        assessments = [{'flag': flag, 'clinician': 'Dr. Chen', 'date': day.isoformat()}]
        self.run_cli('profile', 'set', f'assessed={json.dumps(assessments)}', status=DONE)

    def test_a_lesser_sign_opens_when_it_is_assessed(self):
        self.session('--flag', 'radiating=3', status=NOT_TODAY)
        self.assess('radiating', date.today())
        self.session('--flag', 'radiating=3', '--sets', 1, '--reps', 1)
        self.assertEqual(self.sessions()[-1]['check_in']['flags'], {'radiating': 3})


class Resume(SessionTest):
    """A session that was left is gone on with where it stood."""

    PLAN = [(1, rep) for rep in range(1, 6)] + [(2, rep) for rep in range(1, 6)]

    def start_and_kill(self, *arguments, after=1, sign=signal.SIGKILL):
        """Run it until so many repetitions were counted, and kill it."""
        cues = os.path.join(self.folder, 'kill-cues')
        if os.path.exists(cues):
            os.unlink(cues)
        process = self.start_cli('session', *arguments, '--speed', 60, '--no-sound', '--cue-log', cues)
        deadline = time.monotonic() + PATIENCE
        while True:
            counted = 0
            if os.path.exists(cues):
                counted = len([cue for cue in self.read_partial(cues) if cue == 'rep'])
            if counted >= after:
                break
            self.assertLess(time.monotonic(), deadline)
            self.assertIsNone(process.poll(), 'it ended before it was killed')
            time.sleep(0.002)
        process.send_signal(sign)
        process.wait(PATIENCE)
        return counted

    def read_partial(self, path):
        with open(path, encoding='utf-8') as stream:
            return [line.split()[1] for line in stream.read().split('\n')[:-1]]

    def reps(self):
        (session,) = self.sessions()
        return [(one['set'], rep['rep']) for exercise in session['exercises'] for one in exercise['sets']
                for rep in one['reps']]

    def test_killed_again_and_again(self):
        first = ('--exercise', SUPPORT, '--sets', 2, '--reps', 5)
        self.start_and_kill(*first)
        for _ in range(4):
            before = self.reps()
            self.assertEqual(before, self.PLAN[:len(before)])
            self.assertEqual(self.sessions()[0]['state'], 'cut')
            self.start_and_kill('--resume')
            self.assertGreater(len(self.reps()), len(before))
        self.assertEqual(self.reps(), self.PLAN[:len(self.reps())])

        cues = self.cues_of_resume()
        self.assertEqual(cues[0], (0.0, 'get-ready'))
        (session,) = self.sessions()
        self.assertEqual(self.reps(), self.PLAN)
        self.assertEqual(len([cue for _, cue in cues if cue == 'rep']), len(self.PLAN) - len(before) - 1)
        self.assertEqual((session['state'], session['exercises'][0]['state']), ('completed', 'completed'))
        self.assertEqual(len(session['breaks']), 5)
        for one in session['breaks']:
            self.assertEqual(list(one), ['from', 'to'])
            self.assertRegex(one['from'], ISO)
            self.assertRegex(one['to'], ISO)
        self.complains(self.run_cli('session', '--resume', status=FAILED), 'no session to go on with')

    def cues_of_resume(self):
        path = os.path.join(self.folder, 'cues')
        self.run_cli('session', '--resume', '--speed', 500, '--no-sound', '--cue-log', path, status=DONE)
        return self.read_cues(path)

    def test_stopped(self):
        self.start_and_kill('--exercise', SUPPORT, '--sets', 2, '--reps', 5, sign=signal.SIGTERM)
        (session,) = self.sessions()
        self.assertEqual(session['state'], 'stopped')
        self.assertNotIn('breaks', session)
        self.cues_of_resume()
        self.assertEqual(self.reps(), self.PLAN)
        (session,) = self.sessions()
        self.assertEqual((session['state'], len(session['breaks'])), ('completed', 1))

    def test_export_keeps_it(self):
        self.start_and_kill('--exercise', SUPPORT, '--sets', 2, '--reps', 5)
        self.cues_of_resume()
        path = os.path.join(self.folder, 'log.json')
        self.run_cli('export', '--format', 'json', path, status=DONE)
        with open(path, encoding='utf-8') as stream:
            whole = json.load(stream)
        self.assertEqual(len(whole['sessions'][0]['breaks']), 1)
        self.data = os.path.join(self.folder, 'other')
        self.run_cli('import', path, status=DONE)
        again = self.json_of('export', '--format', 'json', '-')
        self.assertEqual(again['sessions'], whole['sessions'])

    def test_no_length_counts_a_break(self):
        minute = 60 * 1000000
        self.session('--sets', 1, '--reps', 1, exercise=SUPPORT)
        with sqlite3.connect(os.path.join(self.data, 'yanfei.db')) as database:
            database.execute('UPDATE session SET ended = started + ?', (987 * minute,))
            database.execute('INSERT INTO session_break SELECT id, 0, started + ?, started + ? FROM session',
                             (5 * minute, 449 * minute))
        database.close()

        bundle = self.json_of('export', '--format', 'fhir', '-')
        quantities = [entry['resource'].get('valueQuantity', {}) for entry in bundle['entry']]
        self.assertEqual([one['value'] for one in quantities if one.get('unit') == 'min'], [543])

        path = os.path.join(self.folder, 'log.xlsx')
        self.run_cli('export', '--format', 'xlsx', path, status=DONE)
        with zipfile.ZipFile(path) as book:
            sheets = [book.read(name).decode() for name in book.namelist() if name.startswith('xl/worksheets/sheet')]
        values = [float(value) for sheet in sheets for value in re.findall(r'<v>([0-9.]+)</v>', sheet)]
        self.assertIn(543, values)
        self.assertNotIn(987, values)

    def test_judged_anew(self):
        self.start_and_kill('--exercise', SUPPORT, '--sets', 2, '--reps', 5)
        before = self.reps()
        self.run_cli('session', '--resume', '--flag', 'bladder-bowel', status=NOT_TODAY)
        self.assertEqual(self.reps(), before)
        # And the sign that was told of stands.
        self.run_cli('session', '--resume', status=NOT_TODAY)
        self.session(status=NOT_TODAY)

    def test_by_a_new_condition(self):
        self.start_and_kill('--exercise', SWALLOW, '--sets', 2, '--reps', 5)
        self.run_cli('profile', 'set', 'conditions=spinal-stenosis', status=DONE)
        self.run_cli('session', '--resume', status=NOT_TODAY)

    def test_nothing_to_go_on_with(self):
        self.complains(self.run_cli('session', '--resume', status=FAILED), 'no session to go on with')
        self.session('--sets', 1, '--reps', 1, exercise=SUPPORT)
        self.complains(self.run_cli('session', '--resume', status=FAILED), 'no session to go on with')

    def test_over_after_an_hour(self):
        self.start_and_kill('--exercise', SUPPORT, '--sets', 2, '--reps', 5)
        self.sessions()
        hours = 3 * 3600 * 1000000
        with sqlite3.connect(os.path.join(self.data, 'yanfei.db')) as database:
            database.execute('UPDATE session SET started = started - ?, ended = ended - ?', (hours, hours))
        database.close()
        self.complains(self.run_cli('session', '--resume', status=FAILED), 'no session to go on with')

    def test_wrong_usage(self):
        for more in (('--exercise', SUPPORT), ('--sets', 1), ('--reps', 1), ('--hold', 3), ('--tempo', 125),
                     ('--rest', 3), ('--set-rest', 60)):
            with self.subTest(more):
                self.complains(self.run_cli('session', '--resume', *more, status=USAGE), '--resume')


class Pace(SessionTest):
    """Slower is allowed, faster is not; the log says how it was done."""

    def test_slower(self):
        self.session('--sets', 2, '--reps', 1, '--tempo', 150, '--set-rest', 45, exercise=SUPPORT)
        (session,) = self.sessions()
        first, second = (one['reps'][0] for one in session['exercises'][0]['sets'])
        self.assertAlmostEqual(seconds(first['started'], first['ended']), 3 + 3 + 3, delta=0.002)
        self.assertAlmostEqual(seconds(first['ended'], second['started']), 45, delta=0.002)
        (how,) = session['adjusted']
        self.assertEqual(list(how), ['at', 'exercise', 'sets', 'reps', 'hold_s', 'tempo_percent', 'set_rest_s'])
        self.assertEqual((how['tempo_percent'], how['set_rest_s']), (150, 45.0))

    def test_as_usual_is_nothing_new(self):
        self.session('--sets', 1, '--reps', 1, '--tempo', 100, exercise=SUPPORT)
        self.assertNotIn('adjusted', self.sessions()[0])

    def test_refused(self):
        for more in (('--tempo', 75), ('--tempo', 110), ('--tempo', 400), ('--tempo', 0), ('--tempo', -1),
                     ('--set-rest', 1), ('--set-rest', 301), ('--set-rest', 0), ('--set-rest', 'nan'),
                     ('--rest', 1000), ('--rest', -1)):
            with self.subTest(more):
                self.session(*more, exercise=SUPPORT, status=USAGE)
        self.assertEqual(self.sessions(), [])


class AtATerminal(SessionTest):
    """Offered to a person who asks for nothing else; keys that change the dose."""

    def open(self, *arguments):
        terminal = Terminal(self.command('session', '--no-sound', *arguments), self.environment())
        self.addCleanup(terminal.close)
        return terminal

    def leave_one(self):
        self.run_cli('session', '--exercise', SUPPORT, '--sets', 1, '--reps', 2, '--speed', 500, status=DONE)
        with sqlite3.connect(os.path.join(self.data, 'yanfei.db')) as database:
            # As if the second repetition had never been.
            database.execute('DELETE FROM repetition WHERE rep_number = 2')
            database.execute("UPDATE session SET state = 'cut'")
            database.execute("UPDATE session_exercise SET state = 'cut'")
        database.close()

    def test_offered(self):
        for answer in ('y', '', 'Y'):
            with self.subTest(answer):
                self.data = os.path.join(self.folder, f'data-{answer}')
                self.leave_one()
                terminal = self.open('--speed', 500)
                terminal.expect('1 of 2 repetitions are done')
                terminal.expect('Go on with it.*: ')
                terminal.press(answer + '\n')
                self.assertEqual(terminal.wait(), DONE, terminal.seen)
                (session,) = self.sessions()
                self.assertEqual(session['state'], 'completed')
                self.assertEqual([rep['rep'] for rep in session['exercises'][0]['sets'][0]['reps']], [1, 2])

    def test_declined(self):
        self.leave_one()
        terminal = self.open('--speed', 500)
        terminal.expect('Go on with it.*: ')
        terminal.press('maybe\n')
        terminal.expect('Go on with it.*: ')
        terminal.press('n\n')
        terminal.expect('Which one.*: ')
        self.assertEqual([session['state'] for session in self.sessions()], ['cut'])

    def test_not_offered_to_who_asks_for_something(self):
        self.leave_one()
        terminal = self.open('--exercise', SUPPORT)
        terminal.expect('0 to 10.*: ')
        self.assertNotIn('Go on with it', terminal.seen)

    def test_changed_by_keys(self):
        terminal = self.open('--exercise', SUPPORT, '--sets', 1, '--reps', 2, '--speed', 10,
                             '--pain-back', 0, '--pain-leg', 0)
        terminal.expect('Has the pain moved.*: ')
        terminal.press('\n')
        terminal.expect('Type the numbers.*: ')
        terminal.press('\n')
        terminal.expect('one repetition more or less')
        terminal.press('+')
        terminal.expect('from the next repetition on: .*3')
        terminal.press('>')
        terminal.expect('from the next repetition on: .*4 s')
        for _ in range(20):
            terminal.press('>')
        terminal.expect('more than is good for you')
        self.assertEqual(terminal.wait(), DONE, terminal.seen)
        (session,) = self.sessions()
        (exercise,) = session['exercises']
        self.assertEqual(exercise['planned'], {'sets': 1, 'reps': 2, 'hold_s': 3.0})
        self.assertEqual(len(exercise['sets'][0]['reps']), 3)
        self.assertEqual((session['state'], exercise['state']), ('completed', 'completed'))
        first = session['adjusted'][0]
        self.assertEqual({key: first[key] for key in ('exercise', 'sets', 'reps', 'hold_s')},
                         {'exercise': SUPPORT, 'sets': 1, 'reps': 3, 'hold_s': 3.0})
        self.assertRegex(first['at'], ISO)
        self.assertEqual(session['adjusted'][1]['hold_s'], 4.0)


if __name__ == '__main__':
    unittest.main()
