# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop portal of our own on the session bus of a test: it opens no folder
and no mail program, but writes down what it is asked."""

import os

from gi.repository import Gio, GLib

NAME = 'org.freedesktop.portal.Desktop'
PATH = '/org/freedesktop/portal/desktop'

INTERFACES = Gio.DBusNodeInfo.new_for_xml('''
  <node>
    <interface name='org.freedesktop.portal.OpenURI'>
      <method name='OpenDirectory'>
        <arg type='s' direction='in'/><arg type='h' direction='in'/><arg type='a{sv}' direction='in'/>
        <arg type='o' direction='out'/>
      </method>
    </interface>
    <interface name='org.freedesktop.portal.Email'>
      <method name='ComposeEmail'>
        <arg type='s' direction='in'/><arg type='a{sv}' direction='in'/><arg type='o' direction='out'/>
      </method>
    </interface>
  </node>''').interfaces

DONE, DISMISSED, FAILED = range(3)  # org.freedesktop.portal.Request::Response


class Asked:
    """One thing that was asked: which, with what, and the files that came along."""

    def __init__(self, method, options, files):
        self.method = method
        self.options = options
        self.files = files  # of each its path, and what is in it


class Portal:
    """Answers as long as the test lets the default main context run."""

    def __init__(self, response=DONE):
        self.response = response
        self.asked = []
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        for interface in INTERFACES:
            self.bus.register_object(PATH, interface, self._called, None, None)
        reply = self.bus.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus',
                                   'RequestName', GLib.Variant('(su)', (NAME, 0)), None, 0, -1, None)
        assert reply.unpack() == (1,), reply

    def _called(self, bus, sender, path, interface, method, parameters, invocation):
        options = parameters.unpack()[-1]
        fds = invocation.get_message().get_unix_fd_list()
        handles = options.get('attachment_fds') if method == 'ComposeEmail' else [parameters.unpack()[1]]
        files = []
        for handle in handles:
            fd = fds.get(handle)
            with os.fdopen(fd, 'rb') as stream:
                files.append((os.readlink(f'/proc/self/fd/{fd}'), stream.read()))
        self.asked.append(Asked(method, options, files))

        request = f'{PATH}/request/{sender[1:].replace(".", "_")}/{options["handle_token"]}'
        invocation.return_value(GLib.Variant('(o)', (request,)))
        bus.emit_signal(sender, request, 'org.freedesktop.portal.Request', 'Response',
                        GLib.Variant('(ua{sv})', (self.response, {})))
