#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Speed 1 keeps real time; any other speed gives the same log, only sooner."""

import os
import time
import unittest
from datetime import datetime

from cli import DONE, PATIENCE, SUPPORT, CliTest

DOSE = ('session', '--exercise', SUPPORT, '--sets', 1, '--reps', 3)

# Get ready, three repetitions of seven seconds, two rests between them: the
# cues of a session of five-point support with a hold of 3 s.
LENGTH = 10 + 3 * 7 + 2 * 2

# How far a line may be from its time: what a busy machine can lose between
# two looks at the file.
SLACK = 0.5


def relative(session):
    """The log of a session, its instants as milliseconds from the first
    movement: how long it took to begin is another thing."""
    start = datetime.fromisoformat(session['exercises'][0]['sets'][0]['reps'][0]['started'])

    def walk(value, key=None):
        if key == 'id':
            return 'id'
        if isinstance(value, dict):
            return {name: walk(inner, name) for name, inner in value.items()}
        if isinstance(value, list):
            return [walk(inner) for inner in value]
        if key in ('started', 'ended', 'at') and value is not None:
            return round((datetime.fromisoformat(value) - start).total_seconds() * 1000)
        return value
    return walk(session)


class Speed(CliTest):
    def test_real_time(self):
        slow, quick = (os.path.join(self.folder, name) for name in ('slow', 'quick'))
        process = self.start_cli(*DOSE, '--no-sound', '--cue-log', slow)

        # When each line came, by the clock of this process.
        came, text = [], ''
        deadline = time.monotonic() + LENGTH + PATIENCE
        while process.poll() is None and time.monotonic() < deadline:
            if os.path.exists(slow):
                with open(slow, encoding='utf-8') as stream:
                    text = stream.read()
                came += [time.monotonic()] * (text.count('\n') - len(came))
            time.sleep(0.005)
        self.assertEqual(process.wait(PATIENCE), DONE)
        with open(slow, encoding='utf-8') as stream:
            text = stream.read()
        came += [time.monotonic()] * (text.count('\n') - len(came))
        cues = [(float(line.split()[0]), line.split()[1]) for line in text.splitlines()]

        self.assertEqual(cues[0], (0.0, 'get-ready'))
        self.assertEqual(cues[-1][1], 'finished')
        # The rest after the last repetition may or may not be waited out.
        self.assertIn(cues[-1][0], (LENGTH, LENGTH + 2))
        for (due, cue), moment in zip(cues, came):
            with self.subTest(cue, due=due):
                self.assertGreater(moment - came[0], due - SLACK)
                self.assertLess(moment - came[0], due + SLACK)

        started = time.monotonic()
        self.run_cli(*DOSE, '--speed', 50, '--cue-log', quick, status=DONE)
        self.assertLess(time.monotonic() - started, LENGTH / 4)

        with open(quick, encoding='utf-8') as stream:
            self.assertEqual(stream.read(), text)
        real, scaled = map(relative, self.sessions())
        self.assertEqual(real['state'], 'completed')
        for one, other in zip(real['exercises'][0]['sets'][0]['reps'], scaled['exercises'][0]['sets'][0]['reps']):
            for key in ('started', 'ended'):
                self.assertAlmostEqual(one.pop(key), other.pop(key), delta=2)
        for session in (real, scaled):
            self.assertLessEqual(session.pop('started'), -10000)
            self.assertGreaterEqual(session.pop('ended'), (LENGTH - 10) * 1000)
        self.assertEqual(real, scaled)


if __name__ == '__main__':
    unittest.main()
