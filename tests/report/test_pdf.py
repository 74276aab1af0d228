#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The PDF as others read it: text, structure, bookmarks, fonts, paper."""

import os
import re
import subprocess
import sys
import tempfile
import unittest

MAKE = os.path.abspath(sys.argv.pop(1))
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

# A hang is a failure, a slow machine or a sanitizer is not.
PATIENCE = 200


def run(*command, **environment):
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=PATIENCE,
                          env={**os.environ, **environment})
    if done.returncode != 0 or done.stderr:
        raise AssertionError(f'{command}: {done.returncode}\n{done.stderr}')
    return done.stdout


class Pdf:
    def __init__(self, case, days, size='a4', *options, **environment):
        folder = tempfile.TemporaryDirectory()
        case.addCleanup(folder.cleanup)
        self.path = os.path.join(folder.name, 'report.pdf')
        run(MAKE, self.path, str(days), size, *options, **environment)

    def bytes(self):
        with open(self.path, 'rb') as stream:
            return stream.read()

    def info(self):
        return dict(line.split(':', 1) for line in run('pdfinfo', '-isodates', self.path).splitlines() if ':' in line)

    def pages(self):
        """The words of each page, with the spaces between them made alike."""
        text = run('pdftotext', '-layout', self.path, '-')
        return [' '.join(page.split()) for page in text.split('\f')[:-1]]

    def structure(self):
        return run('pdfinfo', '-struct-text', self.path)

    def fonts(self):
        rows = run('pdffonts', self.path).splitlines()
        at = rows[1].split(' ')
        edges = [0]
        for dashes in at:
            edges.append(edges[-1] + len(dashes) + 1)
        return [[row[edges[i]:edges[i + 1]].strip() for i in range(len(at))] for row in rows[2:]]

    def bookmarks(self):
        """The titles in the file; pdftohtml reads them for us."""
        folder = os.path.dirname(self.path)
        run('pdftohtml', '-xml', '-i', '-q', self.path, os.path.join(folder, 'outline'))
        with open(os.path.join(folder, 'outline.xml'), encoding='utf-8') as stream:
            return re.findall(r'<item page="(\d+)">(.*?)</item>', stream.read())


class English(unittest.TestCase):
    def test_page_one(self):
        page = Pdf(self, 0).pages()[0]
        for words in ('Exercise report', '李伟 Li Wei', '1958', 'L4/L5 椎间盘突出 (left)', '2026-08-03 to 2026-09-25',
                      'High blood pressure', 'Five-point support', '2 × 3, 5 s', 'see a doctor', 'urgent',
                      '陈医生 Dr. Chen', '42 → 0', '3.5 → 5.5', 'does not diagnose', 'Yanfei, made on 2026-11-20'):
            self.assertIn(words, page)
        for number, words in (('10', 'sessions'), ('52', 'repetitions')):
            self.assertRegex(page, rf'\b{number}\b.*{words}')

    def test_foot_of_every_page(self):
        pages = Pdf(self, 90).pages()
        for number, page in enumerate(pages, 1):
            self.assertTrue(page.endswith(f'{number} / {len(pages)}'), page[-80:])
            self.assertIn('Li Mei', page)

    def test_anonymous(self):
        pages = ' '.join(Pdf(self, 0, 'a4', 'anonymous').pages())
        self.assertIn('Anonymous', pages)
        self.assertNotIn('Li Wei', pages)
        self.assertNotIn(b'Li Wei', Pdf(self, 0, 'a4', 'anonymous').bytes())

    def test_metadata(self):
        info = Pdf(self, 0).info()
        self.assertEqual(info['Title'].strip(), 'Exercise report, 2026-08-03 to 2026-09-25')
        self.assertEqual(info['Author'].strip(), 'Yanfei')
        self.assertRegex(info['Creator'], r'Yanfei \d+\.\d+')
        self.assertEqual(info['CreationDate'].strip(), '2026-11-20T01:00:00Z')
        self.assertEqual(info['Tagged'].strip(), 'yes')
        self.assertIn('A4', info['Page size'])

    def test_same_bytes(self):
        self.assertEqual(Pdf(self, 40).bytes(), Pdf(self, 40).bytes())

    def test_structure(self):
        structure = Pdf(self, 0).structure()
        for tag in ('Document', 'H1', 'H2', 'P', 'L', 'LI', 'Table', 'TR', 'TH', 'TD', 'Figure', 'Link'):
            self.assertRegex(structure, rf'(?m)^ *{tag}(?: |$)')
        self.assertEqual(structure.count('Document'), 1)

    def test_bookmarks(self):
        pdf = Pdf(self, 90)
        marks = pdf.bookmarks()
        pages = pdf.pages()
        titles = [title for _page, title in marks]
        for title in ('Overview', 'Charts', 'Details', 'Log', 'August 2026', 'November 2026'):
            self.assertIn(title, titles)
        for number, title in marks:
            if title != 'Overview':
                self.assertIn(title, pages[int(number) - 1])

    def test_fonts(self):
        fonts = Pdf(self, 0).fonts()
        self.assertTrue(fonts)
        for font in fonts:
            self.assertNotIn('Type 3', font[1], font)
            self.assertEqual(font[3:6], ['yes', 'yes', 'yes'], f'{font}: embedded, a subset, and can be searched')

    def test_years(self):
        """Five years are many pages, and still pages: every session is there."""
        pdf = Pdf(self, 1825)
        pages = pdf.pages()
        self.assertEqual(int(pdf.info()['Pages']), len(pages))
        self.assertLess(len(pages), 200)
        self.assertIn('sessions', pages[0])
        log = [page for page in pages if 'Planned Done Held' in page]
        self.assertGreater(len(log), 30)
        figures = re.search(r'(\d+) (\d+) (\d+) days kept', pages[0])
        self.assertIsNotNone(figures, pages[0])
        sessions = int(figures.group(1))
        days = set(re.findall(r'\b20\d\d-\d\d-\d\d \d\d:\d\d\b', ' '.join(pages)))
        self.assertGreaterEqual(len(days), sessions)
        self.assertGreater(sessions, 500)


class Languages(unittest.TestCase):
    def locale(self, name):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        run('localedef', '-i', name, '-f', 'UTF-8', os.path.join(folder.name, name + '.UTF-8'))
        messages = os.path.join(folder.name, 'messages', name, 'LC_MESSAGES')
        os.makedirs(messages)
        catalogue = os.path.join(ROOT, 'po', name + '.po')
        if os.path.exists(catalogue):
            run('msgfmt', catalogue, '-o', os.path.join(messages, 'yanfei.mo'))
        return {'LOCPATH': folder.name, 'LC_ALL': name + '.UTF-8', 'LANGUAGE': name,
                'YANFEI_LOCALEDIR': os.path.join(folder.name, 'messages')}

    def test_chinese(self):
        pdf = Pdf(self, 30, 'usual', **self.locale('zh_CN'))
        text = ''.join(pdf.pages()).replace(' ', '')
        for words in ('五点支撑', '腹式呼吸', '高血压'):
            self.assertIn(words, text)
        # What has a plural is translated as well.
        self.assertNotRegex(pdf.pages()[0], r'\b(?:sessions?|said|since|changes?|entry|entries)\b')
        self.assertIn('A4', pdf.info()['Page size'])
        for font in pdf.fonts():
            self.assertNotRegex(font[0], r'CJK(jp|kr|tc|hk)', 'glyphs as another country writes them')
            self.assertEqual(font[3:6], ['yes', 'yes', 'yes'])

    def test_letter(self):
        self.assertIn('letter', Pdf(self, 0, 'usual', **self.locale('en_US')).info()['Page size'])


if __name__ == '__main__':
    unittest.main()
