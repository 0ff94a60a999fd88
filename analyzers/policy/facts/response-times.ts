/** Within what time the operator answers requests and complaints. */
import type { ResponseFact, TimeSpan } from '../../report';
import type { Reading } from '../reading';
import { stated } from './statement';
import { timeSpansIn } from './time-span';

const MOST = 6;

/** Hours to compare terms by; a week of five workdays. */
const HOURS: Record<TimeSpan['unit'], number> = { hour: 1, day: 24, workday: 33.6, week: 168, month: 720, year: 8_760 };

const ANSWERS = /答复|回复|反馈|响应|受理|处理|回应|核查|核实|审核|解决|办理|满足|联络您|联系您|完成|予以|办结|\b(?:respon[ds]|repl|answer|process|handle|resolv|complet|act on|get back|deal with|acknowledg|feedback)/i;
/** Terms of other things: ends of keeping, notice before a change, delivery of goods, incidents told to authorities. */
const OF_OTHER = /匿名化|停止运营|提前|保存|留存|存储|保留期|退款|退货|到账|发货|生效|有效期|签收|泄露|安全事件|监管部门报告|\b(?:retain|retention|keep|stor|refund|incident|breach)/i;

/** Terms for answering, shortest first, each once. */
export function readResponseTimes(reading: Reading): ResponseFact[] {
  const found: ResponseFact[] = [];
  for (const sentence of reading.sentences) {
    if (sentence.isHeading || !(sentence.signals.has('reply-short') || sentence.signals.has('reply-long'))) continue;
    // Folded: traditional characters, full width and stray spaces make no difference.
    const text = sentence.text;
    // Latin letters need more room for the same words.
    const reach = /[\u4e00-\u9fff]/.test(text) ? 40 : 100;
    for (const { amount, unit, start, end } of timeSpansIn(text)) {
      const around = text.slice(Math.max(0, start - reach), end + reach);
      if (!ANSWERS.test(around) || OF_OTHER.test(around) || /^[^，。；]{0,8}(?:删除|匿名|清除)/.test(text.slice(end))) continue;
      if (found.some(({ within }) => within.amount === amount && within.unit === unit)) continue;
      if (found.length < MOST) found.push({ ...stated(reading, sentence, reading.hit(sentence, 'reply-short') ?? reading.hit(sentence, 'reply-long')), within: { amount, unit } });
    }
  }
  return found.sort((a, b) => a.within.amount * HOURS[a.within.unit] - b.within.amount * HOURS[b.within.unit]);
}
