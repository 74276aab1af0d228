#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every translation is complete, current and true to its placeholders."""

import os
import re
import subprocess
import sys
import tempfile
import unittest
from collections import Counter

import gettext_files

ROOT = sys.argv.pop()
WANTED = ['zh_CN']

PLACEHOLDER = re.compile(r'%(?:\d+\$)?[-+ #0\']*(?:\d+|\*)?(?:\.(?:\d+|\*))?(?:hh|h|ll|l|q|j|z|t|L)?'
                         r'[diouxXeEfFgGaAcspn]')
CHINESE = re.compile(r'[\u3400-\u9fff]')


def placeholders(text):
    """The directives of a format, in the order in which they are filled."""
    found = PLACEHOLDER.findall(text.replace('%%', ''))
    if any('$' in directive for directive in found):
        found.sort(key=lambda directive: int(re.match(r'%(\d+)\$', directive)[1]))
    return Counter(re.sub(r'^%\d+\$', '%', directive) for directive in found)


class Translation(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.pot = os.path.join(cls.folder.name, 'yanfei.pot')
        gettext_files.extract(ROOT, cls.pot)
        cls.template = {entry.key: entry for entry in gettext_files.parse(cls.pot)}
        cls.po = {language: os.path.join(ROOT, 'po', f'{language}.po')
                  for language in sorted({*gettext_files.list_linguas(ROOT), *WANTED})}

    def each(self):
        for language, path in self.po.items():
            with self.subTest(language):
                self.assertTrue(os.path.exists(path), f'po/{language}.po is missing')
                yield language, path

    def test_languages(self):
        linguas = gettext_files.list_linguas(ROOT)
        self.assertEqual(linguas, sorted(set(linguas)))
        for language in WANTED:
            self.assertIn(language, linguas)

    def test_complete(self):
        for language, path in self.each():
            merged = os.path.join(self.folder.name, f'{language}.po')
            subprocess.run(['msgmerge', '--quiet', '--no-fuzzy-matching', '-o', merged, path, self.pot],
                           check=True, capture_output=True)
            lacking = [entry.msgid for entry in gettext_files.parse(merged)
                       if not entry.obsolete and not entry.translated]
            print(f'{language}: {len(self.template) - len(lacking)} of {len(self.template)} translated')
            self.assertEqual(lacking, [])

    def test_nothing_left_over(self):
        for _, path in self.each():
            over = [entry.msgid for entry in gettext_files.parse(path)
                    if not entry.obsolete and entry.key not in self.template]
            self.assertEqual(over, [], 'translated, but no longer in the program')

    def test_checks(self):
        for _, path in self.each():
            result = subprocess.run(['msgfmt', '--check', '--output-file=' + os.devnull, path],
                                    capture_output=True, text=True)
            self.assertEqual((result.returncode, result.stderr), (0, ''))

    def test_placeholders(self):
        for _, path in self.each():
            for entry in gettext_files.parse(path):
                # The singular may leave its number out ("one repetition");
                # what is translated must be filled as the plural is.
                wanted = placeholders(entry.plural or entry.msgid)
                for text in entry.msgstr:
                    if text and not entry.obsolete:
                        self.assertEqual(placeholders(text), wanted, entry.msgid)

    def test_markup_and_mnemonics(self):
        for _, path in self.each():
            for entry in gettext_files.parse(path):
                for text in entry.msgstr:
                    if not text or entry.obsolete:
                        continue
                    for pattern in (r'</?\w+>', r'\n', r'https?://\S+'):
                        self.assertEqual(Counter(re.findall(pattern, text)),
                                         Counter(re.findall(pattern, entry.msgid)), entry.msgid)

    def test_chinese_is_chinese(self):
        """A sentence that was copied, not translated, has no Chinese in it."""
        for language, path in self.each():
            if not language.startswith('zh'):
                continue
            copied = [entry.msgid for entry in gettext_files.parse(path)
                      if not entry.obsolete and len(re.findall(r'[A-Za-z]{2,}', entry.msgid)) > 1
                      and not re.fullmatch(r'[a-z0-9.;_-]+', entry.msgid)
                      and any(text and not CHINESE.search(text) for text in entry.msgstr)]
            self.assertEqual(copied, [])


if __name__ == '__main__':
    unittest.main()
