#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The built-in voices speak what they show.

espeak-ng 1.51 has a voice that reads Mandarin as English letters; the one that
is used reads pinyin. So every clip is checked three ways: its characters
against a table of their readings, its pinyin against the phonemes that
espeak-ng makes of it, and its tones against the rules by which they change.
"""

import os
import re
import subprocess
import sys
import unittest
import wave
import xml.etree.ElementTree as ElementTree

ESPEAK, SOURCE, BUILT = sys.argv[1:4]
del sys.argv[1:4]

# Every character that is used, with every reading it may have here. A reading
# that depends on the word is decided in WORDS.
READINGS = dict(pair.split(':') for pair in '''
按:an4 八:ba1 百:bai3 板:ban3 版:ban3 半:ban4 膀:bang3 保:bao3 备:bei4 臂:bi4 边:bian1 别:bie2 不:bu4 部:bu4 操:cao1
侧:ce4 撑:cheng1 成:cheng2 持:chi2 出:chu1 楚:chu3 次:ci4 错:cuo4 大:da4 到:dao4 得:de5 的:de5 底:di3 地:di4
第:di4 点:dian3 动:dong4 都:dou1 耳:er3 二:er4 翻:fan1 方:fang1 放:fang4 飞:fei1 分:fen1 腹:fu4 改:gai3
盖:gai4 高:gao1 个:ge5 跟:gen1 果:guo3 过:guo4 还:hai2 好:hao3 和:he2 很:hen3 后:hou4 呼:hu1 话:hua4 换:huan4
机:ji1 继:ji4 肩:jian1 键:jian4 脚:jiao3 接:jie1 紧:jin3 经:jing1 九:jiu3 就:jiu4 句:ju4 开:kai1 靠:kao4
可:ke3 拉:la1 来:lai2 了:le5 立:li4 连:lian2 练:lian4 良:liang2 两:liang3 量:liang4 另:ling4 留:liu2 六:liu4
慢:man4 面:mian4 秒:miao3 趴:pa1 盆:pen2 平:ping2 七:qi1 起:qi3 气:qi4 前:qian2 墙:qiang2 桥:qiao2 清:qing1
请:qing3 全:quan2 热:re4 如:ru2 三:san1 上:shang4 伸:shen1 身:shen1 十:shi2 始:shi3 式:shi4 收:shou1 手:shou3
双:shuang1 四:si4 松:song1 抬:tai2 躺:tang3 疼:teng2 体:ti3 条:tiao2 调:tiao2 听:ting1 停:ting2 头:tou2
腿:tui3 臀:tun2 弯:wan1 完:wan2 围:wei2 稳:wen3 卧:wo4 五:wu3 吸:xi1 膝:xi1 习:xi2 息:xi5 下:xia4 先:xian1
想:xiang3 向:xiang4 小:xiao3 休:xiu1 续:xu4 燕:yan4 仰:yang3 腰:yao1 要:yao4 一:yi1 以:yi3 已:yi3 音:yin1 用:yong4
有:you3 又:you4 右:you4 再:zai4 在:zai4 暂:zan4 展:zhan3 站:zhan4 这:zhe4 着:zhe5 支:zhi1 直:zhi2 只:zhi3
钟:zhong1 周:zhou1 肘:zhou3 住:zhu4 转:zhuan3 准:zhun3 走:zou3 组:zu3 最:zui4 左:zuo3 作:zuo4 做:zuo4 坐:zuo4
'''.split())

# Where the reading is decided by the word: sandhi of yi and bu, and light
# second syllables.
WORDS = {
    '一下': 'yi2 xia4', '一次': 'yi2 ci4', '一半': 'yi2 ban4', '一组': 'yi4 zu3', '第一组': 'di4 yi1 zu3',
    '一分钟': 'yi4 fen1 zhong1', '十一分钟': 'shi2 yi1 fen1 zhong1', '一条': 'yi4 tiao2', '一百': 'yi4 bai3',
    '不要': 'bu2 yao4', '不错': 'bu2 cuo4', '地方': 'di4 fang5', '清楚': 'qing1 chu5', '躺着': 'tang3 zhe5',
    '听不清': 'ting1 bu4 qing1',
}

INITIALS = {
    'b': 'p', 'p': 'ph', 'm': 'm', 'f': 'f', 'd': 't', 't': 'th', 'n': 'n', 'l': 'l', 'g': 'k', 'k': 'kh',
    'h': 'X', 'j': 'tS;', 'q': 'tS;h', 'x': 'S;', 'zh': 'ts.', 'ch': 'ts.h', 'sh': 's.', 'r': 'z.', 'z': 'ts',
    'c': 'tsh', 's': 's',
}
# What espeak-ng calls the end of a syllable, w and j written as u and i. Its A
# and a are one sound, which depends on the tone.
FINALS = {
    'a': 'A', 'o': 'o', 'e': 'o-', 'ai': 'ai', 'ei': 'ei', 'ao': 'Au', 'ou': 'ou', 'an': 'an', 'en': '@n',
    'ang': 'AN', 'eng': '@N', 'i': 'i', 'ia': 'iA', 'ie': 'iE', 'iao': 'iAu', 'iu': 'iou', 'ian': 'iEn',
    'in': 'in', 'iang': 'iAN', 'ing': 'iN', 'iong': 'yuN', 'ong': 'ong', 'u': 'u', 'ua': 'uA', 'uo': 'uo',
    'uai': 'uai', 'ui': 'uei', 'uan': 'uan', 'un': 'u@n', 'uang': 'uAN', 'ü': 'y', 'üe': 'yE', 'üan': 'y&n',
    'ün': 'y@n',
}
# Syllables that have no initial, or a sound of their own.
WHOLE = {
    'yi': 'i', 'ya': 'iA', 'yan': 'iEn', 'yang': 'iAN', 'yao': 'iAu', 'ye': 'iE', 'yin': 'in', 'ying': 'iN',
    'yong': 'yuN', 'you': 'iou', 'yu': 'y', 'yue': 'yE', 'yuan': 'y&n', 'yun': 'y@n', 'wu': 'u', 'wa': 'uA',
    'wai': 'uai', 'wan': 'uAn', 'wang': 'uAN', 'wei': 'uei', 'wen': 'u@n', 'wo': 'uo', 'er': '@r',
    'an': 'an', 'de': 't@', 'le': 'l@', 'zhi': 'ts.i.', 'chi': 'ts.hi.', 'shi': 's.i.', 'ri': 'z.i.',
    'zi': 'tsi[', 'ci': 'tshi[', 'si': 'si[',
}
TONES = {'1': ('55',), '2': ('35',), '4': ('51',), '5': ('11', '22', '33', '44')}


def clips(language):
    tree = ElementTree.parse(os.path.join(SOURCE, language + '.xml'))
    return [(clip.get('id'), clip.get('text'), clip.get('say') or clip.get('text')) for clip in tree.iter('clip')]


def hanzi(text):
    return re.findall('[\u4e00-\u9fff]', text)


def readings(text):
    """The reading of every character of @text."""
    answer = []
    at = 0
    while at < len(text):
        word = max((word for word in WORDS if text.startswith(word, at)), key=len, default=None)
        if word:
            answer += WORDS[word].split()
            at += len(word)
        else:
            if hanzi(text[at]):
                answer.append(READINGS[text[at]])
            at += 1
    return answer


def sound_of(syllable):
    """What espeak-ng should make of a syllable without its tone."""
    if syllable in WHOLE:
        return WHOLE[syllable]
    initial = re.match('[zcs]h|[bpmfdtnlgkhjqxrzcs]', syllable)[0]
    final = syllable[len(initial):]
    if initial in 'jqx' and final.startswith('u'):
        final = 'ü' + final[1:]
    return INITIALS[initial] + FINALS[final]


def tones_of(tones, at):
    """How the tone at @at of a stretch without a pause may sound."""
    if tones[at] != '3':
        return TONES[tones[at]]
    if at + 1 == len(tones):
        return ('214',)
    return ('35',) if tones[at + 1] == '3' else ('21',)


def complaints(say, spoken):
    """What is wrong with what espeak-ng makes of @say, stretch by stretch."""
    stretches = [stretch.split() for stretch in re.split('[,.]', say) if stretch.strip()]
    heard = [line.split() for line in spoken.splitlines() if line.strip()]
    if [len(stretch) for stretch in stretches] != [len(stretch) for stretch in heard]:
        return [f'{stretches} sounds as {heard}']

    wrong = []
    for stretch, sounds in zip(stretches, heard):
        tones = [syllable[-1] for syllable in stretch]
        for at, (syllable, sound) in enumerate(zip(stretch, sounds)):
            match = re.fullmatch(r"([^0-9]*)([0-9]+)([^0-9]*?)(_\|)?", sound.replace("'", ''))
            if not match:
                wrong.append(f'{syllable} sounds as {sound}')
                continue
            letters = re.sub('i+', 'i', re.sub('u+', 'u', (match[1] + match[3]).replace('w', 'u').replace('j', 'i')))
            letters = letters.lstrip(';').replace('A', 'a')
            if letters != sound_of(syllable[:-1]).replace('A', 'a') or match[2] not in tones_of(tones, at):
                wrong.append(f'{syllable} sounds as {sound}, not as {sound_of(syllable[:-1])} in {tones_of(tones, at)}')
    return wrong


def speak(say, voice='cmn-latn-pinyin'):
    return subprocess.run([ESPEAK, '-v', voice, '-x', '-q', say], check=True, capture_output=True, text=True).stdout


class Mandarin(unittest.TestCase):
    def test_every_character_has_its_reading(self):
        for name, text, say in clips('zh'):
            with self.subTest(name):
                self.assertTrue(hanzi(text))
                self.assertEqual(re.findall('[a-zü]+[1-5]', say), readings(text))

    def test_pauses_are_where_the_commas_are(self):
        for name, text, say in clips('zh'):
            with self.subTest(name):
                self.assertRegex(say, r'^[a-zü]+[1-5](,? [a-zü]+[1-5])*\.?$')
                self.assertEqual([len(hanzi(part)) for part in re.split('[，。：、]', text) if part],
                                 [len(part.split()) for part in say.rstrip('.').split(',')])

    def test_every_syllable_sounds_as_it_is_written(self):
        checked = 0
        for name, text, say in clips('zh'):
            with self.subTest(name):
                spoken = speak(say)
                self.assertNotIn('(en)', spoken)
                self.assertEqual(complaints(say, spoken), [])
                checked += len(readings(text))
        self.assertGreater(checked, 500)

    def test_no_character_is_known_that_is_not_used(self):
        used = {letter for _, text, _ in clips('zh') for letter in hanzi(text)}
        self.assertEqual(set(READINGS), used)

    def test_what_is_wrong_is_noticed(self):
        for say, voice in (('xi1 qi4', 'cmn'), ('吸气', 'cmn'), ('hold it', 'cmn-latn-pinyin')):
            with self.subTest(say, voice=voice):
                self.assertTrue(complaints('xi1 qi4', speak(say, voice)))
        for wrong in ('xi1 qi3', 'xi2 qi4', 'xi1 ji4', 'hu1 qi4', 'xi1', 'xi1 qi4 qi4'):
            with self.subTest(wrong):
                self.assertTrue(complaints('xi1 qi4', speak(wrong)))
        self.assertEqual(complaints('xi1 qi4', speak('xi1 qi4')), [])
        self.assertEqual(readings('做得很好，还有一分钟'), 'zuo4 de5 hen3 hao3 hai2 you3 yi4 fen1 zhong1'.split())


class Voices(unittest.TestCase):
    def test_both_have_the_same_clips(self):
        self.assertEqual([name for name, _, _ in clips('en')], [name for name, _, _ in clips('zh')])

    def test_english_is_english(self):
        for name, text, say in clips('en'):
            with self.subTest(name):
                self.assertRegex(say, "^[A-Za-z][A-Za-z ,.:'-]*$")
                self.assertEqual(say, text)

    def test_folders_hold_what_the_index_says(self):
        for language in ('en', 'zh'):
            folder = os.path.join(BUILT, language)
            with open(os.path.join(folder, 'index'), encoding='utf-8') as stream:
                index = [line.rstrip('\n').split('\t') for line in stream]
            self.assertEqual([(name, text) for name, _, text in index],
                             [(name, text) for name, text, _ in clips(language)])
            self.assertEqual(set(os.listdir(folder)), {'index'} | {name + '.wav' for name, _, _ in index})
            for name, length, _ in index:
                with self.subTest(name, language=language), \
                        wave.open(os.path.join(folder, name + '.wav'), 'rb') as clip:
                    self.assertEqual((clip.getnchannels(), clip.getsampwidth(), clip.getframerate()), (1, 2, 48000))
                    self.assertEqual(clip.getnframes(), int(length))

    def test_mandarin_takes_a_moment_a_syllable(self):
        for name, text, _ in clips('zh'):
            with self.subTest(name), wave.open(os.path.join(BUILT, 'zh', name + '.wav'), 'rb') as clip:
                seconds = clip.getnframes() / 48000 / len(hanzi(text))
                self.assertGreater(seconds, 0.12)
                self.assertLess(seconds, 0.8)


if __name__ == '__main__':
    unittest.main()
