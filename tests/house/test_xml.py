#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every XML file is well formed, and no icon leans on anything outside it."""

import os
import subprocess
import sys
import unittest
import xml.etree.ElementTree as ET

import tree

ROOT = sys.argv.pop()
XML = ('.xml', '.ui', '.svg', '.its', '.loc', '.xml.in')


class Xml(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.files = [name for name in tree.list_files(ROOT)
                     if name.endswith(XML) and not name.startswith('tests/')]

    def test_well_formed(self):
        self.assertGreater(len(self.files), 5)
        for name in self.files:
            with self.subTest(name):
                result = subprocess.run(['xmllint', '--noout', '--nonet', os.path.join(ROOT, name)],
                                        capture_output=True, text=True)
                self.assertEqual((result.returncode, result.stderr), (0, ''))

    def test_icons_stand_alone(self):
        icons = [name for name in self.files if name.endswith('.svg')]
        self.assertTrue(any(name.endswith('-symbolic.svg') for name in icons))
        for name in icons:
            with self.subTest(name):
                picture = ET.parse(os.path.join(ROOT, name)).getroot()
                size = '16' if name.endswith('-symbolic.svg') else '128'
                self.assertEqual((picture.get('width'), picture.get('height')), (size, size))
                tags = {element.tag.split('}')[-1] for element in picture.iter()}
                self.assertEqual(tags & {'image', 'text', 'script', 'style', 'foreignObject'}, set())


if __name__ == '__main__':
    unittest.main()
