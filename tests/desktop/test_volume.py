#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who turns down the media player that a session is to the desktop hears less of it: a real
session, a real sound server, and what comes out at its other end."""

import os
import subprocess
import sys
import tempfile
import time

import numpy

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'sound'))
from sound_server import RATE, SoundServer, wait_for

SUPPORT = 'five-point-support'
# Raise, hold, lower and rest of it, with a hold of one second: what is listened to from anywhere, in
# seconds, has each of its tones once.
REPETITION = 7
# A volume is faded, what is scheduled has left, and the server has it a moment later, in seconds.
SETTLE = 1
QUIET = 0.25


class Bus:
    def __enter__(self):
        self.process = subprocess.Popen(['dbus-daemon', '--session', '--nofork', '--print-address'],
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.address = self.process.stdout.readline().strip()
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(10)
        self.process.stdout.close()


def turn(environment, *command):
    return subprocess.run(['playerctl', '--player=yanfei', *command], capture_output=True, text=True,
                          env=environment, timeout=20, check=False).stdout.strip()


def listen(server):
    """How loud it is, from 0 to 1."""
    start = len(server.recorded) // 2
    wait_for(lambda: len(server.recorded) // 2 >= start + REPETITION * RATE, 'sound', REPETITION + 20)
    heard = numpy.frombuffer(bytes(server.recorded[2 * start:2 * (start + REPETITION * RATE)]), dtype='<i2')
    return float(numpy.sqrt(numpy.mean((heard / 32768.0) ** 2)))


def main(cli):
    with SoundServer() as server, Bus() as bus, tempfile.TemporaryDirectory() as data:
        environment = dict(server.environment, DBUS_SESSION_BUS_ADDRESS=bus.address)
        server.record()
        session = subprocess.Popen([cli, '--data-dir', data, 'session', '--exercise', SUPPORT, '--sets', '1',
                                    '--reps', '5', '--hold', '1', '--speech', 'off'],
                                   env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        try:
            wait_for(lambda: 'repetition' in turn(environment, 'metadata', 'xesam:title'), 'a repetition', 60)
            assert float(turn(environment, 'volume')) == 1, turn(environment, 'volume')
            loud = listen(server)
            turn(environment, 'volume', str(QUIET))
            assert float(turn(environment, 'volume')) == QUIET, turn(environment, 'volume')
            time.sleep(SETTLE)  # real sound takes real time
            quiet = listen(server)
            assert loud > 0.01, loud
            assert QUIET / 2 < quiet / loud < QUIET * 2, (loud, quiet)
        finally:
            session.terminate()
            session.wait(30)


if __name__ == '__main__':
    main(sys.argv[1])
