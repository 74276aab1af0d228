#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The workbook as a spreadsheet reads it: sheets, types, charts, counts."""

import re
import unittest
from collections import Counter

from papers import PaperTest, fixture_counts
from workbook import CHART, MAIN, Workbook, moment

SHEETS = ['Summary', 'Sessions', 'Sets', 'Stops for pain', 'Check-ins', 'Activities and relief', 'Outcome measures',
          'Doses', 'Plan', 'Programmes', 'Reminders', 'Breaks', 'Changes']


class Xlsx(PaperTest):
    @classmethod
    def setUpClass(cls):
        cls.data = cls('make').make('xlsx')
        cls.book = Workbook(cls.data)
        cls.counts = fixture_counts()

    def sheet(self, name):
        return self.book.sheets[name]

    def summary(self, label, book=None):
        """The cell beside a label of the summary."""
        cells = (book or self.book).sheets['Summary'].cells
        places = [name for name, cell in cells.items() if cell.value == label and name.startswith('A')]
        self.assertEqual(len(places), 1, label)
        return cells.get('B' + places[0][1:])

    def test_sheets(self):
        self.assertEqual(self.book.names, SHEETS)
        for name in SHEETS:
            self.assertLessEqual(len(name), 31)
            self.assertFalse(set(name) & set('[]:*?/\\'))

    def test_frozen_and_filtered(self):
        for name in SHEETS:
            root = self.sheet(name).root
            pane = root.find(f'{MAIN}sheetViews/{MAIN}sheetView/{MAIN}pane')
            self.assertEqual((pane.get('state'), pane.get('ySplit')), ('frozen', '1'), name)
            columns = root.findall(f'{MAIN}cols/{MAIN}col')
            self.assertTrue(columns and all(8 <= float(one.get('width')) < 60 for one in columns), name)
            if name != 'Summary':
                self.assertRegex(root.find(MAIN + 'autoFilter').get('ref'), '^A1:')

    def test_types(self):
        """What is a date is a number with the format of one; no formulas anywhere."""
        days = {'Day', 'From', 'Given on', 'Counts from', 'Counts until'}
        moments = {'Begun', 'Ended', 'When', 'Session begun', 'Set begun', 'Set ended', 'Changed', 'Installed', 'Agreed to',
                   'Left', 'Withdrawn', 'Written down', 'Answered', 'Moment of the first version'}
        numbers = {'Sat for (min)': '0.0', 'Length of the break (min)': '0.0', 'Sessions that followed it': '0',
                   'Minutes': '0.0', 'Under hold (s)': '0.0', 'Planned hold (s)': '0.0', 'Repetitions': '0', 'Set': '0',
                   'Repetition': '0', 'Back pain, 0 to 10': '0', 'Effort, 0 to 10': '0', 'Pain, 0 to 10': '0'}
        seen = set()
        for name in SHEETS[1:]:
            self.assertEqual(self.sheet(name).n_formulas, 0)
            for row in self.sheet(name).rows:
                for header, cell in row.items():
                    if cell is None:
                        continue
                    seen.add(header)
                    with self.subTest(sheet=name, header=header):
                        if header in days:
                            self.assertEqual((cell.kind, cell.format), ('n', 'yyyy-mm-dd'))
                            self.assertEqual(cell.value, int(cell.value))
                        elif header in moments:
                            self.assertEqual(cell.kind, 'n')
                            self.assertRegex(cell.format, '^yyyy-mm-dd( hh:mm)?$')
                        elif header in numbers:
                            self.assertEqual((cell.kind, cell.format), ('n', numbers[header]))
                        elif header in ('Note', 'Exercise', 'Red flags', 'How it ended', 'Side', 'Next morning'):
                            self.assertEqual(cell.kind, 's')
        self.assertLessEqual(days | moments | set(numbers), seen)
        self.assertEqual(self.sheet('Summary').n_formulas, 0)

    def test_moments_are_where_the_person_was(self):
        begun = [moment(value) for value in self.sheet('Sessions').column('Begun')]
        self.assertEqual(begun[:2] + begun[4:5], ['2026-08-03 19:00:00', '2026-08-05 19:00:00', '2026-08-17 07:30:00'])
        self.assertEqual(self.sheet('Sessions').column('Offset from UTC')[4], '-03:30')
        self.assertEqual(moment(self.summary('From').value), '2026-08-03 00:00:00')
        self.assertEqual(moment(self.summary('To').value), '2026-09-25 00:00:00')

    def test_what_looks_like_a_formula_is_text(self):
        notes = self.sheet('Sessions').column('Note')
        for note in ("=cmd|' /C calc'!A0", '+1', '@home', 'first, "slowly"\nthen faster'):
            self.assertIn(note, notes)
        self.assertIn('-sitting, for an hour', self.sheet('Outcome measures').column('Activity'))

    def test_counts(self):
        totals = {'Sessions': 'sessions', 'Sessions done to the end': 'completed', 'Sets': 'sets', 'Repetitions': 'reps',
                  'Stops for pain': 'stops', 'Activities': 'activities', 'Compresses': 'reliefs',
                  'Entries changed or added afterwards': 'edited'}
        for label, name in totals.items():
            cell = self.summary(label)
            self.assertEqual((cell.kind, cell.value), ('n', self.counts[name]), label)

        sessions, sets = self.sheet('Sessions'), self.sheet('Sets')
        self.assertEqual(len(sessions.rows), self.counts['sessions'])
        self.assertEqual(sum(sessions.column('Sets')), self.counts['sets'])
        self.assertEqual(sum(sessions.column('Repetitions')), self.counts['reps'])
        self.assertEqual(sum(sessions.column('Stops for pain')), self.counts['stops'])
        self.assertEqual(sum(sets.column('Repetitions')), self.counts['reps'])
        self.assertEqual(sum(reps > 0 for reps in sets.column('Repetitions')), self.counts['sets'])
        self.assertAlmostEqual(sum(sets.column('Under hold (s)')), self.summary('Under hold (s)').value)
        self.assertAlmostEqual(sum(sessions.column('Minutes')), self.summary('Minutes in sessions').value)
        self.assertEqual(len(self.sheet('Stops for pain').rows), self.counts['stops'])
        self.assertEqual(len(self.sheet('Check-ins').rows), self.summary('Check-ins').value)
        self.assertEqual(len(self.sheet('Activities and relief').rows),
                         self.counts['activities'] + self.counts['reliefs'])
        self.assertEqual(len(self.sheet('Changes').rows), self.counts['edits'])

        kinds = Counter(self.sheet('Plan').column('Kind of change'))
        self.assertEqual((kinds['Dose'], kinds['Stage'], kinds['Flare'], kinds['Open again']),
                         tuple(self.counts[name] for name in ('dose_changes', 'stage_changes', 'flares', 'reviews')))
        for name, count in (('Programmes', 'programmes'), ('Reminders', 'reminders'), ('Breaks', 'breaks')):
            self.assertEqual(len(self.sheet(name).rows), self.counts[count], name)
        self.assertEqual(len(self.sheet('Reminders').column('Answered')), self.counts['answered'])
        self.assertEqual(sum(self.sheet('Programmes').column('Sessions that followed it')), self.counts['followed'])

    def test_plan(self):
        rows = self.sheet('Plan').rows
        first = rows[0]
        self.assertEqual([first[name].value for name in ('Exercise', 'Before', 'After', 'Why')],
                         ['Five-point support', '2 sets × 3, hold 3 s', '2 sets × 3, hold 2 s',
                          'From 2 sets × 3, hold 3 s down to 2 sets × 3, hold 2 s: it hurt, and you stopped.'])
        self.assertEqual(moment(first['Day'].value)[:10], '2026-08-06')
        self.assertEqual(moment(first['Written down'].value), '2026-08-06 19:30:00')
        self.assertEqual([moment(row['Withdrawn'].value)[:10] for row in rows if row['Withdrawn']],
                         ['2026-09-08', '2026-09-16'])
        (flare,) = [row for row in rows if row['Kind of change'].value == 'Flare']
        self.assertEqual((moment(flare['Day'].value)[:10], flare['Before'], flare['After']), ('2026-08-14', None, None))
        self.assertEqual([row['Why'].value for row in rows if row['Kind of change'].value == 'Open again'],
                         ['Looked at by Dr. Chen.', 'The person says so.'])
        self.assertEqual([(row['Exercise'] and row['Exercise'].value, row['Why'].value) for row in rows
                          if row['Kind of change'].value == 'Wish'],
                         [('Pelvic floor exercise (Kegel)', 'Added'), ('猫式 & "cat" <1>', 'Put first'), ('Plank', 'Left out'),
                          (None, 'As planned')])

    def test_programmes(self):
        first, second, third = self.sheet('Programmes').rows
        self.assertEqual([first[name].value for name in ('Name', 'Clinician', 'State')],
                         ['Stabilisieren & heben', 'Dr. Chen', 'No longer in force'])
        self.assertEqual(first['To be done'].value,
                         'Five-point support: 2 sets × 3, hold 5 s, at most 3 sets × 15, hold 5 s\n'
                         'Heel slide: 1 set × 6, hold 2 s, at most 2 sets × 8, hold 2 s')
        self.assertEqual((first['Not to be done'].value, second['Not to be done']), ('Swallow-flight', None))
        self.assertEqual([moment(first[name].value) for name in ('Agreed to', 'Left')],
                         ['2026-08-23 19:05:00', '2026-09-11 19:05:00'])
        self.assertEqual(second['Counts until'], None)
        self.assertEqual((third['State'].value, third['Agreed to']), ('Never agreed to', None))

    def test_reminders_and_breaks(self):
        rows = self.sheet('Reminders').rows
        self.assertEqual([row['Answer'].value for row in rows],
                         ['Started', 'Answered', 'No answer', 'Not today', 'Not today'])
        self.assertEqual([row['Why not'] and row['Why not'].value for row in rows],
                         [None, None, None, 'It hurts', 'No reason given'])
        rows = self.sheet('Breaks').rows
        self.assertEqual([(row['Sat for (min)'].value, row['Answer'].value, row['Why not'] and row['Why not'].value)
                          for row in rows],
                         [(40, 'Done', None), (41, 'Partly', None), (30, 'Skipped', 'Not possible where I am'),
                          (60, 'No answer', None)])
        self.assertEqual([row['Length of the break (min)'] and row['Length of the break (min)'].value for row in rows],
                         [3, 1, None, None])

    def test_nothing_is_missing(self):
        """An exercise of which nothing was counted has a row all the same."""
        undone = [row['Exercise'].value for row in self.sheet('Sets').rows if row['Repetitions'].value == 0]
        self.assertEqual(undone, ['Modified swallow-flight', 'Plank', 'Waist and hip stretch', 'Glute bridge'])

    def test_a_set(self):
        row = self.sheet('Sets').rows[3]
        self.assertEqual([row[name].value for name in ('Exercise', 'How it ended', 'Set', 'Repetitions',
                                                       'Planned repetitions', 'Under hold (s)', 'Planned hold (s)',
                                                       'Counted by')],
                         ['Five-point support', 'Stopped early', 2, 1, 3, 2.5, 3, 'The person'])
        self.assertIsNone(row['Side'])

    def test_a_stop(self):
        row = self.sheet('Stops for pain').rows[0]
        self.assertEqual([row[name].value for name in ('Exercise', 'Set', 'Repetition', 'Phase', 'Pain, 0 to 10',
                                                       'Where it hurt')],
                         ['Five-point support', 2, 2, 'Hold', 6, 'In the back'])
        self.assertEqual(moment(row['When'].value), '2026-08-05 19:01:51')
        before_the_first = self.sheet('Stops for pain').rows[1]
        self.assertEqual((before_the_first['Set'], before_the_first['Pain, 0 to 10']), (None, None))

    def test_red_flags(self):
        first = self.sheet('Check-ins').rows[0]
        self.assertEqual(first['Number of red flags'].value, 2)
        self.assertIn('(for 12 days)', first['Red flags'].value)
        unanswered = [row for row in self.sheet('Check-ins').rows if row['Back pain, 0 to 10'] is None]
        self.assertEqual(len(unanswered), 2)

    def test_charts(self):
        charts = [self.book.parse(name) for name in sorted(self.book.zip.namelist()) if name.startswith('xl/charts/')]
        drawn = {}
        for chart in charts:
            for kind in ('scatterChart', 'barChart'):
                for one in chart.iter(CHART + kind):
                    drawn[kind] = [formula.text for formula in one.iter(CHART + 'f')]
        last = len(self.sheet('Check-ins').rows) + 1
        self.assertEqual(drawn['scatterChart'],
                         [f"'Check-ins'!$A$2:$A${last}", f"'Check-ins'!$D$2:$D${last}",
                          f"'Check-ins'!$A$2:$A${last}", f"'Check-ins'!$E$2:$E${last}"])
        self.assertEqual(self.sheet('Check-ins').header[0::3][:2], ['When', 'Back pain, 0 to 10'])
        self.assertEqual(self.sheet('Check-ins').header[4], 'Leg pain, 0 to 10')

        # The columns are beside the weeks, each of them and nothing else.
        first, last = re.fullmatch(r'Summary!\$B\$(\d+):\$B\$(\d+)', drawn['barChart'][0]).groups()
        cells = self.sheet('Summary').cells
        self.assertEqual([cells[f'{column}{int(first) - 1}'].value for column in 'ABCD'],
                         ['Week from', 'Week', 'Days kept', 'Days intended'])
        self.assertEqual((cells[f'B{first}'].value, cells[f'B{last}'].value), ('2026-W32', '2026-W39'))
        self.assertEqual(moment(cells[f'A{first}'].value), '2026-08-03 00:00:00')
        self.assertNotIn(f'A{int(last) + 1}', cells)

    def test_same_bytes(self):
        self.assertEqual(self.make('xlsx'), self.data)
        core = self.book.zip.read('docProps/core.xml').decode()
        self.assertIn('>2026-10-01T01:00:00Z</dcterms:created>', core)

    def test_anonymous(self):
        name, born = self.summary('Who').value, str(int(self.summary('Year of birth').value))
        book = Workbook(self.make('xlsx', 'anonymous'))
        self.assertEqual(self.summary('Who', book).value, 'Anonymous')
        texts = '\n'.join(book.zip.read(one).decode() for one in book.zip.namelist())
        self.assertNotIn(name, texts)
        self.assertNotIn(f'<v>{born}</v>', texts)

    def test_empty(self):
        book = Workbook(self.make('xlsx', 'empty'))
        self.assertEqual(book.names, SHEETS)
        self.assertEqual(self.summary('Sessions', book).value, 0)
        for name in SHEETS[1:]:
            self.assertEqual(book.sheets[name].rows, [], name)


if __name__ == '__main__':
    unittest.main()
