/** The rights a policy names, each with the way to it. */
import type { RightFact, RightName } from '../../report';
import type { Reading, Sentence } from '../reading';
import { generalRoutes, givesWay, wayNear } from '../routes';
import type { Signal } from '../signals';
import { stated, wordingOf } from './statement';

const RIGHTS: [RightName, Signal][] = [
  ['access', 'right-access'], ['correction', 'right-correct'], ['deletion', 'right-delete'], ['account-closing', 'right-cancel'],
  ['withdrawal', 'withdraw-consent'], ['portability', 'right-port'], ['explanation', 'right-explain'], ['kin', 'right-kin'],
];

/** Sentences after the one that names a right in which its way is looked for. */
const REACH = 2;

/** Longest words of a way that are given, UTF-16 units. */
const ROUTE_CHARS = 120;

/** A menu path in brackets (【我 - 设置 - 隐私】) or after a word that leads to one (通过“设置→账号与安全”). */
const MENU_PATH = /[【「“"[][\u4e00-\u9fffA-Za-z]{1,12}(?:[】」”"\]]?\s?(?:-{1,2}>?|—{1,2}|–|>{1,2}|→|＞|〉)\s?[【「“"[]?[\u4e00-\u9fffA-Za-z/与和及]{1,14}){1,5}[】」”"\]]|(?<=(?:点击|进入|通过|打开|访问|路径|在)[：:为]?\s?)[\u4e00-\u9fffA-Za-z]{1,12}(?:\s?(?:-{1,2}>?|—{1,2}|–|>{1,2}|→|＞|〉)\s?[\u4e00-\u9fffA-Za-z/与和及]{1,14}){1,5}/;

/** Rights named, in a fixed order, each once with its plainest sentence. */
export function readRights(reading: Reading): RightFact[] {
  const found: RightFact[] = [];
  let general: readonly Sentence[] | undefined;
  for (const [right, signal] of RIGHTS) {
    const named = reading.all(signal).filter((s) => !s.signals.has('definition') && !s.signals.has('law-quote') && !(s.signals.has('cookie') && s.signals.has('browser-settings')));
    const sentence = named.find((s) => !s.isHeading && givesWay(s)) ?? named.find((s) => wayNear(reading, s, REACH) !== undefined) ?? named.find((s) => !s.isHeading) ?? named[0];
    if (!sentence) continue;
    const way = wayNear(reading, sentence, REACH) ?? (general ??= generalRoutes(reading))[0];
    found.push({ ...stated(reading, sentence, reading.hit(sentence, signal)), right, ...(way ? { route: routeOf(wordingOf(reading, way)) } : {}) });
  }
  return found;
}

/** The way itself where it can be told from its sentence, else the sentence. */
function routeOf(text: string): string {
  return (MENU_PATH.exec(text)?.[0] ?? text).slice(0, ROUTE_CHARS).trim();
}
