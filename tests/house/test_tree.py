#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules that every file of the tree keeps."""

import os
import re
import sys
import unittest

import tree

ROOT = sys.argv.pop()

SOURCE = ('.c', '.h', '.py', '.sh', '.ui', '.xml', '.in', '.css', '.sql', '.svg', '.its', '.loc')
# Files of a format that has no comments, or that are somebody else's text.
NO_COMMENT = re.compile(r'(^|/)(golden|broken)/')

LOOK, TOO_LONG = 600, 900


def is_source(name, text):
    return (not NO_COMMENT.search(name) and
            (name.endswith(SOURCE) or os.path.basename(name) in ('meson.build', 'meson_options.txt') or
             text.startswith('#!')))


class Tree(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.files = {}
        for name in tree.list_files(ROOT):
            try:
                cls.files[name] = tree.read(ROOT, name)
            except UnicodeDecodeError:
                pass

    def test_there_is_a_tree(self):
        self.assertIn('meson.build', self.files)
        self.assertGreater(len(self.files), 50)

    def test_spdx_line_comes_first(self):
        for name, text in self.files.items():
            if not is_source(name, text):
                continue
            lines = text.split('\n', 2)
            first = lines[1] if lines[0].startswith(('#!', '<?xml')) and len(lines) > 1 else lines[0]
            with self.subTest(name):
                self.assertIn('SPDX-License-Identifier: GPL-3.0-or-later', first)

    def test_no_file_is_too_long(self):
        for name, text in self.files.items():
            if name.endswith('.po'):
                continue
            n_lines = text.count('\n')
            if n_lines > LOOK:
                print(f'look at {name}: {n_lines} lines')
            with self.subTest(name):
                self.assertLessEqual(n_lines, TOO_LONG)

    def refuse(self, pattern, names, why):
        """No file among @names has a line that matches @pattern."""
        pattern = re.compile(pattern)
        for name in names:
            for number, line in enumerate(self.files[name].splitlines(), 1):
                if pattern.search(line):
                    with self.subTest(name):
                        self.fail(f'{name}:{number}: {why}: {line.strip()}')

    def named(self, *endings):
        return [name for name in self.files if name.endswith(endings)]

    def test_no_path_of_one_machine(self):
        places = '|'.join(('work', 'home', 'root', 'Users'))
        self.refuse(rf'(?<![\w.}}])/({places})/', self.files, 'a path of one machine')

    def test_nothing_is_left_for_later(self):
        words = '|'.join(('TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X', 'HA' + 'CK'))
        self.refuse(rf'\b({words})\b', self.files, 'something left for later')

    def test_no_goto(self):
        self.refuse(r'^\s*goto\s+\w+;', self.named('.c', '.h'), 'a goto')

    def test_no_test_sleeps(self):
        tests = [name for name in self.named('.c') if name.startswith('tests/')]
        self.refuse(r'\b(g_usleep|usleep|sleep|nanosleep|g_clock_sleep)\s*\(', tests,
                    'a unit test that sleeps instead of moving the fake clock')

    def test_lines_end_cleanly(self):
        texts = [name for name in self.files if not NO_COMMENT.search(name)]
        self.refuse(r'[ \t]+$|\r', [name for name in texts if not name.endswith('.md')],
                    'white space at the end of a line')
        self.refuse(r'\t', self.named('.c', '.h', '.py', '.ui', '.css', 'meson.build'), 'a tab')
        for name in texts:
            with self.subTest(name):
                self.assertTrue(not self.files[name] or self.files[name].endswith('\n'),
                                'no newline at the end')


if __name__ == '__main__':
    unittest.main()
