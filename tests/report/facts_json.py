# SPDX-License-Identifier: GPL-3.0-or-later
"""The facts of the JSON and of the FHIR bundle."""

import re
from collections import Counter

from facts import (ANSWERS, LISTS, PLAN, Paper, Works, add_stops, micro, minute, number, phase_of, reason_of,
                   seconds_between, side_of, site_of, whole_minutes)

ACTIVITY, DURATION, PAIN = '73985-4', '55411-3', '72514-3'


def skipped_for(one, when):
    """Why something was not done, where it was not."""
    return one['reason'] if one['answer'] == when else None


def read_json_plan(paper, log, names):
    for one in log.get('dose_changes', []):
        paper.entry('dose', f"{one['day']} {names.get(one['exercise'], one['exercise'])}", reason=one['reason'],
                    withdrawn=one['withdrawn'] is not None)
    for one in log.get('stage_changes', []):
        paper.entry('stage', one['day'], before=one['from'], to=one['to'], withdrawn=one['withdrawn'] is not None)
    for one in log.get('flares', []):
        paper.entry('flare', minute(one['at']), told=True)
    for one in log.get('reviews', []):
        paper.entry('review', one['at'][:10], exercise=names.get(one['exercise'], one['exercise']))
    for one in log.get('programmes', []):
        paper.entry('programme', re.search(r'<programme[^>]* from="([^"]*)"', one['xml'])[1],
                    sessions=sum(session.get('programme') == one['id'] for session in log['sessions']),
                    items=len(re.findall('<exercise ', one['xml'])), bans=len(re.findall('<forbidden ', one['xml'])))
    for one in log.get('reminders', []):
        paper.entry('reminder', minute(one['at']), answer=one['answer'], reason=skipped_for(one, 'not-today'),
                    answered=None if one['answered'] is None else minute(one['answered']))
    for one in log.get('sitting_breaks', []):
        paper.entry('break', minute(one['at']), answer=one['answer'], reason=skipped_for(one, 'skipped'),
                    sat=whole_minutes(one['sat_s']), length=whole_minutes(one['length_s']))


def read_json(log, names):
    """@names: what the exercises are called, by their ids."""
    paper, works = Paper('json'), Works()
    edited = {one['new'] for one in log['edits']}
    for session in log['sessions']:
        begun, check_in, after = minute(session['started']), session['check_in'] or {}, session['after'] or {}
        total = Counter()
        for exercise in session['exercises']:
            name = names[exercise['exercise']]
            for one in exercise['sets']:
                reps, hold = len(one['reps']), sum(micro(rep['hold_s']) for rep in one['reps'])
                total.update(sets=1, reps=reps, hold=hold)
                works.add(name, one['side'], session['id'], 1, reps, hold)
        stops = []
        for stop in session['stops']:
            name = names[stop['exercise']]
            works.stop(name, stop['side'])
            stops.append((name, stop['side'], stop['set'], stop['rep'], phase_of(stop['phase']), stop['pain'],
                          stop['site']))
        add_stops(paper, begun, stops)
        paper.entry('session', begun, completed=session['state'] == 'completed', stops=len(stops),
                    sets=total['sets'], reps=total['reps'], hold=total['hold'],
                    seconds=int(seconds_between(session['started'], session['ended'])),
                    back_before=check_in.get('pain_back'), leg_before=check_in.get('pain_leg'),
                    back_after=after.get('pain_back'), leg_after=after.get('pain_leg'), effort=after.get('effort'),
                    morning=(session['next_morning'] or {}).get('answer'), edited=session['id'] in edited,
                    programme='programme' in session)
    works.tell(paper)
    for one in log['check_ins']:
        paper.entry('alone', minute(one['at']), back=one['pain_back'], leg=one['pain_leg'], flags=len(one['flags']))
    for one in log['reliefs']:
        paper.entry('relief', minute(one['started']), minutes=None if one['state'] == 'cut' else
                    whole_minutes(seconds_between(one['started'], one['ended'])))
    for one in log['activities']:
        paper.entry('activity', minute(one['at']), minutes=one['minutes'])
    for one in log['ratings']:
        paper.entry('rating', one['at'][:10], number=len(one['scores']), sum=sum(part['score'] for part in one['scores']))
    for one in log['scores']:
        paper.entry('score', one['day'], scale=one['scale'], total=one['total'])
    paper.tell('counted', check_ins=len(log['check_ins']) + sum(one['check_in'] is not None for one in log['sessions']))
    read_json_plan(paper, log, names)
    paper.count(*LISTS, *PLAN)
    return paper


def codes(concept):
    return {one['code'] for one in concept.get('coding', [])}


def parts(observation):
    """The values of the components, by the codes of what they are."""
    found = {}
    for one in observation.get('component', []):
        value = next(value for key, value in one.items() if key.startswith('value'))
        if isinstance(value, dict):
            value = value['value'] if 'value' in value else next(iter(codes(value)))
        for code in codes(one['code']):
            found[code] = value
    return found


def read_fhir_plan(paper, resources, groups):
    for plan in [one for one in resources if one['resourceType'] == 'CarePlan']:
        if plan['intent'] == 'plan':
            for one in plan['activity']:
                for note in one.get('progress', []):
                    paper.entry('dose', f"{note['time']} {one['detail']['code']['text']}", reason=reason_of(note['text']),
                                withdrawn='Withdrawn on' in note['text'])
            continue
        forbidden = [one['detail']['doNotPerform'] for one in plan.get('activity', [])]
        link = {'reference': 'urn:uuid:' + plan['id']}
        paper.entry('programme', plan['period']['start'], sessions=sum(link in one.get('basedOn', []) for one in groups),
                    items=forbidden.count(False), bans=forbidden.count(True))
    answers = {one['inResponseTo'][0]['reference'][9:]: one for one in resources if 'inResponseTo' in one}
    for one in resources:
        if one['resourceType'] == 'Communication' and 'inResponseTo' not in one:
            answer = answers.pop(one['id'], None)
            paper.entry('reminder', minute(one['sent']),
                        answer='unanswered' if answer is None else next(iter(codes(answer['category'][0]))),
                        answered=None if answer is None else minute(answer['sent']),
                        reason=next(iter(codes(answer['reasonCode'][0]))) if answer and 'reasonCode' in answer else None)
        if one['resourceType'] != 'Observation':
            continue
        (kind, *_) = codes(one['code'])
        if kind == 'stage':
            paper.entry('stage', one['effectiveDateTime'], before=parts(one)['stage-before'],
                        to=next(iter(codes(one['valueCodeableConcept']))), withdrawn=one['status'] == 'entered-in-error')
        elif kind == 'flare':
            paper.entry('flare', minute(one['effectiveDateTime']), told=one['valueBoolean'])
        elif kind == 'review':
            paper.entry('review', one['effectiveDateTime'][:10], exercise=one['valueCodeableConcept']['text'])
        elif kind == 'sitting-break':
            what = parts(one)
            paper.entry('break', minute(one['effectiveDateTime']), reason=what.get('reason'),
                        answer=next(iter(codes(one['valueCodeableConcept']))), sat=whole_minutes(what['sat'] * 60),
                        length=whole_minutes(what.get('length', 0) * 60))
    assert not answers, 'an answer to nothing'


def read_fhir(bundle):
    paper, works = Paper('fhir'), Works()
    by_url = {entry['fullUrl']: entry['resource'] for entry in bundle['entry']}
    resources = list(by_url.values())
    groups = [one for one in resources if 'hasMember' in one]
    members = {link['reference'] for group in groups for link in group['hasMember']}
    stops = [one for one in resources if one['resourceType'] == 'AdverseEvent']

    def stop_of(event):
        lines = dict(line.split(': ', 1) for line in event['event']['text'].split('\n') if ': ' in line)
        return (lines['Exercise'], side_of(lines.get('Side')), int(lines.get('Set', 0)), int(lines.get('Repetition', 0)),
                phase_of(lines['Phase']), number(lines.get('Pain, 0 to 10')), site_of(lines.get('Where it hurt')))

    for group in groups:
        begun, ended = group['effectivePeriod']['start'], group['effectivePeriod']['end']
        total, answers, seconds, morning = Counter(), {}, 0, None
        for link in group['hasMember']:
            one = by_url[link['reference']]
            if one['resourceType'] != 'Observation':
                continue
            if ACTIVITY in codes(one['code']):
                what = parts(one)
                hold = micro(what['time-under-hold'])
                total.update(sets=what['sets'], reps=what['repetitions'], hold=hold)
                works.add(one['valueCodeableConcept']['text'], side_of(one.get('bodySite', {}).get('text')), group['id'],
                          what['sets'], what['repetitions'], hold)
            elif DURATION in codes(one['code']):
                seconds = round(one['valueQuantity']['value'] * 60)
            elif PAIN in codes(one['code']):
                when = re.fullmatch('Asked (before|after) the session', one['method']['text'])
                if when:
                    answers[f"{site_of(one['bodySite']['text'])}_{when[1]}"] = one['valueQuantity']['value']
            elif 'effort' in codes(one['code']):
                answers['effort'] = one['valueQuantity']['value']
            elif 'next-morning' in codes(one['code']):
                (morning,) = codes(one['valueCodeableConcept'])
        mine = [stop_of(one) for one in stops if begun <= one['date'] <= ended]
        add_stops(paper, minute(begun), mine)
        for name, side, *_ in mine:
            works.stop(name, side)
        notes = ' '.join(note['text'] for note in group.get('note', []))
        paper.entry('session', minute(begun), completed=parts(group)['state'] == 'completed', stops=len(mine),
                    sets=total['sets'], reps=total['reps'], hold=total['hold'], seconds=seconds, morning=morning,
                    programme='basedOn' in group, edited='Corrected on' in notes or 'Written down afterwards' in notes,
                    **{name: answers.get(name) for name in ANSWERS})
    works.tell(paper)
    for url, one in by_url.items():
        kind = one['resourceType']
        if kind == 'QuestionnaireResponse' and url not in members:
            items = {item['linkId']: item['answer'][0] for item in one.get('item', [])}
            paper.entry('alone', minute(one['authored']), back=items.get('pain-back', {}).get('valueInteger'),
                        leg=items.get('pain-leg', {}).get('valueInteger'),
                        flags=sum(name.startswith('flag.') and item['valueBoolean'] for name, item in items.items()))
        elif kind == 'Procedure':
            period = one['performedPeriod']
            paper.entry('relief', minute(period['start']), minutes=whole_minutes(
                seconds_between(period['start'], period['end'])) if 'end' in period else None)
        elif kind == 'Observation' and ACTIVITY in codes(one['code']) and url not in members and 'hasMember' not in one:
            paper.entry('activity', minute(one['effectivePeriod']['start']), minutes=parts(one)[DURATION])
        elif kind == 'Observation' and 'psfs-mean' in codes(one['code']):
            scores = [part['valueQuantity']['value'] for part in one['component']]
            paper.entry('rating', one['effectiveDateTime'][:10], number=len(scores), sum=sum(scores))
        elif kind == 'Observation' and codes(one['code']) & {'odi', 'rmdq'}:
            paper.entry('score', one['effectiveDateTime'][:10], scale=next(iter(codes(one['code']))),
                        total=one['valueQuantity']['value'])
    paper.tell('counted', check_ins=sum(one['resourceType'] == 'QuestionnaireResponse' for one in resources))
    read_fhir_plan(paper, resources, groups)
    paper.count(*LISTS, *PLAN)
    assert paper.facts['counted', None, 'stop'] == len(stops), 'a stop outside a session'
    return paper
