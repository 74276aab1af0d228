# SPDX-License-Identifier: GPL-3.0-or-later
"""What HL7 FHIR R4 (4.0.1) demands of the resources in a bundle, as data.

Written from hl7.org/fhir/R4: datatypes.html for the types and their regular
expressions, and the page of each resource for its elements, how often they may
occur, and the codes that are bound as required. Only the resources that Yanfei writes
are here; any other is an error, and so is every element that is not known.
"""

import base64
import re
import uuid

PRIMITIVES = {
    'id': r'[A-Za-z0-9\-\.]{1,64}',
    'uri': r'\S+',
    'canonical': r'\S+',
    'url': r'\S+',
    'code': r'[^\s]+(\s[^\s]+)*',
    'string': r'[ \r\n\t\S]+',
    'markdown': r'[ \r\n\t\S]+',
    'date': r'([0-9]([0-9]([0-9][1-9]|[1-9]0)|[1-9]00)|[1-9]000)(-(0[1-9]|1[0-2])(-(0[1-9]|[1-2][0-9]|3[0-1]))?)?',
    'dateTime': r'([0-9]([0-9]([0-9][1-9]|[1-9]0)|[1-9]00)|[1-9]000)(-(0[1-9]|1[0-2])(-(0[1-9]|[1-2][0-9]|3[0-1])'
                r'(T([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\.[0-9]+)?'
                r'(Z|(\+|-)((0[0-9]|1[0-3]):[0-5][0-9]|14:00)))?)?)?',
    'instant': r'([0-9]([0-9]([0-9][1-9]|[1-9]0)|[1-9]00)|[1-9]000)-(0[1-9]|1[0-2])-(0[1-9]|[1-2][0-9]|3[0-1])'
               r'T([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\.[0-9]+)?(Z|(\+|-)((0[0-9]|1[0-3]):[0-5][0-9]|14:00))',
    'time': r'([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\.[0-9]+)?',
    'base64Binary': r'(\s*([0-9a-zA-Z\+\/=]){4}\s*)+',
}

MANY = None

# The codes of elements with a required binding.
BOUND = {
    'Bundle.type': {'document', 'message', 'transaction', 'transaction-response', 'batch', 'batch-response',
                    'history', 'searchset', 'collection'},
    'Observation.status': {'registered', 'preliminary', 'final', 'amended', 'corrected', 'cancelled',
                           'entered-in-error', 'unknown'},
    'QuestionnaireResponse.status': {'in-progress', 'completed', 'amended', 'entered-in-error', 'stopped'},
    'AdverseEvent.actuality': {'actual', 'potential'},
    'Procedure.status': {'preparation', 'in-progress', 'not-done', 'on-hold', 'stopped', 'completed',
                         'entered-in-error', 'unknown'},
    'DocumentReference.status': {'current', 'superseded', 'entered-in-error'},
    'Patient.gender': {'male', 'female', 'other', 'unknown'},
    'CarePlan.status': {'draft', 'active', 'on-hold', 'revoked', 'completed', 'entered-in-error', 'unknown'},
    'CarePlan.intent': {'proposal', 'plan', 'order', 'option'},
    'CarePlan.activity.detail.status': {'not-started', 'scheduled', 'in-progress', 'on-hold', 'completed', 'cancelled',
                                        'stopped', 'unknown', 'entered-in-error'},
    'CarePlan.activity.detail.kind': {'Appointment', 'CommunicationRequest', 'DeviceRequest', 'MedicationRequest',
                                      'NutritionOrder', 'Task', 'ServiceRequest', 'VisionPrescription'},
    'Communication.status': {'preparation', 'in-progress', 'not-done', 'on-hold', 'stopped', 'completed',
                             'entered-in-error', 'unknown'},
    'Communication.priority': {'routine', 'urgent', 'asap', 'stat'},
    'Timing.repeat.periodUnit': {'s', 'min', 'h', 'd', 'wk', 'mo', 'a'},
    'Timing.repeat.durationUnit': {'s', 'min', 'h', 'd', 'wk', 'mo', 'a'},
    'Timing.repeat.dayOfWeek': {'mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'},
    'Quantity.comparator': {'<', '<=', '>=', '>'},
}

# CodeableConcepts with a required binding: the system and its codes.
BOUND_CONCEPTS = {
    'Condition.clinicalStatus': ('http://terminology.hl7.org/CodeSystem/condition-clinical',
                                 {'active', 'recurrence', 'relapse', 'inactive', 'remission', 'resolved'}),
    'Condition.verificationStatus': ('http://terminology.hl7.org/CodeSystem/condition-ver-status',
                                     {'unconfirmed', 'provisional', 'differential', 'confirmed', 'refuted',
                                      'entered-in-error'}),
}

# Codes of others that Yanfei may use, with the display they must have.
LOINC = {
    '73985-4': 'Exercise activity',
    '55411-3': 'Exercise duration',
    '72514-3': 'Pain severity - 0-10 verbal numeric rating [Score] - Reported',
}
UCUM = {'min', 's', '%', '{score}'}
CATEGORIES = {'social-history', 'vital-signs', 'imaging', 'laboratory', 'procedure', 'survey', 'exam', 'therapy',
              'activity'}

WHO = 'Practitioner|PractitionerRole|Organization|CareTeam|Patient|RelatedPerson'

RESOURCE = {'id': (0, 1, 'id'), 'implicitRules': (0, 1, 'uri'), 'language': (0, 1, 'code')}
VALUES = ('Quantity', 'CodeableConcept', 'string', 'boolean', 'integer', 'Range', 'Ratio', 'time', 'dateTime', 'Period')

# element: (least, most, type); a name in brackets is of a choice, value[x];
# Reference(...) names what may be referred to.
TYPES = {
    'Coding': {'system': (0, 1, 'uri'), 'version': (0, 1, 'string'), 'code': (0, 1, 'code'),
               'display': (0, 1, 'string'), 'userSelected': (0, 1, 'boolean')},
    'CodeableConcept': {'coding': (0, MANY, 'Coding'), 'text': (0, 1, 'string')},
    'Quantity': {'value': (0, 1, 'decimal'), 'comparator': (0, 1, 'code'), 'unit': (0, 1, 'string'),
                 'system': (0, 1, 'uri'), 'code': (0, 1, 'code')},
    'Period': {'start': (0, 1, 'dateTime'), 'end': (0, 1, 'dateTime')},
    'Annotation': {'authorReference': (0, 1, 'Reference(Patient)'), 'authorString': (0, 1, 'string'),
                   'time': (0, 1, 'dateTime'), 'text': (1, 1, 'markdown')},
    'HumanName': {'use': (0, 1, 'code'), 'text': (0, 1, 'string'), 'family': (0, 1, 'string'),
                  'given': (0, MANY, 'string')},
    'Identifier': {'use': (0, 1, 'code'), 'system': (0, 1, 'uri'), 'value': (0, 1, 'string')},
    'Attachment': {'contentType': (0, 1, 'code'), 'language': (0, 1, 'code'), 'data': (0, 1, 'base64Binary'),
                   'url': (0, 1, 'url'), 'size': (0, 1, 'unsignedInt'), 'hash': (0, 1, 'base64Binary'),
                   'title': (0, 1, 'string'), 'creation': (0, 1, 'dateTime')},
    'Bundle': {**RESOURCE, 'identifier': (0, 1, 'Identifier'), 'type': (1, 1, 'code'), 'timestamp': (0, 1, 'instant'),
               'total': (0, 1, 'unsignedInt'), 'entry': (0, MANY, 'Bundle.entry')},
    'Bundle.entry': {'fullUrl': (0, 1, 'uri'), 'resource': (0, 1, 'Resource')},
    'Patient': {**RESOURCE, 'identifier': (0, MANY, 'Identifier'), 'active': (0, 1, 'boolean'),
                'name': (0, MANY, 'HumanName'), 'gender': (0, 1, 'code'), 'birthDate': (0, 1, 'date')},
    'Condition': {**RESOURCE, 'identifier': (0, MANY, 'Identifier'), 'clinicalStatus': (0, 1, 'CodeableConcept'),
                  'verificationStatus': (0, 1, 'CodeableConcept'), 'category': (0, MANY, 'CodeableConcept'),
                  'severity': (0, 1, 'CodeableConcept'), 'code': (0, 1, 'CodeableConcept'),
                  'bodySite': (0, MANY, 'CodeableConcept'), 'subject': (1, 1, 'Reference(Patient|Group)'),
                  'onset[x]': (0, 1, ('dateTime', 'Period', 'string')),
                  'abatement[x]': (0, 1, ('dateTime', 'Period', 'string')),
                  'recordedDate': (0, 1, 'dateTime'), 'note': (0, MANY, 'Annotation')},
    'Observation': {**RESOURCE, 'identifier': (0, MANY, 'Identifier'),
                    'basedOn': (0, MANY, 'Reference(CarePlan|DeviceRequest|ImmunizationRecommendation|MedicationRequest'
                                         '|NutritionOrder|ServiceRequest)'),
                    'status': (1, 1, 'code'), 'category': (0, MANY, 'CodeableConcept'), 'code': (1, 1, 'CodeableConcept'),
                    'subject': (0, 1, 'Reference(Patient|Group|Device|Location)'),
                    'effective[x]': (0, 1, ('dateTime', 'Period', 'instant')), 'issued': (0, 1, 'instant'),
                    'performer': (0, MANY, 'Reference(Practitioner|PractitionerRole|Organization|CareTeam|Patient'
                                           '|RelatedPerson)'),
                    'value[x]': (0, 1, VALUES), 'dataAbsentReason': (0, 1, 'CodeableConcept'),
                    'interpretation': (0, MANY, 'CodeableConcept'), 'note': (0, MANY, 'Annotation'),
                    'bodySite': (0, 1, 'CodeableConcept'), 'method': (0, 1, 'CodeableConcept'),
                    'hasMember': (0, MANY, 'Reference(Observation|QuestionnaireResponse|MolecularSequence)'),
                    'derivedFrom': (0, MANY, 'Reference(DocumentReference|ImagingStudy|Media|QuestionnaireResponse'
                                             '|Observation|MolecularSequence)'),
                    'component': (0, MANY, 'Observation.component')},
    'Observation.component': {'code': (1, 1, 'CodeableConcept'), 'value[x]': (0, 1, VALUES),
                              'dataAbsentReason': (0, 1, 'CodeableConcept'),
                              'interpretation': (0, MANY, 'CodeableConcept')},
    'QuestionnaireResponse': {**RESOURCE, 'identifier': (0, 1, 'Identifier'), 'questionnaire': (0, 1, 'canonical'),
                              'status': (1, 1, 'code'), 'subject': (0, 1, 'Reference(Patient)'),
                              'authored': (0, 1, 'dateTime'), 'author': (0, 1, 'Reference(Patient)'),
                              'source': (0, 1, 'Reference(Patient)'),
                              'item': (0, MANY, 'QuestionnaireResponse.item')},
    'QuestionnaireResponse.item': {'linkId': (1, 1, 'string'), 'definition': (0, 1, 'uri'), 'text': (0, 1, 'string'),
                                   'answer': (0, MANY, 'QuestionnaireResponse.item.answer'),
                                   'item': (0, MANY, 'QuestionnaireResponse.item')},
    'QuestionnaireResponse.item.answer': {'value[x]': (0, 1, ('boolean', 'decimal', 'integer', 'date', 'dateTime',
                                                              'time', 'string', 'uri', 'Attachment', 'Coding',
                                                              'Quantity')),
                                          'item': (0, MANY, 'QuestionnaireResponse.item')},
    'AdverseEvent': {**RESOURCE, 'identifier': (0, 1, 'Identifier'), 'actuality': (1, 1, 'code'),
                     'category': (0, MANY, 'CodeableConcept'), 'event': (0, 1, 'CodeableConcept'),
                     'subject': (1, 1, 'Reference(Patient|Group|Practitioner|RelatedPerson)'),
                     'date': (0, 1, 'dateTime'), 'detected': (0, 1, 'dateTime'), 'recordedDate': (0, 1, 'dateTime'),
                     'resultingCondition': (0, MANY, 'Reference(Condition)'),
                     'seriousness': (0, 1, 'CodeableConcept'), 'severity': (0, 1, 'CodeableConcept'),
                     'outcome': (0, 1, 'CodeableConcept'),
                     'referenceDocument': (0, MANY, 'Reference(DocumentReference)')},
    'Procedure': {**RESOURCE, 'identifier': (0, MANY, 'Identifier'), 'status': (1, 1, 'code'),
                  'statusReason': (0, 1, 'CodeableConcept'), 'category': (0, 1, 'CodeableConcept'),
                  'code': (0, 1, 'CodeableConcept'), 'subject': (1, 1, 'Reference(Patient|Group)'),
                  'performed[x]': (0, 1, ('dateTime', 'Period', 'string')),
                  'bodySite': (0, MANY, 'CodeableConcept'), 'note': (0, MANY, 'Annotation')},
    'Timing': {'event': (0, MANY, 'dateTime'), 'repeat': (0, 1, 'Timing.repeat'), 'code': (0, 1, 'CodeableConcept')},
    'Timing.repeat': {'bounds[x]': (0, 1, ('Range', 'Period')), 'count': (0, 1, 'positiveInt'),
                      'countMax': (0, 1, 'positiveInt'), 'duration': (0, 1, 'decimal'),
                      'durationMax': (0, 1, 'decimal'), 'durationUnit': (0, 1, 'code'),
                      'frequency': (0, 1, 'positiveInt'), 'frequencyMax': (0, 1, 'positiveInt'),
                      'period': (0, 1, 'decimal'), 'periodMax': (0, 1, 'decimal'), 'periodUnit': (0, 1, 'code'),
                      'dayOfWeek': (0, MANY, 'code'), 'timeOfDay': (0, MANY, 'time'), 'when': (0, MANY, 'code'),
                      'offset': (0, 1, 'unsignedInt')},
    'CarePlan': {**RESOURCE, 'identifier': (0, MANY, 'Identifier'), 'instantiatesCanonical': (0, MANY, 'canonical'),
                 'instantiatesUri': (0, MANY, 'uri'), 'basedOn': (0, MANY, 'Reference(CarePlan)'),
                 'replaces': (0, MANY, 'Reference(CarePlan)'), 'partOf': (0, MANY, 'Reference(CarePlan)'),
                 'status': (1, 1, 'code'), 'intent': (1, 1, 'code'), 'category': (0, MANY, 'CodeableConcept'),
                 'title': (0, 1, 'string'), 'description': (0, 1, 'string'),
                 'subject': (1, 1, 'Reference(Patient|Group)'), 'encounter': (0, 1, 'Reference(Encounter)'),
                 'period': (0, 1, 'Period'), 'created': (0, 1, 'dateTime'), 'author': (0, 1, f'Reference(Device|{WHO})'),
                 'contributor': (0, MANY, f'Reference(Device|{WHO})'), 'careTeam': (0, MANY, 'Reference(CareTeam)'),
                 'addresses': (0, MANY, 'Reference(Condition)'), 'goal': (0, MANY, 'Reference(Goal)'),
                 'activity': (0, MANY, 'CarePlan.activity'), 'note': (0, MANY, 'Annotation')},
    'CarePlan.activity': {'outcomeCodeableConcept': (0, MANY, 'CodeableConcept'), 'progress': (0, MANY, 'Annotation'),
                          'reference': (0, 1, 'Reference(Task|ServiceRequest)'),
                          'detail': (0, 1, 'CarePlan.activity.detail')},
    'CarePlan.activity.detail': {'kind': (0, 1, 'code'), 'instantiatesCanonical': (0, MANY, 'canonical'),
                                 'instantiatesUri': (0, MANY, 'uri'), 'code': (0, 1, 'CodeableConcept'),
                                 'reasonCode': (0, MANY, 'CodeableConcept'),
                                 'reasonReference': (0, MANY, 'Reference(Condition|Observation|DocumentReference)'),
                                 'goal': (0, MANY, 'Reference(Goal)'), 'status': (1, 1, 'code'),
                                 'statusReason': (0, 1, 'CodeableConcept'), 'doNotPerform': (0, 1, 'boolean'),
                                 'scheduled[x]': (0, 1, ('Timing', 'Period', 'string')),
                                 'performer': (0, MANY, f'Reference(Device|HealthcareService|{WHO})'),
                                 'product[x]': (0, 1, ('CodeableConcept',)), 'dailyAmount': (0, 1, 'Quantity'),
                                 'quantity': (0, 1, 'Quantity'), 'description': (0, 1, 'string')},
    'Communication': {**RESOURCE, 'identifier': (0, MANY, 'Identifier'), 'instantiatesCanonical': (0, MANY, 'canonical'),
                      'instantiatesUri': (0, MANY, 'uri'), 'inResponseTo': (0, MANY, 'Reference(Communication)'),
                      'status': (1, 1, 'code'), 'statusReason': (0, 1, 'CodeableConcept'),
                      'category': (0, MANY, 'CodeableConcept'), 'priority': (0, 1, 'code'),
                      'medium': (0, MANY, 'CodeableConcept'), 'subject': (0, 1, 'Reference(Patient|Group)'),
                      'topic': (0, 1, 'CodeableConcept'), 'sent': (0, 1, 'dateTime'), 'received': (0, 1, 'dateTime'),
                      'recipient': (0, MANY, f'Reference(Device|Group|HealthcareService|{WHO})'),
                      'sender': (0, 1, f'Reference(Device|HealthcareService|{WHO})'),
                      'reasonCode': (0, MANY, 'CodeableConcept'),
                      'reasonReference': (0, MANY, 'Reference(Condition|Observation|DocumentReference)'),
                      'payload': (0, MANY, 'Communication.payload'), 'note': (0, MANY, 'Annotation')},
    'Communication.payload': {'content[x]': (1, 1, ('string', 'Attachment'))},
    'DocumentReference': {**RESOURCE, 'identifier': (0, MANY, 'Identifier'), 'status': (1, 1, 'code'),
                          'docStatus': (0, 1, 'code'), 'type': (0, 1, 'CodeableConcept'),
                          'category': (0, MANY, 'CodeableConcept'),
                          'subject': (0, 1, 'Reference(Patient|Practitioner|Group|Device)'), 'date': (0, 1, 'instant'),
                          'description': (0, 1, 'string'), 'content': (1, MANY, 'DocumentReference.content')},
    'DocumentReference.content': {'attachment': (1, 1, 'Attachment'), 'format': (0, 1, 'Coding')},
}
RESOURCES = {name for name in TYPES if 'id' in TYPES[name]}
REFERENCE = {'reference': (0, 1, 'string'), 'type': (0, 1, 'uri'), 'identifier': (0, 1, 'Identifier'),
             'display': (0, 1, 'string')}


class Checker:
    """Collects what is wrong with a bundle, each with its place."""

    def __init__(self, bundle):
        self.problems = []
        self.bundle = bundle
        self.types = {}

    def wrong(self, place, text):
        self.problems.append(f'{place}: {text}')

    def check(self):
        if not isinstance(self.bundle, dict) or self.bundle.get('resourceType') != 'Bundle':
            self.wrong('Bundle', 'is no Bundle')
            return self.problems
        self.list_entries()
        self.resource('Bundle', self.bundle)
        return self.problems

    def list_entries(self):
        for index, entry in enumerate(self.bundle.get('entry', [])):
            place = f'Bundle.entry[{index}]'
            url, resource = entry.get('fullUrl'), entry.get('resource')
            if not isinstance(resource, dict):
                self.wrong(place, 'a collection has a resource in each entry')
                continue
            if url is None:
                self.wrong(place, 'has no fullUrl')
                continue
            # bdl-7: a full URL is unique.
            if url in self.types:
                self.wrong(place, f'{url} is there twice')
            self.types[url] = resource.get('resourceType')
            if not re.fullmatch(r'urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}', url):
                self.wrong(place, f'{url} is no UUID as URN in lower case')
            elif url != 'urn:uuid:' + str(resource.get('id')):
                self.wrong(place, f'{url} does not agree with the id')
            elif uuid.UUID(url[9:]).version != 5:
                self.wrong(place, f'{url} is not made from a name')

    def resource(self, place, value):
        name = value.get('resourceType')
        if name not in RESOURCES:
            self.wrong(place, f'{name} is no resource that is expected')
            return
        self.element(place, name, {key: one for key, one in value.items() if key != 'resourceType'})

    def element(self, place, name, value, spec=None):
        if not isinstance(value, dict):
            self.wrong(place, f'is not an object, but {value!r}')
            return
        # ele-1: an element has a value or children.
        if not value:
            self.wrong(place, 'is empty')
        spec = spec or TYPES[name]
        known = set()
        found = len(self.problems)
        for key, (least, most, kind) in spec.items():
            if key.endswith('[x]'):
                choices = {key[:-3] + one[0].upper() + one[1:]: one for one in kind}
                present = [choice for choice in choices if choice in value]
                if len(present) > 1:
                    self.wrong(place, f'has {" and ".join(present)}')
                if least and not present:
                    self.wrong(place, f'has no {key}')
                known.update(choices)
                for choice in present:
                    self.value(f'{place}.{choice}', f'{name}.{key}', choices[choice], value[choice])
                continue
            known.add(key)
            if key not in value:
                if least:
                    self.wrong(place, f'has no {key}')
                continue
            if most == 1:
                self.value(f'{place}.{key}', f'{name}.{key}', kind, value[key])
            elif not isinstance(value[key], list) or not value[key]:
                self.wrong(f'{place}.{key}', 'is not a list with something in it')
            else:
                for index, one in enumerate(value[key]):
                    self.value(f'{place}.{key}[{index}]', f'{name}.{key}', kind, one)
        for key in value.keys() - known:
            self.wrong(place, f'has an unknown {key}')
        # They look at what is of the right shape.
        if len(self.problems) == found:
            self.invariants(place, name, value)

    def value(self, place, path, kind, value):
        if kind == 'Resource':
            if isinstance(value, dict):
                self.resource(f'{place}({value.get("resourceType")})', value)
        elif kind.startswith('Reference'):
            self.reference(place, kind, value)
        elif kind in TYPES:
            self.element(place, kind, value)
            if path in BOUND_CONCEPTS and isinstance(value, dict):
                system, codes = BOUND_CONCEPTS[path]
                if not any(one.get('system') == system and one.get('code') in codes for one in value.get('coding', [])):
                    self.wrong(place, f'is none of {sorted(codes)}')
        else:
            self.primitive(place, path, kind, value)

    def primitive(self, place, path, kind, value):
        number = isinstance(value, (int, float)) and not isinstance(value, bool)
        if kind == 'boolean':
            good = isinstance(value, bool)
        elif kind == 'decimal':
            good = number and value == value and abs(value) != float('inf')
        elif kind in ('integer', 'unsignedInt', 'positiveInt'):
            least = {'integer': -2**31, 'unsignedInt': 0, 'positiveInt': 1}[kind]
            good = isinstance(value, int) and number and least <= value < 2**31
        else:
            good = isinstance(value, str) and re.fullmatch(PRIMITIVES[kind], value) and value.strip() == value
            if good and kind in ('string', 'markdown') and re.search(r'[\x00-\x08\x0b\x0c\x0e-\x1f]', value):
                good = False
        if not good:
            self.wrong(place, f'{value!r} is no {kind}')
        elif path in BOUND and value not in BOUND[path]:
            self.wrong(place, f'{value} is none of {sorted(BOUND[path])}')

    def reference(self, place, kind, value):
        self.element(place, 'Reference', value, REFERENCE)
        if not isinstance(value, dict) or 'reference' not in value:
            return
        url = value['reference']
        if url not in self.types:
            self.wrong(place, f'{url} is not in the bundle')
        elif self.types[url] not in kind[len('Reference('):-1].split('|'):
            self.wrong(place, f'a {self.types[url]} is not what can be referred to here')

    def invariants(self, place, name, value):
        if name == 'Period' and {'start', 'end'} <= value.keys():
            # per-1, both of one offset here.
            if str(value['start'])[:len(str(value['end']))] > str(value['end']):
                self.wrong(place, 'ends before it starts')
        elif name == 'Quantity':
            # qty-3
            if 'code' in value and 'system' not in value:
                self.wrong(place, 'has a code without a system')
            if value.get('system') == 'http://unitsofmeasure.org' and value.get('code') not in UCUM:
                self.wrong(place, f'{value.get("code")} is no code of UCUM that is expected')
        elif name == 'Coding':
            system, code = value.get('system'), value.get('code')
            if system is None or code is None:
                self.wrong(place, 'has no system or no code')
            elif system == 'http://loinc.org' and LOINC.get(code) != value.get('display'):
                self.wrong(place, f'{code} of LOINC is not called {value.get("display")}')
            elif system == 'http://terminology.hl7.org/CodeSystem/observation-category' and code not in CATEGORIES:
                self.wrong(place, f'{code} is no category')
        elif name == 'Observation':
            # obs-6, obs-7
            has_value = any(key.startswith('value') for key in value)
            if has_value and 'dataAbsentReason' in value:
                self.wrong(place, 'has a value and a reason for having none')
            codes = {(one.get('system'), one.get('code')) for one in value.get('code', {}).get('coding', [])}
            for component in value.get('component', []) if has_value else []:
                if codes & {(one.get('system'), one.get('code'))
                            for one in component.get('code', {}).get('coding', [])}:
                    self.wrong(place, 'has a component with its own code, and a value')
        elif name == 'QuestionnaireResponse.item':
            # qrs-1
            if 'item' in value and 'answer' in value:
                self.wrong(place, 'has items below it and below its answer')
        elif name == 'Condition':
            # con-3, con-5
            problem_list = any(one.get('code') == 'problem-list-item' for concept in value.get('category', [])
                               for one in concept.get('coding', []))
            if problem_list and 'clinicalStatus' not in value:
                self.wrong(place, 'is a problem without a clinicalStatus')
        elif name == 'CarePlan.activity':
            # cpl-3
            if 'reference' in value and 'detail' in value:
                self.wrong(place, 'has both a reference and a detail')
        elif name == 'Timing.repeat':
            # tim-1, tim-2, tim-4, tim-5, tim-6, tim-7, tim-8, tim-10
            for one in ('duration', 'period'):
                if (one in value) and one + 'Unit' not in value:
                    self.wrong(place, f'has a {one} without a unit')
                if value.get(one, 0) < 0:
                    self.wrong(place, f'has a {one} below nothing')
                if one + 'Max' in value and one not in value:
                    self.wrong(place, f'has a {one}Max without a {one}')
            if 'countMax' in value and 'count' not in value:
                self.wrong(place, 'has a countMax without a count')
            if 'timeOfDay' in value and 'when' in value:
                self.wrong(place, 'has timeOfDay and when')
        elif name == 'Attachment':
            # att-1
            if 'data' in value and 'contentType' not in value:
                self.wrong(place, 'has data without a contentType')
            if 'data' in value and 'size' in value:
                if len(base64.b64decode(value['data'])) != value['size']:
                    self.wrong(place, 'has data of another size')


def check(bundle):
    """What is wrong with @bundle, a line each; nothing if it is as R4 has it."""
    return Checker(bundle).check()
