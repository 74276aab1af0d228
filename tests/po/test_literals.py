#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""No sentence reaches a person without having passed through gettext.

This is a search for words in the wrong place, not a proof: it looks at the
literals handed to functions that show text, and at the properties of .ui
files that hold it.
"""

import os
import re
import sys
import unittest
import xml.etree.ElementTree as ET

ROOT = sys.argv.pop()

SHOWS = re.compile(r'\b(g_print|g_printerr|g_set_error|g_set_error_literal|g_error_new|g_error_new_literal|'
                   r'g_prefix_error|g_application_command_line_print(?:err)?|'
                   r'gtk_label_new|gtk_label_set_(?:label|text|markup)|gtk_button_(?:new_with_label|set_label)|'
                   r'gtk_window_set_title|gtk_widget_set_tooltip_text|gtk_accessible_update_property|'
                   r'adw_toast_new|adw_message_dialog_new|adw_message_dialog_(?:add_response|set_body)|'
                   r'adw_preferences_(?:row|group|page)_set_title|adw_action_row_set_subtitle|'
                   r'adw_status_page_set_(?:title|description))\s*\(')
TRANSLATES = re.compile(r'\b(_|N_|C_|NC_|ngettext|gettext|g_dngettext|g_dpgettext2)\s*\(')
LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"')
# What is left of a literal when formats and escapes are taken out.
NOT_WORDS = re.compile(r'%(?:\d+\$)?[-+ #0\']*(?:\d+|\*)?(?:\.(?:\d+|\*))?(?:hh|ll|[hlqjztL])?[a-zA-Z%]|\\.')
# The programs' own names, and a list of keys, are the same in every language.
NAMES = re.compile(r'\byanfei(-cli)?\b')
IDS = re.compile(r'[a-z_]+(, [a-z_]+)+(, )?')
WORD = re.compile(r'[A-Za-z]{2,}')

SHOWN_PROPERTIES = {'label', 'title', 'subtitle', 'description', 'tooltip-text', 'placeholder-text', 'text',
                    'heading', 'body', 'help-text', 'value-text', 'button-label'}


def strip_comments(text):
    """Blank the comments of C, keeping the lines."""
    def blank(match):
        return match[0] if match[0].startswith('"') else re.sub(r'[^\n]', ' ', match[0])
    return re.sub(r'"(?:[^"\\\n]|\\.)*"|/\*.*?\*/|//[^\n]*', blank, text, flags=re.DOTALL)


def arguments(text, start):
    """The text between the parenthesis that ends at @start and its partner."""
    depth, position = 1, start
    while depth and position < len(text):
        literal = LITERAL.match(text, position)
        if literal:
            position = literal.end()
            continue
        if text[position] == "'":
            position = text.index("'", position + (2 if text[position + 1] == '\\' else 1)) + 1
            continue
        depth += {'(': 1, ')': -1}.get(text[position], 0)
        position += 1
    return text[start:position - 1]


def untranslated(text):
    """Pairs of a line and a literal with words that nobody translates."""
    text = strip_comments(text)
    for call in SHOWS.finditer(text):
        inside = arguments(text, call.end())
        while True:
            inner = TRANSLATES.search(inside)
            if not inner:
                break
            inside = inside[:inner.start()] + inside[inner.end() + len(arguments(inside, inner.end())):]
        for literal in LITERAL.finditer(inside):
            words = NAMES.sub(' ', NOT_WORDS.sub(' ', literal[1]))
            if WORD.search(words) and not IDS.fullmatch(literal[1]):
                yield text.count('\n', 0, call.start()) + 1, literal[1]


class Literals(unittest.TestCase):
    def files(self, ending, *tops):
        for top in tops:
            for folder, _, names in os.walk(os.path.join(ROOT, top)):
                for name in names:
                    if name.endswith(ending):
                        yield os.path.join(folder, name)

    def test_the_search_itself(self):
        for code, found in (
            ('g_print ("Hello there\\n");', ['Hello there\\n']),
            ('g_print ("%s\\n", _("Hello"));', []),
            ('g_print (_("Hello %s"), "you there");', ['you there']),
            ('g_print ("%.6f %s\\n", time, id);', []),
            ('/* g_print ("Hello") */ g_print ("%d) (", 3);', []),
            ("g_print ('\"' ? _(\"a word\") : \"%c\", '\"');", []),
            ('gtk_label_new ("Start");', ['Start']),
            ('g_printerr ("yanfei-cli: %s\\n", _("No"));', []),
            ('g_printerr ("yanfei-cli: bad %s\\n", word);', ['yanfei-cli: bad %s\\n']),
            ('g_set_error (error, q, 0, _("Keys: %s"), "onset, back_strength");', []),
            ('gtk_label_new (NULL); other ("Start");', []),
            ('g_printerr (ngettext ("%d repetition", "%d repetitions", n), n);', []),
        ):
            with self.subTest(code):
                self.assertEqual([literal for _, literal in untranslated(code)], found)

    def test_sources(self):
        for path in self.files('.c', 'src'):
            with open(path, encoding='utf-8') as stream:
                for line, literal in untranslated(stream.read()):
                    name = os.path.relpath(path, ROOT)
                    with self.subTest(name):
                        self.fail(f'{name}:{line}: "{literal}" is not translated')

    def test_interface(self):
        for path in self.files('.ui', 'ui', 'src'):
            name = os.path.relpath(path, ROOT)
            for element in ET.parse(path).iter():
                shown = (element.tag in ('property', 'attribute') and
                         element.get('name', '').replace('_', '-') in SHOWN_PROPERTIES)
                words = (element.text or '').strip()
                if shown and WORD.search(words) and not len(element):
                    with self.subTest(name, words=words):
                        self.assertEqual(element.get('translatable'), 'yes')


if __name__ == '__main__':
    unittest.main()
