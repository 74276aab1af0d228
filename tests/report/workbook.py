# SPDX-License-Identifier: GPL-3.0-or-later
"""A workbook as a spreadsheet reads it."""

import io
import re
import zipfile
from datetime import datetime, timedelta
from xml.etree import ElementTree

MAIN = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
CHART = '{http://schemas.openxmlformats.org/drawingml/2006/chart}'
RELATION = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}'


def moment(serial):
    """Date and time of a number of days since 30 December 1899, to the second."""
    return (datetime(1899, 12, 30) + timedelta(seconds=round(serial * 86400))).isoformat(' ')


class Cell:
    def __init__(self, value, kind, number_format):
        self.value, self.kind, self.format = value, kind, number_format

    def __repr__(self):
        return f'{self.value!r} ({self.kind}, {self.format})'


class Sheet:
    def __init__(self, root, texts, formats):
        self.root = root
        self.cells = {}
        for cell in root.iter(MAIN + 'c'):
            value = cell.find(MAIN + 'v')
            if value is None:
                continue
            kind = cell.get('t', 'n')
            self.cells[cell.get('r')] = Cell(texts[int(value.text)] if kind == 's' else float(value.text), kind,
                                             formats[int(cell.get('s', 0))])
        self.n_formulas = len(list(root.iter(MAIN + 'f')))
        last = max((int(re.sub('[A-Z]', '', name)) for name in self.cells), default=0)
        self.header = [cell.value for cell in self.row(1)]
        self.rows = [dict(zip(self.header, self.row(number, len(self.header)))) for number in range(2, last + 1)]

    def row(self, number, width=None):
        found = []
        while width is None or len(found) < width:
            cell = self.cells.get(f'{chr(ord("A") + len(found))}{number}')
            if cell is None and width is None:
                break
            found.append(cell)
        return found

    def column(self, name):
        return [row[name].value for row in self.rows if row[name] is not None]


class Workbook:
    def __init__(self, data):
        self.zip = zipfile.ZipFile(io.BytesIO(data))
        assert self.zip.testzip() is None
        texts = [''.join(part.text or '' for part in item.iter(MAIN + 't'))
                 for item in self.parse('xl/sharedStrings.xml').iter(MAIN + 'si')]
        styles = self.parse('xl/styles.xml')
        codes = {one.get('numFmtId'): one.get('formatCode') for one in styles.iter(MAIN + 'numFmt')}
        codes['1'] = '0'
        formats = [codes.get(one.get('numFmtId')) for one in styles.find(MAIN + 'cellXfs')]
        book = self.parse('xl/workbook.xml')
        links = {one.get('Id'): one.get('Target') for one in self.parse('xl/_rels/workbook.xml.rels')}
        self.names = []
        self.sheets = {}
        for one in book.iter(MAIN + 'sheet'):
            self.names.append(one.get('name'))
            self.sheets[one.get('name')] = Sheet(self.parse('xl/' + links[one.get(RELATION + 'id')]), texts, formats)

    def parse(self, name):
        return ElementTree.fromstring(self.zip.read(name))
