# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the tree share."""

import os
import subprocess


def list_files(root):
    """Every file of the project, tracked or about to be, relative to @root."""
    try:
        out = subprocess.run(
            ['git', '-c', 'safe.directory=*', '-C', root, 'ls-files', '-z',
             '--cached', '--others', '--exclude-standard'],
            check=True, capture_output=True, text=True).stdout
        names = [name for name in out.split('\0') if name]
    except (OSError, subprocess.CalledProcessError):
        # A released archive has no history, and nothing but the project in it.
        names = []
        for folder, folders, found in os.walk(root):
            folders[:] = [name for name in folders
                          if not name.startswith(('_build', '_install', '.git'))]
            names += [os.path.relpath(os.path.join(folder, name), root) for name in found]
    return sorted(name for name in set(names) if os.path.isfile(os.path.join(root, name)))


def read(root, name):
    with open(os.path.join(root, name), encoding='utf-8') as stream:
        return stream.read()
