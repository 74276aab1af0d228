#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""CSV and XLSX as LibreOffice opens them, in the English and in the Chinese way: what is a date there, and what a text."""

import os
import re
import shutil
import subprocess
import unittest
from datetime import datetime
from xml.etree import ElementTree

from exports import PATIENCE, Log
from facts_sheet import csv_rows
from workbook import Workbook, moment

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SOFFICE = shutil.which('soffice')

OFFICE = '{urn:oasis:names:tc:opendocument:xmlns:office:1.0}'
TABLE = '{urn:oasis:names:tc:opendocument:xmlns:table:1.0}'
TEXT = '{urn:oasis:names:tc:opendocument:xmlns:text:1.0}'

# Commas, double quotes, UTF-8, from the first row on; everything else as LibreOffice proposes it.
CSV_FILTER = 'Text - txt - csv (StarCalc):44,34,76,1'

PROFILE = '''<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>{}</value></prop></item>
</oor:items>
'''

DATES, TIMES = {'date', 'dose_since'}, {'time'}
NUMBERS = {'set', 'planned_sets', 'planned_reps', 'planned_hold_s', 'reps', 'hold_s', 'seconds', 'pain_back_before',
           'pain_leg_before', 'pain_back_after', 'pain_leg_after', 'effort', 'stop_rep', 'stop_pain'}

CHINESE = re.compile('[\u4e00-\u9fff]')


class Cell:
    def __init__(self, element):
        self.kind = element.get(OFFICE + 'value-type')
        self.text = '\n'.join(''.join(part.itertext()) for part in element.findall(TEXT + 'p'))
        self.number = float(element.get(OFFICE + 'value', 'nan'))
        self.when = element.get(OFFICE + 'date-value') or element.get(OFFICE + 'time-value')
        self.formula = element.get(TABLE + 'formula')


def rows_of(table):
    """The rows of a table, but not those of the charts in its cells."""
    for part in table:
        if part.tag == TABLE + 'table-row':
            yield part
        elif part.tag in (TABLE + 'table-header-rows', TABLE + 'table-rows', TABLE + 'table-row-group'):
            yield from rows_of(part)


def read_sheets(path):
    """The cells that are not empty, by sheet and by (row, column)."""
    sheets = {}
    # Charts have tables of their own, further in.
    for table in ElementTree.parse(path).findall(f'{OFFICE}body/{OFFICE}spreadsheet/{TABLE}table'):
        cells = sheets[table.get(TABLE + 'name')] = {}
        row = 0
        for line in rows_of(table):
            # Rows and cells that are alike are written once.
            rows = range(row, row + int(line.get(TABLE + 'number-rows-repeated', 1)))
            column = 0
            for element in line.findall(TABLE + 'table-cell'):
                columns = range(column, column + int(element.get(TABLE + 'number-columns-repeated', 1)))
                if element.get(OFFICE + 'value-type'):
                    cells.update({(y, x): Cell(element) for y in rows for x in columns})
                column = columns.stop
            row = rows.stop
    return sheets


@unittest.skipIf(SOFFICE is None, 'LibreOffice is not installed')
class Spreadsheets(unittest.TestCase):
    maxDiff = None

    def make_logs(self):
        """A year of somebody made up, and the log made by hand."""
        logs = {}
        for name in ('year', 'rare'):
            logs[name] = Log()
            self.addCleanup(logs[name].close)
        logs['year'].run('demo', '--days', 365, '--seed', 1)
        logs['rare'].add_fixture()
        return logs

    def open(self, folder, paths, *options):
        """What LibreOffice makes of files."""
        out = os.path.join(folder, 'opened')
        done = subprocess.run([SOFFICE, f'-env:UserInstallation=file://{folder}/profile', '--headless', *options,
                               '--convert-to', 'fods', '--outdir', out, *paths], stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, timeout=PATIENCE, env={**os.environ, 'HOME': folder})
        self.assertEqual(done.returncode, 0, done.stderr)
        return [read_sheets(os.path.join(out, os.path.splitext(os.path.basename(path))[0] + '.fods')) for path in paths]

    def check_csv(self, path, sheets):
        (cells,) = sheets.values()
        with open(path, 'rb') as stream:
            rows = csv_rows(stream.read())
        columns = list(rows[0])
        self.assertEqual([cells[0, column].text for column in range(len(columns))], columns)
        self.assertEqual(max(row for row, _ in cells), len(rows))
        for number, row in enumerate(rows, 1):
            for column, name in enumerate(columns):
                cell = cells.get((number, column))
                if row[name] == '':
                    self.assertIsNone(cell, (number, name))
                    continue
                self.assertIsNone(cell.formula, (number, name))
                if name in DATES:
                    found, meant = (cell.kind, cell.when), ('date', row[name])
                elif name in TIMES:
                    found, meant = (cell.kind, cell.when), ('time', 'PT{}H{}M{}S'.format(*row[name].split(':')))
                elif name in NUMBERS:
                    found, meant = (cell.kind, cell.number), ('float', float(row[name]))
                else:
                    found, meant = (cell.kind, cell.text), ('string', row[name])
                self.assertEqual(found, meant, (number, name))
        return rows

    def check_xlsx(self, path, sheets):
        """Each cell is to LibreOffice what it is in the file."""
        with open(path, 'rb') as stream:
            book = Workbook(stream.read())
        self.assertEqual(list(sheets), book.names)
        n_dates = 0
        for name, sheet in book.sheets.items():
            cells = dict(sheets[name])
            for place, meant in sheet.cells.items():
                letter, number = re.fullmatch('([A-Z])([0-9]+)', place).groups()
                cell = cells.pop((int(number) - 1, ord(letter) - ord('A')))
                self.assertIsNone(cell.formula, (name, place))
                if meant.kind == 's':
                    self.assertEqual((cell.kind, cell.text), ('string', meant.value), (name, place))
                elif 'yyyy' in (meant.format or ''):
                    n_dates += 1
                    self.assertEqual(cell.kind, 'date', (name, place))
                    when = datetime.fromisoformat(cell.when[:26])
                    self.assertLess(abs((when - datetime.fromisoformat(moment(meant.value))).total_seconds()), 0.5)
                else:
                    # LibreOffice writes fifteen digits.
                    self.assertEqual((cell.kind, f'{cell.number:.12g}'), ('float', f'{meant.value:.12g}'), (name, place))
            self.assertEqual(cells, {}, name)
        self.assertGreater(n_dates, 20)
        return book

    def check(self, locale, **language):
        logs = self.make_logs()
        folder = logs['year'].folder
        os.makedirs(os.path.join(folder, 'profile', 'user'))
        with open(os.path.join(folder, 'profile', 'user', 'registrymodifications.xcu'), 'w', encoding='utf-8') as stream:
            stream.write(PROFILE.format(locale))
        books, tables = {}, {}
        for log in logs.values():
            log.language = language
        paths = [log.export('csv', name=f'{name}-table') for name, log in logs.items()]
        extra = [os.path.join(folder, 'dates.csv'), os.path.join(folder, 'unsafe.csv')]
        with open(extra[0], 'w', encoding='utf-8') as stream:
            stream.write('11/20/2026,2026年11月20日\n')
        with open(paths[1], encoding='utf-8') as safe, open(extra[1], 'w', encoding='utf-8') as stream:
            stream.write(safe.read().replace('"\'+1"', '+1', 1))
        *opened, dates, unsafe = self.open(folder, paths + extra, f'--infilter={CSV_FILTER}')
        for name, path, sheets in zip(logs, paths, opened):
            tables[name] = self.check_csv(path, sheets)

        # It is the country that was asked for, and this check would see a cell that is not what it should be.
        self.assertEqual([dates['dates'][0, column].kind for column in range(2)],
                         ['date', 'string'] if locale == 'en-US' else ['string', 'date'])
        self.assertRaises(AssertionError, self.check_csv, paths[1], unsafe)
        paths = [log.export('xlsx', name=f'{name}-book') for name, log in logs.items()]
        for name, path, sheets in zip(logs, paths, self.open(folder, paths)):
            books[name] = self.check_xlsx(path, sheets)

        # What a spreadsheet would run is there, and is a text in both.
        notes = {row['note'] for row in tables['rare']}
        self.assertLessEqual({"'=cmd|' /C calc'!A0", "'+1", "'@home", 'first, "slowly"\nthen faster'}, notes)
        texts = {cell.value for sheet in books['rare'].sheets.values() for cell in sheet.cells.values()}
        self.assertLessEqual({"=cmd|' /C calc'!A0", '+1', '@home', '-sitting, for an hour'}, texts)
        return tables, books

    def test_english(self):
        tables, books = self.check('en-US')
        self.assertIn('Five-point support', {row['exercise_name'] for row in tables['year']})
        self.assertEqual([name for name in books['year'].names if CHINESE.search(name)], [])

    def test_chinese(self):
        log = Log()
        self.addCleanup(log.close)
        messages = os.path.join(log.folder, 'zh_CN', 'LC_MESSAGES')
        os.makedirs(messages)
        subprocess.run(['msgfmt', os.path.join(ROOT, 'po', 'zh_CN.po'), '-o', os.path.join(messages, 'yanfei.mo')],
                       check=True)
        tables, books = self.check('zh-CN', LANGUAGE='zh_CN', YANFEI_LOCALEDIR=log.folder)
        self.assertIn('五点支撑', {row['exercise_name'] for row in tables['year']})
        self.assertEqual([name for name in books['year'].names if not CHINESE.search(name)], [])


if __name__ == '__main__':
    unittest.main()
