# SPDX-License-Identifier: GPL-3.0-or-later
"""The program in the background, from outside: on a bus of its own, with a
notification server of the test's, and settings in a file. It is started by the
bus, without a window; a button of a reminder opens one; it starts with the
computer, and no longer, as it is told to.

    test_service.py YANFEI YANFEI_CLI SCHEMA_FOLDER"""

import contextlib
import datetime
import os
import pathlib
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

import gi

gi.require_version('Gio', '2.0')
from gi.repository import Gio, GLib  # noqa: E402

PROGRAM, CLI, SCHEMAS = (os.path.abspath(argument) for argument in sys.argv[1:4])
NAME = 'io.github.yanfei.Yanfei'
PATH = '/io/github/yanfei/Yanfei'
PATIENCE = 20.0
CONNECT = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION

SERVER = """
<node>
  <interface name='org.freedesktop.Notifications'>
    <method name='GetCapabilities'><arg type='as' direction='out'/></method>
    <method name='GetServerInformation'>
      <arg type='s' direction='out'/><arg type='s' direction='out'/>
      <arg type='s' direction='out'/><arg type='s' direction='out'/>
    </method>
    <method name='Notify'>
      <arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='s' direction='in'/>
      <arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='as' direction='in'/>
      <arg type='a{sv}' direction='in'/><arg type='i' direction='in'/><arg type='u' direction='out'/>
    </method>
    <method name='CloseNotification'><arg type='u' direction='in'/></method>
    <signal name='ActionInvoked'><arg type='u'/><arg type='s'/></signal>
  </interface>
</node>
"""


def wait_for(what, condition):
    end = time.monotonic() + PATIENCE
    context = GLib.MainContext.default()
    while True:
        while context.pending():
            context.iteration(False)
        result = condition()
        if result:
            return result
        if time.monotonic() > end:
            raise AssertionError(f'waited {PATIENCE:.0f} s for {what}')
        time.sleep(0.05)


class Desktop:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.data = self.folder / 'data'
        self.entry = self.folder / 'config' / 'autostart' / f'{NAME}.desktop'
        self.settings = self.folder / 'config' / 'glib-2.0' / 'settings' / 'keyfile'
        self.notes = []
        services = self.data / 'dbus-1' / 'services'
        services.mkdir(parents=True)
        (services / f'{NAME}.service').write_text(
            f'[D-BUS Service]\nName={NAME}\nExec={PROGRAM} --gapplication-service\n', encoding='utf-8')
        schemas = self.folder / 'schemas'
        schemas.mkdir()
        subprocess.run(['glib-compile-schemas', f'--targetdir={schemas}', SCHEMAS], check=True)
        self.settings.parent.mkdir(parents=True)
        self.environment = {**os.environ, 'XDG_DATA_HOME': str(self.data),
                            'XDG_CONFIG_HOME': str(self.folder / 'config'),
                            'XDG_CACHE_HOME': str(self.folder / 'cache'), 'GSETTINGS_BACKEND': 'keyfile',
                            'GSETTINGS_SCHEMA_DIR': str(schemas),
                            'GTK_A11Y': 'none', 'G_DEBUG': '', 'PULSE_SERVER': 'unix:/nowhere/at/all'}
        self.daemon = subprocess.Popen(['dbus-daemon', '--session', '--nofork', '--print-address'],
                                       env=self.environment, stdout=subprocess.PIPE, text=True)
        self.address = self.daemon.stdout.readline().strip()
        self.bus = Gio.DBusConnection.new_for_address_sync(self.address, CONNECT, None, None)
        node = Gio.DBusNodeInfo.new_for_xml(SERVER)
        self.bus.register_object('/org/freedesktop/Notifications', node.interfaces[0], self.answer, None, None)
        assert self.ask('RequestName', '(su)', 'org.freedesktop.Notifications', 4) == 1

    def ask(self, method, kind, *arguments):
        """Asks the bus itself."""
        reply = self.bus.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', method,
                                   GLib.Variant(kind, arguments), None, Gio.DBusCallFlags.NONE, -1, None)
        return reply.unpack()[0]

    def answer(self, connection, sender, path, interface, method, parameters, invocation):
        if method == 'Notify':
            self.notes.append(parameters.unpack())
            invocation.return_value(GLib.Variant('(u)', (len(self.notes),)))
        elif method == 'GetCapabilities':
            invocation.return_value(GLib.Variant('(as)', (['actions', 'body'],)))
        elif method == 'GetServerInformation':
            invocation.return_value(GLib.Variant('(ssss)', ('Test', 'Yanfei', '1', '1.2')))
        else:
            invocation.return_value(None)

    def press(self, label):
        actions = self.notes[-1][5]
        key = actions[actions.index(label) - 1]
        self.bus.emit_signal(None, '/org/freedesktop/Notifications', 'org.freedesktop.Notifications', 'ActionInvoked',
                             GLib.Variant('(us)', (len(self.notes), key)))

    def set(self, enabled):
        # A new file in the place of the old one, as the backend does it itself.
        new = self.settings.with_suffix('.new')
        new.write_text('[io/github/yanfei/Yanfei]\n'
                       f'reminders-enabled={str(enabled).lower()}\nreminder-minute={12 * 60 + 30}\n', encoding='utf-8')
        new.replace(self.settings)

    def find_other(self):
        """The program of another log, as the bus knows it."""
        name, = (name for name in self.ask('ListNames', '()') if name.startswith(f'{NAME}.'))
        return name

    def activate(self, action, name=NAME):
        """An action of the application."""
        self.bus.call_sync(name, '/' + name.replace('.', '/'), 'org.gtk.Actions', 'Activate',
                           GLib.Variant('(sava{sv})', (action, [], {})), None, Gio.DBusCallFlags.NONE, -1, None)

    def open(self):
        """As a launcher does, of a program that the bus can start."""
        self.bus.call_sync(NAME, PATH, 'org.freedesktop.Application', 'Activate', GLib.Variant('(a{sv})', ({},)),
                           None, Gio.DBusCallFlags.NONE, -1, None)

    def is_running(self):
        return self.ask('NameHasOwner', '(s)', NAME)

    def find_windows(self, pid):
        return subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(pid)], capture_output=True,
                              text=True, check=False).stdout.split()

    def read_answers(self):
        with contextlib.closing(sqlite3.connect(f'file:{self.data}/yanfei/yanfei.db?mode=ro', uri=True)) as database:
            return database.execute('SELECT kind, answer, reason FROM reminder LEFT JOIN reminder_answer '
                                    'ON reminder_answer.reminder = reminder.id').fetchall()

    def close(self):
        self.bus.set_exit_on_close(False)
        self.daemon.terminate()
        self.daemon.wait()


def fill_log(desktop):
    """Somebody whose episode is long over, and who has agreed."""
    def ago(days):
        return (datetime.date.today() - datetime.timedelta(days=days)).isoformat()

    log = str(desktop.data / 'yanfei')
    subprocess.run([CLI, '--data-dir', log, 'profile', 'set', f'onset={ago(300)}', f'treatment_start={ago(295)}',
                    f'relief={ago(290)}'], env=desktop.environment, check=True, stdout=subprocess.DEVNULL)
    with contextlib.closing(sqlite3.connect(f'{log}/yanfei.db')) as database, database:
        database.execute('INSERT INTO consent (at, utc_offset, version) VALUES (?, 0, 1)', (int(time.time() * 1e6),))


def main():
    for check in (check_start, check_not_today, check_erase):
        with tempfile.TemporaryDirectory() as folder:
            desktop = Desktop(folder)
            try:
                check(desktop, be_reminded(desktop))
            finally:
                desktop.close()


def be_reminded(desktop):
    """Started by the bus, it reminds without a window. Returns its process."""
    fill_log(desktop)
    desktop.set(True)
    desktop.ask('StartServiceByName', '(su)', NAME, 0)
    pid = desktop.ask('GetConnectionUnixProcessID', '(s)', NAME)
    wait_for('a reminder', lambda: desktop.notes)
    assert desktop.notes[0][5][1::2] == ['Start', 'Not Today…'], desktop.notes
    assert not desktop.find_windows(pid)
    return pid


def check_not_today(desktop, pid):
    # It counts at once, and why is asked without the rest of the program.
    desktop.press('Not Today…')
    window, = wait_for('the question', lambda: desktop.find_windows(pid))
    wait_for('the answer', lambda: desktop.read_answers() == [('session', 'not-today', 'unsaid')])
    subprocess.run(['xdotool', 'windowfocus', '--sync', window], check=True)
    subprocess.run(['xdotool', 'key', '--delay', '50', 'Tab', 'Down', 'Return'], check=True)
    wait_for('the reason', lambda: desktop.read_answers() == [('session', 'not-today', 'pain')])
    wait_for('the end of the question', lambda: not desktop.find_windows(pid))
    assert desktop.is_running()

    # Another log is another program, which does not stay.
    other = subprocess.Popen([PROGRAM, '--data-dir', str(desktop.folder / 'other')],
                             env={**desktop.environment, 'DBUS_SESSION_BUS_ADDRESS': desktop.address})
    try:
        wait_for('the window of the other log', lambda: desktop.find_windows(other.pid))
        assert not desktop.find_windows(pid)
        desktop.activate('quit', desktop.find_other())
        assert other.wait(PATIENCE) == 0
    finally:
        other.kill()
        other.wait()
    assert desktop.is_running()


def check_erase(desktop, pid):
    # Who deletes everything is left alone from then on.
    desktop.entry.parent.mkdir(parents=True)
    desktop.entry.write_text('[Desktop Entry]\n', encoding='utf-8')
    desktop.activate('erase')
    wait_for('a window', lambda: desktop.find_windows(pid))
    wait_for('the end of the entry', lambda: not desktop.entry.exists())
    wait_for('the settings as they were at first',
             lambda: 'reminders-enabled' not in desktop.settings.read_text(encoding='utf-8'))
    desktop.activate('quit')
    wait_for('the end of the program', lambda: not desktop.is_running())


def check_start(desktop, pid):
    wait_for('the reminder in the log',
             lambda: desktop.read_answers() == [('session', None, None)])

    # Start opens the window, and is written down.
    desktop.press('Start')
    wait_for('a window', lambda: desktop.find_windows(pid))
    wait_for('the answer', lambda: desktop.read_answers() == [('session', 'start', 'unsaid')])

    # Logging out ends it.
    os.kill(pid, signal.SIGTERM)
    wait_for('its end', lambda: not desktop.is_running())

    # It starts with the computer from when it is asked to, and until it is told not to.
    desktop.set(False)
    desktop.open()
    pid = desktop.ask('GetConnectionUnixProcessID', '(s)', NAME)
    wait_for('a window', lambda: desktop.find_windows(pid))
    assert not desktop.entry.exists()
    desktop.set(True)
    wait_for('the entry', desktop.entry.exists)
    entry = desktop.entry.read_text(encoding='utf-8')
    assert PROGRAM in entry and '--gapplication-service' in entry, entry
    subprocess.run(['desktop-file-validate', str(desktop.entry)], check=True)

    # A second start is the same program, and the window's end is not its end.
    subprocess.run([PROGRAM], env={**desktop.environment, 'DBUS_SESSION_BUS_ADDRESS': desktop.address},
                   check=True, timeout=PATIENCE)
    desktop.activate('quit')
    wait_for('the end of the window', lambda: not desktop.find_windows(pid))
    assert desktop.is_running()
    desktop.open()
    wait_for('the window again', lambda: desktop.find_windows(pid))
    desktop.activate('quit')
    wait_for('its end', lambda: not desktop.find_windows(pid))

    desktop.set(False)
    wait_for('the end of the entry', lambda: not desktop.entry.exists())
    wait_for('the end of the program', lambda: not desktop.is_running())
    assert len(desktop.notes) == 1, desktop.notes


if __name__ == '__main__':
    main()
