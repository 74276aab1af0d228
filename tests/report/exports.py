# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of exports share: a log in a folder of its own, and yanfei-cli to export it."""

import json
import os
import subprocess
import sys
import tempfile

CLI, MAKE = (os.path.abspath(sys.argv.pop(1)) for _ in range(2))

# A hang is a failure, a slow machine or a sanitizer is not.
PATIENCE = 120


class Log:
    def __init__(self, folder=None):
        self.holder = tempfile.TemporaryDirectory(prefix='yanfei-', dir=folder)
        self.folder = self.holder.name
        self.language = {}

    def close(self):
        self.holder.cleanup()

    def run(self, *arguments):
        environment = {name: value for name, value in os.environ.items() if not name.startswith('XDG_')}
        done = subprocess.run([CLI, '--data-dir', os.path.join(self.folder, 'data'), *map(str, arguments)],
                              stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=PATIENCE,
                              env={**environment, 'HOME': self.folder, **self.language})
        assert (done.returncode, done.stderr) == (0, ''), f'{arguments}: {done.returncode}\n{done.stderr}'
        return done.stdout

    def export(self, kind, *options, name='export'):
        """The path of an export."""
        path = os.path.join(self.folder, f'{name}.{kind}')
        self.run('export', '--format', kind, *options, path)
        return path

    def read(self, kind, *options):
        with open(self.export(kind, *options), 'rb') as stream:
            return stream.read()

    def add_fixture(self, change=None):
        """Adds the log made by hand, which has what is rare; @change is called with it before."""
        path = os.path.join(self.folder, 'fixture.json')
        subprocess.run([MAKE, 'json', path], stdin=subprocess.DEVNULL, timeout=PATIENCE, check=True)
        if change is not None:
            with open(path, encoding='utf-8') as stream:
                whole = json.load(stream)
            change(whole)
            with open(path, 'w', encoding='utf-8') as stream:
                json.dump(whole, stream)
        self.run('import', path)
