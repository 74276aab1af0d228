#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""build-aux/tally: what ends build-aux/test must not count wrong."""

import json
import os
import subprocess
import sys
import tempfile
import unittest

ROOT = sys.argv.pop()


def tally(broken, *logs):
    """Run it over logs given as lists of results; None is a log that is not there."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, results in enumerate(logs):
            path = os.path.join(folder, f'_build-{number}', 'meson-logs', 'testlog.json')
            os.makedirs(os.path.dirname(path))
            paths.append(path)
            if results is None:
                continue
            with open(path, 'w', encoding='utf-8') as log:
                for n, result in enumerate(results):
                    log.write(json.dumps({'name': f'test-{n}', 'result': result, 'duration': 0.5,
                                          'stdout': f'said by {n}', 'stderr': 'grumble'}) + '\n')
        result = subprocess.run([sys.executable, os.path.join(ROOT, 'build-aux', 'tally'),
                                 str(broken), *paths], capture_output=True, text=True)
        lines = result.stdout.splitlines()
        return result.returncode, lines[-1], result.stdout


class Tally(unittest.TestCase):
    CASES = [
        # broken builds, logs, status, last line
        (0, (['OK', 'OK'], ['OK']), 0, '3 passed, 0 failed'),
        (0, (['OK', 'SKIP'], ['OK']), 0, '2 passed, 0 failed, 1 skipped'),
        (0, (['OK', 'EXPECTEDFAIL'], ['OK']), 0, '3 passed, 0 failed'),
        (0, (['OK', 'FAIL'], ['OK']), 1, '2 passed, 1 failed'),
        (0, (['OK'], ['TIMEOUT', 'ERROR', 'INTERRUPT']), 1, '1 passed, 3 failed'),
        (0, (['OK'], ['UNEXPECTEDPASS']), 1, '1 passed, 1 failed'),
        (0, (['OK'], None), 1, '1 passed, 1 failed'),
        (0, (['OK'], []), 1, '1 passed, 1 failed'),
        (1, (['OK'], None), 1, '1 passed, 1 failed'),
        (2, (None, None), 1, '0 passed, 2 failed'),
        (0, (), 1, '0 passed, 1 failed'),
    ]

    def test_table(self):
        for broken, logs, status, last in self.CASES:
            with self.subTest(broken=broken, logs=logs):
                self.assertEqual(tally(broken, *logs)[:2], (status, last))

    def test_failures_are_shown_and_passes_are_not(self):
        shown = tally(0, ['OK', 'FAIL'])[2]
        self.assertIn('test-1', shown)
        self.assertIn('said by 1', shown)
        self.assertIn('grumble', shown)
        self.assertNotIn('said by 0', shown)


if __name__ == '__main__':
    unittest.main()
