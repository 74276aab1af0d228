#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The FHIR bundle, against what R4 demands and against the log it is from."""

import base64
import copy
import json
import unittest
from collections import Counter

import fhir_r4
from papers import PaperTest, fixture_counts

LOINC = 'http://loinc.org'
ACTIVITY, DURATION, PAIN = '73985-4', '55411-3', '72514-3'


def codes(concept):
    return {one['code'] for one in concept.get('coding', [])}


class Bundle:
    """A bundle, and ways to ask it."""

    def __init__(self, data):
        self.raw = json.loads(data)
        self.by_url = {entry['fullUrl']: entry['resource'] for entry in self.raw['entry']}

    def all(self, kind):
        return [one for one in self.by_url.values() if one['resourceType'] == kind]

    def observations(self, code):
        return [one for one in self.all('Observation') if code in codes(one['code'])]

    def groups(self):
        return [one for one in self.observations(ACTIVITY) if 'hasMember' in one]

    def members(self, group, code=None):
        found = [self.by_url[one['reference']] for one in group['hasMember']]
        return [one for one in found if one['resourceType'] == 'Observation' and (code is None or code in
                                                                                 codes(one['code']))]


def components(observation):
    return {code: next(value for key, value in one.items() if key.startswith('value'))
            for one in observation.get('component', []) for code in codes(one['code'])}


class Fhir(PaperTest):
    @classmethod
    def setUpClass(cls):
        test = cls('make')
        cls.data = test.make('fhir')
        cls.bundle = Bundle(cls.data)
        cls.anonymous_data = test.make('fhir', 'anonymous')
        cls.anonymous = Bundle(cls.anonymous_data)
        cls.counts = fixture_counts()

    def test_is_r4(self):
        self.assertEqual(fhir_r4.check(self.bundle.raw), [])
        self.assertEqual(fhir_r4.check(self.anonymous.raw), [])
        self.assertEqual(self.bundle.raw['type'], 'collection')

    def test_empty_is_r4(self):
        bundle = Bundle(self.make('fhir', 'empty'))
        self.assertEqual(fhir_r4.check(bundle.raw), [])
        self.assertEqual(Counter(one['resourceType'] for one in bundle.by_url.values()),
                         {'Patient': 1, 'DocumentReference': 1})

    def test_same_bytes(self):
        self.assertEqual(self.make('fhir'), self.data)

    def test_counts(self):
        for bundle in (self.bundle, self.anonymous):
            groups = bundle.groups()
            self.assertEqual(len(groups), self.counts['sessions'])
            self.assertEqual(sum(components(one)['state']['coding'][0]['code'] == 'completed' for one in groups),
                             self.counts['completed'])
            works = [one for group in groups for one in bundle.members(group, ACTIVITY)]
            self.assertEqual(sum(components(one)['repetitions'] for one in works), self.counts['reps'])
            self.assertEqual(sum(components(one)['sets'] for one in works), self.counts['sets'])
            self.assertEqual(len(bundle.all('AdverseEvent')), self.counts['stops'])
            self.assertEqual(len(bundle.all('Procedure')), self.counts['reliefs'])
            self.assertEqual(len(bundle.observations('psfs-mean')), self.counts['ratings'])
            self.assertEqual(len(bundle.observations('odi') + bundle.observations('rmdq')), self.counts['scores'])
            self.assertEqual(len(bundle.observations(ACTIVITY)),
                             len(groups) + len(works) + self.counts['activities'])
            # Those alone, and one before each session but the fifth.
            self.assertEqual(len(bundle.all('QuestionnaireResponse')),
                             self.counts['check_ins'] + self.counts['sessions'] - 1)

            plans = bundle.all('CarePlan')
            self.assertEqual(sum(one['intent'] == 'order' for one in plans), self.counts['programmes'])
            (own,) = [one for one in plans if one['intent'] == 'plan']
            self.assertEqual(sum(len(one.get('progress', [])) for one in own['activity']), self.counts['dose_changes'])
            for code, name in (('stage', 'stage_changes'), ('flare', 'flares'), ('review', 'reviews'),
                               ('sitting-break', 'breaks')):
                self.assertEqual(len(bundle.observations(code)), self.counts[name], code)
            told = bundle.all('Communication')
            self.assertEqual(sum('inResponseTo' not in one for one in told), self.counts['reminders'])
            self.assertEqual(sum('inResponseTo' in one for one in told), self.counts['answered'])
            self.assertEqual(sum('basedOn' in one for one in groups), self.counts['followed'])

    def test_programmes(self):
        first, second, third = [one for one in self.bundle.all('CarePlan') if one['intent'] == 'order']
        self.assertEqual([one['status'] for one in (first, second, third)], ['revoked', 'revoked', 'draft'])
        self.assertEqual(first['period'], {'start': '2026-08-24', 'end': '2026-09-11'})
        self.assertEqual((first['created'], first['author']), ('2026-08-20', {'display': 'Dr. Chen'}))
        self.assertEqual([(one['detail']['code']['text'], one['detail']['doNotPerform']) for one in first['activity']],
                         [('Five-point support', False), ('Heel slide', False), ('Swallow-flight', True)])
        self.assertEqual(first['activity'][0]['detail']['scheduledTiming']['repeat'],
                         {'frequency': 1, 'period': 1, 'periodUnit': 'd', 'dayOfWeek': ['mon', 'wed', 'fri']})
        self.assertEqual(second['activity'][0]['detail']['scheduledTiming']['repeat'],
                         {'frequency': 6, 'period': 1, 'periodUnit': 'wk'})
        self.assertNotIn('scheduledTiming', third['activity'][0]['detail'])
        self.assertEqual([note['text'] for note in first['note']],
                         ['Walk for ten minutes before you begin.', 'Stop when your pain reaches 4 of 10.',
                          'Do not train with a pain of 6 of 10 or more.'])
        self.assertEqual(second['replaces'], [{'reference': 'urn:uuid:' + first['id']}])
        for day, plan in (('2026-08-31', first), ('2026-09-07', first), ('2026-09-14', second)):
            self.assertEqual(self.session(day)['basedOn'], [{'reference': 'urn:uuid:' + plan['id']}])
        self.assertNotIn('basedOn', self.session('2026-08-05'))

    def test_own_plan(self):
        (own,) = [one for one in self.bundle.all('CarePlan') if one['intent'] == 'plan']
        self.assertEqual(own['status'], 'active')
        found = {one['detail']['code']['coding'][0]['code']: one for one in own['activity']}
        five = found['five-point-support']
        self.assertEqual([note['time'] for note in five['progress']], ['2026-08-06', '2026-08-12', '2026-09-02'])
        self.assertIn('Withdrawn on 2026-09-08', five['progress'][2]['text'])
        # What was done last, for the change after it no longer holds.
        self.assertEqual(five['detail']['description'], '2 sets × 3, hold 5 s')
        self.assertEqual((five['detail']['status'], found['plank']['detail']['status']), ('in-progress', 'in-progress'))
        self.assertEqual(found['straight-leg-raise']['detail']['status'], 'on-hold')
        self.assertEqual(codes(found['straight-leg-raise']['detail']['statusReason']), {'suspended'})
        self.assertEqual(found['own-1']['detail']['scheduledTiming']['repeat'],
                         {'frequency': 5, 'period': 1, 'periodUnit': 'wk'})

    def test_course(self):
        stages = self.bundle.observations('stage')
        self.assertEqual([(one['effectiveDateTime'], one['status'], *codes(one['valueCodeableConcept'])) for one in stages],
                         [('2026-08-03', 'final', 'acute'), ('2026-08-10', 'final', 'easing'),
                          ('2026-09-12', 'entered-in-error', 'recovery'), ('2026-09-13', 'final', 'recovery')])
        by_clinician, by_person = self.bundle.observations('review')
        (patient,) = self.bundle.all('Patient')
        self.assertEqual(by_clinician['performer'], [{'display': 'Dr. Chen'}])
        self.assertEqual(by_person['performer'], [{'reference': 'urn:uuid:' + patient['id']}])
        for one in self.anonymous.observations('review'):
            self.assertNotIn('Chen', str(one))
        weeks = self.bundle.observations('week')
        self.assertTrue(weeks)
        for week in weeks:
            kept, intended = components(week)['days-kept'], components(week)['days-intended']
            self.assertTrue(0 <= kept <= 7 and 1 <= intended <= 7, week)

    def test_reminders(self):
        told = {one['id']: one for one in self.bundle.all('Communication')}
        answers = [one for one in told.values() if 'inResponseTo' in one]
        self.assertEqual([next(iter(codes(one['category'][0]))) for one in answers],
                         ['start', 'told', 'not-today', 'not-today'])
        self.assertEqual([next(iter(codes(one['reasonCode'][0]))) for one in answers if 'reasonCode' in one],
                         ['pain', 'unsaid'])
        self.assertEqual({next(iter(codes(told[one['inResponseTo'][0]['reference'][9:]]['category'][0])))
                          for one in answers}, {'session', 'session-again', 'morning'})

    def test_breaks(self):
        done, partly, skipped, offered = [
            (*codes(one['valueCodeableConcept']), components(one)) for one in self.bundle.observations('sitting-break')]
        self.assertEqual([one[0] for one in (done, partly, skipped, offered)],
                         ['done', 'partly', 'skipped', 'unanswered'])
        self.assertEqual((done[1]['sat']['value'], done[1]['length']['value']), (40, 3))
        self.assertEqual(codes(skipped[1]['reason']), {'no-place'})
        self.assertEqual(set(offered[1]), {'sat'})

    def session(self, day):
        (found,) = [one for one in self.bundle.groups() if one['effectivePeriod']['start'].startswith(day)]
        return found

    def test_a_session(self):
        """The second: stopped, both exercises there, one of them undone."""
        group = self.session('2026-08-05')
        self.assertEqual(group['effectivePeriod']['start'][-6:], '+08:00')
        self.assertEqual(components(group)['state']['coding'][0]['code'], 'stopped')
        self.assertEqual([note['text'] for note in group['note']], ["=cmd|' /C calc'!A0"])
        (duration,) = self.bundle.members(group, DURATION)
        self.assertEqual(duration['valueQuantity'], {'value': 10, 'unit': 'min', 'code': 'min',
                                                     'system': 'http://unitsofmeasure.org'})
        done, undone = self.bundle.members(group, ACTIVITY)
        self.assertEqual(codes(done['valueCodeableConcept']), {'five-point-support'})
        amounts = components(done)
        self.assertEqual((amounts['sets'], amounts['repetitions'], amounts['time-under-hold']['value']), (2, 4, 11.5))
        self.assertEqual((amounts['planned-sets'], amounts['planned-repetitions'], amounts['planned-hold']['value']),
                         (2, 3, 3))
        self.assertEqual(codes(undone['valueCodeableConcept']), {'modified-swallow'})
        self.assertEqual((components(undone)['sets'], components(undone)['repetitions']), (0, 0))

        pains = {(one.get('bodySite', {}).get('text'), one['method']['text']): one['valueQuantity']['value']
                 for one in self.bundle.members(group, PAIN)}
        self.assertEqual(pains, {('In the back', 'Asked before the session'): 7,
                                 ('In the leg', 'Asked before the session'): 3,
                                 ('In the back', 'Asked after the session'): 7,
                                 ('In the back', 'Asked when a movement hurt'): 6})
        (effort,) = self.bundle.members(group, 'effort')
        self.assertEqual(effort['valueQuantity']['value'], 8)
        (morning,) = self.bundle.members(group, 'next-morning')
        self.assertEqual(codes(morning['valueCodeableConcept']), {'worse'})

    def test_sides(self):
        works = self.bundle.members(self.session('2026-08-10'), ACTIVITY)
        self.assertEqual([one['bodySite']['text'] for one in works], ['Left side', 'Right side'])
        self.assertEqual([components(one)['repetitions'] for one in works], [3, 3])

    def test_check_in(self):
        responses = [one for one in self.bundle.all('QuestionnaireResponse') if one['authored'].startswith('2026-08-03')]
        (first,) = responses
        items = {one['linkId']: one['answer'][0] for one in first['item']}
        self.assertEqual(items['pain-back'], {'valueInteger': 6})
        self.assertEqual(items['pain-leg'], {'valueInteger': 4})
        self.assertEqual(items['moved']['valueCoding']['code'], 'down')
        self.assertEqual(items['flag.radiating'], {'valueBoolean': True})
        self.assertEqual(items['flag.leg-pain-days']['valueBoolean'], True)
        self.assertEqual(items['flag.leg-pain-days']['item'][0]['answer'], [{'valueInteger': 12}])
        self.assertEqual(items['flag.bladder-bowel'], {'valueBoolean': False})

    def test_nobody_is_said_to_have_said_no(self):
        """Of a session that was written down afterwards, only what is known."""
        (late,) = [one for one in self.bundle.all('QuestionnaireResponse') if one['authored'].startswith('2026-09-14')]
        self.assertEqual([one['linkId'] for one in late['item']], ['pain-back', 'pain-leg', 'moved'])

    def test_edited(self):
        corrected, added = self.session('2026-09-07'), self.session('2026-09-14')
        self.assertEqual((corrected['status'], added['status']), ('corrected', 'final'))
        self.assertIn('Corrected on', corrected['note'][-1]['text'])
        self.assertIn('afterwards', added['note'][-1]['text'])
        self.assertEqual(components(added)['origin']['coding'][0]['code'], 'entered')

    def test_stop(self):
        (stop,) = [one for one in self.bundle.all('AdverseEvent') if one['date'].startswith('2026-08-05')]
        self.assertEqual(stop['event']['text'].split('\n')[1:],
                         ['Exercise: Five-point support', 'Set: 2', 'Repetition: 2', 'Phase: Hold',
                          'Pain, 0 to 10: 6', 'Where it hurt: In the back'])

    def test_the_document_is_the_pdf(self):
        (document,) = self.bundle.all('DocumentReference')
        attachment = document['content'][0]['attachment']
        self.assertEqual(base64.b64decode(attachment['data'])[:5], b'%PDF-')

    def test_anonymous(self):
        self.assertEqual(len(self.bundle.all('Patient')), 1)
        self.assertEqual(self.anonymous.all('Patient'), [])
        (patient,) = self.bundle.all('Patient')
        self.assertRegex(patient['birthDate'], r'^[0-9]{4}$')
        name = patient['name'][0]['text']
        self.assertNotIn(name, self.anonymous_data.decode())
        for one in self.anonymous.by_url.values():
            self.assertNotIn('reference', one.get('subject', {}))
        # No id leads from the one to the other.
        self.assertEqual(self.bundle.by_url.keys() & self.anonymous.by_url.keys(), set())


class Checker(PaperTest):
    """The check itself: each of these must be found."""

    @classmethod
    def setUpClass(cls):
        cls.bundle = json.loads(cls('make').make('fhir'))

    def find(self, bundle, kind, test=lambda one: True):
        return next(entry['resource'] for entry in bundle['entry']
                    if entry['resource']['resourceType'] == kind and test(entry['resource']))

    def test_finds(self):
        def observation(one):
            return 'valueQuantity' in one

        def group(one):
            return 'hasMember' in one

        broken = {
            'no status': lambda b: self.find(b, 'Observation').pop('status'),
            'a status of another resource': lambda b: self.find(b, 'Observation').update(status='completed'),
            'an unknown element': lambda b: self.find(b, 'Observation').update(comment='well'),
            'an element of R5': lambda b: self.find(b, 'AdverseEvent').update(status='completed'),
            'an unknown resource': lambda b: self.find(b, 'Procedure').update(resourceType='Prozedur'),
            'no subject where there must be one': lambda b: self.find(b, 'AdverseEvent').pop('subject'),
            'a reference to nothing': lambda b: self.find(b, 'Observation', group)['hasMember'][0].update(
                reference='urn:uuid:00000000-0000-5000-8000-000000000000'),
            'a reference to the wrong thing': lambda b: self.find(b, 'Observation', group)['hasMember'][0].update(
                reference='urn:uuid:' + self.find(b, 'Patient')['id']),
            'two of one url': lambda b: b['entry'].append(copy.deepcopy(b['entry'][0])),
            'an url that is not the id': lambda b: self.find(b, 'Patient').update(id='somebody'),
            'a random id': lambda b: b['entry'][0].update(fullUrl='urn:uuid:6a1f3f0e-3c1e-4b8e-9f26-2a9b0a1f7f11'),
            'a moment without an offset': lambda b: self.find(b, 'AdverseEvent').update(date='2026-08-05T19:00:00'),
            'a day as an instant': lambda b: self.find(b, 'DocumentReference').update(date='2026-08-05'),
            'a month that is none': lambda b: self.find(b, 'Patient').update(birthDate='1961-13'),
            'a number as a text': lambda b: self.find(b, 'Observation', observation)['valueQuantity'].update(value='7'),
            'a truth as a number': lambda b: self.find(b, 'Observation', observation)['valueQuantity'].update(value=True),
            'an integer with a fraction': lambda b: self.find(b, 'QuestionnaireResponse')['item'][0].update(
                answer=[{'valueInteger': 6.5}]),
            'two values': lambda b: self.find(b, 'Observation', observation).update(valueString='seven'),
            'an empty text': lambda b: self.find(b, 'Observation')['code'].update(text=''),
            'an empty list': lambda b: self.find(b, 'Observation').update(note=[]),
            'an empty object': lambda b: self.find(b, 'Observation').update(method={}),
            'one where many may be': lambda b: self.find(b, 'Observation').update(
                category=self.find(b, 'Observation')['category'][0]),
            'many where one may be': lambda b: self.find(b, 'Observation').update(
                code=[self.find(b, 'Observation')['code']]),
            'a code of LOINC that is not meant': lambda b: self.find(b, 'Observation', group)['code']['coding'][0].update(
                code='72514-3'),
            'a unit that is not UCUM': lambda b: self.find(b, 'Observation', observation)['valueQuantity'].update(
                code='minutes'),
            'a unit without a system': lambda b: self.find(b, 'Observation', observation)['valueQuantity'].pop('system'),
            'a code with a space at its end': lambda b: self.find(b, 'Procedure')['code']['coding'][0].update(
                code='cold '),
            'a period that ends first': lambda b: self.find(b, 'Procedure')['performedPeriod'].update(
                end='2001-01-01T00:00:00.000+08:00'),
            'a value and a reason for none': lambda b: self.find(b, 'Observation', observation).update(
                dataAbsentReason={'text': 'unknown'}),
            'items at two levels': lambda b: self.find(b, 'QuestionnaireResponse')['item'][0].update(
                item=[{'linkId': 'more'}]),
            'a clinical status that is none': lambda b: self.find(b, 'Condition').update(
                clinicalStatus={'text': 'better'}),
            'data that is cut': lambda b: self.find(b, 'DocumentReference')['content'][0]['attachment'].update(
                data='JVBERi0='),
            'a plan without an intent': lambda b: self.find(b, 'CarePlan').pop('intent'),
            'a plan about nobody': lambda b: self.find(b, 'CarePlan').pop('subject'),
            'a plan that is under way': lambda b: self.find(b, 'CarePlan').update(status='in-progress'),
            'a plan of R5': lambda b: self.find(b, 'CarePlan').update(custodian={'display': 'Dr. Chen'}),
            'a plan of many authors': lambda b: self.find(b, 'CarePlan').update(author=[{'display': 'Dr. Chen'}]),
            'a plan that ends first': lambda b: self.find(b, 'CarePlan')['period'].update(end='2001-01-01'),
            'a plan that replaces a person': lambda b: self.find(b, 'CarePlan').update(
                replaces=[{'reference': 'urn:uuid:' + self.find(b, 'Patient')['id']}]),
            'an activity without a status': lambda b: self.find(b, 'CarePlan')['activity'][0]['detail'].pop('status'),
            'an activity that is revoked': lambda b: self.find(b, 'CarePlan')['activity'][0]['detail'].update(
                status='revoked'),
            'an activity in detail and by reference': lambda b: self.find(b, 'CarePlan')['activity'][0].update(
                reference={'display': 'elsewhere'}),
            'a timing without a unit': lambda b: self.find(
                b, 'CarePlan')['activity'][0]['detail']['scheduledTiming']['repeat'].pop('periodUnit'),
            'a timing of no times': lambda b: self.find(
                b, 'CarePlan')['activity'][0]['detail']['scheduledTiming']['repeat'].update(frequency=0),
            'a day of the week in full': lambda b: self.find(
                b, 'CarePlan')['activity'][0]['detail']['scheduledTiming']['repeat'].update(dayOfWeek=['monday']),
            'a progress without a text': lambda b: next(
                one for one in self.find(b, 'CarePlan', lambda one: one['intent'] == 'plan')['activity']
                if 'progress' in one)['progress'][0].pop('text'),
            'a session based on a session': lambda b: self.find(b, 'Observation', lambda one: 'basedOn' in one).update(
                basedOn=[{'reference': 'urn:uuid:' + self.find(b, 'Observation', group)['id']}]),
            'a message without a status': lambda b: self.find(b, 'Communication').pop('status'),
            'a message that is final': lambda b: self.find(b, 'Communication').update(status='final'),
            'a message of nothing': lambda b: self.find(b, 'Communication')['payload'][0].pop('contentString'),
            'an answer to a plan': lambda b: self.find(b, 'Communication').update(
                inResponseTo=[{'reference': 'urn:uuid:' + self.find(b, 'CarePlan')['id']}]),
            'a type of bundle that is none': lambda b: b.update(type='pile'),
        }
        self.assertEqual(fhir_r4.check(self.bundle), [])
        for what, change in broken.items():
            with self.subTest(what):
                bundle = copy.deepcopy(self.bundle)
                change(bundle)
                self.assertNotEqual(fhir_r4.check(bundle), [])


if __name__ == '__main__':
    unittest.main()
