# SPDX-License-Identifier: GPL-3.0-or-later
"""What a paper says, as facts that can be held against those of another paper.

Each reader knows its format alone, and reads rows and totals as they stand: nothing
is worked out where the paper says it. A fact is (category, which, name): value. What a
paper sums up itself, on its first page or sheet, is read as a paper of its own.
"""

from collections import Counter, defaultdict
from datetime import datetime

ANSWERS = ('back_before', 'leg_before', 'back_after', 'leg_after', 'effort')


class Paper:
    """The facts of a paper, and of which kinds it tells."""

    def __init__(self, name):
        self.name = name
        self.facts = {}
        self.kinds = set()
        self.used = Counter()

    def tell(self, category, which=None, **facts):
        for name, value in facts.items():
            self.kinds.add((category, name))
            self.facts[category, which, name] = value

    def tell_some(self, category, which, **facts):
        """As tell(), where a paper may leave out what is 0."""
        self.kinds |= {(category, name) for name in facts}
        self.tell(category, which, **{name: value for name, value in facts.items() if value})

    def entry(self, category, when, **facts):
        """One of a list: told apart by when it was, and by the order within that."""
        self.used[category, when] += 1
        self.tell(category, f'{when} #{self.used[category, when]}', **facts)

    def differences(self, other):
        """Where they disagree about what both of them tell."""
        shared = self.kinds & other.kinds
        found = []
        for fact in sorted(self.facts.keys() | other.facts.keys(), key=str):
            if (fact[0], fact[2]) not in shared:
                continue
            values = [paper.facts.get(fact, 'nothing') for paper in (self, other)]
            if values[0] != values[1]:
                found.append(f'{fact}: {self.name} has {values[0]!r}, {other.name} has {values[1]!r}')
        return found

    def count(self, *lists):
        """Adds the totals of what the rows say; @lists: what it lists besides sessions and stops."""
        sessions = defaultdict(dict)
        for (category, which, name), value in self.facts.items():
            if category == 'session':
                sessions[which][name] = value
        rows = list(sessions.values())
        for name in ('sets', 'reps', 'hold', 'seconds'):
            if ('session', name) in self.kinds:
                self.tell('counted', **{name: sum(row[name] for row in rows)})
        if ('session', 'hold') in self.kinds:
            self.tell('counted', hold_s=self.facts['counted', None, 'hold'] // 1000000)
        self.tell('counted', sessions=len(rows), completed=sum(row['completed'] for row in rows),
                  days=len({which[:10] for which in sessions}))
        for name in ANSWERS:
            given = [row[name] for row in rows if row[name] is not None]
            self.tell('answers', name, number=len(given), sum=sum(given))
        for answer in ('better', 'same', 'worse', None):
            self.tell('mornings', answer or 'unanswered', number=sum(row['morning'] == answer for row in rows))
        for category in ('stop', *lists):
            self.tell('counted', **{category: len({which for kind, which, _ in self.facts if kind == category})})
        if 'alone' in lists:
            for name in ('back', 'leg'):
                alone = [value for fact, value in self.facts.items() if fact[0] == 'alone' and fact[2] == name]
                self.tell('asked', name, number=self.facts['answers', f'{name}_before', 'number'] +
                          sum(value is not None for value in alone))


LISTS = ('alone', 'relief', 'activity', 'rating', 'score')
# What the plan decided, and how the hours between sessions went. A paper that tells of them counts these too.
PLAN = ('dose', 'stage', 'flare', 'review', 'programme', 'reminder', 'break')

REASONS = {'three complete sessions': 'good-sessions', 'the morning after was worse': 'worse-morning',
           'pain was up by 2': 'pain-rose', 'it hurt, and you stopped': 'pain-stop', 'Suspended:': 'suspended',
           'Open again': 'reviewed', 'for two weeks or more': 'break', 'a new episode has begun': 'episode',
           'has set a limit': 'limit'}
ANSWERED = {'No answer': 'unanswered', 'Started': 'start', 'Not today': 'not-today', 'Answered': 'told', 'Done': 'done',
            'Partly': 'partly', 'Skipped': 'skipped'}
WHY_NOT = {'No reason given': 'unsaid', 'No time': 'no-time', 'It hurts': 'pain', 'Tired or not well': 'unwell',
           'Already moved enough': 'done-otherwise', 'Not possible where I am': 'no-place',
           'I do not feel like it': 'no-wish'}


def reason_of(sentence):
    (reason,) = [reason for words, reason in REASONS.items() if words in sentence]
    return reason


def stage_of(name):
    (stage,) = [one for one in ('prevention', 'acute', 'easing', 'recovery', 'maintenance') if one in name.lower()]
    return stage


class Works:
    """Sums by exercise and side."""

    def __init__(self):
        self.sums = defaultdict(Counter)
        self.sessions = defaultdict(set)

    def add(self, name, side, session, sets, reps, hold):
        if reps > 0:
            self.sums[name, side].update(sets=sets, reps=reps, hold=hold)
            self.sessions[name, side].add(session)

    def stop(self, name, side):
        self.sums[name, side].update(stops=1)

    def tell(self, paper, *names):
        for (name, side), sums in self.sums.items():
            facts = {'sessions': len(self.sessions[name, side]), 'sets': sums['sets'], 'reps': sums['reps'],
                     'hold': sums['hold'], 'stops': sums['stops'], 'hold_s': sums['hold'] // 1000000}
            paper.tell_some('exercise', f'{name}, {side}', **{one: facts[one] for one in names or facts})


def micro(seconds):
    return round(float(seconds) * 1000000)


def number(text):
    return None if text in ('', '–', None) else int(text)


def minute(text):
    return text[:16].replace('T', ' ')


def seconds_between(begun, ended):
    return (datetime.fromisoformat(ended) - datetime.fromisoformat(begun)).total_seconds()


def whole_minutes(seconds):
    return int(seconds / 60 + 0.5)


def side_of(text):
    return (text or 'none').split()[0].lower()


def site_of(text):
    return next((word for word in ('back', 'leg', 'elsewhere') if word in (text or '').lower()), None)


def phase_of(text):
    return text.lower().replace('-', ' ')


def scale_of(text):
    return 'odi' if 'odi' in text.lower() else 'rmdq'


def add_stops(paper, begun, stops):
    for name, side, a_set, rep, phase, pain, site in sorted(stops, key=str):
        paper.entry('stop', begun, exercise=name, side=side, set=a_set, rep=rep, phase=phase, pain=pain, site=site)
