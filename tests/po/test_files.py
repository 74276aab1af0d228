#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""po/POTFILES.in names every file with something to translate, and no other."""

import os
import re
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ET

import gettext_files

ROOT = sys.argv.pop()

MARKED = re.compile(r'(?<![\w"])(_|N_|C_|NC_|Q_|n?gettext|d?c?n?gettext|g_d[cnp]*gettext2?)\s*\(\s*"')
CATALOGUE_TEXT = {'name', 'summary', 'step', 'caution', 'suits', 'label', 'description', 'sign', 'text', 'title',
                  'paragraph', 'claim'}


def catalogue_strings(path):
    """What a person can read of a file of the catalogue or the safety table."""
    root = ET.parse(path).getroot()
    if root.tag not in ('catalogue', 'rules'):
        return set()
    strings = set()
    for element in root.iter():
        if element.tag in CATALOGUE_TEXT:
            strings.add(' '.join(''.join(element.itertext()).split()))
        if element.get('section'):
            strings.add(element.get('section'))
    return strings


def has_strings(path):
    if path.endswith(('.c', '.h')):
        with open(path, encoding='utf-8') as stream:
            return bool(MARKED.search(stream.read()))
    if path.endswith('.ui'):
        with open(path, encoding='utf-8') as stream:
            return 'translatable="yes"' in stream.read()
    if path.endswith('.gschema.xml'):
        return any(element.tag in ('summary', 'description') for element in ET.parse(path).iter())
    if path.endswith(('.desktop.in', '.metainfo.xml.in')):
        return True
    if path.endswith('.xml') and not path.endswith('.gresource.xml'):
        return bool(catalogue_strings(path))
    return False


class Files(unittest.TestCase):
    def test_listed(self):
        found = set()
        for top in ('src', 'ui', 'data'):
            for folder, _, names in os.walk(os.path.join(ROOT, top)):
                for name in names:
                    path = os.path.join(folder, name)
                    if has_strings(path):
                        found.add(os.path.relpath(path, ROOT))
        listed = gettext_files.list_potfiles(ROOT)
        self.assertEqual(listed, sorted(listed), 'in alphabetical order')
        self.assertEqual(sorted(found - set(listed)), [], 'missing from po/POTFILES.in')
        self.assertEqual(sorted(set(listed) - found), [], 'in po/POTFILES.in with nothing to translate')

    def test_the_catalogue_is_extracted(self):
        with tempfile.TemporaryDirectory() as folder:
            pot = os.path.join(folder, 'yanfei.pot')
            gettext_files.extract(ROOT, pot)
            entries = gettext_files.parse(pot)
        for name in gettext_files.list_potfiles(ROOT):
            path = os.path.join(ROOT, name)
            if not name.endswith('.xml') or name.endswith('.gschema.xml'):
                continue
            with self.subTest(name):
                expected = catalogue_strings(path)
                extracted = {entry.msgid for entry in entries if name in entry.places}
                self.assertGreater(len(expected), 10)
                self.assertEqual(expected - extracted, set(), 'not extracted')
                self.assertEqual(extracted - expected, set(), 'extracted, but nobody reads it')
                print(f'{name}: {len(expected)} strings')


if __name__ == '__main__':
    unittest.main()
