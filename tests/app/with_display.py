#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a command with a display of its own.

    with_display.py COMMAND [ARGUMENT...]

The X server chooses its number itself and says so when it is ready, so that
many can start at once."""

import os
import subprocess
import sys


def main():
    ready, say = os.pipe()
    server = subprocess.Popen(['Xvfb', '-displayfd', str(say), '-screen', '0', '1280x800x24', '-nolisten', 'tcp'],
                              pass_fds=[say], stderr=subprocess.DEVNULL)
    os.close(say)
    try:
        with os.fdopen(ready) as stream:
            number = stream.readline().strip()
        if not number:
            sys.exit('Xvfb did not start')
        environment = {**os.environ, 'DISPLAY': ':' + number}
        environment.pop('XAUTHORITY', None)
        environment.pop('WAYLAND_DISPLAY', None)
        return subprocess.run(sys.argv[1:], env=environment, check=False).returncode
    finally:
        server.terminate()
        server.wait()


if __name__ == '__main__':
    sys.exit(main())
