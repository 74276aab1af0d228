#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Power cuts, signals, and data directories that are not what they should be."""

import glob
import os
import shutil
import signal
import sqlite3
import subprocess
import time
import unittest

from cli import BREATHING, DONE, FAILED, PATIENCE, PROGRAM, SUPPORT, CliTest


class StoreTest(CliTest):
    def database(self):
        """The one database of the data directory."""
        found = []
        for path in glob.glob(os.path.join(self.data, '**'), recursive=True):
            if os.path.isfile(path):
                with open(path, 'rb') as stream:
                    if stream.read(16) == b'SQLite format 3\0':
                        found.append(path)
        self.assertEqual(len(found), 1, found)
        return found[0]

    def wait_for_cue(self, process, path, cue, count):
        """Until the cue log has so many lines of this cue; the log is flushed
        line by line, so this is as soon as it is due."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if os.path.exists(path):
                with open(path, encoding='utf-8') as stream:
                    lines = stream.read().splitlines()
                if sum(line.split()[-1:] == [cue] for line in lines) >= count:
                    return
            if process.poll() is not None:
                break
            time.sleep(0.005)
        self.fail(f'{count} of {cue} did not come; status {process.poll()}')

    def start_session(self, *arguments, speed=20):
        path = os.path.join(self.folder, 'cues')
        process = self.start_cli('session', '--exercise', BREATHING, '--sets', 1, '--reps', 5,
                                 '--speed', speed, '--cue-log', path, *arguments)
        return process, path

    def n_reps(self, session):
        return sum(len(one['reps']) for exercise in session['exercises'] for one in exercise['sets'])


class Signals(StoreTest):
    def test_stop_by_signal_saves(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            with self.subTest(number):
                process, cues = self.start_session()
                self.wait_for_cue(process, cues, 'rep', 2)
                process.send_signal(number)
                self.assertEqual(process.wait(PATIENCE), DONE)
                session = self.sessions()[-1]
                self.assertEqual((session['state'], session['exercises'][0]['state']), ('stopped', 'stopped'))
                self.assertEqual(self.n_reps(session), 2)
                self.assertIsNotNone(session['ended'])
                self.assertEqual(session['stops'], [])
                os.unlink(cues)

    def test_stop_before_the_first_repetition(self):
        process, cues = self.start_session(speed=2)
        self.wait_for_cue(process, cues, 'get-ready', 1)
        process.send_signal(signal.SIGTERM)
        self.assertEqual(process.wait(PATIENCE), DONE)
        session = self.sessions()[-1]
        self.assertEqual((session['state'], self.n_reps(session)), ('stopped', 0))

    def test_two_signals_are_not_worse_than_one(self):
        process, cues = self.start_session()
        self.wait_for_cue(process, cues, 'rep', 1)
        process.send_signal(signal.SIGINT)
        process.send_signal(signal.SIGTERM)
        process.wait(PATIENCE)
        self.assertEqual((self.sessions()[-1]['state'], self.n_reps(self.sessions()[-1])), ('stopped', 1))


class Cut(StoreTest):
    def test_killed(self):
        process, cues = self.start_session()
        self.wait_for_cue(process, cues, 'rep', 3)
        process.kill()
        process.wait(PATIENCE)
        (session,) = self.sessions()
        self.assertEqual(session['state'], 'cut')
        # A repetition is announced when it is durable: none may be missing,
        # and one more may have been on its way.
        self.assertIn(self.n_reps(session), (3, 4))
        self.assertEqual(session['exercises'][0]['state'], 'cut')

        self.session('--sets', 1, '--reps', 1)
        self.assertEqual([session['state'] for session in self.sessions()], ['cut', 'completed'])
        self.run_cli('doctor', status=DONE)

    def test_running(self):
        """Another process sees a session that runs as running, not as cut."""
        process, cues = self.start_session(speed=4)
        self.wait_for_cue(process, cues, 'get-ready', 1)
        (session,) = self.sessions()
        self.assertEqual((session['state'], session['ended']), ('running', None))

        second = self.session('--sets', 1, '--reps', 1, status=FAILED)
        self.complains(second)
        self.assertEqual(len(self.sessions()), 1)
        self.assertIsNone(process.poll())


class Directories(StoreTest):
    def without_power(self, *arguments):
        """Run it as somebody whom the permissions of files bind, root or not."""
        call = self.command(*arguments)
        if os.geteuid() == 0:
            call = ['setpriv', '--bounding-set', '-dac_override,-dac_read_search', '--inh-caps', '-all', *call]
        return subprocess.run(call, stdin=subprocess.DEVNULL, capture_output=True, text=True,
                              env=self.environment(), timeout=PATIENCE)

    def test_made_where_it_is_missing(self):
        self.data = os.path.join(self.folder, 'not', 'yet', 'there')
        self.session('--sets', 1, '--reps', 1)
        self.assertEqual(len(self.sessions()), 1)

    def test_in_the_home_by_default(self):
        self.run_cli('session', '--exercise', BREATHING, '--sets', 1, '--reps', 1, '--speed', 500,
                     data=False, status=DONE)
        self.data = os.path.join(self.folder, 'share', 'yanfei')
        self.assertEqual(len(self.sessions()), 1)

    def test_what_is_recorded_is_private(self):
        self.session('--sets', 1, '--reps', 1)
        self.assertEqual(os.stat(self.data).st_mode & 0o077, 0)

    def test_read_only(self):
        self.session('--sets', 1, '--reps', 1)
        for path in glob.glob(os.path.join(self.data, '*')):
            os.chmod(path, 0o400)
        os.chmod(self.data, 0o500)

        log = self.without_power('log', '--json')
        self.assertEqual(log.returncode, DONE, log)
        self.assertIn('"completed"', log.stdout)

        for arguments in (('session', '--exercise', BREATHING, '--speed', '500'),
                          ('profile', 'set', 'back_strength=weak')):
            with self.subTest(arguments):
                result = self.without_power(*arguments)
                self.assertEqual(result.returncode, FAILED, result)
                self.assertIn(self.data, result.stderr)

    def test_cannot_be_made(self):
        closed = os.path.join(self.folder, 'closed')
        os.mkdir(closed, 0o500)
        self.data = os.path.join(closed, 'data')
        result = self.without_power('session', '--exercise', BREATHING, '--speed', '500')
        self.assertEqual(result.returncode, FAILED, result)
        self.assertIn(self.data, result.stderr)

    def test_is_a_file(self):
        self.data = self.write('data', 'not a folder\n')
        self.complains(self.run_cli('session', '--exercise', BREATHING, '--speed', 500, status=FAILED), self.data)
        with open(self.data, encoding='utf-8') as stream:
            self.assertEqual(stream.read(), 'not a folder\n')

    def refused(self, path):
        """Every command that needs the log fails, names it, and leaves it alone."""
        with open(path, 'rb') as stream:
            before = stream.read()
        for arguments in (('log', '--json'), ('session', '--exercise', BREATHING, '--speed', 500),
                          ('profile', 'set', 'back_strength=weak'), ('profile', 'show')):
            with self.subTest(arguments):
                self.complains(self.run_cli(*arguments, status=FAILED), path)
        self.assertEqual(self.run_cli('doctor').status, FAILED)
        with open(path, 'rb') as stream:
            self.assertEqual(stream.read(), before)

    def made(self):
        """A database with one session in it, and nothing beside it."""
        self.session('--sets', 1, '--reps', 1)
        path = self.database()
        connection = sqlite3.connect(path)
        connection.execute('PRAGMA wal_checkpoint(TRUNCATE)')
        connection.close()
        return path

    def test_garbage(self):
        path = self.made()
        for beside in glob.glob(path + '-*'):
            os.unlink(beside)
        with open(path, 'wb') as stream:
            stream.write(b'This is no database. ' * 500)
        self.refused(path)

    def test_cut_short(self):
        path = self.made()
        os.truncate(path, os.path.getsize(path) // 2)
        result = self.run_cli('doctor', status=FAILED)
        self.assertIn(path, result.out + result.err)

    def test_a_page_overwritten(self):
        path = self.made()
        size = os.path.getsize(path)
        with open(path, 'r+b') as stream:
            stream.seek(size // 2 // 4096 * 4096)
            stream.write(b'\xa5' * 4096)
        result = self.run_cli('doctor', status=FAILED)
        self.assertIn(path, result.out + result.err)

    def test_somebody_elses(self):
        path = self.made()
        os.unlink(path)
        connection = sqlite3.connect(path)
        connection.execute('CREATE TABLE shopping (item TEXT)')
        connection.commit()
        connection.close()
        self.refused(path)

    def test_of_a_newer_version(self):
        path = self.made()
        connection = sqlite3.connect(path)
        connection.execute('PRAGMA user_version = 9999')
        connection.close()
        for beside in glob.glob(path + '-*'):
            os.unlink(beside)
        self.refused(path)


class Doctor(StoreTest):
    def test_sound(self):
        self.run_cli('doctor', status=DONE)
        self.session('--sets', 1, '--reps', 2)
        self.assertTrue(self.run_cli('doctor', status=DONE).out.strip())

    def test_changes_nothing(self):
        shutil.rmtree(self.data, ignore_errors=True)
        self.run_cli('doctor', status=DONE)
        self.assertEqual(self.sessions(), [])


if __name__ == '__main__':
    unittest.main()
