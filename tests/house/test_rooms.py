#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The arrows between the rooms run one way; src/README.md draws them."""

import json
import os
import re
import subprocess
import sys
import unittest

import tree

BUILD = sys.argv.pop()
ROOT = sys.argv.pop()

LEFT_OF = {
    'catalogue': set(),
    'safety': {'catalogue'},
    'plan': {'catalogue', 'safety'},
    'session': {'catalogue', 'safety', 'plan'},
    'store': {'catalogue', 'safety', 'plan', 'session'},
    'sound': {'catalogue', 'safety', 'plan', 'session'},
    'desktop': {'catalogue', 'safety', 'plan', 'session'},
    'today': {'catalogue', 'safety', 'plan', 'session', 'store'},
    'progress': {'catalogue', 'safety', 'plan', 'session', 'store'},
    'drawing': {'catalogue', 'safety', 'plan', 'session', 'store', 'progress'},
    'report': {'catalogue', 'safety', 'plan', 'session', 'store', 'progress', 'drawing'},
    'demo': {'catalogue', 'safety', 'plan', 'session', 'store', 'today'},
    'app': {'catalogue', 'safety', 'plan', 'session', 'store', 'sound', 'progress', 'drawing', 'report', 'demo',
            'desktop', 'today'},
    'cli': {'catalogue', 'safety', 'plan', 'session', 'store', 'sound', 'progress', 'drawing', 'report', 'demo',
            'desktop', 'today'},
}

# Which rooms may include a library's headers.
ONLY_IN = {
    r'<(gtk|gdk|gsk)/': {'app'},
    r'<adwaita\.h>': {'app'},
    r'<gst/': {'sound'},
    r'<pulse/': {'desktop'},
    r'<xcb/': {'desktop'},
    r'<sqlite3\.h>': {'store'},
    r'<json-glib/': {'report', 'cli', 'app'},
    r'<(cairo|pango)': {'drawing', 'report', 'app'},
    r'<xlsxwriter': {'report'},
}

INCLUDE = re.compile(r'^\s*#\s*include\s+([<"][^>"]+[>"])', re.MULTILINE)


def room_of(path):
    """The room a path of the source or of the build tree lies in."""
    for top in (ROOT, BUILD):
        relative = os.path.relpath(path, os.path.join(top, 'src'))
        if not relative.startswith('..'):
            return relative.split(os.sep)[0]
    return None


class Rooms(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with open(os.path.join(BUILD, 'compile_commands.json'), encoding='utf-8') as stream:
            cls.commands = json.load(stream)
        cls.sources = [name for name in tree.list_files(ROOT)
                       if name.startswith('src/') and name.endswith(('.c', '.h'))]

    def test_every_folder_is_a_room_that_is_known(self):
        rooms = {name.split('/')[1] for name in self.sources}
        self.assertEqual(rooms - set(LEFT_OF), set())

    def test_every_source_is_built(self):
        built = {os.path.relpath(os.path.join(command['directory'], command['file']), ROOT)
                 for command in self.commands}
        left_out = [name for name in self.sources if name.endswith('.c') and name not in built]
        self.assertEqual(left_out, [])

    def test_a_room_sees_only_rooms_to_its_left(self):
        seen = set()
        for command in self.commands:
            path = os.path.join(command['directory'], command['file'])
            room = room_of(path)
            if room is None:
                continue
            seen.add(room)
            for match in re.finditer(r'(?:^|\s)-(?:I|isystem|iquote)\s*(\S+)', command['command']):
                include = os.path.normpath(os.path.join(command['directory'], match[1].strip("'\"")))
                with self.subTest(room=room, include=include):
                    self.assertNotIn(include, (ROOT, BUILD),
                                     'the root of the tree reaches every room')
                    other = room_of(include)
                    if other is not None:
                        self.assertIn(other, LEFT_OF[room] | {room})
        self.assertEqual(seen, {name.split('/')[1] for name in self.sources if name.endswith('.c')})

    def test_headers_are_named_without_their_room(self):
        for name in self.sources:
            for include in INCLUDE.findall(tree.read(ROOT, name)):
                if include.startswith('"'):
                    with self.subTest(name):
                        self.assertNotIn('/', include)

    def test_a_header_is_of_a_room_to_the_left(self):
        home = {os.path.basename(name): name.split('/')[1]
                for name in self.sources if name.endswith('.h')}
        for name in self.sources:
            room = name.split('/')[1]
            for include in INCLUDE.findall(tree.read(ROOT, name)):
                other = home.get(include[1:-1])
                if include.startswith('"') and other is not None:
                    with self.subTest(name):
                        self.assertIn(other, LEFT_OF[room] | {room}, include)

    def test_libraries_stay_in_their_rooms(self):
        for name in self.sources:
            room = name.split('/')[1]
            for include in INCLUDE.findall(tree.read(ROOT, name)):
                for pattern, rooms in ONLY_IN.items():
                    if re.match(pattern, include):
                        with self.subTest(name):
                            self.assertIn(room, rooms, include)

    def test_the_command_line_links_no_toolkit(self):
        program = os.path.join(BUILD, 'src', 'cli', 'yanfei-cli')
        libraries = subprocess.run(['ldd', program], check=True, capture_output=True, text=True).stdout
        self.assertIn('libglib-2.0', libraries)
        # libX11 comes with cairo, which draws the papers.
        for toolkit in ('libgtk', 'libgdk-', 'libadwaita', 'libwayland'):
            with self.subTest(toolkit):
                self.assertNotIn(toolkit, libraries)


if __name__ == '__main__':
    unittest.main()
