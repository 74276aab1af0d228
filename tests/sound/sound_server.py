# SPDX-License-Identifier: GPL-3.0-or-later
"""A PulseAudio server of one's own with a sink that leads nowhere, and a
recorder at its other end."""

import os
import shutil
import signal
import subprocess
import tempfile
import threading
import time

import numpy

RATE = 48000


def wait_for(condition, what, seconds=10):
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise AssertionError(f"{what} did not come about within {seconds} s")
        time.sleep(0.02)


class SoundServer:
    def __init__(self, sink="n"):
        self.sink = sink

    def __enter__(self):
        self.home = tempfile.mkdtemp(prefix="yanfei-sound-")
        socket = os.path.join(self.home, "native")
        self.environment = dict(
            os.environ,
            HOME=self.home,
            XDG_RUNTIME_DIR=self.home,
            XDG_CONFIG_HOME=self.home,
            PULSE_RUNTIME_PATH=self.home,
            PULSE_SERVER="unix:" + socket,
        )
        self.log = open(os.path.join(self.home, "log"), "w+")
        self.recorder = None
        self.recorded = bytearray()
        self.arrived = []  # when, and how many samples there were then
        self.socket = socket
        self.start()
        return self

    def start(self):
        """Starts the server; again, after it was killed."""
        # Without rewinds the sink is ready for a new stream at once. With
        # them it has already played two seconds of nothing, as no real
        # device does.
        self.server = subprocess.Popen(
            ["pulseaudio", "-n", "--daemonize=no", "--use-pid-file=no",
             "--exit-idle-time=-1", "--disallow-exit=yes",
             "-L", f"module-native-protocol-unix auth-anonymous=1 socket={self.socket}",
             "-L", f"module-null-sink sink_name={self.sink} norewinds=1 rate={RATE} format=s16le channels=1"],
            env=self.environment, stdout=self.log, stderr=self.log)
        wait_for(lambda: self._answers() or self.server.poll() is not None, "a sound server")
        if self.server.poll() is not None:
            self.log.seek(0)
            raise AssertionError("PulseAudio did not start: " + self.log.read())

    def _answers(self):
        return subprocess.run(["pactl", "info"], env=self.environment, check=False,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0

    def __exit__(self, *_):
        if self.recorder:
            self.stop_recording()
        if self.server.poll() is None:
            self.server.send_signal(signal.SIGCONT)
            self.server.terminate()
        self.server.wait(10)
        self.log.close()
        shutil.rmtree(self.home, ignore_errors=True)

    def kill(self):
        self.server.kill()
        self.server.wait(10)

    def freeze(self):
        self.server.send_signal(signal.SIGSTOP)

    def unplug(self):
        """What a server does when its last device goes."""
        stream = self._pactl("list", "short", "sink-inputs").split()[0]
        self._pactl("load-module", "module-null-sink", "sink_name=auto_null")
        self._pactl("move-sink-input", stream, "auto_null")

    def add_sink(self, name):
        self._pactl("load-module", "module-null-sink", f"sink_name={name}", "norewinds=1")

    def move(self, name):
        """What a server does when headphones are taken off."""
        stream = self._pactl("list", "short", "sink-inputs").split()[0]
        self._pactl("move-sink-input", stream, name)

    def hush_others(self):
        """Pauses music while there is a call, as many desktops do."""
        self._pactl("load-module", "module-role-cork")

    def play_music(self):
        """Somebody else's music; returns whether it is heard."""
        self.music = subprocess.Popen(
            ["pacat", "--raw", "--playback", "--property=media.role=music", "--client-name=music", "/dev/zero"],
            env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_for(lambda: "Corked: no" in self._pactl("list", "sink-inputs"), "music")

    def hears_music(self):
        for stream in self._pactl("list", "sink-inputs").split("Sink Input #"):
            if 'media.role = "music"' in stream:
                return "Corked: no" in stream
        raise AssertionError("the music is gone")

    def stop_music(self):
        self.music.terminate()
        self.music.wait(10)

    def _pactl(self, *command):
        return subprocess.run(["pactl", *command], env=self.environment, check=True,
                              stdout=subprocess.PIPE, text=True).stdout

    def record(self):
        self.recorder = subprocess.Popen(
            ["parecord", "--raw", f"--device={self.sink}.monitor", "--format=s16le", "--channels=1",
             f"--rate={RATE}", "--latency-msec=20"],
            env=self.environment, stdout=subprocess.PIPE)
        self.reader = threading.Thread(target=self._read)
        self.reader.start()
        wait_for(lambda: len(self.recorded) > RATE // 5, "a recording")

    def _read(self):
        while data := os.read(self.recorder.stdout.fileno(), 1 << 16):
            self.recorded += data
            self.arrived.append((time.monotonic(), len(self.recorded) // 2))

    def stop_recording(self):
        """The recording so far, as samples of 16 bits."""
        time.sleep(0.5)  # what is on its way from the server
        self.recorder.terminate()
        self.recorder.wait(10)
        self.reader.join(10)
        self.recorder.stdout.close()
        self.recorder = None
        return numpy.frombuffer(bytes(self.recorded[:len(self.recorded) // 2 * 2]), dtype="<i2").astype(numpy.int32)
