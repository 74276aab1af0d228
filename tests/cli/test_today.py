#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`today`: what a day holds, and why."""

import os
import sqlite3
import unittest
from datetime import date, timedelta

from cli import BREATHING, BRIDGE, DONE, NOT_TODAY, SUPPORT, USAGE, CliTest

TODAY = date.today()


def back(days):
    return (TODAY - timedelta(days=days)).isoformat()


class TodayTest(CliTest):
    def today(self, *arguments, status=DONE):
        return self.json_of('today', '--json', *arguments, status=status)

    def know(self, *facts):
        self.run_cli('profile', 'set', *facts, status=DONE)

    def rows(self, question):
        """What the log has, looked at past the program."""
        base = sqlite3.connect(os.path.join(self.data, 'yanfei.db'))
        try:
            return base.execute(question).fetchall()
        finally:
            base.close()

    def test_nobody(self):
        answer = self.today()
        self.assertEqual(answer['date'], TODAY.isoformat())
        self.assertEqual((answer['state'], answer['stage'], answer['triage']), ('due', 'prevention', 'none'))
        self.assertTrue(answer['due'])
        self.assertFalse(answer['done'])
        self.assertIsNone(answer['programme'])
        self.assertEqual([item['exercise'] for item in answer['items']],
                         [BREATHING, SUPPORT, 'straight-leg-raise', BRIDGE])
        support = answer['items'][1]
        self.assertEqual(support['dose'], {'sets': 2, 'reps': 10, 'hold_s': 3.0})
        self.assertEqual((support['source'], support['verdict'], support['added']), ('004', 'allowed', False))
        self.assertTrue(support['why'])
        self.assertGreater(answer['length_s'], sum(item['length_s'] for item in answer['items']) - 1)
        self.assertEqual(answer['week']['monday'], back(TODAY.weekday()))
        self.assertEqual(answer['week']['days'][TODAY.weekday()], 'due')
        self.assertEqual((answer['week']['kept'], answer['week']['intended']), (0, 3))
        self.assertEqual((answer['suspended'], answer['dose_changes'], answer['stage_changes']), ([], [], []))
        # Looking makes no log.
        self.assertFalse(os.path.exists(self.data))

    def test_in_words(self):
        result = self.run_cli('today', status=DONE)
        for words in ('A session is due today.', 'Prevention', 'Five-point support: 2 sets × 10, hold 3 s',
                      'Document 004', 'This week: 0 of 3 days.', 'The next session is due on'):
            self.assertIn(words, result.out, result)

    def test_acute(self):
        self.know(f'onset={back(3)}')
        answer = self.today(status=NOT_TODAY)
        self.assertEqual((answer['state'], answer['stage'], answer['items']), ('closed', 'acute', []))
        self.assertTrue(answer['symptomatic'])
        self.assertEqual({one['kind'] for one in answer['omissions']}, {'verdict'})
        self.assertTrue(all(one['why'] for one in answer['omissions']))
        self.assertEqual([(one['day'], one['from'], one['to']) for one in answer['stage_changes']],
                         [(back(3), 'prevention', 'acute')])
        self.assertEqual(answer['reliefs'], ['cold'])
        self.assertIn('An episode has begun', self.run_cli('today', status=NOT_TODAY).out)

    def test_red_flag(self):
        self.know('back_strength=strong')
        self.session('--flag', 'saddle-numbness', status=NOT_TODAY)
        answer = self.today(status=NOT_TODAY)
        self.assertEqual((answer['triage'], answer['items'], answer['reliefs']), ('emergency', [], []))
        self.assertIsNone(answer['next_due'])
        result = self.run_cli('today', status=NOT_TODAY)
        self.assertIn('emergency', result.out.splitlines()[0])

    def test_done(self):
        self.session('--sets', 1, '--reps', 2)
        answer = self.today()
        self.assertEqual((answer['state'], answer['done'], answer['due']), ('done', True, False))
        self.assertEqual(answer['week']['days'][TODAY.weekday()], 'kept')
        self.assertEqual(answer['week']['kept'], 1)
        self.assertGreater(answer['next_due'], TODAY.isoformat())

    def test_on(self):
        self.know(f'onset={back(40)}', f'relief={back(20)}', f'treatment_start={back(38)}')
        self.assertEqual(self.today('--on', back(40), status=NOT_TODAY)['stage'], 'acute')
        self.assertEqual(self.today('--on', back(10))['stage'], 'easing')
        self.assertEqual([item['exercise'] for item in self.today('--on', back(10))['items']], [BREATHING])
        later = (TODAY + timedelta(days=70)).isoformat()
        self.assertEqual(self.today('--on', later)['stage'], 'maintenance')
        # The hour is not known, so nothing is said that goes by hours.
        self.assertNotIn('reliefs', self.today('--on', later))
        self.assertIn('reliefs', self.today('--on', later + 'T18:00'))
        for wrong in ('yesterday', '2026-13-01', '2026-02-30T10:00'):
            self.complains(self.run_cli('today', '--on', wrong, status=USAGE), wrong)
        self.complains(self.run_cli('today', 'tomorrow', status=USAGE), 'tomorrow')

    def test_changes_are_noted_once(self):
        self.know(f'onset={back(40)}', f'relief={back(20)}', f'treatment_start={back(38)}')
        self.today('--on', (TODAY + timedelta(days=70)).isoformat())
        self.today('--on', back(1))
        self.assertEqual(self.rows('SELECT count(*) FROM stage_change'), [(0,)])
        self.today()
        noted = self.rows('SELECT * FROM stage_change')
        self.assertEqual(len(noted), 3)
        self.today()
        self.assertEqual(self.rows('SELECT * FROM stage_change'), noted)
        # A corrected date withdraws what no longer follows, and deletes nothing.
        self.know(f'relief={back(10)}')
        self.assertEqual(self.today()['stage'], 'easing')
        self.assertEqual(self.rows('SELECT day, withdrawn_at IS NULL FROM stage_change ORDER BY id'),
                         [(back(40), 1), (back(20), 0), (back(6), 0), (back(10), 1)])

    def test_programme(self):
        self.run_cli('programme', 'install', '--yes', self.write('one.yanfei', f'''
            <programme version="1" name="Gently" clinician="Li Wen" date="{TODAY.isoformat()}">
              <exercise id="{SUPPORT}"><dose sets="1" reps="5" hold="3"/></exercise>
              <forbidden id="{BRIDGE}"/>
            </programme>'''), status=DONE)
        answer = self.today()
        self.assertEqual([(item['exercise'], item['dose']['reps'], item['source']) for item in answer['items']],
                         [(SUPPORT, 5, 'programme')])
        self.assertEqual((answer['programme']['name'], answer['programme']['clinician'], answer['programme']['readable']),
                         ('Gently', 'Li Wen', True))
        self.assertIn('You follow the programme “Gently” of Li Wen.', self.run_cli('today').out)

        # Of a Yanfei to come: it says nothing that could be trusted, so nothing is open.
        base = sqlite3.connect(os.path.join(self.data, 'yanfei.db'))
        with base:
            base.execute("""UPDATE programme SET xml = replace (xml, 'version="1"', 'version="99"')""")
        base.close()
        answer = self.today(status=NOT_TODAY)
        self.assertEqual((answer['state'], answer['items'], answer['programme']['readable']), ('closed', [], False))
        result = self.run_cli('today', status=NOT_TODAY)
        self.assertIn('cannot read the programme', result.err)


if __name__ == '__main__':
    unittest.main()
