# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading what gettext reads and writes."""

import ast
import os
import re
import subprocess
from dataclasses import dataclass, field


def list_potfiles(root):
    with open(os.path.join(root, 'po', 'POTFILES.in'), encoding='utf-8') as stream:
        return [line.strip() for line in stream if line.strip() and not line.startswith('#')]


def list_linguas(root):
    with open(os.path.join(root, 'po', 'LINGUAS'), encoding='utf-8') as stream:
        return [word for line in stream if not line.startswith('#') for word in line.split()]


def extract(root, pot):
    """Write every string of the sources to @pot, as the target yanfei-pot does."""
    c_format = ['N_:1', 'C_:2', 'NC_:2', 'g_dngettext:2', 'g_strdup_printf:1', 'g_string_printf:2',
                'g_string_append_printf:2', 'g_error_new:3', 'g_set_error:4', 'g_markup_printf_escaped:1',
                'g_log:3', 'g_print:1', 'g_printerr:1', 'g_printf:1', 'g_fprintf:2', 'g_sprintf:2',
                'g_snprintf:3']
    keywords = ['_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'g_dcgettext:2', 'g_dngettext:2,3', 'g_dpgettext2:2c,3']
    subprocess.run(
        ['xgettext', '--package-name=yanfei', '--from-code=UTF-8', '--add-comments',
         *(f'--keyword={keyword}' for keyword in keywords),
         *(f'--flag={flag}:' + ('pass-c-format' if '_:' in flag[:4] or flag.startswith('g_dn') else 'c-format')
           for flag in c_format),
         '--files-from=po/POTFILES.in', '--directory=.', f'--output={pot}'],
        cwd=root, check=True, capture_output=True, text=True,
        env={**os.environ, 'GETTEXTDATADIRS': os.path.join(root, 'data')})


@dataclass
class Entry:
    msgid: str = ''
    plural: str = None
    context: str = None
    msgstr: list = field(default_factory=list)
    flags: set = field(default_factory=set)
    places: list = field(default_factory=list)
    obsolete: bool = False

    @property
    def key(self):
        return self.context, self.msgid

    @property
    def translated(self):
        return bool(self.msgstr) and all(self.msgstr) and 'fuzzy' not in self.flags


def parse(path):
    """The entries of a PO or POT file, its header left out."""
    text = subprocess.run(['msgcat', '--no-wrap', path], check=True, capture_output=True, text=True).stdout
    entries = []
    for block in text.split('\n\n'):
        entry, last = Entry(), None
        for line in block.splitlines():
            if line.startswith('#~'):
                entry.obsolete = True
                line = line[2:].lstrip()
            if line.startswith('#:'):
                entry.places += re.findall(r'\S+?(?=:\d+(?:\s|$))', line[2:])
            elif line.startswith('#,'):
                entry.flags |= {flag.strip() for flag in line[2:].split(',')}
            elif line.startswith('#') or not line:
                continue
            else:
                keyword, _, quoted = line.partition('"')
                value = ast.literal_eval('"' + quoted)
                keyword = keyword.strip()
                if keyword:
                    last = keyword
                if last == 'msgctxt':
                    entry.context = (entry.context or '') + value
                elif last == 'msgid':
                    entry.msgid += value
                elif last == 'msgid_plural':
                    entry.plural = (entry.plural or '') + value
                elif keyword:
                    entry.msgstr.append(value)
                else:
                    entry.msgstr[-1] += value
        if entry.msgid:
            entries.append(entry)
    return entries
