#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A session with nothing but the buttons of a headset, on a bus of its own. No screen is
looked at: the log says what happened."""

import re
import shutil
import subprocess
import time
import unittest

from cli import BREATHING, SUPPORT, CliTest, DONE


class Headset(CliTest):
    @classmethod
    def setUpClass(cls):
        for program in ('playerctl', 'dbus-daemon'):
            if shutil.which(program) is None:
                raise unittest.SkipTest(f'{program} is not installed')

    def setUp(self):
        super().setUp()
        self.bus = subprocess.Popen(['dbus-daemon', '--session', '--nofork', '--print-address'],
                                    stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.address = self.bus.stdout.readline().strip()
        self.addCleanup(self.end_bus)

    def end_bus(self):
        self.bus.terminate()
        self.bus.wait(10)
        self.bus.stdout.close()

    def environment(self, **more):
        return super().environment(DBUS_SESSION_BUS_ADDRESS=self.address, **more)

    def press(self, *command):
        done = subprocess.run(['playerctl', '--player=yanfei', *command], capture_output=True, text=True,
                              env=self.environment(), timeout=20, check=False)
        return done.stdout.strip()

    def wait_for(self, what, condition, patience=30):
        end = time.monotonic() + patience
        while not condition():
            self.assertLess(time.monotonic(), end, f'{what} did not come about')
            time.sleep(0.1)

    def begin(self, *arguments):
        process = self.start_cli('session', '--exercise', SUPPORT, '--exercise', BREATHING, '--sets', 1, '--reps', 2,
                                 '--hold', 1, '--no-sound', *arguments)
        self.wait_for('a player', lambda: self.press('status') == 'Playing')
        return process

    def end(self, process):
        process.wait(120)
        self.assertEqual(process.returncode, DONE, process.stderr.read())
        session, = self.json_of('log', '--json')['sessions']
        return session

    def test_whole_session(self):
        """Two exercises from beginning to end, with a pause in the middle."""
        process = self.begin()
        titles = set()
        paused = False
        while process.poll() is None:
            title = self.press('metadata', 'xesam:title')
            titles.add(re.sub(r', (set|repetition).*', '', title))
            if not paused and 'repetition 2' in title:
                paused = True
                self.press('play-pause')
                self.wait_for('a pause', lambda: self.press('status') == 'Paused')
                before = self.press('position')
                time.sleep(1.5)  # real time must pass for the position to be seen standing still
                self.assertEqual(self.press('position'), before)
                self.press('play-pause')
                self.wait_for('going on', lambda: self.press('status') == 'Playing')
            time.sleep(0.2)
        session = self.end(process)
        self.assertTrue(paused)
        self.assertEqual(session['state'], 'completed', session)
        self.assertEqual([len(exercise['sets'][0]['reps']) for exercise in session['exercises']], [2, 2], session)
        self.assertLessEqual({'Abdominal breathing', 'Five-point support'}, titles)

    def test_hurts(self):
        """The button that a triple press sends: everything stops, and the ledger knows where."""
        process = self.begin()
        self.wait_for('a repetition', lambda: 'repetition 1' in self.press('metadata', 'xesam:title'))
        self.press('previous')
        session = self.end(process)
        self.assertEqual(session['state'], 'stopped', session)
        self.assertEqual(len(session['stops']), 1, session)

    def test_three_presses(self):
        """A headset that sends each press of its one button."""
        process = self.begin()
        for _ in range(3):
            self.press('play-pause')
        session = self.end(process)
        self.assertEqual(len(session['stops']), 1, session)

    def test_next_and_stop(self):
        process = self.begin()
        for _ in range(40):
            if 'Five-point support' in self.press('metadata', 'xesam:title'):
                break
            self.press('next')
        self.assertIn('Five-point support', self.press('metadata', 'xesam:title'))
        self.press('stop')
        session = self.end(process)
        self.assertEqual((session['state'], session['stops']), ('stopped', []), session)


if __name__ == '__main__':
    unittest.main()
