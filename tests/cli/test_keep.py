#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Backing up, restoring, and the log of a made-up patient."""

import datetime
import os
import sqlite3
import time
import unittest

from cli import BREATHING, DONE, FAILED, USAGE, CliTest


class KeepTest(CliTest):
    def in_folder(self, name):
        return os.path.join(self.folder, name)

    def demo(self, *arguments, status=DONE):
        return self.run_cli('demo', *arguments, status=status)


class Backup(KeepTest):
    def test_there_and_back(self):
        backup = self.in_folder('backup.db')
        self.session('--sets', 1, '--reps', 2)
        before = self.log()
        self.assertIn(backup, self.run_cli('backup', backup, status=DONE).out)
        self.assertEqual(os.stat(backup).st_mode & 0o777, 0o600)

        self.session('--sets', 1, '--reps', 1)
        self.assertEqual(len(self.sessions()), 2)
        result = self.run_cli('restore', backup, status=DONE)
        self.assertEqual(self.log(), before)

        # What was there before is kept, and said to be.
        (kept,) = [name for name in os.listdir(self.data) if '.before-restore-' in name]
        self.assertIn(kept, result.out)
        self.run_cli('restore', os.path.join(self.data, kept), status=DONE)
        self.assertEqual(len(self.sessions()), 2)
        self.run_cli('doctor', status=DONE)

    def test_into_an_empty_folder(self):
        backup = self.in_folder('backup.db')
        self.session('--sets', 1, '--reps', 2)
        before = self.log()
        self.run_cli('backup', backup, status=DONE)
        self.data = self.in_folder('another')
        self.run_cli('restore', backup, status=DONE)
        self.assertEqual(self.log(), before)

    def test_replaces_its_own_only(self):
        backup = self.in_folder('backup.db')
        thesis = self.write('thesis.odt', 'On the flight of swallows.')
        self.session('--sets', 1, '--reps', 1)
        self.run_cli('backup', backup, status=DONE)
        self.run_cli('backup', backup, status=DONE)
        self.complains(self.run_cli('backup', thesis, status=FAILED), thesis)
        self.complains(self.run_cli('backup', os.path.join(self.data, 'yanfei.db'), status=FAILED), 'yanfei.db')
        with open(thesis, encoding='utf-8') as stream:
            self.assertEqual(stream.read(), 'On the flight of swallows.')
        self.assertEqual(len(self.sessions()), 1)

    def test_nothing_to_back_up(self):
        backup = self.in_folder('backup.db')
        self.complains(self.run_cli('backup', backup, status=FAILED), self.data)
        self.assertFalse(os.path.exists(backup))
        self.assertFalse(os.path.exists(self.data))

    def test_usage(self):
        for command in ('backup', 'restore'):
            with self.subTest(command):
                self.complains(self.run_cli(command, status=USAGE))
                self.complains(self.run_cli(command, 'one', 'two', status=USAGE), 'two')

    def test_what_is_no_backup(self):
        self.session('--sets', 1, '--reps', 1)
        before = self.log()
        shopping = self.in_folder('shopping.db')
        connection = sqlite3.connect(shopping)
        connection.execute('CREATE TABLE shopping (item TEXT)')
        connection.commit()
        connection.close()
        for path in (self.write('diary.txt', 'Dear diary'), shopping, self.in_folder('missing.db'),
                     os.path.join(self.data, 'yanfei.db')):
            with self.subTest(path):
                self.complains(self.run_cli('restore', path, status=FAILED), path)
                self.assertEqual(self.log(), before)
        self.assertFalse([name for name in os.listdir(self.data) if 'restore' in name])

    def test_not_during_a_session(self):
        backup = self.in_folder('backup.db')
        self.session('--sets', 1, '--reps', 1)
        self.run_cli('backup', backup, status=DONE)
        cues = self.in_folder('cues')
        process = self.start_cli('session', '--exercise', BREATHING, '--speed', 2, '--cue-log', cues)
        while not (os.path.exists(cues) and os.path.getsize(cues)):
            self.assertIsNone(process.poll())
            time.sleep(0.005)
        self.complains(self.run_cli('restore', backup, status=FAILED))
        # A backup is no trouble to anybody.
        self.run_cli('backup', backup, status=DONE)
        self.assertEqual(len(self.sessions()), 2)


class Demo(KeepTest):
    def test_fills_an_empty_folder(self):
        result = self.demo('--days', 90)
        self.assertIn(self.data, result.out)
        sessions = self.sessions()
        self.assertGreater(len(sessions), 20)
        states = {session['state'] for session in sessions}
        self.assertLessEqual(states, {'completed', 'stopped', 'cut'})

        # Nothing of it lies in the future, and it goes up to today, or where it
        # is still night up to yesterday.
        now = datetime.datetime.now(datetime.timezone.utc)
        ends = [datetime.datetime.fromisoformat(session['ended']) for session in sessions]
        self.assertLess(max(ends), now)
        self.assertGreater(max(ends), now - datetime.timedelta(days=2))
        self.assertGreater(min(ends), now - datetime.timedelta(days=92))
        self.run_cli('doctor', status=DONE)

    def test_one_day(self):
        self.demo('--days', 1)
        (session,) = self.sessions()
        self.assertEqual(session['state'], 'completed')

    def test_seed(self):
        logs = []
        for number, seed in enumerate((5, 5, 6)):
            self.data = self.in_folder(f'data-{number}')
            self.demo('--days', 40, '--seed', seed)
            logs.append(self.log())
        self.assertEqual(logs[0], logs[1])
        self.assertNotEqual(logs[0], logs[2])

    def test_an_empty_folder_that_is_there(self):
        os.mkdir(self.data)
        self.demo('--days', 3)
        self.assertTrue(self.sessions())

    def test_refuses_any_other(self):
        os.mkdir(self.data)
        self.write('data/notes.txt', 'mine')
        self.complains(self.demo('--days', 3, status=FAILED), self.data, '--data-dir')
        self.assertEqual(os.listdir(self.data), ['notes.txt'])

        self.data = self.in_folder('used')
        self.session('--sets', 1, '--reps', 1)
        before = self.log()
        self.complains(self.demo('--days', 3, status=FAILED), self.data)
        self.assertEqual(self.log(), before)

    def test_usage(self):
        for arguments in ((), ('--days', 0), ('--days', -1), ('--days', 7306), ('--days', 'many'), ('--days', '3.5'),
                          ('--days', 3, '--seed', -1), ('--days', 3, '--seed', 'x'), ('--days', 3, 'more')):
            with self.subTest(arguments):
                self.complains(self.demo(*arguments, status=USAGE))
                self.assertFalse(os.path.exists(self.data))


if __name__ == '__main__':
    unittest.main()
