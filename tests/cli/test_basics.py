#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage, `exercises` and `profile`."""

import json
import os
import re
import subprocess
import sys
import unittest

from cli import (BREATHING, DONE, EXERCISES, FAILED, NOT_TODAY, SUPPORT, USAGE, CliTest, ago, assessed, clearance)

# The sources are needed for the translations alone.
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(sys.argv[0]))))

EMPTY = {'conditions': [], 'onset': None, 'relief': None, 'treatment_start': None, 'surgery': None, 'birth': None,
         'back_strength': 'unknown', 'muscle_relaxants': False, 'clearances': [], 'assessed': []}

CONDITIONS = ['pregnancy', 'postpartum', 'lumbar-surgery', 'hypertension', 'heart-disease', 'diabetes',
              'other-chronic', 'spondylolisthesis', 'lumbar-instability', 'spinal-stenosis', 'osteoporosis']


class Usage(CliTest):
    def test_wrong(self):
        for arguments in ((), ('fly',), ('--fly',), ('exercises', 'all'), ('profile',), ('profile', 'burn'),
                          ('profile', 'set'), ('profile', 'set', 'pregnant'), ('log', 'all'), ('doctor', 'who')):
            with self.subTest(arguments):
                self.complains(self.run_cli(*arguments, status=USAGE))

    def test_data_dir_needs_a_value(self):
        self.complains(self.run_cli('--data-dir', data=False, status=USAGE))

    def test_help(self):
        for arguments in (('--help',), ('session', '--help'), ('check', '--help')):
            with self.subTest(arguments):
                result = self.run_cli(*arguments, status=DONE)
                self.assertIn('yanfei-cli', result.out)
                self.assertEqual(result.err, '')

    def test_version(self):
        self.assertRegex(self.run_cli('--version', status=DONE).out, r'\d+\.\d+\.\d+')

    def test_words_that_are_not_utf8(self):
        result = self.run_cli('check', b'\xff\xfe'.decode('latin-1'))
        self.assertEqual(result.status, USAGE)


class Exercises(CliTest):
    def test_json(self):
        answer = self.json_of('exercises', '--json')
        exercises = answer['exercises'] if isinstance(answer, dict) else answer
        self.assertEqual(sorted(exercise['id'] for exercise in exercises), sorted(EXERCISES))
        text = json.dumps(answer)
        for source in ('000', '004', 'app'):
            self.assertIn(f'"{source}"', text)

    def test_plain(self):
        out = self.run_cli('exercises', status=DONE).out
        for exercise in EXERCISES:
            self.assertIn(exercise, out)


class Languages(CliTest):
    def setUp(self):
        super().setUp()
        check = subprocess.run(['locale', '-a'], capture_output=True, text=True, env=self.environment())
        if not re.search(r'^zh_CN\.utf-?8$', check.stdout, re.IGNORECASE | re.MULTILINE) and \
           not os.path.isdir(os.path.join(os.environ.get('LOCPATH', ''), 'zh_CN.UTF-8')):
            self.skipTest('this system has no locale zh_CN.UTF-8; build-aux/test makes one')
        folder = os.path.join(self.folder, 'locale', 'zh_CN', 'LC_MESSAGES')
        os.makedirs(folder)
        subprocess.run(['msgfmt', os.path.join(ROOT, 'po', 'zh_CN.po'), '-o', os.path.join(folder, 'yanfei.mo')],
                       check=True)
        self.chinese = {'LC_ALL': 'zh_CN.UTF-8', 'LANGUAGE': 'zh_CN',
                        'YANFEI_LOCALEDIR': os.path.join(self.folder, 'locale')}

    def test_chinese(self):
        for arguments, status in ((('exercises',), DONE), (('profile', 'show'), DONE), (('log',), DONE),
                                  (('doctor',), DONE), (('session', '--help'), DONE),
                                  (('check', SUPPORT), DONE),
                                  (('check', SUPPORT, '--flag', 'bladder-bowel'), NOT_TODAY)):
            with self.subTest(arguments):
                result = self.run_cli(*arguments, status=status, env=self.chinese)
                self.assertRegex(result.out, '[\u4e00-\u9fff]{2}')

    def test_json_speaks_of_the_same(self):
        """Keys and ids are not words: they are the same in every language."""
        english = self.json_of('check', SUPPORT, '--flag', 'radiating', '--json', status=NOT_TODAY)
        chinese = self.json_of('check', SUPPORT, '--flag', 'radiating', '--json', status=NOT_TODAY, env=self.chinese)
        for answer in (english, chinese):
            for reason in answer['reasons']:
                reason.pop('text')
                reason.pop('section')
        self.assertEqual(english, chinese)

    def test_numbers_are_read_alike(self):
        """A decimal point is a point, whatever the language writes."""
        self.run_cli('session', '--exercise', SUPPORT, '--sets', 1, '--reps', 1, '--hold', 3.5, '--speed', 500.5,
                     status=DONE, env=self.chinese)


class Profile(CliTest):
    def show(self):
        return self.json_of('profile', 'show', '--json')

    def set(self, *pairs, status=DONE):
        return self.run_cli('profile', 'set', *pairs, status=status)

    def test_empty(self):
        shown = self.show()
        self.assertEqual(shown, EMPTY)
        self.assertEqual(list(shown), list(EMPTY))
        self.run_cli('profile', 'show', status=DONE)

    def test_every_key(self):
        wanted = dict(EMPTY)
        for pair, value in (
            (f'onset={ago(100)}', ago(100)), (f'relief={ago(90)}', ago(90)),
            (f'treatment_start={ago(95)}', ago(95)), (f'surgery={ago(80)}', ago(80)),
            (f'birth={ago(70)}', ago(70)), ('back_strength=strong', 'strong'), ('back_strength=weak', 'weak'),
            ('back_strength=unknown', 'unknown'), ('muscle_relaxants=true', True), ('muscle_relaxants=false', False),
            ('conditions=pregnancy', ['pregnancy']), ('conditions=', []),
            ('conditions=diabetes,osteoporosis', ['diabetes', 'osteoporosis']),
        ):
            with self.subTest(pair):
                self.set(pair)
                wanted[pair.split('=')[0]] = value
                self.assertEqual(self.show(), wanted)
        for key in ('onset', 'relief', 'treatment_start', 'surgery', 'birth'):
            with self.subTest(key):
                self.set(f'{key}=')
                wanted[key] = None
                self.assertEqual(self.show(), wanted)

    def test_every_condition(self):
        for condition in CONDITIONS:
            with self.subTest(condition):
                self.set(f'conditions={condition}')
                self.assertEqual(self.show()['conditions'], [condition])
        self.set('conditions=' + ','.join(CONDITIONS))
        self.assertEqual(sorted(self.show()['conditions']), sorted(CONDITIONS))

    def test_several_at_once(self):
        self.set('conditions=pregnancy', f'onset={ago(30)}', 'muscle_relaxants=true')
        shown = self.show()
        self.assertEqual((shown['conditions'], shown['onset'], shown['muscle_relaxants']),
                         (['pregnancy'], ago(30), True))

    def test_clearances_and_assessments(self):
        given = clearance(['pregnancy'], [BREATHING], until=ago(-400))
        self.set('conditions=pregnancy', 'clearances=' + json.dumps([given]),
                 'assessed=' + json.dumps([assessed('radiating', ago(18))]))
        shown = self.show()
        self.assertEqual(shown['clearances'], [given])
        self.assertEqual(shown['assessed'], [assessed('radiating', ago(18))])
        self.assertEqual(self.json_of('check', BREATHING, '--json')['verdict'], 'caution')
        self.json_of('check', SUPPORT, '--json', status=NOT_TODAY)

    def test_refused(self):
        for pair, word in (
            ('conditions=youth', 'youth'), ('conditions=pregnancy,youth', 'youth'), ('mood=good', 'mood'),
            ('onset=2026-02-30', 'onset'), ('onset=yesterday', 'onset'), ('onset=9999-01-01', ''),
            ('back_strength=mighty', 'back_strength'), ('muscle_relaxants=maybe', 'muscle_relaxants'),
            ('clearances=[{"clinician": "Dr. Chen"}]', 'clearances'), ('clearances=nobody', 'clearances'),
            ('assessed=[{"flag": "sneezing", "clinician": "Dr. Chen", "date": "2026-11-02"}]', 'sneezing'),
        ):
            with self.subTest(pair):
                result = self.run_cli('profile', 'set', 'muscle_relaxants=true', pair)
                self.assertIn(result.status, (FAILED, USAGE), result)
                self.complains(result, word)
                # All or nothing.
                self.assertEqual(self.show(), EMPTY)

    def test_it_is_what_is_judged(self):
        self.set('conditions=spinal-stenosis')
        self.assertEqual(self.json_of('check', 'modified-swallow', '--json', status=NOT_TODAY)['verdict'], 'blocked')

    def test_shown_is_what_check_reads(self):
        """What `profile show --json` prints is a profile for `--profile`."""
        self.set('conditions=pregnancy', f'onset={ago(300)}', f'relief={ago(200)}')
        path = self.write('shown.json', self.run_cli('profile', 'show', '--json', status=DONE).out)
        self.assertEqual(self.json_of('check', SUPPORT, '--json', status=NOT_TODAY),
                         self.json_of('check', SUPPORT, '--profile', path, '--json', status=NOT_TODAY))


if __name__ == '__main__':
    unittest.main()
