# SPDX-License-Identifier: GPL-3.0-or-later
"""A desk in front of the window: starts yanfei, looks at it through AT-SPI as
a screen reader does, and types as a person does. Runs inside with_display.py and
dbus-run-session."""

import contextlib
import functools
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 15.0  # seconds before a page that does not come is a failure

# A button is pressed once: a program that is busy with what the press has begun answers late,
# and after 0.8 s, which AT-SPI would wait, it would be pressed again.
Atspi.set_timeout(int(PATIENCE * 1000), int(PATIENCE * 1000))

# Of these settings GTK itself reads the ones for the whole system.
STILL = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'still')


class Missing(AssertionError):
    pass


class Gone(Exception):
    """A window went away while it was being looked at."""


def pump():
    """Lets AT-SPI hear what has changed."""
    context = GLib.MainContext.default()
    while context.pending():
        context.iteration(False)


def wait_for(what, condition, patience=PATIENCE):
    end = time.monotonic() + patience
    while True:
        pump()
        try:
            result = condition()
        except (GLib.Error, Gone):  # it went away while it was being looked at
            result = None
        if result:
            return result
        if time.monotonic() > end:
            if 'DESK_PICTURE' in os.environ:  # what it looked like, for whoever looks into it
                subprocess.run(['import', '-window', 'root', os.environ['DESK_PICTURE']], check=False)
            raise Missing(f'waited {patience:.0f} s for {what}')
        time.sleep(0.05)


def agree(cli, data_dir):
    """Fills an empty data directory with what the first start leaves there:
    the answers of somebody who has no trouble, and consent."""
    subprocess.run([cli, '--data-dir', data_dir, 'profile', 'set', 'back_strength=unknown'], check=True,
                   stdout=subprocess.DEVNULL)
    with contextlib.closing(sqlite3.connect(data_dir + '/yanfei.db')) as database, database:
        database.execute('INSERT INTO consent (at, utc_offset, version) VALUES (?, 0, 1)',
                         (int(time.time() * 1e6),))


def find_window(process, last=False):
    """The first, or the last, window that a process shows, as X has it; or None."""
    if process.poll() is not None:
        raise Missing(f'yanfei ended with status {process.returncode}')
    found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(process.pid)],
                           capture_output=True, text=True, check=False).stdout.split()
    return found[-1 if last else 0] if found else None


class Seen:
    """What was seen of a widget. Each thing is asked for once and when it is
    needed, for every question goes over the bus; it may be gone by the time it is
    thought about, so that what is kept is asked for everything."""

    def __init__(self, node):
        self.node = node

    @functools.cached_property
    def role(self):
        return self.node.get_role_name()

    @functools.cached_property
    def name(self):
        return self.node.get_name() or ''

    @functools.cached_property
    def states(self):
        return self.node.get_state_set()

    def keep(self):
        _ = self.role, self.name, self.states
        return self

    def has(self, state):
        return self.states.contains(getattr(Atspi.StateType, state))

    def place(self):
        component = self.node.get_component_iface()
        return component.get_extents(Atspi.CoordType.WINDOW) if component else Atspi.Rect()

    def shows(self):
        """GTK 4.8 says of no widget whether it shows, but one that never did
        has no size."""
        return self.place().width > 0


class Keyboard:
    """Hears where the keyboard goes, as a screen reader does: to look for it in all of a
    window takes a thousand questions."""

    def __init__(self):
        self.node = None
        self.listener = Atspi.EventListener.new(self._heard)
        self.listener.register('object:state-changed:focused')

    def _heard(self, event):
        if event.detail1:
            self.node = event.source

    def find(self, top):
        """What it is at, if that was heard and still is so, in that window; or None."""
        pump()
        node = self.node
        try:
            if not node:
                return None
            node.clear_cache()
            seen = Seen(node).keep()
            while node and node != top:
                node = node.get_parent()
            return seen if node and seen.has('FOCUSED') and seen.shows() else None
        except GLib.Error:  # it is gone
            return None


class Window:
    """One running yanfei; without a data directory, of a made-up person. Its pages come and
    go at once, and do not slide unless they are asked to."""

    def __init__(self, program, data_dir, size=(860, 760), tab='exercises', sliding=False, **env):
        self.data_dir = data_dir
        # Where there is no sound there is no sound check before the session.
        # What is critical is looked for at the end: GTK 4.8 has one of its own, see check_errors().
        environment = {**os.environ, 'GSETTINGS_BACKEND': 'memory', 'G_DEBUG': '',
                       'PULSE_SERVER': 'unix:/nowhere/at/all',
                       **({} if sliding else {'XDG_CONFIG_DIRS': STILL}), **env}
        where = ['--data-dir', data_dir] if data_dir else ['--demo']
        self.errors = tempfile.TemporaryFile()
        self.keyboard = Keyboard()
        for patience in (1, 0):
            self.process = subprocess.Popen([program, *where], env=environment, stderr=self.errors)
            try:
                self.xid = wait_for('the window', self._find_xid)
                break
            except Missing:
                # An X server that turns a client away is no fault of the program.
                if 'cannot open display' not in self.check_errors() or not patience:
                    raise
        self.resize(*size)
        self.focus()
        self.app = wait_for('the window on the accessibility bus', self._find_app)
        if tab == 'exercises':
            self.open_exercises()

    def _find_xid(self):
        return find_window(self.process)

    def _find_app(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            app = desktop.get_child_at_index(i)
            if app and app.get_process_id() == self.process.pid and app.get_child_count() > 0:
                return app
        return None

    def resize(self, width, height):
        # GTK draws a border of 5 pixels of its own where there is no window manager.
        subprocess.run(['xdotool', 'windowmove', self.xid, '-5', '-5',
                        'windowsize', self.xid, str(width + 10), str(height + 10)], check=True)

    def focus(self):
        subprocess.run(['xdotool', 'windowfocus', self.xid], check=True)

    def focus_last(self):
        """Types into the window that came last: a dialog. There is no window manager to do it."""
        def other():
            xid = find_window(self.process, last=True)
            return xid if xid != self.xid else None
        subprocess.run(['xdotool', 'windowfocus', wait_for('another window', other)], check=True)

    def key(self, *keys):
        subprocess.run(['xdotool', 'key', '--clearmodifiers', '--delay', '30', *keys], check=True)
        self._wait_for_keys(len(keys))

    def type(self, text):
        subprocess.run(['xdotool', 'type', '--delay', '30', text], check=True)
        self._wait_for_keys(len(text))

    def _wait_for_keys(self, n_keys):
        """Until what was typed has arrived. A busy program reads it later than it hears a
        question that was asked later, but for each question it hears it reads on by one."""
        for _ in range(4 * min(n_keys, 10)):  # down, up, and modifiers
            self.app.clear_cache()
            with contextlib.suppress(GLib.Error):
                self.app.get_child_count()

    def _find_top(self):
        """The last window: a dialog covers what is under it."""
        self.app.clear_cache()
        windows = [self.app.get_child_at_index(i) for i in range(self.app.get_child_count())]
        top = next((window for window in reversed(windows) if window), None)
        if not top:
            raise Gone
        return top

    def _look(self, wanted):
        top = self._find_top()
        return (seen.keep() for seen in self._walk_from(top) if wanted(seen) and seen.shows())

    def walk(self, wanted=lambda seen: True):
        """Everything that is wanted and shows, in order."""
        return wait_for('a look at the window', lambda: [*self._look(wanted), None])[:-1]

    def first(self, wanted):
        """The first thing that is wanted and shows, or None."""
        return wait_for('a look at the window', lambda: [next(self._look(wanted), None)])[0]

    def _walk_from(self, node):
        yield Seen(node)
        for i in range(node.get_child_count()):
            child = node.get_child_at_index(i)
            if child:
                yield from self._walk_from(child)

    def look(self, name, role=None, last=False):
        """The first thing that shows whose name matches, or None."""
        roles = role.split('|') if role else None

        def wanted(seen):
            return re.search(name, seen.name) and (not roles or seen.role in roles)
        if not last:
            return self.first(wanted)
        found = self.walk(wanted)
        return found[-1] if found else None

    def find(self, name, role=None, patience=PATIENCE, last=False):
        return wait_for(f'{role or "something"} named “{name}”', lambda: self.look(name, role, last), patience)

    def gone(self, name, role=None):
        return wait_for(f'{role or "something"} named “{name}” to go', lambda: not self.look(name, role))

    def click(self, name, role='push button|page tab', last=False):
        """Presses a button as a screen reader does."""
        def press():
            seen = self.look(name, role, last)
            action = seen.node.get_action_iface() if seen and seen.has('SENSITIVE') else None
            return action and action.get_n_actions() > 0 and action.do_action(0)
        wait_for(f'a button named “{name}” that can be pressed', press)

    def focused(self):
        """What the keyboard is at, or None."""
        seen = self.keyboard.find(wait_for('a window', self._find_top))
        if seen:
            return seen
        found = self.walk(lambda seen: seen.has('FOCUSED'))
        return found[-1] if found else None

    def focused_name(self):
        """The name of what the keyboard is at; empty where it is at nothing."""
        seen = self.focused()
        return seen.name if seen else ''

    def written(self):
        """What is written where the keyboard is."""
        seen = self.focused()
        text = seen and seen.node.get_text_iface()
        return text.get_text(0, text.get_character_count()) if text else ''

    def tab_to(self, name, role=None, presses=150):
        """Goes to something with the Tab key, as who has no mouse does."""
        seen = self.focused()
        for _ in range(presses):
            if seen and re.search(name, seen.name) and (not role or seen.role in role.split('|')):
                return seen
            seen = self._tab_from(seen)
        raise Missing(f'Tab does not reach “{name}”')

    def _tab_from(self, before):
        """What the keyboard is at after Tab. The key arrives later than the next look,
        and two of them must not count as one."""
        def where(seen):
            try:
                place = seen.place()
            except GLib.Error:  # it is gone
                return None
            return seen.role, seen.name, place.x, place.y
        left = before and where(before)
        self.key('Tab')
        end = time.monotonic() + 0.5  # it may have stayed where it was
        while time.monotonic() < end:
            seen = self.focused()
            if seen and where(seen) != left:
                return seen
            time.sleep(0.02)
        return self.focused()

    def tick(self, name):
        """Ticks a box with the keyboard; GTK 4.8 gives it no action."""
        boxes = 'check box|radio button'
        before = self.find(name, boxes).has('CHECKED')
        self.tab_to(name, boxes)
        self.key('space')
        wait_for(f'“{name}” to be ticked', lambda: self.find(name, boxes).has('CHECKED') != before)

    def tick_switch(self, name):
        """Turns a switch with the keyboard."""
        switches = 'check box|toggle button|switch'
        before = self.find(name, switches).has('CHECKED')
        self.tab_to(name, switches)
        self.key('space')
        wait_for(f'“{name}” to turn', lambda: self.find(name, switches).has('CHECKED') != before)

    def press_at(self, seen):
        """Presses with the mouse in the middle of something, once it has come to rest."""
        def rest():
            before = where()
            time.sleep(0.1)
            return before == where()

        def where():
            place = seen.place()
            return place.x, place.y
        wait_for(f'“{seen.name}” to rest', rest)
        place = seen.place()
        subprocess.run(['xdotool', 'mousemove', str(place.x + place.width // 2), str(place.y + place.height // 2),
                        'click', '1'], check=True)

    def scroll_on(self):
        """Scrolls the page on by most of a screen; whether it moved."""
        def places():
            return [seen.place().y for seen in self.walk(lambda seen: seen.role == 'label')]
        before = places()
        size = subprocess.run(['xdotool', 'getwindowgeometry', '--shell', self.xid], capture_output=True, text=True,
                              check=True).stdout
        width, height = (int(re.search(rf'{what}=(\d+)', size)[1]) for what in ('WIDTH', 'HEIGHT'))
        subprocess.run(['xdotool', 'mousemove', str(width // 2), str(height // 2),
                        'click', '--repeat', str(max(1, height // 120)), '--delay', '20', '5'], check=True)
        time.sleep(0.5)
        return places() != before

    def open_exercises(self):
        """From the Today page to all exercises. Where there are no tabs it does nothing."""
        self.key('ctrl+2')

    def open_history(self):
        """From the tabs to everything in the log."""
        self.key('ctrl+3')
        self.click('^History$', 'push button')
        self.find('^Log an Activity', 'push button')

    def text(self):
        return '\n'.join(seen.name for seen in self.walk(lambda seen: seen.role == 'label'))

    def close(self, patience=PATIENCE):
        self._ask_for_one_too_many()
        self.process.terminate()
        status = self.process.wait(patience)
        self.check_errors()
        assert status == 0, f'yanfei ended with status {status}'

    def _ask_for_one_too_many(self):
        """A screen reader counts the windows, a dialog goes, and it asks for the last of them."""
        self.app.clear_cache()
        try:
            self.app.get_child_at_index(self.app.get_child_count())
        except GLib.Error as error:
            sys.stderr.write(f'asked for a window too many: {error.message}\n')

    def check_errors(self):
        """Nothing critical was said on the way. Where a widget goes while somebody looks at
        the tree, GTK 4.8 hands out an object that has no path any more. Returns all that was said."""
        self.errors.seek(0)
        text = self.errors.read().decode(errors='replace')
        sys.stderr.write(text)
        critical = [line for line in text.splitlines()
                    if 'CRITICAL' in line and 'g_variant_is_object_path' not in line]
        assert not critical, critical
        return text

    def kill(self):
        self.process.kill()
        self.process.wait()
