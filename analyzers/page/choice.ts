/** The choice a consent surface gives: which answers stand in it, in sight and out of it. */
import type { ConsentSurface, ConsentTopic, Control, PageSurface } from '../artifacts';
import { declaresConsent, isNoAnswer } from './wording';

/** What concerns personal data; consent to a mere agreement is a matter of contract. */
export const PERSONAL_TOPICS: ReadonlySet<ConsentTopic> = new Set(['policy', 'cookies', 'marketing', 'sharing', 'credit-query', 'sensitive']);

export interface Choice {
  /** Visible controls that agree: plain ones, else 我知道了 under a text that asks for or declares consent. */
  agree: Control[];
  /** Visible controls that refuse, or put off in words (取消, 稍后再说). */
  refuse: Control[];
  /** A control that refuses, or switches to choose with, on a layer that is not in sight or is another surface. */
  deeper: { selector: string; text: string }[];
  /** Visible controls that open a further layer. */
  settings: Control[];
  /** Visible answers whose meaning their words do not tell. */
  unclear: Control[];
  /** Visible close marks (×, 关闭). */
  close: Control[];
}

/** Words that put an answer off: whoever presses them has not agreed. A bare 关闭 may mean anything. */
const PUTS_OFF = /取消|稍后|以后|跳过|暂不|再说|\b(?:cancel|skip|later|not now|dismiss)\b/i;

/** Longest text of an answer. */
const MAX_ANSWER = 16;

/** The choice of a surface on its page; undefined where it asks for nothing that concerns personal data, or gives nothing to agree with. */
export function choiceOf(surface: ConsentSurface, page: PageSurface): Choice | undefined {
  if (!surface.visible || !surface.asksConsent || !surface.topics.some((topic) => PERSONAL_TOPICS.has(topic))) return undefined;
  const seen = surface.controls.filter((control) => control.visible !== false);
  const plain = seen.filter((control) => control.role === 'accept');
  const agree = plain.length > 0 ? plain : declaresConsent(surface.text) ? seen.filter((control) => control.role === 'acknowledge') : [];
  if (agree.length === 0) return undefined;
  return {
    agree,
    refuse: seen.filter((control) => control.role === 'refuse' || (control.role === 'close' && PUTS_OFF.test(control.text))),
    deeper: deeperRefusals(surface, page),
    settings: seen.filter((control) => control.role === 'settings'),
    unclear: seen.filter((control) => control.role === 'other' && control.text.length > 1 && control.text.length <= MAX_ANSWER && !isNoAnswer(control.text) && !/[《》]/.test(control.text)),
    close: seen.filter((control) => control.role === 'close' && !PUTS_OFF.test(control.text)),
  };
}

function deeperRefusals(surface: ConsentSurface, page: PageSurface): Choice['deeper'] {
  const hidden = surface.controls.filter((control) => control.visible === false && control.role === 'refuse');
  const others = page.consentSurfaces.filter((other) => other !== surface && other.id !== surface.id && other.topics.some((topic) => PERSONAL_TOPICS.has(topic) || topic === 'other'));
  return [
    ...hidden,
    ...others.flatMap((other) => other.controls.filter((control) => control.role === 'refuse')),
    ...[surface, ...others].filter((one) => (one.switches ?? 0) > 0).map((one) => ({ selector: one.selector, text: one.text.slice(0, 80) })),
  ];
}

/** Area of a control in square pixels; undefined where it was not laid out. */
export function areaOf(control: Control): number | undefined {
  return control.width && control.height ? control.width * control.height : undefined;
}
