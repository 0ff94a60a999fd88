/** Practices a policy should tell of beside kinds of data: taking fingerprints of devices, recording sessions, sending data abroad. */
import { transfersAbroad } from '../abroad';
import type { Reading, Sentence } from '../reading';
import { saidAt, type Said } from './said';

/** `told`: the policy says so · `near`: words that may mean it · `denied`: it says it does not · `silent`. */
export interface Telling {
  says: 'told' | 'near' | 'denied' | 'silent';
  said?: Said;
}

interface Wording {
  told: RegExp;
  near?: RegExp;
}

const FINGERPRINT: Record<'zh' | 'en', Wording> = {
  zh: {
    told: /(?:设备|浏览器|终端|数字|画布|音频|硬件)(?:的)?指纹|指纹(?:识别)?(?:技术|算法|标识|id)|canvas|webgl|画布|fingerprint|设备(?:画像|特征)|终端特征/,
    near: /设备(?:唯一)?(?:标识|识别)|(?:唯一|设备)标识符|识别(?:您的?|你的?|用户的?)?(?:设备|终端|浏览器)|字体(?:列表|信息)/,
  },
  en: { told: /(?<!biometric |thumb or )\b(?:device|browser|digital|canvas)?[- ]?fingerprint(?:ing)?\b(?! scan| sensor| data| unlock)|\bcanvas\b|\bwebgl\b/, near: /\bdevice identif|\bunique identif|\bidentify your (?:device|browser)/ },
};

const RECORDING: Record<'zh' | 'en', Wording> = {
  zh: {
    told: /录制(?:您|你|用户)?(?:的)?(?:页面|操作|会话|访问|浏览)|会话(?:回放|录制|重放|重现|记录)|(?:页面|操作|访问|行为|用户行为)(?:的)?(?:回放|录制|录像|重放|重现)|回放(?:您|你|用户)?(?:的)?(?:操作|访问|浏览|会话)|(?:鼠标|光标|指针|触摸|触控|滑动|滚动|点击|操作|行为)[^，。；]{0,6}轨迹|(?:鼠标|光标|指针|滑动)[^，。；]{0,6}路径|(?:鼠标|光标|指针)[^，。；]{0,8}(?:移动|动作|位置|停留)|热力图|热图|(?:键盘|按键)(?:输入|敲击|操作)(?:记录|行为|内容)|session ?(?:replay|recording)|heat ?map/,
    near: /录屏|屏幕录制|鼠标|光标|滑动操作|滚动操作|交互(?:数据|记录)|(?:点击|浏览)[、和及](?:滑动|滚动)/,
  },
  en: { told: /\bsession (?:replay|recording)s?\b|\brecord(?:ing|s)? (?:of )?(?:your )?(?:sessions?|visits?|screen|interactions)\b|\bmouse (?:movements?|clicks)\b|\bheat ?maps?\b|\bkeystrokes?\b/, near: /\bscroll(?:ing|s)?\b|\binteractions? with\b|\bhow you interact\b/ },
};

const ABROAD_ANY = /境外|出境|跨境|海外|国外|(?:其他|不同)国家|美国|新加坡|日本|韩国|欧盟|香港|英国|德国|爱尔兰|加拿大|澳大利亚|usa?(?![a-z])|llc|inc\.|\babroad\b|\boverseas\b|cross-border|international(?:ly)? transfer|united states|singapore|ireland/;

export function fingerprintingTold(readings: readonly Reading[]): Telling {
  return tellingOf(readings, FINGERPRINT);
}

export function recordingTold(readings: readonly Reading[]): Telling {
  return tellingOf(readings, RECORDING);
}

/** Whether data go abroad; `near` where some country or the word abroad stands without saying that data go there. */
export function abroadTold(readings: readonly Reading[], denied: Said | undefined): Telling {
  for (const reading of readings) {
    const [declared] = transfersAbroad(reading);
    if (declared) return { says: 'told', said: saidAt(reading, declared) };
  }
  if (denied) return { says: 'denied', said: denied };
  for (const reading of readings) {
    for (const sentence of reading.sentences) {
      const match = ABROAD_ANY.exec(sentence.text);
      // The law's own words, a transfer that may come one day and definitions tell of no transfer, nor does "collected within China".
      if (match && !sentence.isHeading && !sentence.signals.has('law-quote') && !sentence.signals.has('abroad-hypothetical')) return { says: 'near', said: saidAt(reading, sentence, { start: match.index, end: match.index + match[0].length }) };
    }
  }
  return { says: 'silent' };
}

function tellingOf(readings: readonly Reading[], words: Record<'zh' | 'en', Wording>): Telling {
  let near: Telling | undefined;
  let denied: Telling | undefined;
  for (const reading of readings) {
    for (const sentence of reading.sentences) {
      const { told, near: close } = words[sentence.language.id];
      const match = told.exec(sentence.text);
      if (match) {
        const hit = { start: match.index, end: match.index + match[0].length };
        const telling = { said: saidAt(reading, sentence, hit) };
        if (reading.negated(sentence, hit) || isDenied(sentence, hit.start)) denied ??= { says: 'denied', ...telling };
        else return { says: 'told', ...telling };
      } else if (!near && close?.test(sentence.text) && !sentence.isHeading) near = { says: 'near', said: saidAt(reading, sentence) };
    }
  }
  return denied ?? near ?? { says: 'silent' };
}

function isDenied({ text }: Sentence, at: number): boolean {
  return /(?:不会?|从不|绝不|未|没有)(?:使用|采用|进行|收集|采集|生成|开启|启用)[^，。；]{0,20}$|\b(?:do not|don't|never) (?:use|record|take|collect)\b[^.;,]{0,40}$/.test(text.slice(Math.max(0, at - 40), at));
}

/** Every pattern of this file, for the check that none takes more than linear time. */
export const PRACTICE_PATTERNS: readonly RegExp[] = [FINGERPRINT, RECORDING].flatMap((wording) => [wording.zh, wording.en].flatMap(({ told, near }) => [told, ...(near ? [near] : [])])).concat(ABROAD_ANY);
