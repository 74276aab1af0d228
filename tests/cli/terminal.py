# SPDX-License-Identifier: GPL-3.0-or-later
"""A terminal with yanfei-cli in it, and somebody at its keys."""

import os
import pty
import re
import select
import signal
import subprocess
import time

from cli import PATIENCE

ESCAPES = re.compile(r'\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>78]|\r')


class Terminal:
    """@command runs with a terminal of its own for input and output."""

    def __init__(self, command, env):
        self.keys, theirs = pty.openpty()
        self.seen = ''
        self.process = subprocess.Popen(
            command, stdin=theirs, stdout=theirs, stderr=theirs, close_fds=True, start_new_session=True,
            env={**env, 'TERM': 'xterm', 'COLUMNS': '80', 'LINES': '24'})
        os.close(theirs)

    def close(self):
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        os.close(self.keys)

    def read(self, seconds):
        """Take what comes within so many seconds; false when it is over."""
        if not select.select([self.keys], [], [], seconds)[0]:
            return True
        try:
            data = os.read(self.keys, 65536)
        except OSError:
            return False
        self.seen += ESCAPES.sub('', data.decode('utf-8', 'replace'))
        return bool(data)

    def expect(self, pattern, patience=PATIENCE):
        """Wait until what is on the screen matches, and take it off."""
        deadline = time.monotonic() + patience
        while True:
            match = re.search(pattern, self.seen)
            if match:
                taken = self.seen[:match.end()]
                self.seen = self.seen[match.end():]
                return taken
            if time.monotonic() > deadline or not self.read(0.05):
                raise AssertionError(f'{pattern!r} did not come; on the screen:\n{self.seen}')

    def press(self, keys):
        os.write(self.keys, keys.encode())

    def wait(self):
        """The exit status, with everything read that was still to come."""
        deadline = time.monotonic() + PATIENCE
        while self.read(0.05) and self.process.poll() is None:
            if time.monotonic() > deadline:
                raise AssertionError(f'it does not end; on the screen:\n{self.seen}')
        while select.select([self.keys], [], [], 0)[0] and self.read(0):
            pass
        return self.process.wait(PATIENCE)
