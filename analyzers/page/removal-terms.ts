/**
 * Conditions set for having an account or one's data removed (认定方法 六-2, 网数条例 23). Works on the sentences of a page or a
 * policy. What is asked only of someone who cannot prove who they are otherwise (账号被盗, 无法登录) is not a condition of removal.
 */
import { inSimplified } from './simplified';

/** `hand-held`: a photo with one's identity card in hand · `post`: papers sent by post · `in-person`: to appear, or a notary · `id-copy`: a copy or photo of the card · `papers`: a signed or stamped paper. */
export type RemovalCondition = 'hand-held' | 'post' | 'in-person' | 'id-copy' | 'papers';

export interface RemovalTerm {
  condition: RemovalCondition;
  /** The sentence. */
  text: string;
  start: number;
  /** `clear`: it must be done; otherwise why a person has to weigh it. */
  force: 'clear' | 'alternative' | 'recovery' | 'special' | 'unclear';
}

const REMOVES = /注销|销户|(?:删除|关闭)(?:您的|你的|我的|该|本|用户)?(?:账|帐)[号户]|(?:删除|清除)(?:您的|你的|我的|其|用户|相关)?(?:个人)?(?:信息|数据|资料)|\b(?:delet\w+|clos\w+|cancel\w*|deactivat\w+)\b[^.]{0,30}\baccount\b|\baccount (?:deletion|closure|cancellation)\b/i;

const CONDITIONS: readonly [RemovalCondition, RegExp][] = [
  ['hand-held', /手持[^，。；]{0,10}(?:身份证|证件|有效证|护照)|(?:身份证|证件)[^，。；]{0,10}手持|本人与(?:身份证|证件)[^，。；]{0,6}合[影照]|\b(?:holding|hold) (?:your |the |an? )?(?:id|identity|passport)|\bselfie with\b/i],
  ['post', /邮寄|寄[送至到往回]|快递[^，。；]{0,10}(?:至|到|给|我们|公司)|挂号信|EMS|\bby (?:registered )?(?:post|mail)\b(?! ?box)|\bpost(?:ed|al mail)\b/i],
  ['in-person', /(?:本人|亲自|携带|持)[^，。；]{0,20}(?:前往|到|至|赴)[^，。；]{0,16}(?:营业厅|门店|柜台|网点|公司|现场|服务厅|办公地)|现场办理|公证(?:书|处|机关|材料|文件)|\bin person\b|\bnotari[sz]/i],
  ['id-copy', /身份证(?:件|明)?(?:的)?(?:原件|正反面|正面|复印件|扫描件|照片|影印件|图片|电子版|号码?)|(?:身份证件?|有效证件|护照|户口[本簿])(?:的)?(?:复印件|扫描件|照片|原件)|(?:上传|提交|提供|拍摄|出示)[^，。；]{0,12}(?:身份证|身份证明|有效证件|证件照)|\b(?:copy|scan|photo) of (?:your |an? )?(?:id|identity|passport)/i],
  ['papers', /(?:签字|签名|盖章|签署|手写|纸质)[^，。；]{0,12}(?:申请|声明|承诺|委托|材料|文件|表)|书面(?:申请|材料|函)|传真|\bwritten (?:request|application)\b|\bsigned (?:form|letter|statement)\b/i],
];

const DENIED = /(?:无需|无须|不需要?|不必|不用|不会要求|不要求|不得要求|免于?)[^，。；]{0,24}$/;
const MUST = /需要?|须|必须|应当?|请|要求|务必|方可|才能|才可|后(?:方|才|再|我们|，)|提交|提供|上传|寄|携带|\b(?:must|need|required?|please|have to|should|send|submit|provide)\b/i;
const ALTERNATIVE = /也可(?:以)?|亦可|或(?:者)?(?:通过|以|选择|拨打|发送|联系)|还可|可(?:以)?(?:选择|通过)[^。；]{0,30}(?:邮寄|传真|书面|寄)|任一|任意一种|之一|下列方式|以下方式|\b(?:or by|either|alternatively|one of)\b/i;
const RECOVERY = /(?:无法|不能|忘记|丢失|遗失|停用|更换|被盗|盗用|冒用|异常|失效)[^，。；]{0,16}(?:登[录陆]|验证|密码|手机|号码|账[号户]|接收|身份|使用)|账[号户](?:被盗|异常|申诉)|申诉|\b(?:cannot|unable to|lost|forgot|stolen|compromised)\b/i;
/** Someone else asks, or another sort of subject is meant. */
const SPECIAL = /近亲属|逝者|去世|死亡|继承|监护人|代理人|受托人|委托他人|未成年|儿童|企业(?:用户|账|客户)|商[家户]|公司账|机构(?:用户|账)|对公|法定代表人|\b(?:deceased|guardian|agent|merchant|business account)\b/i;

const LEADS_IN = /[:：]\s*$|(?:以下|下列|如下)[^。；]{0,10}(?:材料|资料|文件|信息|证明|步骤|方式|手续)/;
/** Items of such a list that are read. */
const LIST_ITEMS = 6;

/**
 * Conditions in a text. `subject`: whether the text around (a page headed 注销账号) is about removal already; otherwise a
 * sentence must say so itself.
 */
export function removalTerms(text: string, subject = false): RemovalTerm[] {
  const found: RemovalTerm[] = [];
  let start = 0;
  // 注销需提供以下材料：, and then a list whose items do not say so again.
  let listed = 0;
  for (const written of text.split(/(?<=[。；;！!？?\n])/)) {
    const sentence = inSimplified(written);
    const removes = REMOVES.test(sentence);
    if (sentence.length >= 6 && sentence.length <= 600 && (subject || removes || listed > 0)) found.push(...termsOf(sentence, start, subject || listed > 0).map((term) => ({ ...term, text: written.trim() })));
    if (removes && LEADS_IN.test(sentence)) listed = LIST_ITEMS;
    else if (listed > 0) listed--;
    start += sentence.length;
    if (found.length >= 20) break;
  }
  return found;
}

function termsOf(sentence: string, start: number, subject: boolean): RemovalTerm[] {
  // One sentence is one condition, the gravest that it names.
  return CONDITIONS.flatMap(([condition, pattern]): RemovalTerm[] => {
    const match = pattern.exec(sentence);
    if (!match || DENIED.test(sentence.slice(Math.max(0, match.index - 40), match.index))) return [];
    return [{ condition, text: sentence.trim(), start, force: forceOf(sentence, subject) }];
  }).slice(0, 1);
}

function forceOf(sentence: string, subject: boolean): RemovalTerm['force'] {
  if (SPECIAL.test(sentence)) return 'special';
  if (RECOVERY.test(sentence)) return 'recovery';
  if (ALTERNATIVE.test(sentence)) return 'alternative';
  return subject || MUST.test(sentence) ? 'clear' : 'unclear';
}
