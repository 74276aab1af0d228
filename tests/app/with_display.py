#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a command with a display of its own, and early in the afternoon: no test
of the window meets midnight.

    with_display.py COMMAND [ARGUMENT...]

A display is asked for by its number: only then does an X server lock the
number, and two that start or end in the same instant leave each other's
sockets alone. The first number tried differs from process to process."""

import datetime
import os
import subprocess
import sys


def start(number):
    """The server of a display, once it listens; None if somebody else has the number."""
    ready, say = os.pipe()
    server = subprocess.Popen(['Xvfb', f':{number}', '-displayfd', str(say), '-screen', '0', '1280x800x24',
                               '-nolisten', 'tcp', '-noreset'], pass_fds=[say], stderr=subprocess.DEVNULL)
    os.close(say)
    with os.fdopen(ready) as stream:
        if stream.readline().strip() == str(number):
            return server
    server.wait()
    return None


def find_afternoon():
    """A time zone in which it is the hour after one o'clock in the afternoon now."""
    east = 13 - datetime.datetime.now(datetime.timezone.utc).hour
    return f'Etc/GMT{-east:+d}' if east else 'Etc/GMT'


def main():
    numbers = (100 + (os.getpid() + i) % 900 for i in range(20))
    number, server = next(((number, server) for number in numbers if (server := start(number))), (None, None))
    if not server:
        sys.exit('Xvfb did not start')
    try:
        # OpenGL in software is not under test, and brings many threads.
        environment = {**os.environ, 'DISPLAY': f':{number}', 'GSK_RENDERER': 'cairo', 'GDK_DEBUG': 'gl-disable',
                       'TZ': find_afternoon()}
        environment.pop('XAUTHORITY', None)
        environment.pop('WAYLAND_DISPLAY', None)
        status = subprocess.run(sys.argv[1:], env=environment, check=False).returncode
        if server.poll() is not None:
            print(f'Xvfb ended with status {server.returncode} before the command did', file=sys.stderr)
        return status
    finally:
        server.terminate()
        server.wait()


if __name__ == '__main__':
    sys.exit(main())
