# SPDX-License-Identifier: GPL-3.0-or-later
"""The facts of the PDF, as pdftotext reads it."""

import re
import subprocess
from collections import Counter, defaultdict

from facts import LISTS, Paper, Works, add_stops, number, phase_of, scale_of, side_of, site_of

# A hang is a failure, a slow machine is not.
PATIENCE = 120


class Text:
    """A PDF as pdftotext reads it: word by word with their places, as it is laid out, and column by column."""

    def __init__(self, path):
        self.words = self.read(path, '-tsv')
        self.layout = self.read(path, '-layout')
        self.first = self.read(path, '-l', '1')

    @staticmethod
    def read(path, *options):
        done = subprocess.run(['pdftotext', *options, path, '-'], stdin=subprocess.DEVNULL, capture_output=True,
                              text=True, timeout=PATIENCE, check=True)
        return done.stdout


COLUMNS = ('When', 'Exercise', 'Side', 'Planned', 'Done', 'Held', 'Pain before', 'Pain after', 'Effort', 'Next morning')


def log_lines(words):
    """The lines of the log: the words in each of its columns, and whether each begins there."""
    pages = defaultdict(list)
    for line in words.splitlines()[1:]:
        level, page, _, _, _, _, left, top, _, height, _, word = line.split('\t')
        if level == '5':
            pages[int(page)].append((float(top) + float(height), float(left), word))
    for page in sorted(pages):
        words = sorted(pages[page])
        heads = [bottom for bottom, _, word in words if word == 'Held']
        edges = []
        lines = []
        for bottom, left, word in words:
            if not lines or bottom - lines[-1][0] > 3:
                lines.append((bottom, []))
            lines[-1][1].append((left, word))
        for bottom, line in lines:
            line.sort()
            texts = [word for _, word in line]
            if bottom in heads and texts[:3] == ['When', 'Exercise', 'Side']:
                edges = [left for left, _ in line]
            elif edges and texts != ['before', 'after', 'morning']:
                cells = {}
                starts = set()
                for left, word in line:
                    column = max(i for i, edge in enumerate(edges) if left >= edge - 1)
                    cells[COLUMNS[column]] = f'{cells[COLUMNS[column]]} {word}' if COLUMNS[column] in cells else word
                    if abs(left - edges[column]) < 0.5:
                        starts.add(COLUMNS[column])
                yield cells, starts, ' '.join(texts)


DAY = re.compile(r'(\d{4}-\d\d-\d\d)( \d\d:\d\d)?( \*)?')
PLANNED = re.compile(r'\d+ ?× ?\d+(,.*)?')
DONE = re.compile(r'(\d+) ?× ?(\d+)|\d+( ?\+ ?\d+)*( ?\+)?')
MORE = re.compile(r'\d+( ?\+ ?\d+)*( ?\+)?')
FOOT = re.compile(r'\d{4}-\d\d-\d\d to .* \d+ / \d+')


def log_entries(words):
    """The entries of the log: the cells of the first line, the exercises, and all other words."""
    entry = None
    for cells, starts, text in log_lines(words):
        when = DAY.fullmatch(cells.get('When', ''))
        if FOOT.fullmatch(text):
            continue
        if when:
            if entry is not None:
                yield entry
            entry = {'when': when, 'cells': cells, 'works': [], 'text': []}
        if entry is None or 'When' in cells and not when:
            continue
        if ({'Planned', 'Done'} <= starts and PLANNED.fullmatch(cells['Planned']) and DONE.fullmatch(cells['Done'])):
            entry['works'].append(cells)
        elif (entry['works'] and entry['works'][-1]['Done'].endswith('+') and 'Done' in starts
              and MORE.fullmatch(cells['Done'])):
            # So many sets that they go on in the next line.
            entry['works'][-1]['Done'] += cells['Done']
        else:
            entry['text'].append(' '.join(word for column, word in cells.items() if column != 'When'))
    if entry is not None:
        yield entry


def full_name(text, names):
    """A name that goes on in the next line is known by how it begins."""
    if text in names:
        return text
    (name,) = {name for name in names if name.startswith(text + ' ')}
    return name


def pain_of(text):
    return [number(part.strip()) for part in text.split('/')] if text else [None, None]


def stop_of(line):
    """It hurt · Straight-leg raise, right · set 1, repetition 10 · Raise · pain 5 of 10 · In the leg"""
    name, *rest = [part.strip() for part in line.split(' · ')[1:]]
    side = next((side for side in ('left', 'right') if name.endswith(', ' + side)), 'none')
    place = re.search(r'set (\d+), repetition (\d+)', line)
    pain = re.search(r'pain (\d+) of 10', line)
    rest = [part for part in rest if not re.match(r'set \d|pain \d', part)]
    return (name.removesuffix(', ' + side), side, int(place[1]) if place else 0, int(place[2]) if place else 0,
            phase_of(rest[0]), number(pain and pain[1]), site_of(rest[1] if len(rest) > 1 else None))


def read_pdf(pdf, names):
    """The log of the report; @names: what the exercises are called."""
    paper, works = Paper('pdf'), Works()
    for entry in log_entries(pdf.words):
        when, cells, text = entry['when'], entry['cells'], ' '.join(entry['text'])
        begun = when[1] + (when[2] or '')
        if entry['works'] or text.startswith('Session without'):
            total, stops = Counter(), []
            for row in entry['works']:
                alike = DONE.fullmatch(row['Done'])
                reps = ([int(alike[2])] * int(alike[1]) if alike[1] else
                        [int(one) for one in row['Done'].split('+') if one.strip() != '0'])
                name = full_name(row['Exercise'], names)
                for side in ('left', 'right') if row.get('Side') == 'both' else (row.get('Side', 'none'),):
                    total.update(sets=len(reps), reps=sum(reps))
                    works.add(name, side, begun, len(reps), sum(reps), 0)
            for line in re.findall(r'It hurt · .*?(?=It hurt ·|Red flag:|Pain:|Note:|\*|$)', text):
                stops.append(stop_of(line))
                works.stop(*stops[-1][:2])
            add_stops(paper, begun, stops)
            before, after = pain_of(cells.get('Pain before')), pain_of(cells.get('Pain after'))
            paper.entry('session', begun, stops=len(stops), sets=total['sets'], reps=total['reps'],
                        completed=not {'Stopped early', 'Cut off'} & set(entry['text']),
                        back_before=before[0], leg_before=before[1], back_after=after[0], leg_after=after[1],
                        effort=number(cells.get('Effort')), morning=cells.get('Next morning'),
                        edited=when[3] is not None)
        elif text.startswith('Check-in without a session'):
            pain = pain_of(cells.get('Pain before'))
            paper.entry('alone', begun, back=pain[0], leg=pain[1], flags=text.count('Red flag:'))
        elif re.search(r'\((ODI|RMDQ)\): \d+ of \d+', text):
            paper.entry('score', when[1], scale=scale_of(text), total=int(re.search(r': (\d+) of', text)[1]))
        elif text.startswith('What is hard to do'):
            scores = [int(one) for one in re.findall(r' (\d+)(?= ·| \*|$)', text.split(' · ', 1)[1])]
            paper.entry('rating', when[1], number=len(scores), sum=sum(scores))
        else:
            minutes = re.search(r', (\d+) minutes?', text)
            paper.entry('relief' if 'compress' in text else 'activity', begun, minutes=number(minutes and minutes[1]))
    works.tell(paper, 'sessions', 'sets', 'reps', 'stops')
    paper.count(*LISTS)
    return paper


def length_of(text):
    """Seconds of hours, minutes and seconds."""
    length = 0
    for part in text.split(':'):
        length = length * 60 + int(part)
    return length


def read_bars(paper, text, names):
    """The charts of repetitions and of time under hold: a bar for each exercise and side."""
    name = None
    for line in text.splitlines():
        row = re.fullmatch(r'(.*?) *\b(?:(Left|Right) +)?(?:(\d+) of (\d+)|((?:\d+:)?\d+:\d\d))', line.strip())
        if row is None or row[1] and row[1] not in names or not row[1] and not row[2]:
            continue
        name = row[1] or name
        which = f'{name}, {side_of(row[2])}'
        if row[5]:
            paper.tell_some('exercise', which, hold_s=length_of(row[5]))
        else:
            paper.tell_some('exercise', which, reps=int(row[3]), planned=int(row[4]))


def read_pages(pdf, names):
    """What the first page and the charts say; @names: what the exercises are called."""
    paper = Paper('first pages of pdf')
    pages = pdf.layout.split('\f')
    text = ' '.join(' '.join(pages).split())
    figures = re.search(r'(?m)^ *(?:\d+ ?/ ?\d+|–) +(?:\d+ ?/ ?\d+|–) +(\d+) +(\d+) +(\d+) *$', pages[0])
    paper.tell('counted', sessions=int(figures[1]), reps=int(figures[2]), stop=int(figures[3]),
               completed=int(re.search(r'sessions?, (\d+) done to the', pages[0])[1]),
               sets=int(re.search(r'\bin (\d+) sets?\b', pages[0])[1]))
    paper.tell('chart', hold_s=length_of(re.search(r'Time under hold, in [a-z, ]*: ([\d:]+) in all', text)[1]))
    mornings = re.search(r'better (\d+), same (\d+), worse (\d+), not answered (\d+)',
                         ' '.join(pdf.first.split()))
    if mornings:
        for index, answer in enumerate(('better', 'same', 'worse', 'unanswered'), 1):
            paper.tell('mornings', answer, number=int(mornings[index]))
    # Those that the scores show, and those that the person declared beside them.
    flares = [re.search(words + r' on (\d+) days?', text) for words in ('There was a flare', 'do not show was declared')]
    paper.tell('days', kept=int(re.search(r'(\d+) days? kept\.', text)[1]),
               flare=sum(int(found[1]) for found in flares if found))
    for place in ('Back', 'Leg'):
        asked = re.search(place + r' pain before sessions and without one:(?:[^.]|\.\d)*?, (\d+) answers?\.', text)
        paper.tell('asked', place.lower(), number=int(asked[1]) if asked else 0)
    read_bars(paper, '\n'.join(pages), names)
    return paper
