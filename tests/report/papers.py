# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the papers share: one is made of the log made by hand."""

import os
import subprocess
import sys
import tempfile
import unittest

PROGRAM = os.path.abspath(sys.argv.pop(1)) if len(sys.argv) > 1 else 'make-paper'

# A hang is a failure, a slow machine or a sanitizer is not.
PATIENCE = 120


def fixture_counts():
    """The counts that report-fixture.h promises."""
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'report-fixture.h')
    counts = {}
    with open(path, encoding='utf-8') as stream:
        for line in stream:
            words = line.split()
            if words[:1] == ['#define'] and words[1].startswith('FIXTURE_N_'):
                counts[words[1][len('FIXTURE_N_'):].lower()] = int(words[2])
    return counts


class PaperTest(unittest.TestCase):
    maxDiff = None

    def make(self, paper, *options, **environment):
        """The bytes of a paper."""
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, 'paper')
            done = subprocess.run([PROGRAM, paper, path, *options], stdin=subprocess.DEVNULL, capture_output=True,
                                  text=True, timeout=PATIENCE, env={**os.environ, 'TMPDIR': folder, **environment})
            self.assertEqual((done.returncode, done.stderr), (0, ''))
            self.assertEqual(os.listdir(folder), ['paper'], 'something was left behind')
            with open(path, 'rb') as stream:
                return stream.read()
