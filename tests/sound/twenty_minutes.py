# SPDX-License-Identifier: GPL-3.0-or-later
"""A session of twenty minutes in real time: how far the onsets of its cues are
from the timeline, and whether that grows. The argument is the program. Not one of
the tests, because it takes twenty minutes of a quiet machine:

    sudo meson test -C BUILD --benchmark --verbose sound-twenty-minutes

Everything here runs with real-time priority where that is allowed (as root, or
with an rtprio limit), for the figures are to be the program's and not those of
a busy machine; what was in fact allowed is printed."""

import os
import sys

import numpy

from sound_server import RATE, SoundServer
from test_stream import HUM, TOLERANCE, Session, check_loop, correlate, find_whole

PRIORITY = 40

# What is promised, in milliseconds.
P99 = 5
DRIFT = 2


def hurry(process):
    """Gives every thread of a process real-time priority; what it starts later inherits it."""
    for thread in os.listdir(f"/proc/{process}/task"):
        os.sched_setscheduler(int(thread), os.SCHED_FIFO, os.sched_param(PRIORITY))


def hurry_all(server):
    """This process, which reads what the recorder says and starts recorder and program; and
    the server, which does not inherit."""
    try:
        hurry(os.getpid())
        hurry(server.server.pid)
        print(f"server, program and recorder run with real-time priority {PRIORITY}")
    except PermissionError:
        print("there is no permission for real-time priority: a busy machine will show")


def find_clock(arrived):
    """The recorder's samples in a second of the monotonic clock, and the sample of
    its zero. Samples arrive late or in time and never early, so each ten seconds
    count by their promptest arrival."""
    moments, samples = numpy.array(arrived).T
    delays = moments - samples / RATE
    tens = (moments // 10).astype(int)
    prompt = [numpy.flatnonzero(tens == ten)[numpy.argmin(delays[tens == ten])] for ten in numpy.unique(tens)]
    return numpy.polyfit(moments[prompt], samples[prompt], 1)


def find(recording, place, sound):
    """Where the sound begins in the recording, about there; and whether it is clean."""
    begin = max(round(place - 5 * TOLERANCE * RATE), 0)
    window = recording[begin:round(place + 5 * TOLERANCE * RATE) + len(sound)].astype(float)
    found = int(numpy.argmax(correlate(window, sound)))
    difference = numpy.abs(window[found:found + len(sound)] - sound).max()
    return begin + found, difference <= HUM


def describe(moments, errors, what):
    """Errors in milliseconds, from their middle, as the way from the program to the
    recorder has a length of its own. Returns p99 and drift."""
    errors = errors - numpy.median(errors)
    p50, p99, most = numpy.percentile(numpy.abs(errors), [50, 99, 100])
    slope = numpy.polyfit(moments, errors, 1)[0] * 1000
    first = errors[moments < moments[0] + 60].mean()
    last = errors[moments > moments[-1] - 60].mean()
    print(f"{what}: p50 {p50:.3f} ms, p99 {p99:.3f} ms, max {most:.3f} ms; "
          f"{slope:+.2f} ppm, first minute {first:+.3f} ms, last minute {last:+.3f} ms")
    return p99, last - first


def main():
    with SoundServer() as server:
        hurry_all(server)
        server.record()
        session = Session(sys.argv[1], "--sets", "10", "--reps", "11", "--hold", "3", environment=server.environment)
        recording = server.stop_recording()
    os.sched_setscheduler(0, os.SCHED_OTHER, os.sched_param(0))

    assert not session.all("lost"), "the sound was lost"
    check_loop(session)
    length = session.one("ended").time - session.one("start").time
    assert length >= 20 * 60, f"the session took {length:.0f} s"

    # Without the very first, which is always a little late.
    groups = list(session.groups())[1:]
    begin = groups[0][0]
    early = [group for group in groups if group[0] < begin + 60]
    zero = find_whole(recording[:120 * RATE], early)
    rate, _ = find_clock(server.arrived)
    print(f"{length / 60:.1f} minutes; the recorder's clock runs {(rate / RATE - 1) * 1e6:+.2f} ppm "
          "from the system's")

    moments = numpy.array([moment for moment, _, _ in groups])
    found = [find(recording, zero + begin * RATE + (moment - begin) * rate, sound) for moment, _, sound in groups]
    places = numpy.array([place for place, _ in found])
    dirty = sum(not clean for _, clean in found)
    print(f"{len(groups)} onsets, {dirty} of them not heard clean")

    describe(moments, (places / RATE - moments) * 1000, "by the recorder's clock")
    p99, drift = describe(moments, (places / rate - moments) * 1000, "by the system's clock")
    assert p99 < P99, f"p99 is {p99:.3f} ms"
    assert abs(drift) < DRIFT, f"the sound drifts by {drift:.3f} ms"


if __name__ == "__main__":
    main()
