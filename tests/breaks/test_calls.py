# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether somebody is in a call, asked of a sound server of one's own. The
arguments are the probe and the folder of the sound server."""

import os
import subprocess
import sys
import time
import unittest

PROBE, SOUND = sys.argv.pop(1), sys.argv.pop(1)
sys.path.insert(0, SOUND)

from sound_server import SoundServer, wait_for  # noqa: E402


class Probe:
    def __init__(self, environment):
        self.process = subprocess.Popen([PROBE], env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        text=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.stdout.close()
        assert self.process.wait(10) == 0

    def ask(self):
        self.process.stdin.write('\n')
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()


class Recording:
    """Another program that records, until it is stopped."""

    def __init__(self, server, device, *options):
        self.server = server
        self.process = subprocess.Popen(['parecord', '--raw', f'--device={device}', *options],
                                        env=server.environment, stdout=subprocess.DEVNULL)

    def __enter__(self):
        wait_for(lambda: 'Corked: no' in self.outputs(), 'a recording')
        return self

    def outputs(self):
        return self.server._pactl('list', 'source-outputs')

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(10)
        wait_for(lambda: 'Source Output' not in self.outputs(), 'the end of a recording')


class Calls(unittest.TestCase):
    def test_no_server(self):
        with Probe(dict(os.environ, PULSE_SERVER='unix:/nowhere/at/all')) as probe:
            self.assertEqual(probe.ask(), 'quiet')
            self.assertEqual(probe.ask(), 'quiet')

    def test_microphone(self):
        with SoundServer() as server:
            server._pactl('load-module', 'module-null-source', 'source_name=mic')
            with Probe(server.environment) as probe:
                self.assertEqual(probe.ask(), 'quiet')
                with Recording(server, 'mic'):
                    self.assertEqual(probe.ask(), 'call')
                    self.assertEqual(probe.ask(), 'call')
                self.assertEqual(probe.ask(), 'quiet')
                # What the loudspeakers play is no call.
                with Recording(server, server.sink + '.monitor'):
                    self.assertEqual(probe.ask(), 'quiet')
                    with subprocess.Popen(['parecord', '--raw', '--device=mic'], env=server.environment,
                                          stdout=subprocess.DEVNULL) as other:
                        wait_for(lambda: probe.ask() == 'call', 'a call beside a recording')
                        other.terminate()
                # Nor are a mixer that shows how loud it is, and what Yanfei itself records.
                for own in ('application.id=org.PulseAudio.pavucontrol',
                            f'application.process.id={probe.process.pid}'):
                    with Recording(server, 'mic', f'--property={own}'):
                        self.assertEqual(probe.ask(), 'quiet', own)
                # None of it is left open on the server.
                wait_for(lambda: 'Yanfei' not in server._pactl('list', 'clients'), 'the probe to leave')

    def test_frozen(self):
        with SoundServer() as server, Probe(server.environment) as probe:
            self.assertEqual(probe.ask(), 'quiet')
            server.freeze()
            begin = time.monotonic()
            self.assertEqual(probe.ask(), 'quiet')
            self.assertLess(time.monotonic() - begin, 4)


if __name__ == '__main__':
    unittest.main()
