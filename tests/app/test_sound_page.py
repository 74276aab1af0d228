#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages on which sound and speech are set, with a sound server of their own.

    test_sound_page.py YANFEI YANFEI-CLI CASE

Runs inside with_display.py and dbus-run-session."""

import os
import subprocess
import sys
import time
import wave

import numpy

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'sound'))

import desk  # noqa: E402
from desk import wait_for  # noqa: E402
from sound_server import RATE, SoundServer  # noqa: E402
from test_app import Case, check_names, open_exercise, skip_rehearsal  # noqa: E402
from test_hand_over import name_file  # noqa: E402

LOUD = 300  # of 32767: more than the hum, less than anything that is meant to be heard


def where(server=None):
    """What leads a window to a server, or to none."""
    return {'PULSE_SERVER': server.environment['PULSE_SERVER'] if server else 'unix:/nowhere/at/all'}


def open_sound(window):
    window.key('ctrl+2', 'F10')
    window.click('^Sound and Speech', 'menu item|push button')
    window.find('^Play tones$')


def choose(window, first, further, last):
    """Goes down from one choice to another, as Tab leads only to the one that is chosen."""
    window.tab_to(first, 'check box|radio button')
    window.key(*['Down'] * further, 'space')
    wait_for('another choice', lambda: window.find(last, 'check box|radio button').has('CHECKED'))


def record(server):
    server.recorded.clear()
    server.record()


def hear(server, what):
    """Records on until something is heard."""
    wait_for(what, lambda: numpy.abs(numpy.frombuffer(
        bytes(server.recorded[:len(server.recorded) // 2 * 2]), dtype='<i2').astype(int)).max() > LOUD)
    server.stop_recording()


def loudness(server, act, seconds):
    """How loud what follows an act is: the highest sample, and all of them."""
    record(server)
    act()
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        desk.pump()
        time.sleep(0.05)
    samples = server.stop_recording()
    return int(numpy.abs(samples).max()), samples


def write_tone(path, seconds=1.0, hertz=500, volume=0.3):
    t = numpy.arange(int(seconds * RATE)) / RATE
    with wave.open(path, 'wb') as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes((numpy.sin(2 * numpy.pi * hertz * t) * volume * 32767).astype('<i2').tobytes())


def find_pitch(samples):
    """The strongest frequency of what is loud, in hertz."""
    loud = numpy.flatnonzero(numpy.abs(samples) > LOUD)
    part = samples[loud[0]:loud[-1] + 1].astype(float)
    spectrum = numpy.abs(numpy.fft.rfft(part * numpy.hanning(len(part))))
    return numpy.argmax(spectrum) * RATE / len(part)


def settings(case):
    """With the keyboard alone: everything can be set, and stays set."""
    with SoundServer() as server:
        window = case.window(size=(360, 720), **where(server))
        open_sound(window)
        window.find('^Listen What they sound like$', 'push button')
        check_names(window, 'sound')
        assert not window.look('^Nothing can be heard'), 'a server that is there is not seen'

        window.tick_switch('^Speak$')
        scale = window.tab_to('^How loud the tones are$', 'slider')
        assert scale, 'no slider'
        window.key(*['Left'] * 10)
        window.find('^50 %$', 'label')
        choose(window, '^As I need it$', 2, '^Less$')
        choose(window, '^The language that Yanfei is in$', 1, '^English$')
        window.key('Escape')
        window.gone('^Play tones$')

        open_sound(window)
        switches = 'check box|toggle button|switch'
        assert not window.find('^Speak$', switches).has('CHECKED')
        assert window.find('^Play tones$', switches).has('CHECKED')
        assert window.find('^Less$', 'check box|radio button').has('CHECKED')
        assert not window.find('^As I need it$', 'check box|radio button').has('CHECKED')
        assert window.find('^English$', 'check box|radio button').has('CHECKED')
        window.find('^50 %$', 'label')

        half, _ = loudness(server, lambda: window.click('^Listen What they sound like$'), 4)
        window.tab_to('^How loud the tones are$', 'slider')
        window.key('End')
        full, _ = loudness(server, lambda: window.click('^Listen What they sound like$'), 4)
        assert half > LOUD, f'nothing is heard: {half}'
        assert half < 0.9 * full, f'half as loud is {half} of {full}'  # the loudest moments are rounded off
        record(server)
        window.click('^Listen What it sounds like$')
        hear(server, 'somebody to speak')
        window.close()


def silent(case):
    """Where there is no sound the pages say so, and no session waits for it."""
    window = case.window(**where())
    open_sound(window)
    window.find('^Nothing can be heard: there is no loudspeaker')
    window.click('^Check Sound check$')
    window.find('^There Is No Sound$')
    check_names(window, 'sound check')
    window.click('^Try Again$')
    window.find('^There Is No Sound$')
    window.click('^Go Back$')
    window.find('^Play tones$')

    open_clip(window, 'last one')
    window.click('^Record$')
    window.find('^There is no microphone')
    window.find('^Record$', 'push button')
    window.key('Escape', 'Escape', 'Escape')

    begin(window)
    skip_rehearsal(window)
    window.close()


def open_clip(window, words):
    window.tab_to('^Recordings of your own$', 'list item')
    window.key('Return')
    window.find('^Search what is said$')
    window.tab_to('^Search what is said$', presses=400)  # if it was left too soon, by way of every clip
    window.type(words)
    window.tab_to('^Last one\\.$', 'list item')
    check_names(window, 'recordings')
    window.key('Return')
    window.find('^The built-in voice says this')


def say(server, path, seconds=1.0):
    """Somebody speaks into the microphone: what the sink's monitor hears."""
    write_tone(path, seconds)
    subprocess.run(['paplay', path], env=server.environment, check=True)


def recording(case):
    """A sentence of one's own, from the microphone to the ear and away again."""
    own = case.data + '/voices/en/last-one.wav'
    spoken = case.directory.name + '/spoken.wav'
    with SoundServer() as server:
        window = case.window(size=(360, 720), **where(server))
        open_sound(window)
        open_clip(window, 'last one')
        check_names(window, 'one recording')

        # Nobody says anything.
        window.click('^Record$')
        window.find('^Speak now')
        window.click('^Stop$')
        window.find('^Nothing was heard')

        window.click('^Record$')
        window.find('^Speak now')
        say(server, spoken)
        window.click('^Stop$')
        window.find('^This is not kept yet')
        window.click('^Discard$')
        window.find('^The built-in voice says this')
        assert not os.path.exists(own), 'what was discarded was kept'

        window.click('^Record$')
        window.find('^Speak now')
        say(server, spoken)
        window.click('^Stop$')
        window.find('^This is not kept yet. It is 1\\.[0-2] seconds long')
        assert not os.path.exists(own), 'it is kept before it should be'
        window.click('^Keep$')
        window.find('^Your own recording is heard')
        assert os.path.exists(own), 'it was not kept'

        _, samples = loudness(server, lambda: window.click('^Listen$'), 4)
        assert abs(find_pitch(samples) - 500) < 10, f'that is not what was said: {find_pitch(samples)} Hz'

        window.key('Escape')
        window.find('^Your own recording$', 'label')
        window.key('Escape')
        window.find('^1 sentence is yours$', 'label')
        open_own(window)
        window.click('^Delete Your Recording')
        window.focus_last()
        window.click('^_?Delete Delete$|^Delete$')
        wait_for('the recording to go', lambda: not os.path.exists(own))
        window.focus()
        window.find('^The built-in voice says this')
        window.close()


def open_own(window):
    window.tab_to('^Recordings of your own$', 'list item')
    window.key('Return')
    window.tick('^Show only what is mine$')
    window.tab_to('^Last one\\.$', 'list item')
    window.key('Return')
    window.find('^Your own recording is heard')


def choose_file(window, path):
    window.click('^Import a File')
    name_file(window, path)


def importing(case):
    """A file is listened to before it is kept, and refused with its reason."""
    own = case.data + '/voices/en/last-one.wav'
    good = case.directory.name + '/good.wav'
    letter = case.directory.name + '/letter.wav'
    write_tone(good, 0.6)
    with open(letter, 'w', encoding='utf-8') as file:
        file.write('Dear all, this is no sound.\n')
    window = case.window(size=(360, 720), **where())
    open_sound(window)
    open_clip(window, 'last one')
    choose_file(window, letter)
    window.find('^That file is not a sound that can be played here')
    choose_file(window, good)
    window.find('^This is not kept yet. It is 0\\.[5-7] seconds long')
    assert not os.path.exists(own), 'it is kept before it should be'
    window.click('^Keep$')
    window.find('^Your own recording is heard')
    assert os.path.exists(own), 'it was not kept'
    window.close()


def begin(window, exercise='Five-point support'):
    open_exercise(window, exercise)
    window.click('^Start, takes')
    window.find('^How are you today')
    window.click('^None of These$')


def check(case):
    """Before the first session with sound, and never again."""
    with SoundServer() as server:
        window = case.window(size=(360, 720), **where(server))
        record(server)
        begin(window)
        window.find('^Can You Hear This\\?$')
        window.find('^If you hear this sentence well')
        check_names(window, 'sound check')
        hear(server, 'the sentence')

        window.click('^Too Quiet')
        window.find('^Put the loudspeaker closer')
        wait_for('the keyboard at the answer', lambda: window.tab_to('^I Hear It Well$'))
        window.key('Return')
        window.find('^If You Use a Headset$')
        window.find('^Press the button of your headset once')
        record(server)
        hear(server, 'the headset to be explained')
        window.click('^Begin$')
        skip_rehearsal(window)
        window.key('h')
        window.find('How much')
        window.click('^Leave Unanswered$')
        window.find('^How was it')
        window.key('Escape')

        begin(window, 'Abdominal breathing')
        skip_rehearsal(window)  # which does not know of the sound check
        window.close()


def escape(case):
    """One key leads past it."""
    with SoundServer() as server:
        window = case.window(**where(server))
        begin(window)
        window.find('^Can You Hear This\\?$')
        window.key('Escape')
        skip_rehearsal(window)
        window.close()


CASES = {case.__name__: case for case in (settings, silent, recording, importing, check, escape)}

if __name__ == '__main__':
    for name in sys.argv[3:] or CASES:
        start = time.monotonic()
        CASES[name](Case())
        print(f'{name}: {time.monotonic() - start:.1f} s', flush=True)
