#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The same counts in all five exports, held against each other."""

import csv
import io
import itertools
import json
import pickle
import re
import unittest

from exports import Log
from facts_json import read_fhir, read_json
from facts_pdf import Text, read_pages, read_pdf
from facts_sheet import csv_rows, read_csv, read_summary, read_xlsx
from workbook import Workbook

KINDS = ('json', 'csv', 'xlsx', 'fhir', 'pdf')

# What each of them tells at the least; the first page and the first sheet are for themselves.
SESSION = {('session', name) for name in ('completed', 'stops', 'sets', 'reps', 'back_before', 'leg_before', 'back_after',
                                          'leg_after', 'effort', 'morning', 'edited')}
EXERCISE = {('exercise', name) for name in ('sessions', 'sets', 'reps', 'stops')}
ENTRIES = {('alone', 'back'), ('alone', 'leg'), ('alone', 'flags'), ('relief', 'minutes'), ('activity', 'minutes'),
           ('rating', 'number'), ('rating', 'sum'), ('score', 'scale'), ('score', 'total')}
COUNTED = {('counted', name) for name in ('sessions', 'completed', 'sets', 'reps', 'stop')}
# The PDF is to tell of these as it does, in facts_pdf.py; what both tell is compared without more ado.
PLAN = {(kind, name) for kind, names in {
    'dose': ('reason', 'withdrawn'), 'stage': ('before', 'to', 'withdrawn'), 'reminder': ('answer', 'answered', 'reason'),
    'break': ('answer', 'reason', 'sat', 'length')}.items() for name in names} | {
        ('counted', kind) for kind in ('dose', 'stage', 'flare', 'review', 'programme', 'reminder', 'break')}
PROGRAMMES = {('programme', name) for name in ('sessions', 'items', 'bans')} | {('session', 'programme')}
HOLD = {('session', 'hold'), ('counted', 'hold'), ('exercise', 'hold')}
ROWS = SESSION | EXERCISE | COUNTED | {('counted', 'days'), ('answers', 'number'), ('answers', 'sum'),
                                       ('mornings', 'number'), ('stop', 'exercise'), ('stop', 'rep'), ('stop', 'pain')}
TELLS = {
    'json': ROWS | ENTRIES | HOLD | PLAN | PROGRAMMES | {('session', 'seconds'), ('counted', 'check_ins')},
    'csv': ROWS | HOLD | {('session', 'programme')},
    'xlsx': ROWS | ENTRIES | HOLD | PLAN | {('session', 'seconds'), ('counted', 'check_ins')},
    'fhir': ROWS | ENTRIES | HOLD | PLAN | PROGRAMMES | {('session', 'seconds'), ('counted', 'check_ins')},
    'pdf': ROWS | ENTRIES,
    'first sheet of xlsx': COUNTED | EXERCISE | {
        ('counted', 'hold'), ('counted', 'check_ins'), ('counted', 'activity'), ('counted', 'relief'),
        ('exercise', 'hold'), ('exercise', 'planned'), ('days', 'kept'), ('days', 'flare'), ('mornings', 'number')},
    'first pages of pdf': COUNTED | {
        ('chart', 'hold_s'), ('exercise', 'reps'), ('exercise', 'planned'), ('exercise', 'hold_s'), ('days', 'kept'),
        ('days', 'flare'), ('mornings', 'number'), ('asked', 'number')},
}


class Set:
    """The five exports of a log, as they were read in, so that they can be changed before they are told."""

    def __init__(self, log, *options):
        self.csv = log.read('csv', *options)
        self.json = json.loads(log.read('json', *options))
        self.fhir = json.loads(log.read('fhir', *options))
        self.xlsx = Workbook(log.read('xlsx', *options)).sheets
        for sheet in self.xlsx.values():
            sheet.root = None
        self.pdf = Text(log.export('pdf', *options))
        self.names = {row['exercise']: row['exercise_name'] for row in csv_rows(self.csv) if row['exercise']}

    def tell(self, kind):
        """The papers that one format is."""
        names = set(self.names.values())
        if kind == 'json':
            return [read_json(self.json, self.names)]
        if kind == 'csv':
            return [read_csv(self.csv)]
        if kind == 'xlsx':
            return [read_xlsx(self.xlsx), read_summary(self.xlsx)]
        if kind == 'fhir':
            return [read_fhir(self.fhir)]
        return [read_pdf(self.pdf, names), read_pages(self.pdf, names)]

    def papers(self):
        return [paper for kind in KINDS for paper in self.tell(kind)]


def differences(papers):
    return [one for left, right in itertools.combinations(papers, 2) for one in left.differences(right)]


def setUpModule():
    """The made-up year is the same for all tests."""
    global LOG, YEAR, PAPERS
    LOG = Log()
    unittest.addModuleCleanup(LOG.close)
    LOG.run('demo', '--days', 365, '--seed', 1)
    YEAR = Set(LOG)
    PAPERS = {paper.name: paper for paper in YEAR.papers()}


class Year(unittest.TestCase):
    maxDiff = None

    def agree(self, papers):
        """Each pair of them, and each of them says what it is there to say."""
        for left, right in itertools.combinations(papers, 2):
            with self.subTest(left=left.name, right=right.name):
                self.assertEqual(left.differences(right), [])

    def test_same_counts(self):
        self.agree(PAPERS.values())

    def test_what_is_compared(self):
        for name, paper in PAPERS.items():
            with self.subTest(name):
                self.assertEqual(TELLS[name] - paper.kinds, set())
        told = PAPERS['json'].facts
        for name in ('sessions', 'completed', 'sets', 'reps', 'hold', 'check_ins', 'stop', 'relief', 'activity', 'rating',
                     'score', 'dose', 'stage', 'programme', 'reminder', 'break'):
            self.assertGreater(told['counted', None, name], 0, name)
        for name in ('back_before', 'leg_before', 'back_after', 'leg_after', 'effort'):
            self.assertGreater(told['answers', name, 'sum'], 0, name)
        self.assertLess(told['counted', None, 'completed'], told['counted', None, 'sessions'])

    def test_time_under_hold(self):
        """The chart has whole seconds; so may what it sums up."""
        told = PAPERS['first pages of pdf'].facts
        bars = sum(value for (category, _, name), value in told.items() if (category, name) == ('exercise', 'hold_s'))
        whole = PAPERS['json'].facts['counted', None, 'hold_s']
        self.assertTrue(bars <= told['chart', None, 'hold_s'] <= whole, (bars, told['chart', None, 'hold_s'], whole))
        self.assertLess(whole - bars, 20)

    def test_anonymous(self):
        """Who it was changes no number."""
        papers = Set(LOG, '--anonymous').papers()
        self.agree(papers)
        self.agree([papers[0], *PAPERS.values()])

    def test_some_days(self):
        days = sorted(row['date'] for row in csv_rows(YEAR.csv))
        first, last = days[len(days) // 4], days[len(days) * 3 // 4]
        some = Set(LOG, '--from', first, '--to', last)
        papers = some.papers()
        self.agree(papers)
        entries = {'session', 'stop', 'alone', 'relief', 'activity', 'rating', 'score', 'dose', 'stage', 'flare', 'review',
                   'reminder', 'break'}
        for paper in papers:
            whole = {fact: value for fact, value in PAPERS[paper.name].facts.items()
                     if fact[0] in entries and first <= fact[1][:10] <= last}
            self.assertEqual({fact: value for fact, value in paper.facts.items() if fact[0] in entries}, whole, paper.name)
        rows = [row for row in csv_rows(YEAR.csv) if first <= row['date'] <= last]
        for row in rows:
            # A change before the first day is not in the report.
            if row['dose_since'] < first:
                row.update(dose_since='', dose_reason='')
        self.assertEqual(csv_rows(some.csv), rows)
        self.assertTrue(any(row['dose_since'] for row in rows))

    def test_read_back_in(self):
        other = Log()
        self.addCleanup(other.close)
        other.run('import', LOG.export('json'))
        for kind in ('json', 'csv'):
            self.assertEqual(LOG.read(kind), other.read(kind), kind)
        self.assertEqual(differences(Set(other).papers()), [])


class Rare(unittest.TestCase):
    """What the made-up year does not have: the log made by hand, which the other tests of the papers begin with."""

    def test_same_counts(self):
        log = Log()
        self.addCleanup(log.close)
        # The onset was told of at the first start, when nothing had been done.
        log.add_fixture(lambda whole: whole['stage_changes'][0].update(day='2026-07-20'))
        papers = Set(log)
        self.assertEqual(differences(papers.papers()), [])
        self.assertEqual({paper.name for paper in papers.papers() if ('stage', '2026-07-20 #1', 'to') in paper.facts},
                         {'json', 'xlsx', 'fhir'})
        states = {row['session_state'] for row in csv_rows(papers.csv)}
        self.assertEqual(states, {'completed', 'stopped', 'cut'})
        told = papers.tell('json')[0].facts
        for kind in ('dose', 'stage', 'flare', 'review', 'programme', 'reminder', 'break'):
            self.assertGreater(told['counted', None, kind], 0, kind)
        self.assertEqual({value for (kind, _, name), value in told.items() if (kind, name) == ('dose', 'withdrawn')},
                         {False, True})


class Notices(unittest.TestCase):
    """The comparison itself: each of these must be noticed, wherever it is."""

    def each(self, kind, changes):
        """Changes the one paper, and holds it against all others as they are."""
        before = pickle.dumps(getattr(YEAR, kind))
        mine = [paper.name for paper in YEAR.tell(kind)]
        others = [paper for paper in PAPERS.values() if paper.name not in mine]
        for what, change in changes.items():
            with self.subTest(what):
                try:
                    change(getattr(YEAR, kind))
                    self.assertNotEqual(pickle.dumps(getattr(YEAR, kind)), before, 'nothing was changed')
                    try:
                        papers = YEAR.tell(kind)
                    except (AssertionError, KeyError, TypeError, ValueError):
                        # What is not whole any more is noticed as well.
                        continue
                    self.assertNotEqual([one for paper in papers for other in others
                                         for one in paper.differences(other)], [])
                finally:
                    setattr(YEAR, kind, pickle.loads(before))

    @staticmethod
    def change_csv(whole, change):
        rows = list(csv.reader(io.StringIO(whole.decode('utf-8-sig'), newline='')))
        change(rows, rows[0].index)
        text = io.StringIO()
        csv.writer(text).writerows(rows)
        YEAR.csv = text.getvalue().encode('utf-8-sig')

    def test_csv(self):
        def number(column, by):
            def change(rows, index):
                row = next(row for row in rows[40:] if row[index(column)] not in ('', '0'))
                row[index(column)] = str(type(by)(row[index(column)]) + by)
            return change

        def first_of_session(rows, index):
            row = next(number for number in range(40, len(rows)) if rows[number][0] != rows[number - 1][0])
            rows[row][index('pain_back_before')] = '10'

        self.each('csv', {
            'a row': lambda whole: self.change_csv(whole, lambda rows, index: rows.pop(50)),
            'a row twice': lambda whole: self.change_csv(whole, lambda rows, index: rows.append(rows[50])),
            'a repetition': lambda whole: self.change_csv(whole, number('reps', 1)),
            'a thousandth of a second': lambda whole: self.change_csv(whole, number('hold_s', 0.001)),
            'where it hurt': lambda whole: self.change_csv(whole, number('stop_rep', 1)),
            'an answer': lambda whole: self.change_csv(whole, first_of_session),
        })

    def test_json(self):
        def session(whole):
            return next(one for one in whole['sessions'][10:] if one['check_in'] and one['after'])

        self.each('json', {
            **{f'one of {name}': lambda whole, name=name: whole[name].pop(0)
               for name in ('sessions', 'check_ins', 'reliefs', 'activities', 'ratings', 'scores', 'dose_changes', 'stage_changes',
                            'programmes', 'reminders', 'sitting_breaks')},
            'a reason': lambda whole: whole['dose_changes'][0].update(reason='limit'),
            'a stage': lambda whole: whole['stage_changes'][0].update(to='prevention'),
            'a change withdrawn': lambda whole: whole['dose_changes'][0].update(withdrawn='2026-01-01T00:00:00Z'),
            'an answer to a reminder': lambda whole: next(
                one for one in whole['reminders'] if one['answer'] == 'start').update(answer='told'),
            'why not': lambda whole: next(
                one for one in whole['sitting_breaks'] if one['answer'] == 'skipped').update(reason='no-wish'),
            'how long one sat': lambda whole: whole['sitting_breaks'][0].update(sat_s=60.0),
            'a programme that was followed': lambda whole: next(
                one for one in whole['sessions'] if 'programme' in one).pop('programme'),
            'a repetition': lambda whole: session(whole)['exercises'][0]['sets'][0]['reps'].pop(),
            'a set': lambda whole: session(whole)['exercises'][0]['sets'].pop(),
            'a microsecond': lambda whole: session(whole)['exercises'][0]['sets'][0]['reps'][0].update(hold_s=99.000001),
            'pain before': lambda whole: session(whole)['check_in'].update(pain_leg=10),
            'no answer': lambda whole: session(whole)['check_in'].update(pain_back=None),
            'effort': lambda whole: session(whole)['after'].update(effort=9),
            'an end': lambda whole: session(whole).update(state='cut'),
            'a stop': lambda whole: next(one for one in whole['sessions'] if one['stops'])['stops'].pop(),
            'a score': lambda whole: whole['scores'][0].update(total=51),
        })

    def test_xlsx(self):
        def rows(whole, name):
            return whole[name].rows

        def more(cell):
            cell.value += 1

        def total(whole, label):
            cells = whole['Summary'].cells
            return cells['B' + next(place[1:] for place, cell in cells.items() if cell.value == label)]

        self.each('xlsx', {
            **{f'a row of {name}': lambda whole, name=name: rows(whole, name).pop(1)
               for name in ('Sessions', 'Sets', 'Stops for pain', 'Check-ins', 'Activities and relief',
                            'Outcome measures', 'Plan', 'Programmes', 'Reminders', 'Breaks')},
            'a repetition': lambda whole: more(rows(whole, 'Sets')[30]['Repetitions']),
            'repetitions of a session': lambda whole: more(rows(whole, 'Sessions')[30]['Repetitions']),
            'a day': lambda whole: more(rows(whole, 'Sessions')[30]['Begun']),
            **{f'the total of {label}': lambda whole, label=label: more(total(whole, label))
               for label in ('Sessions', 'Sessions done to the end', 'Sets', 'Repetitions', 'Stops for pain', 'Check-ins',
                             'Activities', 'Compresses', 'Under hold (s)', 'Worse on the next morning')},
        })

    def test_fhir(self):
        def find(whole, test):
            return next(number for number, entry in enumerate(whole['entry']) if test(entry['resource']))

        def drop(kind):
            return lambda whole: whole['entry'].pop(find(whole, lambda one: one['resourceType'] == kind))

        def repetitions(whole):
            for entry in whole['entry'][200:]:
                for part in entry['resource'].get('component', []):
                    if part['code']['text'] == 'Repetitions':
                        part['valueInteger'] += 1
                        return

        def pain(whole):
            place = find(whole, lambda one: one.get('method', {}).get('text') == 'Asked after the session')
            whole['entry'][place]['resource']['valueQuantity']['value'] += 1

        self.each('fhir', {
            'a session': lambda whole: whole['entry'].pop(find(whole, lambda one: 'hasMember' in one)),
            'a check-in': drop('QuestionnaireResponse'),
            'a stop': drop('AdverseEvent'),
            'a compress': drop('Procedure'),
            'a plan': drop('CarePlan'),
            'a reminder': drop('Communication'),
            'a break': lambda whole: whole['entry'].pop(find(whole, lambda one: 'sitting-break' in str(one.get('code')))),
            'a stage': lambda whole: whole['entry'].pop(find(whole, lambda one: 'component' in one and 'stage-before' in
                                                             str(one['component']))),
            'a rating': lambda whole: whole['entry'].pop(find(whole, lambda one: 'psfs-mean' in str(one.get('code')))),
            'a repetition': repetitions,
            'pain': pain,
        })

    def test_pdf(self):
        def word(old, new, count=1):
            """Another word in the log."""
            def change(whole):
                head, log = re.split(r'(?=\tHeld\n)', whole.words, maxsplit=1)
                log, n = re.subn(r'(?m)\t' + old + '$', '\t' + new, log, count=count)
                self.assertEqual(n, count)
                whole.words = head + log
            return change

        def figure(pattern):
            def change(whole):
                whole.layout, n = re.subn(pattern, lambda found: found[0].replace(found[1], str(int(found[1]) + 1)),
                                          whole.layout, count=1)
                self.assertEqual(n, 1)
            return change

        self.each('pdf', {
            'a day': word(r'\d{4}-\d\d-\d\d', 'gone'),
            'sets and repetitions': word('×', '+', 2),
            'where it hurt': word('repetition', 'set'),
            'the total of sessions': figure(r'(?m)^ *\d+ ?/ ?\d+ +\d+ ?/ ?\d+ +(\d+) +\d+ +\d+ *$'),
            'the total of repetitions': figure(r'(?m)^ *\d+ ?/ ?\d+ +\d+ ?/ ?\d+ +\d+ +(\d+) +\d+ *$'),
            'the total of sets': figure(r'\bin (\d+) sets\b'),
            'completed': figure(r'sessions, (\d+) done'),
            'a bar of time': figure(r'(?m)^ *Modified swallow-flight +(?:\d+:)?(\d+):\d\d *$'),
            'a bar': figure(r'Five-point support +(\d+) of \d+'),
        })


if __name__ == '__main__':
    unittest.main()
