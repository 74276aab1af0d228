#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What build-aux/run does where it cannot install: says so, and stops."""

import os
import stat
import subprocess
import sys
import tempfile
import unittest

ROOT = sys.argv.pop()


def write_tool(folder, name, script):
    path = os.path.join(folder, name)
    with open(path, 'w', encoding='utf-8') as stream:
        stream.write('#!/bin/sh\n' + script)
    os.chmod(path, stat.S_IRWXU)


def link_tools(folder, *names):
    """The few ordinary programs that the script itself cannot do without."""
    for name in names:
        for place in ('/usr/bin', '/bin'):
            if os.path.exists(os.path.join(place, name)):
                os.symlink(os.path.join(place, name), os.path.join(folder, name))
                break


class Packages(unittest.TestCase):
    def run_with(self, tools):
        """Run install_missing with only @tools (name: script) in the path."""
        with tempfile.TemporaryDirectory() as folder:
            link_tools(folder, 'awk', 'head', 'cat')
            for name, script in tools.items():
                write_tool(folder, name, script.replace('FOLDER', folder))
            result = subprocess.run(
                ['/bin/bash', '-c', f'set -euo pipefail; top={ROOT!r}; . "$top/build-aux/common.sh"; '
                 'install_missing build run; echo went on'],
                env={'PATH': folder}, stdin=subprocess.DEVNULL, capture_output=True, text=True)
            ran = ''
            if os.path.exists(os.path.join(folder, 'log')):
                with open(os.path.join(folder, 'log'), encoding='utf-8') as log:
                    ran = log.read()
            return result, ran

    LACKS_MESON = ('for package; do :; done\n'
                   '[ "$package" = meson ] && [ ! -e FOLDER/done ] && exit 1\necho installed\n')
    APT = 'echo "$@" >> FOLDER/log; case "$*" in *install*) : > FOLDER/done;; esac\n'

    def test_all_there_touches_nothing(self):
        result, ran = self.run_with({'dpkg-query': 'echo installed\n', 'apt-get': self.APT, 'id': 'echo 1000\n'})
        self.assertEqual((result.returncode, ran), (0, ''))
        self.assertIn('went on', result.stdout)

    def test_only_what_is_missing(self):
        result, ran = self.run_with({'dpkg-query': self.LACKS_MESON, 'apt-get': self.APT, 'id': 'echo 0\n',
                                     'env': 'shift; exec "$@"\n'})
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual(ran.splitlines()[-1].split()[-1], 'meson')
        self.assertNotIn('gcc', ran)

    def test_not_debian(self):
        result, _ = self.run_with({'id': 'echo 0\n'})
        self.assertEqual(result.returncode, 1)
        self.assertIn('neither Debian nor Ubuntu', result.stderr)
        self.assertIn('libadwaita-1-dev', result.stderr)

    def test_no_permission(self):
        result, ran = self.run_with({'dpkg-query': self.LACKS_MESON, 'apt-get': self.APT, 'id': 'echo 1000\n'})
        self.assertEqual((result.returncode, ran), (1, ''))
        self.assertIn('  meson\n', result.stderr)
        self.assertNotIn('went on', result.stdout)

    def test_sudo_that_would_ask(self):
        result, ran = self.run_with({'dpkg-query': self.LACKS_MESON, 'apt-get': self.APT, 'id': 'echo 1000\n',
                                     'sudo': 'exit 1\n'})
        self.assertEqual((result.returncode, ran), (1, ''))
        self.assertIn('meson', result.stderr)

    def test_sudo_that_may(self):
        result, ran = self.run_with({'dpkg-query': self.LACKS_MESON, 'apt-get': self.APT, 'id': 'echo 1000\n',
                                     'sudo': 'shift; exec "$@"\n', 'env': 'shift; exec "$@"\n',
                                     'true': 'exit 0\n'})
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertTrue(ran.splitlines()[-1].endswith(' meson'))

    def test_apt_fails(self):
        result, _ = self.run_with({'dpkg-query': self.LACKS_MESON, 'apt-get': 'exit 100\n', 'id': 'echo 0\n',
                                   'env': 'shift; exec "$@"\n'})
        self.assertEqual(result.returncode, 1)
        self.assertIn('could not be installed: meson', result.stderr)


if __name__ == '__main__':
    unittest.main()
