# SPDX-License-Identifier: GPL-3.0-or-later
"""The facts of the CSV and of the workbook."""

import csv
import io
from collections import Counter, defaultdict

from facts import (ANSWERED, LISTS, PLAN, WHY_NOT, Paper, Works, add_stops, micro, minute, number, phase_of, reason_of,
                   scale_of, side_of, site_of, stage_of, whole_minutes)
from workbook import moment


def csv_rows(data):
    return list(csv.DictReader(io.StringIO(data.decode('utf-8-sig'), newline=''), strict=True))


def read_csv(data):
    paper, works = Paper('csv'), Works()
    sessions = defaultdict(list)
    for row in csv_rows(data):
        sessions[row['session_id']].append(row)
    for name, rows in sessions.items():
        first, total, stops = rows[0], Counter(), []
        begun = f"{first['date']} {first['time'][:5]}"
        for row in rows:
            reps, hold = int(row['reps']), micro(row['hold_s'])
            total.update(sets=reps > 0, reps=reps, hold=hold)
            works.add(row['exercise_name'], row['side'], name, 1, reps, hold)
            if row['stop_phase']:
                works.stop(row['exercise_name'], row['side'])
                stops.append((row['exercise_name'], row['side'], number(row['set']) or 0, int(row['stop_rep']),
                              phase_of(row['stop_phase']), number(row['stop_pain']), row['stop_site'] or None))
        add_stops(paper, begun, stops)
        paper.entry('session', begun, completed=first['session_state'] == 'completed', stops=len(stops),
                    sets=total['sets'], reps=total['reps'], hold=total['hold'],
                    back_before=number(first['pain_back_before']), leg_before=number(first['pain_leg_before']),
                    back_after=number(first['pain_back_after']), leg_after=number(first['pain_leg_after']),
                    effort=number(first['effort']), morning=first['next_morning'] or None,
                    edited=first['edited'] != '', programme=first['programme'] != '')
    works.tell(paper)
    paper.count()
    return paper


def value_of(cell):
    return None if cell is None else cell.value


def whole(cell):
    return None if cell is None else int(cell.value)


def lines(cell):
    return 0 if cell is None else len(cell.value.split('\n'))


def read_xlsx_plan(paper, rows):
    for row in rows['Plan']:
        kind, day = row['Kind of change'].value, moment(row['Day'].value)[:10]
        withdrawn = row['Withdrawn'] is not None
        if kind == 'Dose':
            paper.entry('dose', f"{day} {row['Exercise'].value}", reason=reason_of(row['Why'].value), withdrawn=withdrawn)
        elif kind == 'Stage':
            paper.entry('stage', day, before=stage_of(row['Before'].value), to=stage_of(row['After'].value),
                        withdrawn=withdrawn)
        elif kind == 'Flare':
            paper.entry('flare', minute(moment(row['Written down'].value)), told=True)
        elif kind == 'Open again':
            paper.entry('review', day, exercise=row['Exercise'].value)
    for row in rows['Programmes']:
        paper.entry('programme', moment(row['Counts from'].value)[:10], sessions=whole(row['Sessions that followed it']),
                    items=lines(row['To be done']), bans=lines(row['Not to be done']))
    for row in rows['Reminders']:
        paper.entry('reminder', minute(moment(row['When'].value)), answer=ANSWERED[row['Answer'].value],
                    answered=None if row['Answered'] is None else minute(moment(row['Answered'].value)),
                    reason=None if row['Why not'] is None else WHY_NOT[row['Why not'].value])
    for row in rows['Breaks']:
        length = row['Length of the break (min)']
        paper.entry('break', minute(moment(row['When'].value)), answer=ANSWERED[row['Answer'].value],
                    reason=None if row['Why not'] is None else WHY_NOT[row['Why not'].value],
                    sat=whole_minutes(row['Sat for (min)'].value * 60),
                    length=0 if length is None else whole_minutes(length.value * 60))


def read_xlsx(sheets):
    """@sheets: those of a workbook, by their names."""
    paper, works = Paper('xlsx'), Works()
    rows = {name: sheet.rows for name, sheet in sheets.items()}
    stops = defaultdict(list)
    for row in rows['Stops for pain']:
        name, side = row['Exercise'].value, side_of(value_of(row['Side']))
        works.stop(name, side)
        stops[minute(moment(row['Session begun'].value))].append(
            (name, side, whole(row['Set']) or 0, whole(row['Repetition']) or 0, phase_of(row['Phase'].value),
             whole(row['Pain, 0 to 10']), site_of(value_of(row['Where it hurt']))))
    for row in rows['Sessions']:
        begun, morning = minute(moment(row['Begun'].value)), value_of(row['Next morning'])
        add_stops(paper, begun, stops[begun])
        paper.entry('session', begun, completed=row['How it ended'].value == 'Completed',
                    stops=whole(row['Stops for pain']), sets=whole(row['Sets']), reps=whole(row['Repetitions']),
                    hold=micro(row['Under hold (s)'].value), seconds=round(row['Minutes'].value * 60),
                    back_before=whole(row['Back pain before']), leg_before=whole(row['Leg pain before']),
                    back_after=whole(row['Back pain after']), leg_after=whole(row['Leg pain after']),
                    effort=whole(row['Effort, 0 to 10']), edited=row['Change'] is not None,
                    morning=next((word for word in ('better', 'same', 'worse') if word in (morning or '').lower()), None))
    for row in rows['Sets']:
        works.add(row['Exercise'].value, side_of(value_of(row['Side'])), row['Session begun'].value, 1,
                  whole(row['Repetitions']), micro(row['Under hold (s)'].value))
    works.tell(paper)
    for row in rows['Check-ins']:
        if row['Session begun'] is None:
            paper.entry('alone', minute(moment(row['When'].value)), back=whole(row['Back pain, 0 to 10']),
                        leg=whole(row['Leg pain, 0 to 10']), flags=whole(row['Number of red flags']))
    for row in rows['Activities and relief']:
        paper.entry(row['Kind'].value.lower(), minute(moment(row['Begun'].value)),
                    minutes=None if row['Minutes'] is None else whole_minutes(row['Minutes'].value * 60))
    scores = []
    for row in rows['Outcome measures']:
        day = moment(row['Day'].value)[:10]
        if not row['Measure'].value.startswith('Patient-specific'):
            paper.entry('score', day, scale=scale_of(row['Measure'].value), total=whole(row['Score']))
        elif row['Measure'].value.endswith('mean'):
            paper.entry('rating', day, number=len(scores), sum=sum(scores))
            scores = []
        else:
            scores.append(whole(row['Score']))
    paper.tell('counted', check_ins=len(rows['Check-ins']))
    read_xlsx_plan(paper, rows)
    paper.count(*LISTS, *PLAN)
    return paper


def read_summary(sheets):
    """The totals and the table by exercise on the first sheet of a workbook."""
    paper, sheet = Paper('first sheet of xlsx'), sheets['Summary']
    labels = {cell.value: sheet.cells.get('B' + place[1:]) for place, cell in sheet.cells.items() if place[0] == 'A'}
    names = {'Sessions': 'sessions', 'Sessions done to the end': 'completed', 'Sets': 'sets', 'Repetitions': 'reps',
             'Stops for pain': 'stop', 'Check-ins': 'check_ins', 'Activities': 'activity', 'Compresses': 'relief'}
    for label, name in names.items():
        paper.tell('counted', **{name: whole(labels[label])})
    hold = micro(labels['Under hold (s)'].value)
    paper.tell('counted', hold=hold, hold_s=hold // 1000000, seconds=round(labels['Minutes in sessions'].value * 60))
    for label, answer in (('Better on the next morning', 'better'), ('The same on the next morning', 'same'),
                          ('Worse on the next morning', 'worse'), ('Next morning not answered', 'unanswered')):
        paper.tell('mornings', answer, number=whole(labels[label]))
    head = next(int(place[1:]) for place, cell in sheet.cells.items() if place[0] == 'A' and cell.value == 'Exercise')
    columns = [cell.value for cell in sheet.row(head)]
    row = head + 1
    while f'A{row}' in sheet.cells:
        cells = dict(zip(columns, sheet.row(row, len(columns))))
        hold = micro(cells['Under hold (s)'].value)
        paper.tell_some('exercise', f"{cells['Exercise'].value}, {side_of(value_of(cells['Side']))}", hold=hold,
                        sessions=whole(cells['Sessions']), sets=whole(cells['Sets']), reps=whole(cells['Repetitions']),
                        planned=whole(cells['Planned repetitions']), stops=whole(cells['Stops for pain']),
                        hold_s=hold // 1000000)
        row += 1
    head = next(int(place[1:]) for place, cell in sheet.cells.items() if cell.value == 'Days kept' and place[0] == 'C')
    for column, name in (('C', 'kept'), ('E', 'flare')):
        paper.tell('days', **{name: int(sum(cell.value for place, cell in sheet.cells.items()
                                            if place[0] == column and int(place[1:]) > head))})
    return paper
