#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Handing the log over, and reading it back in."""

import csv
import io
import json
import os
import stat
import subprocess
import unittest

from cli import DONE, FAILED, PATIENCE, USAGE, CliTest

FORMATS = {'csv': b'\xef\xbb\xbfsession_id,', 'xlsx': b'PK\x03\x04', 'pdf': b'%PDF-', 'fhir': b'{', 'json': b'{\n'}


class ExportTest(CliTest):
    def demo(self, days=60):
        self.run_cli('demo', '--days', days, '--seed', 3, status=DONE)

    def path(self, name):
        return os.path.join(self.folder, name)

    def read(self, path):
        with open(path, 'rb') as stream:
            return stream.read()

    def export(self, kind, *arguments, name='export', data=None):
        """The bytes of an export, which leaves nothing else behind."""
        kept, self.data = self.data, data or self.data
        before = set(os.listdir(self.folder))
        result = self.run_cli('export', '--format', kind, *arguments, self.path(name), status=DONE)
        self.data = kept
        self.assertEqual(result.out, '', result)
        self.assertEqual(set(os.listdir(self.folder)) - before - {name, 'share', 'run'}, set())
        return self.read(self.path(name))

    def rows(self, *arguments):
        text = self.export('csv', *arguments).decode('utf-8-sig')
        return list(csv.DictReader(io.StringIO(text, newline='')))


class Export(ExportTest):
    def test_every_format(self):
        self.demo()
        for kind, magic in FORMATS.items():
            with self.subTest(kind):
                content = self.export(kind)
                self.assertEqual(content[:len(magic)], magic)
                mode = stat.S_IMODE(os.stat(self.path('export')).st_mode)
                self.assertEqual(mode, 0o600)

    def test_standard_output(self):
        self.demo()
        for kind in ('json', 'csv'):
            with self.subTest(kind):
                call = self.command('export', '--format', kind, '-')
                done = subprocess.run(call, stdin=subprocess.DEVNULL, capture_output=True, env=self.environment(),
                                      timeout=PATIENCE)
                self.assertEqual((done.returncode, done.stderr), (DONE, b''))
                self.assertEqual(done.stdout, self.export(kind))
        call = self.command('export', '--format', 'xlsx', '-')
        done = subprocess.run(call, stdin=subprocess.DEVNULL, capture_output=True, env=self.environment(),
                              timeout=PATIENCE)
        self.assertEqual((done.returncode, done.stdout[:4]), (DONE, b'PK\x03\x04'))

    def test_same_bytes(self):
        self.demo()
        self.assertEqual(self.export('json', name='one'), self.export('json', name='two'))

    def test_nothing_to_export(self):
        for kind, magic in FORMATS.items():
            with self.subTest(kind):
                self.assertEqual(self.export(kind)[:len(magic)], magic)
                self.assertFalse(os.path.exists(self.data))
        empty = json.loads(self.export('json'))
        self.assertEqual((empty['sessions'], empty['profile'], empty['from']), ([], None, None))
        self.assertEqual(self.rows(), [])

    def test_days(self):
        self.demo()
        days = sorted({row['date'] for row in self.rows()})
        self.assertGreater(len(days), 5)
        first, last = days[1], days[-2]
        some = self.rows('--from', first, '--to', last)
        self.assertEqual(sorted({row['date'] for row in some}), days[1:-1])
        whole = json.loads(self.export('json', '--from', first, '--to', last))
        self.assertEqual((whole['from'], whole['to']), (first, last))
        self.assertEqual({one['id'] for one in whole['sessions']}, {row['session_id'] for row in some})
        # What the plan decided on days before is not in a report of one.
        plan = ('stage', 'dose_since', 'dose_reason')
        self.assertEqual([{**row, **dict.fromkeys(plan)} for row in self.rows('--from', last, '--to', last)],
                         [{**row, **dict.fromkeys(plan)} for row in some if row['date'] == last])

    def test_agrees_with_the_log(self):
        self.demo()
        rows = self.rows()
        whole = json.loads(self.export('json'))
        log = self.log()
        self.assertEqual([one['id'] for one in whole['sessions']], [one['id'] for one in log['sessions']])
        for kind in ('sessions', 'check_ins', 'reliefs', 'activities'):
            self.assertEqual(len(whole[kind]), len(log[kind]), kind)
            for one in log[kind]:
                self.assertIn('edited', one)
        for session in log['sessions']:
            mine = [row for row in rows if row['session_id'] == session['id']]
            reps = sum(len(one['reps']) for exercise in session['exercises'] for one in exercise['sets'])
            self.assertEqual(sum(int(row['reps']) for row in mine), reps)
            self.assertEqual(sum(row['stop_phase'] != '' for row in mine), len(session['stops']))
            self.assertEqual({row['exercise'] for row in mine},
                             {exercise['exercise'] for exercise in session['exercises']})
            pain = (session['check_in'] or {}).get('pain_back')
            self.assertEqual({row['pain_back_before'] for row in mine}, {'' if pain is None else str(pain)})

    def test_log_in_words(self):
        """What came after a session is in the text as often as in the JSON."""
        self.demo(400)
        log = self.log()
        text = self.run_cli('log', status=DONE).out
        after = [one['after'] for one in log['sessions'] if one['after']]
        edited = [one['edited'] for kind in log.values() for one in kind if one.get('edited')]
        self.assertTrue(after and edited)
        for words, count in (
                ('  Back pain after: ', sum(one['pain_back'] is not None for one in after)),
                ('  Effort: ', sum(one['effort'] is not None for one in after)),
                ('  Note: ', sum(one['note'] is not None for one in after)),
                ('  The next morning: ', sum(one['next_morning'] is not None for one in log['sessions'])),
                ('  Changed afterwards\n', sum(one['kind'] == 'changed' for one in edited)),
                ('  Added afterwards\n', sum(one['kind'] == 'added' for one in edited))):
            with self.subTest(words):
                self.assertEqual(text.count(words), count)

    def test_anonymous(self):
        self.run_cli('profile', 'set', 'name=Li Wei', 'born=1958', status=DONE)
        self.assertIn(b'Li Wei', self.export('json'))
        for kind in ('json', 'csv', 'fhir'):
            with self.subTest(kind):
                self.assertNotIn(b'Li Wei', self.export(kind, '--anonymous'))
        whole = json.loads(self.export('json', '--anonymous'))
        self.assertEqual((whole['anonymous'], whole['profile']['name'], whole['profile']['born']), (True, None, None))

    def test_replaces_the_whole_file(self):
        self.demo(10)
        old = self.write('export', 'x' * 10_000_000)
        os.chmod(old, 0o644)
        content = self.export('json')
        json.loads(content)
        self.assertEqual(stat.S_IMODE(os.stat(old).st_mode), 0o600)

    def test_link_and_pipe(self):
        self.demo(10)
        content = self.export('json')
        os.symlink(self.path('export'), self.path('link'))
        os.truncate(self.path('export'), 0)
        self.run_cli('export', '--format', 'json', self.path('link'), status=DONE)
        self.assertTrue(os.path.islink(self.path('link')))
        self.assertEqual(self.read(self.path('export')), content)

        os.mkfifo(self.path('pipe'))
        process = self.start_cli('export', '--format', 'json', self.path('pipe'))
        self.assertEqual(self.read(self.path('pipe')), content)
        self.assertEqual(process.wait(PATIENCE), DONE)
        self.assertTrue(stat.S_ISFIFO(os.stat(self.path('pipe')).st_mode))

    def test_cannot_be_written(self):
        self.demo(10)
        for path in ('nowhere/export', '', '/dev/full'):
            with self.subTest(path):
                before = sorted(os.listdir(self.folder))
                result = self.run_cli('export', '--format', 'csv', os.path.join(self.folder, path), status=FAILED)
                self.complains(result, f'“{os.path.join(self.folder, path)}” cannot be written', 'Choose another place')
                self.assertEqual(sorted(os.listdir(self.folder)), before)

    def test_wrong_usage(self):
        target = self.path('export')
        for arguments, word in (
                ((target,), 'format'),
                (('--format', 'doc', target), 'doc'),
                (('--format', 'CSV', target), 'CSV'),
                (('--format', 'csv'), 'file'),
                (('--format', 'csv', ''), 'file'),
                (('--format', 'csv', target, 'more'), 'more'),
                (('--format', 'csv', '--from', 'yesterday', target), 'yesterday'),
                (('--format', 'csv', '--to', '2026-02-30', target), '2026-02-30'),
                (('--format', 'csv', '--from', '2026-02-02', '--to', '2026-02-01', target), 'first day'),
                (('--format', 'csv', '--all', target), '--all')):
            with self.subTest(arguments):
                self.complains(self.run_cli('export', *arguments, status=USAGE), word)
                self.assertFalse(os.path.exists(target))

    def test_help_names_every_column(self):
        text = self.run_cli('export', '--help', status=DONE).out
        names = self.export('csv').decode('utf-8-sig').split('\r\n')[0].split(',')
        self.assertEqual([name for name in names if name not in text], [])


class Import(ExportTest):
    def import_into(self, data, path, status=DONE):
        kept, self.data = self.data, os.path.join(self.folder, data)
        result = self.run_cli('import', path, status=status)
        self.data = kept
        return result

    def test_there_and_back(self):
        self.demo()
        content = self.export('json', name='there')
        added = self.import_into('other', self.path('there'))
        self.assertRegex(added.out, r'^[1-9][0-9]* entries were added\.\n$')
        self.assertEqual(self.export('json', name='back', data=self.path('other')), content)

        again = self.import_into('other', self.path('there'))
        self.assertTrue(again.out.startswith('0 entries were added.\n'), again)
        self.assertEqual(self.export('json', name='back', data=self.path('other')), content)

        # The other papers do not know which of the two they were made from.
        self.assertEqual(self.export('csv', name='one'), self.export('csv', name='two', data=self.path('other')))

    def test_into_its_own_log(self):
        self.demo(20)
        content = self.export('json', name='there')
        result = self.import_into('data', self.path('there'))
        self.assertTrue(result.out.startswith('0 entries were added.\n'), result)
        self.assertEqual(self.export('json', name='back'), content)

    def test_broken(self):
        """A file that is broken in one place is refused whole, and makes no log."""
        self.demo(20)
        whole = json.loads(self.export('json'))
        text = json.dumps(whole)
        last = len(whole['sessions']) - 1

        def changed(change):
            copy = json.loads(text)
            change(copy)
            return json.dumps(copy)

        for content, words in (
                ('', ['broken:1:']),
                (text[:-20], ['broken:1:']),
                (text + ' ]', ['broken:1:']),
                ('[' * 10000, ['broken:1:', 'deep']),
                ('{"resourceType": "Bundle"}', ['broken', 'export --format json']),
                (changed(lambda one: one.update(version=2)), ['newer Yanfei']),
                (changed(lambda one: one.update(colour='red')), ['colour']),
                (changed(lambda one: one['sessions'][last].pop('state')), [f'sessions[{last}].state']),
                (changed(lambda one: one['sessions'].append(one['sessions'][0])), [f'sessions[{last + 1}].id'])):
            with self.subTest(words):
                result = self.import_into('other', self.write('broken', content), status=FAILED)
                self.complains(result, *words)
                self.assertFalse(os.path.exists(self.path('other')))

    def test_not_an_export(self):
        self.demo(10)
        for kind in ('csv', 'xlsx', 'pdf', 'fhir'):
            with self.subTest(kind):
                self.export(kind)
                self.complains(self.import_into('other', self.path('export'), status=FAILED), 'export')
        self.complains(self.import_into('other', self.path('nowhere'), status=FAILED), 'nowhere')
        self.complains(self.import_into('other', self.folder, status=FAILED), self.folder)
        self.assertFalse(os.path.exists(self.path('other')))

    def test_wrong_usage(self):
        for arguments in ((), ('',), ('one', 'two'), ('--force', 'one')):
            with self.subTest(arguments):
                self.complains(self.run_cli('import', *arguments, status=USAGE))
        self.assertFalse(os.path.exists(self.data))


if __name__ == '__main__':
    unittest.main()
