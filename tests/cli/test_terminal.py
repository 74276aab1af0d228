#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A session in a terminal, with somebody at the keys."""

import os
import re
import shutil
import signal
import termios
import time
import unittest

from cli import BREATHING, DONE, NOT_TODAY, PATIENCE, SUPPORT, CliTest
from terminal import Terminal

# A question stands at the end of the screen and waits.
QUESTION = re.compile(r'[?:] ?\Z')


class TerminalTest(CliTest):
    def open(self, *arguments):
        self.cues = os.path.join(self.folder, 'cues')
        if os.path.exists(self.cues):
            os.unlink(self.cues)
        self.terminal = Terminal(self.command('session', '--cue-log', self.cues, *arguments), self.environment())
        self.addCleanup(self.terminal.close)
        return self.terminal

    def count(self, cue):
        if not os.path.exists(self.cues):
            return 0
        with open(self.cues, encoding='utf-8') as stream:
            return sum(line.split()[-1] == cue for line in stream.read().splitlines())

    def wait_for(self, cue, count=1):
        deadline = time.monotonic() + PATIENCE
        while self.count(cue) < count:
            if not self.terminal.read(0.005) or time.monotonic() > deadline:
                self.fail(f'{count} of {cue} did not come; on the screen:\n{self.terminal.seen}')

    def answer(self, *answers):
        """Answer every question until the session begins: with these, then
        with Enter alone. Returns how many were asked."""
        answers, asked = list(answers), 0
        deadline = time.monotonic() + PATIENCE
        while not self.count('get-ready') and self.terminal.read(0.01):
            self.assertLess(time.monotonic(), deadline, self.terminal.seen)
            if QUESTION.search(self.terminal.seen):
                self.terminal.seen = ''
                self.terminal.press((answers.pop(0) if answers else '') + '\n')
                asked += 1
        return asked

    def begin(self, *arguments, speed=20, exercise=BREATHING, reps=3):
        self.open('--exercise', exercise, '--sets', 1, '--reps', reps, '--speed', speed, *arguments)
        self.answer()

    def end(self, status=DONE):
        self.assertEqual(self.terminal.wait(), status, self.terminal.seen)
        return self.sessions()[-1]

    def reps(self, session):
        return [rep for exercise in session['exercises'] for one in exercise['sets'] for rep in one['reps']]


class CheckIn(TerminalTest):
    def test_enter_says_no_to_everything(self):
        self.open('--exercise', BREATHING, '--sets', 1, '--reps', 1, '--speed', 100)
        self.assertGreaterEqual(self.answer(), 3)
        session = self.end()
        self.assertEqual((session['state'], session['check_in']['flags']), ('completed', {}))
        self.assertIn(session['check_in']['pain_back'], (None, 0))
        self.assertIn(session['check_in']['pain_leg'], (None, 0))
        self.assertEqual(session['check_in']['moved'], 'unknown')

    def test_answers_are_kept(self):
        self.open('--exercise', BREATHING, '--sets', 1, '--reps', 1, '--speed', 100)
        self.answer('3', '2', '1')
        self.assertEqual(self.end()['check_in'],
                         {'pain_back': 3, 'pain_leg': 2, 'moved': 'down', 'flags': {}})

    def test_nonsense_is_asked_again(self):
        self.open('--exercise', BREATHING, '--sets', 1, '--reps', 1, '--speed', 100)
        self.answer('very', '11', '-1', '4', '', '7')
        check_in = self.end()['check_in']
        self.assertEqual((check_in['pain_back'], check_in['pain_leg'], check_in['moved']), (4, None, 'unknown'))

    def test_options_are_not_asked_for(self):
        everything = ('--pain-back', 1, '--pain-leg', 2)
        self.open('--exercise', BREATHING, '--sets', 1, '--reps', 1, '--speed', 100)
        asked = self.answer()
        self.end()
        self.open('--exercise', BREATHING, '--sets', 1, '--reps', 1, '--speed', 100, *everything)
        self.assertEqual(self.answer(), asked - 2)
        check_in = self.end()['check_in']
        self.assertEqual((check_in['pain_back'], check_in['pain_leg']), (1, 2))

    def test_a_red_flag_ends_it(self):
        """The first sign of the list, told by its number."""
        self.open('--exercise', BREATHING, '--speed', 100)
        self.answer('', '', '', '1')
        self.assertEqual(self.terminal.wait(), NOT_TODAY)
        self.assertIn('emergency', self.terminal.seen.lower())
        self.assertEqual(self.count('get-ready'), 0)
        self.assertEqual(self.sessions(), [])
        self.assertIn('bladder-bowel', str(self.log()))

    def test_a_flag_with_its_days(self):
        self.open('--exercise', BREATHING, '--speed', 100)
        self.terminal.expect(r'0 to 10.*: \Z')
        self.terminal.press('\n')
        self.terminal.expect(r'0 to 10.*: \Z')
        self.terminal.press('\n')
        self.terminal.expect(r'moved.*: \Z')
        self.terminal.press('\n')
        asked = self.terminal.expect(r'numbers.*: \Z')
        number = re.search(r'(\d+)  My leg hurts', asked)[1]
        self.terminal.press(f'{number}\n')
        self.terminal.expect(r'days\? \Z')
        self.terminal.press('14\n')
        self.assertEqual(self.terminal.wait(), NOT_TODAY)
        self.assertIn("'leg-pain-days': 14", str(self.log()))

    def test_wide_numbers(self):
        """As a Chinese keyboard types them."""
        self.open('--exercise', SUPPORT, '--pain-back', 0, '--pain-leg', 0)
        self.terminal.expect(r'moved.*: \Z')
        self.terminal.press('３\n')
        asked = self.terminal.expect(r'numbers.*: \Z')
        one, other = (re.search(rf'(\d+)  {text}', asked)[1] for text in ('A foot trembles', 'Pain in the back or buttock'))
        self.terminal.press(f'{one}、{other}\n')
        self.assertEqual(self.terminal.wait(), NOT_TODAY)
        answers = self.log()['check_ins'][0]
        self.assertEqual(sorted(answers['flags']), ['painless-tremor', 'radiating'])
        self.assertEqual(answers['moved'], 'same')

    def test_choosing(self):
        self.open('--sets', 1, '--reps', 1, '--speed', 100)
        shown = self.terminal.expect(r'Which one.*: \Z')
        number = re.search(r'(\d+)  Five-point support', shown)[1]
        self.terminal.press(f'99\n{number}\n')
        self.answer()
        self.assertEqual(self.end()['exercises'][0]['exercise'], SUPPORT)

    def test_end_of_input(self):
        """Ctrl-D at a question: nobody answers, so nothing begins."""
        self.open('--exercise', BREATHING, '--speed', 100)
        self.terminal.expect(r': \Z')
        self.terminal.press('\x04')
        self.assertNotEqual(self.terminal.wait(), DONE)
        self.assertEqual(self.sessions(), [])


class Keys(TerminalTest):
    def test_space_pauses(self):
        self.begin()
        self.wait_for('rep', 1)
        self.wait_for('hold', 2)
        self.terminal.press(' ')
        self.terminal.expect('Paused')
        before = self.count('rep'), self.count('exhale')
        # Half a second is ten seconds of this session: the hold and the
        # breathing out would be over.
        until = time.monotonic() + 0.5
        while time.monotonic() < until:
            self.terminal.read(0.05)
        self.assertEqual((self.count('rep'), self.count('exhale')), before)
        self.terminal.press(' ')
        session = self.end()
        self.assertEqual((session['state'], len(self.reps(session))), ('completed', 3))
        # The time of the pause is not time held.
        self.assertEqual([rep['hold_s'] for rep in self.reps(session)], [3.0] * 3)
        with open(self.cues, encoding='utf-8') as stream:
            times = {cue: float(due) for due, cue in map(str.split, stream)}
        self.assertGreater(times['finished'], 10 + 3 * 13 + 9)

    def test_q_stops_and_saves(self):
        for key in 'qQ':
            with self.subTest(key):
                self.begin()
                self.wait_for('rep', 2)
                self.terminal.press(key)
                session = self.end()
                self.assertEqual((session['state'], session['exercises'][0]['state']), ('stopped', 'stopped'))
                self.assertEqual(len(self.reps(session)), 2)
                self.assertEqual(session['stops'], [])

    def test_q_in_a_pause(self):
        self.begin()
        self.wait_for('rep', 1)
        self.terminal.press(' ')
        self.terminal.expect('Paused')
        self.terminal.press('q')
        session = self.end()
        self.assertEqual((session['state'], len(self.reps(session))), ('stopped', 1))

    def hurt(self, answers, exercise=SUPPORT):
        self.begin(exercise=exercise, reps=3)
        self.wait_for('rep', 1)
        self.wait_for('hold', 2)
        self.terminal.press('h')
        for answer in answers:
            self.terminal.expect(r': \Z')
            self.terminal.press(answer)
        session = self.end()
        self.assertEqual(session['state'], 'stopped')
        self.assertEqual(self.count('hurts'), 1)
        self.assertEqual(len(self.reps(session)), 1)
        (stop,) = session['stops']
        self.assertEqual(list(stop)[:8], ['at', 'exercise', 'side', 'set', 'rep', 'phase', 'pain', 'site'])
        self.assertEqual({key: stop[key] for key in ('exercise', 'side', 'set', 'rep', 'phase')},
                         {'exercise': exercise, 'side': 'none', 'set': 1, 'rep': 2, 'phase': 'hold'})
        return stop

    def test_h_with_answers(self):
        stop = self.hurt(['6\n', '2\n'])
        self.assertEqual((stop['pain'], stop['site']), (6, 'leg'))
        self.assertIn('Your pain is 6 of 10. Leave it at that for today.', self.terminal.seen)

    def test_h_says_what_the_pain_calls_for(self):
        stop = 'Li Wen says in your programme to stop at 3. Leave it at that for today.'
        programme = self.write('low.yanfei', '<programme version="1" name="Low" clinician="Li Wen" date="2026-01-01">'
                                             '<forbidden id="plank"/><pain stop-at="3"/></programme>')
        for pain, more, limited, said in ((3, True, False, None), (4, False, False, None),
                                          (4, True, False, 'Go on gently, or leave the rest.'),
                                          (6, True, False, 'Leave it at that for today.'), (3, False, True, stop)):
            with self.subTest(pain=pain, more=more, limited=limited):
                if limited:
                    self.run_cli('programme', 'install', '--yes', programme, status=DONE)
                self.open('--exercise', BREATHING, *(('--exercise', 'kegel') if more else ()),
                          '--sets', 1, '--speed', 20)
                self.answer()
                self.terminal.press('h')
                self.terminal.expect(r': \Z')
                self.terminal.press(f'{pain}\n')
                self.terminal.expect(r'Where.*: \Z')
                self.terminal.press('\n')
                self.assertEqual(self.end()['state'], 'stopped')
                if said:
                    self.assertIn(f'Your pain is {pain} of 10. {said}', self.terminal.seen)
                else:
                    self.assertNotIn('Your pain is', self.terminal.seen)
                # What is off for today is only off in this one.
                shutil.rmtree(self.data)

    def test_h_without_answers(self):
        stop = self.hurt(['\n', '\n'])
        self.assertEqual((stop['pain'], stop['site']), (None, None))

    def test_h_with_one_answer(self):
        stop = self.hurt(['\n', '1\n'])
        self.assertEqual((stop['pain'], stop['site']), (None, 'back'))

    def test_h_is_in_the_log_before_anything_is_asked(self):
        self.begin(exercise=SUPPORT)
        self.wait_for('hold', 1)
        self.terminal.press('h')
        self.terminal.expect(r'from 0 to 10.*: \Z')
        deadline = time.monotonic() + PATIENCE
        while not self.sessions()[0]['stops'] and time.monotonic() < deadline:
            self.terminal.read(0.01)
        os.killpg(self.terminal.process.pid, signal.SIGKILL)
        self.terminal.wait()
        (session,) = self.sessions()
        self.assertEqual([(stop['phase'], stop['rep']) for stop in session['stops']], [('hold', 1)])
        self.session(exercise=SUPPORT, status=NOT_TODAY)

    def test_what_hurt_is_off_for_today(self):
        self.hurt(['\n', '\n'])
        result = self.session(exercise=SUPPORT, status=NOT_TODAY)
        self.assertTrue(result.out + result.err)
        self.assertEqual(self.json_of('check', SUPPORT, '--json', status=NOT_TODAY)['verdict'], 'blocked')
        # The others are not.
        self.session('--sets', 1, '--reps', 1, exercise=BREATHING)

    def test_n_leaves_out_what_is_left_of_a_set(self):
        self.open('--exercise', BREATHING, '--exercise', SUPPORT, '--sets', 1, '--reps', 2, '--speed', 20)
        self.answer()
        self.wait_for('hold', 1)
        self.terminal.press('n')
        session = self.end()
        first, second = session['exercises']
        self.assertEqual([len(one['reps']) for one in first['sets']], [])
        self.assertEqual((first['state'], second['state']), ('stopped', 'completed'))
        self.assertEqual(len(self.reps(session)), 2)
        self.assertEqual(session['state'], 'stopped')

    def test_other_keys_do_nothing(self):
        self.begin(speed=50)
        self.terminal.press('xyz\x1b[A7\t')
        session = self.end()
        self.assertEqual((session['state'], len(self.reps(session)), session['stops']), ('completed', 3, []))

    def test_counting_by_tap(self):
        self.begin('--tap', reps=2, speed=100)
        self.terminal.expect('Press Enter')
        self.assertEqual(self.count('rep'), 0)
        self.terminal.press('\n')
        self.wait_for('rep', 1)
        self.terminal.expect('Press Enter')
        self.terminal.press('\n')
        self.assertEqual([rep['counted_by'] for rep in self.reps(self.end())], ['tap', 'tap'])


class Leaving(TerminalTest):
    def settings(self):
        return termios.tcgetattr(self.terminal.keys)

    def test_the_terminal_is_left_as_it_was(self):
        for ending in ('q', signal.SIGTERM, signal.SIGINT):
            with self.subTest(ending):
                self.open('--exercise', BREATHING, '--sets', 1, '--reps', 2, '--speed', 20)
                before = self.settings()
                self.answer()
                self.wait_for('inhale', 1)
                self.assertNotEqual(self.settings()[3], before[3])
                if ending == 'q':
                    self.terminal.press('q')
                else:
                    self.terminal.process.send_signal(ending)
                self.assertEqual(self.end()['state'], 'stopped')
                self.assertEqual(self.settings()[3], before[3])

    def test_interrupt_while_it_asks_about_pain(self):
        self.begin(exercise=SUPPORT)
        self.wait_for('hold', 1)
        self.terminal.press('h')
        self.terminal.expect(r': \Z')
        self.terminal.process.send_signal(signal.SIGTERM)
        session = self.end()
        self.assertEqual((session['state'], len(session['stops'])), ('stopped', 1))

    def test_the_terminal_is_closed(self):
        """As when a window is shut: what was done is saved."""
        self.begin()
        self.wait_for('rep', 1)
        self.terminal.process.send_signal(signal.SIGHUP)
        os.close(self.terminal.keys)
        self.terminal.process.wait(PATIENCE)
        self.terminal.keys = os.open(os.devnull, os.O_RDWR)
        session = self.sessions()[-1]
        self.assertEqual((session['state'], len(self.reps(session))), ('stopped', 1))


if __name__ == '__main__':
    unittest.main()
