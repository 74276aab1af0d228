# SPDX-License-Identifier: GPL-3.0-or-later
"""yanfei-cli from outside: what its tests share.

Written from the contract, not from the code. Every test has a data directory
of its own and an environment that knows nothing of whoever runs it.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from datetime import date, timedelta

PROGRAM = os.path.abspath(sys.argv.pop()) if len(sys.argv) > 1 else 'yanfei-cli'

DONE, FAILED, USAGE, NOT_TODAY = 0, 1, 2, 3

BREATHING = 'abdominal-breathing'
SUPPORT = 'five-point-support'
BRIDGE = 'glute-bridge'
SWALLOW = 'modified-swallow'
EXERCISES = [BREATHING, SWALLOW, SUPPORT, BRIDGE, 'upper-swallow', 'full-swallow', 'plank', 'straight-leg-raise',
             'wall-stand', 'waist-hip-stretch', 'kegel', 'warm-up', 'break-stretch']

# A generous limit for a process that should be done at once: a hang is a
# failure, a slow machine or a sanitizer is not.
PATIENCE = 60

ON = date(2026, 11, 20)


def ago(days, on=ON):
    """The ISO date so many days before @on."""
    return (on - timedelta(days=days)).isoformat()


def clearance(conditions, exercises=('*',), given=ago(18), until=None, clinician='Dr. Chen'):
    return {'clinician': clinician, 'date': given, 'conditions': list(conditions),
            'exercises': list(exercises), 'until': until}


def assessed(flag, given, clinician='Dr. Chen'):
    return {'flag': flag, 'clinician': clinician, 'date': given}


class Result:
    """How one call ended."""

    def __init__(self, call, status, out, err):
        self.call, self.status, self.out, self.err = call, status, out, err

    def __str__(self):
        return f'{" ".join(self.call)}\nstatus {self.status}\n{self.out}\n{self.err}'


class CliTest(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix='yanfei-')
        self.addCleanup(self.remove_folder)
        self.data = os.path.join(self.folder, 'data')

    def remove_folder(self):
        for folder, _, _ in os.walk(self.folder):
            os.chmod(folder, 0o700)
        shutil.rmtree(self.folder)

    def environment(self, **more):
        keep = ('PATH', 'LD_LIBRARY_PATH', 'LOCPATH', 'ASAN_OPTIONS', 'LSAN_OPTIONS', 'UBSAN_OPTIONS',
                'YANFEI_TEST_RUN', 'G_DEBUG', 'TZ')
        env = {name: os.environ[name] for name in keep if name in os.environ}
        env.update({'HOME': self.folder, 'LC_ALL': 'C.UTF-8',
                    'XDG_DATA_HOME': os.path.join(self.folder, 'share'),
                    'XDG_RUNTIME_DIR': os.path.join(self.folder, 'run'), **more})
        return env

    def command(self, *arguments, data=True):
        return [PROGRAM, *(['--data-dir', self.data] if data else []), *map(str, arguments)]

    def run_cli(self, *arguments, data=True, status=None, env=None):
        """Run it to its end, without a terminal; @status is what it must end with."""
        call = self.command(*arguments, data=data)
        done = subprocess.run(call, stdin=subprocess.DEVNULL, capture_output=True, text=True,
                              env=self.environment(**(env or {})), timeout=PATIENCE)
        result = Result(call, done.returncode, done.stdout, done.stderr)
        self.assertNotIn('CRITICAL', result.err, result)
        if status is not None:
            self.assertEqual(result.status, status, result)
        return result

    def start_cli(self, *arguments):
        """Start it and return the process; it is ended with the test."""
        process = subprocess.Popen(self.command(*arguments), stdin=subprocess.DEVNULL,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                   env=self.environment())

        def end():
            if process.poll() is None:
                process.kill()
            process.communicate()
        self.addCleanup(end)
        return process

    def json_of(self, *arguments, status=DONE, **more):
        """What it prints, which must be one JSON value and nothing else."""
        result = self.run_cli(*arguments, status=status, **more)
        try:
            return json.loads(result.out)
        except json.JSONDecodeError as error:
            self.fail(f'not one JSON value: {error}\n{result}')

    def complains(self, result, *words):
        """It says what is wrong on standard error, and nothing on the other."""
        self.assertEqual(result.out, '', result)
        self.assertTrue(result.err.strip(), result)
        for word in words:
            self.assertIn(word, result.err, result)

    def write(self, name, content):
        path = os.path.join(self.folder, name)
        with open(path, 'w', encoding='utf-8') as stream:
            stream.write(content if isinstance(content, str) else json.dumps(content))
        return path

    def profile(self, **facts):
        """A profile file with these facts; everything else as in an empty one."""
        return self.write('profile.json', {
            'conditions': [], 'onset': None, 'relief': None, 'treatment_start': None, 'surgery': None,
            'birth': None, 'back_strength': 'strong', 'muscle_relaxants': False,
            'clearances': [], 'assessed': [], **facts})

    def check(self, exercise, *arguments, facts=None, on=ON):
        """The answer of `check --json` and its exit status, which must agree."""
        profile = ['--profile', self.profile(**facts)] if facts is not None else []
        result = self.run_cli('check', exercise, *profile, '--on', on, '--json', *arguments)
        self.assertIn(result.status, (DONE, NOT_TODAY), result)
        answer = json.loads(result.out)
        self.assertEqual(result.status,
                         DONE if answer['verdict'] in ('allowed', 'caution') else NOT_TODAY, result)
        return answer

    def session(self, *arguments, status=DONE, exercise=BREATHING, speed=200):
        return self.run_cli('session', '--exercise', exercise, '--speed', speed, *arguments, status=status)

    def log(self, *arguments):
        return self.json_of('log', '--json', *arguments)

    def sessions(self):
        return self.log()['sessions']
