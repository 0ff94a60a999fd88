/** A face is the only way offered to prove who one is. */
import { elementEvidence, ownSurfaces, sawTooLittle } from '../page/judging';
import type { Rule, RuleContext, Verdict } from '../rule';

export const faceOnlyVerification: Rule = {
  id: 'face-only-verification',
  category: 'not-necessary',
  severity: 'high',
  basis: [{ instrument: 'FACE', article: '10' }, { instrument: 'PIPL', article: '16' }],
  judge,
};

function judge({ visit }: RuleContext): Verdict {
  const surfaces = ownSurfaces(visit);
  const steps = surfaces.flatMap((surface) => (surface.faceSteps ?? []).filter((step) => step.visible && proves(`${surface.title} ${step.text}`, step.kind)).map((step) => ({ surface, step })));
  const alone = steps.filter(({ surface, step }) => step.alternatives.length === 0 && !hasOtherWay(surface));
  // 人脸办法 10(2): where the state has rules of its own on proving identity by face, they apply.
  const unbound = alone.filter(({ step }) => step.lawful === undefined);
  const [first, ...rest] = unbound.map(({ surface, step }) => elementEvidence(surface, step));
  if (first) return { outcome: 'violation', evidence: [first, ...rest], facts: { text: unbound[0]!.step.text } };
  const [bound] = alone;
  if (bound) return { outcome: 'review', say: 'lawful', evidence: [elementEvidence(bound.surface, bound.step)], facts: { text: bound.step.text, law: bound.step.lawful ?? '' } };
  if (steps.length > 0) return { outcome: 'pass' };
  return sawTooLittle(visit, surfaces) ? { outcome: 'error', say: 'unread' } : { outcome: 'not-applicable' };
}

const PROVES = /验证|认证|核验|核身|登[录陆]|身份|通行|门禁|开门|verif|log ?in/i;

/** A game with faces, or a show of the technique, proves nobody’s identity. */
const PLAYS = /颜值|相似|对比|换脸|体验|测(?:一|试|颜|肤|龄)|AI|算法|开放平台|demo/i;

function proves(words: string, kind: 'recognition' | 'upload'): boolean {
  return !PLAYS.test(words) && (kind === 'recognition' || PROVES.test(words));
}

/** A password or code asked on the same page is another way, unless it only stands before the face. */
function hasOtherWay(surface: { forms: { visible: boolean; fields: { kind: string; visible: boolean }[] }[] }): boolean {
  return surface.forms.some((form) => form.visible && form.fields.some((field) => field.visible && (field.kind === 'password' || field.kind === 'sms-code')));
}
