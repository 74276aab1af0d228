#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`programme`: what a physiotherapist has written is looked at, followed, and enforced."""

import os
import sqlite3
import unittest
from datetime import date, timedelta

from cli import BREATHING, BRIDGE, DONE, FAILED, NOT_TODAY, SUPPORT, USAGE, CliTest
from terminal import Terminal

TODAY = date.today()


def day(days):
    return (TODAY + timedelta(days=days)).isoformat()


class ProgrammeTest(CliTest):
    def programme(self, inside=None, name='back.yanfei', given=-10, **attributes):
        if inside is None:
            inside = (f'<exercise id="{SUPPORT}"><dose sets="1" reps="2" hold="2"/><cap reps="4"/></exercise>'
                      '<own-exercise id="pt-heel-slide" name="Heel slide" posture="supine" raise="2" lower="2" '
                      'sets="1" reps="3"/><exercise id="pt-heel-slide"><dose sets="1" reps="2"/></exercise>'
                      f'<forbidden id="{BRIDGE}"><note>Not yet.</note></forbidden><pain rest-at="5"/>')
        words = {'version': '1', 'name': 'Gently', 'clinician': 'Li Wen', 'date': day(given), **attributes}
        head = ' '.join(f'{key}="{value}"' for key, value in words.items() if value is not None)
        return self.write(name, f'<programme {head}>\n{inside}\n</programme>\n')

    def install(self, *arguments, **attributes):
        return self.run_cli('programme', 'install', '--yes', self.programme(*arguments, **attributes), status=DONE)

    def reasons(self, answer):
        return [reason for reason in answer['reasons'] if reason['rule'] == 'programme']

    def test_usage(self):
        path = self.programme()
        for arguments in ([], ['check'], ['show', ''], ['eat', path], ['check', path, 'more'], ['check', '--yes', path],
                          ['install', '--json', path], ['install', path]):
            with self.subTest(arguments):
                result = self.run_cli('programme', *arguments, status=USAGE)
                self.assertTrue(result.err.strip())
        self.assertFalse(os.path.exists(self.data))

    def test_broken(self):
        for verb in (['check'], ['show'], ['show', '--json'], ['install', '--yes']):
            with self.subTest(verb):
                path = self.programme('<exercise id="handstand"><dose sets="1" reps="1"/></exercise>')
                result = self.run_cli('programme', *verb, path, status=FAILED)
                self.complains(result, f'{path}:2: ', 'handstand')
        self.complains(self.run_cli('programme', 'check', 'nowhere.yanfei', status=FAILED), 'nowhere.yanfei')
        self.complains(self.run_cli('programme', 'check', self.folder, status=FAILED))
        self.assertFalse(os.path.exists(self.data))

    def test_show(self):
        path = self.programme(until=day(30), given=-3)
        answer = self.json_of('programme', 'show', '--json', path)
        self.assertEqual((answer['name'], answer['clinician'], answer['date'], answer['from'], answer['until']),
                         ('Gently', 'Li Wen', day(-3), day(-3), day(30)))
        first, second = answer['exercises']
        self.assertEqual(first['dose'], {'sets': 1, 'reps': 2, 'hold_s': 2.0})
        self.assertEqual((first['exercise'], first['cap']['reps'], first['above_ceiling']), (SUPPORT, 4, False))
        self.assertEqual((second['exercise'], second['name']), ('pt-heel-slide', 'Heel slide'))
        self.assertEqual(answer['forbidden'], [{'exercise': BRIDGE, 'note': 'Not yet.'}])
        self.assertEqual(answer['pain'], {'stop_at': None, 'rest_at': 5})
        self.assertNotIn('contradictions', answer)
        text = self.run_cli('programme', 'show', path, status=DONE).out
        for words in ('Gently', 'Li Wen', 'Heel slide', 'Not yet.', '5 of 10'):
            self.assertIn(words, text)

    def test_check(self):
        answer = self.json_of('programme', 'check', '--json', self.programme())
        self.assertEqual(answer['contradictions'], [])
        self.assertFalse(os.path.exists(self.data))

        self.run_cli('profile', 'set', 'conditions=pregnancy', status=DONE)
        answer = self.json_of('programme', 'check', '--json', self.programme(), status=NOT_TODAY)
        against = {one['exercise']: one for one in answer['contradictions']}
        self.assertIn(SUPPORT, against)
        self.assertEqual((against[SUPPORT]['cleared'], against[SUPPORT]['verdict']), (False, 'ask-clinician'))
        self.assertTrue(against[SUPPORT]['reasons'])

        cleared = self.programme(f'<exercise id="{SUPPORT}"><dose sets="1" reps="2" hold="2"/></exercise>'
                                 f'<clearance conditions="pregnancy" exercises="{SUPPORT}"/>')
        answer = self.json_of('programme', 'check', '--json', cleared)
        one, = answer['contradictions']
        self.assertEqual((one['cleared'], one['verdict']), (True, 'caution'))
        self.assertIn('Li Wen', one['reasons'][0]['text'])

    def test_contradiction_is_not_installed(self):
        self.run_cli('profile', 'set', 'conditions=pregnancy', status=DONE)
        before = self.json_of('check', SUPPORT, '--json', status=NOT_TODAY)
        result = self.run_cli('programme', 'install', '--yes', self.programme(), status=NOT_TODAY)
        self.assertIn('Nothing was changed', result.err)
        self.assertEqual(self.json_of('check', SUPPORT, '--json', status=NOT_TODAY), before)
        self.run_cli('check', BRIDGE, status=NOT_TODAY)

        # A clearance in it counts once it is installed, and not before.
        cleared = (f'<exercise id="{SUPPORT}"><dose sets="1" reps="2" hold="2"/></exercise>'
                   f'<clearance conditions="pregnancy" exercises="{SUPPORT}" until="{day(5)}"/>')
        self.install(cleared)
        answer = self.json_of('check', SUPPORT, '--json')
        self.assertEqual(answer['verdict'], 'caution')
        self.assertEqual(self.json_of('check', SUPPORT, '--json', '--on', day(5))['verdict'], 'caution')
        self.json_of('check', SUPPORT, '--json', '--on', day(6), status=NOT_TODAY)
        self.json_of('check', BREATHING, '--json', status=NOT_TODAY)

    def test_forbidden(self):
        self.run_cli('check', BRIDGE, status=DONE)
        self.install(until=day(20))
        answer = self.json_of('check', BRIDGE, '--json', status=NOT_TODAY)
        self.assertEqual(answer['verdict'], 'blocked')
        reason, = self.reasons(answer)
        self.assertEqual((reason['verdict'], reason['source'], reason['section']), ('blocked', 'programme', 'Li Wen'))
        self.assertIn('Li Wen', reason['text'])
        self.assertIn('Not yet.', reason['text'])
        self.assertEqual(answer['reasons'][0], reason)
        self.json_of('check', BRIDGE, '--json', '--on', day(20), status=NOT_TODAY)
        self.assertEqual(self.reasons(self.json_of('check', BRIDGE, '--json', '--on', day(21))), [])
        # Another person's profile has nothing to do with it.
        self.assertEqual(self.check(BRIDGE, facts={}, on=TODAY)['verdict'], 'allowed')

        result = self.session('--no-sound', exercise=BRIDGE, status=NOT_TODAY)
        self.assertIn('Li Wen', result.out)
        self.assertEqual(self.sessions(), [])

    def test_pain(self):
        self.install()
        self.session('--pain-leg', 4, exercise=SUPPORT, speed=5000)
        result = self.session('--pain-leg', 5, exercise=SUPPORT, status=NOT_TODAY)
        self.assertIn('not to train at 5 or more', result.out)
        self.assertEqual(len(self.sessions()), 1)

    def test_dose(self):
        self.install()
        self.session(exercise=SUPPORT, speed=5000)
        self.session('--reps', 4, exercise=SUPPORT, speed=5000)
        result = self.session('--reps', 5, exercise=SUPPORT, status=USAGE)
        self.complains(result, 'Li Wen', '4')
        self.session(exercise='pt-heel-slide', speed=5000)
        planned = [session['exercises'][0]['planned'] for session in self.sessions()]
        self.assertEqual([one['reps'] for one in planned], [2, 4, 2])
        self.assertEqual(planned[0], {'sets': 1, 'reps': 2, 'hold_s': 2.0})

    def test_log_knows(self):
        self.session(speed=5000)
        self.install()
        self.session(speed=5000)
        self.install(f'<forbidden id="{SUPPORT}"/>', name='later.yanfei')
        self.session(speed=5000)
        first, second, third = (session.get('programme') for session in self.sessions())
        self.assertIsNone(first)
        self.assertTrue(second and third and second != third)

        export = self.json_of('export', '--format', 'json', '-')
        self.assertEqual([one['id'] for one in export['programmes']], [second, third])
        self.assertEqual([one['programme'] for one in export['programme_choices']], [second, third])
        self.assertIn('Not yet.', export['programmes'][0]['xml'])
        self.assertEqual(self.reasons(self.json_of('check', BRIDGE, '--json')), [])

        # Nothing is lost on the way into another log.
        path = self.write('export.json', export)
        old, self.data = self.data, os.path.join(self.folder, 'other')
        self.run_cli('import', path, status=DONE)
        self.assertEqual(self.json_of('export', '--format', 'json', '-'), export)
        self.json_of('check', SUPPORT, '--json', status=NOT_TODAY)
        self.data = old

        nameless = self.run_cli('export', '--format', 'json', '--anonymous', '-', status=DONE).out
        for words in ('Li Wen', 'Gently', 'Not yet.'):
            self.assertNotIn(words, nameless)
        self.write('nameless.json', nameless)
        self.data = os.path.join(self.folder, 'nameless')
        self.run_cli('import', os.path.join(self.folder, 'nameless.json'), status=DONE)

    def test_same_id_other_exercise(self):
        self.install()
        other = self.programme('<own-exercise id="pt-heel-slide" name="Heel slide" posture="prone" raise="2" lower="2" '
                               'sets="1" reps="3"/><forbidden id="plank"/>')
        result = self.run_cli('programme', 'install', '--yes', other, status=FAILED)
        self.assertIn('pt-heel-slide', result.err)
        self.json_of('check', BRIDGE, '--json', status=NOT_TODAY)

    def test_over(self):
        result = self.run_cli('programme', 'install', '--yes', self.programme(until=day(-1)), status=FAILED)
        self.assertIn('ended', result.err)
        self.assertFalse(os.path.exists(self.data))

    def test_later(self):
        """One that begins later takes the place of the one before at once, and forbids nothing until then."""
        self.install(**{'from': day(3)})
        self.json_of('check', BRIDGE, '--json')
        self.json_of('check', BRIDGE, '--json', '--on', day(3), status=NOT_TODAY)

    def test_unreadable(self):
        """What cannot be read is not passed over; everything else still works."""
        self.install()
        with sqlite3.connect(os.path.join(self.data, 'yanfei.db')) as connection:
            connection.execute("UPDATE programme SET xml = replace (xml, 'version=\"1\"', 'version=\"2\"')")
        connection.close()
        for call in (['check', BREATHING], ['session', '--exercise', BREATHING]):
            self.complains(self.run_cli(*call, status=FAILED), 'version 2')
        self.log()
        self.install(name='new.yanfei')
        self.run_cli('check', BREATHING, status=DONE)

    def test_asks(self):
        for answer, status in (('no\r', FAILED), ('\r', FAILED), ('yes\r', DONE)):
            with self.subTest(answer):
                terminal = Terminal(self.command('programme', 'install', self.programme()), self.environment())
                self.addCleanup(terminal.close)
                terminal.expect('Type yes to agree')
                terminal.press(answer)
                self.assertEqual(terminal.wait(), status)
                self.run_cli('check', BRIDGE, status=NOT_TODAY if status == DONE else DONE)


if __name__ == '__main__':
    unittest.main()
