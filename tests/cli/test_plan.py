#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the plan decides, on its way into a session, the log, backups and other folders."""

import json
import os
import unittest

from cli import BREATHING, DONE, FAILED, NOT_TODAY, CliTest

KINDS = ('programmes', 'programme_choices', 'dose_changes', 'stage_changes', 'flares', 'reviews', 'wishes', 'reminders',
         'sitting_breaks')


class PlanTest(CliTest):
    def in_folder(self, name):
        return os.path.join(self.folder, name)

    def export(self, name='export.json'):
        path = self.in_folder(name)
        self.run_cli('export', '--format', 'json', path, status=DONE)
        with open(path, encoding='utf-8') as stream:
            return path, stream.read()

    def today(self):
        return json.loads(self.run_cli('today', '--json', status=DONE).out)

    def plan_session(self, *arguments, status=DONE):
        return self.run_cli('session', '--speed', 1000, '--no-sound', *arguments, status=status)


class Keeping(PlanTest):
    def setUp(self):
        super().setUp()
        self.run_cli('demo', '--days', 400, '--seed', 3, status=DONE)
        # What comes seldom is in it in any case.
        export = json.loads(self.export()[1])
        at = export['sessions'][5]['started']
        for kind, number, rest in (('flares', 1, {}), ('reviews', 2, {'exercise': 'plank', 'clinician': 'Dr. Chen'}),
                                   ('wishes', 3, {'wishes': [{'kind': 'add', 'exercise': 'kegel'}]})):
            one = {'id': f'00000000-0000-4000-8000-{number:012}', 'at': at, **rest}
            export[kind] = sorted([*export.get(kind, []), one], key=lambda one: one['at'])
        path = self.write('more.json', json.dumps(export))
        self.data = self.in_folder('patient')
        self.run_cli('import', path, status=DONE)
        self.whole = self.log()

    def test_there_is_something_of_each(self):
        for kind in KINDS:
            self.assertTrue(self.whole[kind], kind)
        programmes = {one['id'] for one in self.whole['programmes']}
        self.assertEqual({one['programme'] for one in self.whole['sessions'] if 'programme' in one}, programmes)
        answers = {one['answer'] for one in self.whole['reminders']}
        self.assertEqual(answers, {'unanswered', 'start', 'not-today', 'told'})
        self.assertEqual({one['answer'] for one in self.whole['sitting_breaks']},
                         {'unanswered', 'done', 'partly', 'skipped'})

    def test_backup(self):
        backup = self.in_folder('backup.db')
        self.run_cli('backup', backup, status=DONE)
        self.data = self.in_folder('another')
        self.run_cli('restore', backup, status=DONE)
        self.assertEqual(self.log(), self.whole)
        self.run_cli('doctor', status=DONE)

    def test_import(self):
        path, text = self.export()
        exported = json.loads(text)
        self.data = self.in_folder('another')
        told = self.run_cli('import', path, status=DONE).out
        entries = sum(len(exported[kind]) for kind in exported if isinstance(exported[kind], list))
        # Those that no longer count, and the profile.
        entries += sum(len(one) for one in exported['superseded'].values()) + 1
        self.assertEqual(int(told.split()[0]), entries)
        self.assertEqual(self.log(), self.whole)
        self.assertEqual(self.export('again.json')[1], text)

        # A second time adds nothing.
        self.assertEqual(self.run_cli('import', path, status=DONE).out.split()[0], '0')
        self.assertEqual(self.log(), self.whole)

    def test_what_is_broken_is_refused_whole(self):
        _, text = self.export()
        for find, replace, place in (
                ('"reason": "good-sessions"', '"reason": "good-luck"', 'dose_changes['),
                ('"to": "recovery"', '"to": "heaven"', 'stage_changes['),
                ('"answer": "not-today"', '"answer": "never"', 'reminders['),
                ('"answer": "partly"', '"answer": "mostly"', 'sitting_breaks['),
                ('"kind": "add"', '"kind": "double"', 'wishes[')):
            with self.subTest(place):
                self.assertIn(find, text)
                self.data = self.in_folder('another')
                path = self.write('broken.json', text.replace(find, replace, 1))
                self.complains(self.run_cli('import', path, status=FAILED), place)
                self.assertFalse(os.path.exists(self.data))

    def test_in_words(self):
        text = self.run_cli('log', status=DONE).out
        for words, count in ((': Reminder: ', len(self.whole['reminders'])),
                             (': Break from sitting: ', len(self.whole['sitting_breaks'])),
                             (': A flare\n', len(self.whole['flares'])),
                             (' was looked at, and is open again\n', len(self.whole['reviews'])),
                             (': Stage: ', len(self.whole['stage_changes'])),
                             ('three complete sessions', sum(one['reason'] == 'good-sessions'
                                                             for one in self.whole['dose_changes']))):
            with self.subTest(words):
                self.assertEqual(text.count(words), count)

    def test_some_days(self):
        days = sorted(one['day'] for one in self.whole['dose_changes'])
        first, last = days[len(days) // 4], days[len(days) // 2]
        some = json.loads(self.run_cli('log', '--json', '--from', first, '--to', last, status=DONE).out)
        self.assertEqual(some['dose_changes'], [one for one in self.whole['dose_changes'] if first <= one['day'] <= last])
        for kind in ('flares', 'reminders', 'sitting_breaks'):
            self.assertEqual(some[kind], [one for one in self.whole[kind] if first <= one['at'][:10] <= last], kind)


class Session(PlanTest):
    def test_a_session_notes_what_follows(self):
        """What an older Yanfei did not write down is there after the next session."""
        self.run_cli('demo', '--days', 200, '--seed', 3, status=DONE)
        whole = self.log()
        older = json.loads(self.export()[1])
        del older['dose_changes'], older['stage_changes']
        path = self.write('older.json', json.dumps(older))
        self.data = self.in_folder('another')
        self.run_cli('import', path, status=DONE)
        self.assertEqual(self.log()['dose_changes'], [])
        self.plan_session('--exercise', BREATHING, '--sets', 1, '--reps', 1)
        noted = self.log()

        def facts(one, *keys):
            return [one[key] for key in keys]

        def changes(log):
            return sorted(facts(one, 'day', 'exercise', 'from', 'to', 'reason', 'evidence') for one in log['dose_changes'])

        self.assertEqual([one for one in changes(noted) if one not in changes(whole)], [])
        self.assertEqual(len(noted['dose_changes']), len(whole['dose_changes']))
        self.assertEqual([facts(one, 'day', 'from', 'to') for one in noted['stage_changes']],
                         [facts(one, 'day', 'from', 'to') for one in whole['stage_changes']])

    def test_what_today_holds(self):
        """Who names no exercise does what today holds, as much as today holds."""
        planned = self.today()['items']
        self.assertTrue(planned)
        self.plan_session()
        (session,) = self.log()['sessions']
        self.assertEqual([(one['exercise'], one['planned']) for one in session['exercises']],
                         [(one['exercise'], one['dose']) for one in planned])
        self.assertEqual(session['state'], 'completed')

    def test_what_is_typed_goes_before(self):
        planned = self.today()['items']
        self.plan_session('--sets', 1, '--reps', 1)
        (session,) = self.log()['sessions']
        self.assertEqual([(one['exercise'], one['planned']['sets'], one['planned']['reps'], one['planned']['hold_s'])
                          for one in session['exercises']],
                         [(one['exercise'], 1, 1, one['dose']['hold_s']) for one in planned])

    def test_not_today(self):
        result = self.plan_session('--flag', 'saddle-numbness', status=NOT_TODAY)
        self.assertEqual(result.out.count(' of '), 0)
        self.assertNotEqual(result.err, '')
        log = self.log()
        self.assertEqual((log['sessions'], len(log['check_ins'])), ([], 1))

    def test_a_flare_does_not_train(self):
        """With a pain of 8 there is breathing at the most."""
        result = self.run_cli('session', '--speed', 1000, '--no-sound', '--pain-back', 8)
        self.assertIn(result.status, (DONE, NOT_TODAY))
        for session in self.log()['sessions']:
            self.assertEqual({one['exercise'] for one in session['exercises']}, {BREATHING})


if __name__ == '__main__':
    unittest.main()
