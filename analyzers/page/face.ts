/** Where a page takes a face: recognition steps and photo uploads, what it tells beside them, and which other ways it offers. */
import type { FaceNoticeItem, FaceStep } from '../artifacts';
import { LIMITS } from '../artifacts';
import type { PageContext } from './context';
import { isPage } from './context';
import { ancestorsOf, attribute, blockOf, isVisible, selectorOf, textOf } from './dom';
import type { FormReading } from './forms';
import { controlText } from './scan';
import type { BoxReading } from './tick-boxes';
import { roleOf, sentencesOf } from './wording';

/** Text nodes worth a look; kept by the scan. */
export const FACE_TEXT = /人脸|刷脸|扫脸|面容|面部|活体|换脸|真人认证|真人核身|\bface (?:recognition|verification|scan|id|swap)|\bfacial\b/i;

/** A step that takes a face: an act and a face in one short text. */
const RECOGNITION = /(?:人脸|刷脸|扫脸|面容|面部|真人)(?:信息)?(?:识别|验证|认证|核身|核验|登[录陆]|采集|比对|录入|支付|解锁|通行|开门|注册|登记)|(?:录入|登记|绑定)(?:您的|你的|本人)?(?:人脸|面部)|刷脸|扫脸|活体(?:检测|认证)|\bface (?:recognition|verification|scan|login)/i;
const UPLOAD = /(?:上传|拍摄|采集|选择)[^，。]{0,8}(?:人脸|正脸|面部|自拍|真人照|带脸)|(?:人脸|正脸|面部)[^，。]{0,4}照片|换脸|\bupload[^.]{0,12}\b(?:face|selfie)\b|\bface swap\b/i;
const ACTS = /^(?:开始|立即|马上|去|进行|点击|请|确认|同意|下一步|上传|拍摄|拍照|采集|刷脸|扫脸|人脸(?:识别)?登[录陆]|start|begin|upload|scan)/i;
/** A button that begins a verification, whatever kind the words above it name. */
const START = /^(?:开始|立即|去|进行|马上|同意并)(?:.{0,2})(?:验证|认证|核身|核验|识别|检测|采集|录入|拍摄|刷脸)$/;
/** Talk about the technique, not the step. */
const ABOUT = /接口|API|SDK|解决方案|产品|技术|算法|文档|系统介绍|设备|门禁机|闸机|方案|价格|办法|规定|规则|协议|政策|告知|同意书|说明|新闻|资讯|[？?]$/i;
const ALTERNATIVE =
  /(?:密码|账号|帐号|验证码|短信|扫码|微信|支付宝|邮箱)(?:验证码)?(?:登[录陆]|验证|认证|核验)|其[他它](?:验证|登[录陆]|认证|核验)?方式|(?:换|切换)[^，。]{0,4}方式|人工(?:审核|核验|通道|服务|认证)|(?:到店|线下|柜台|现场|前台|窗口|物业)[^，。]{0,8}(?:办理|核验|验证|登记|领取|认证)|(?:刷|领|办|用)(?:门禁|通行|员工|校园|IC|工)?卡|门禁卡|身份证(?:验证|核验|认证)|银行卡(?:验证|认证)|不(?:使用|进行)(?:人脸|刷脸)|\b(?:password|sms|other (?:way|method)|try another way)\b/i;
const DENIED = /不支持|暂停|已关闭|仅支持|只能|唯一|不再|停止(?:使用|办理|发放)|停用|停办|作废|失效|已?取消|不可用|下线/;
const LAWFUL = /(?:根据|依照|依据|按照|依)[^。]{0,30}(?:法》|法律|法规|条例|规定|办法|通知)[^。]{0,40}/;

const TOLD: readonly [FaceNoticeItem, RegExp][] = [
  ['purpose', /(?:人脸|面部|照片|刷脸|活体)[^。；]{0,40}(?:用于|用来|目的|为了|以便|仅供|仅用)|(?:用于|为了|目的)[^。；]{0,40}(?:人脸|面部|照片|本人|身份)/],
  ['retention', /(?:保存|存储|储存|留存|保留)[^。；]{0,24}(?:期限|天|日|个月|年|小时|立即|删除)|(?:验证|比对|核验|合成|生成|完成|使用|处理)[^。；]{0,10}后[^。；]{0,10}(?:删除|销毁|不保存|不留存|不存储)/],
  ['necessity', /必要|影响|(?:不同意|不提供|不上传|不拍摄|拒绝)[^。；]{0,24}(?:无法|不能|不影响|可以?|仍)/],
  ['rights', /撤回|查阅|查询[^。；]{0,8}(?:信息|记录)|复制|更正|(?:要求|申请|可以?|有权|随时)[^。；]{0,10}删除|行使[^。；]{0,8}权利/],
];
const HANDLER = /(?:公司|中心|医院|银行|委员会|学校|大学|合作社|事务所|集团)/;
const CONTACT = /电话|邮箱|联系(?:方式|我们|客服)|客服|热线|\d{3,4}-\d{4}|@/;
/** Text read around a step for what it tells. */
const MAX_NOTICE = 6_000;

/** Face steps of the page. Pauses after each text. */
export function* readFaceSteps(context: PageContext, forms: readonly FormReading[], boxes: readonly BoxReading[], body: Element | null): Generator<void, FaceStep[]> {
  const found: { kind: FaceStep['kind']; text: string; element: Element }[] = [];
  const add = (kind: FaceStep['kind'], text: string, element: Element) => {
    if (found.length < LIMITS.signsPerSurface && !found.some((one) => one.element === element || one.text === text)) found.push({ kind, text: text.slice(0, 80), element });
  };
  for (const { element, field } of forms.flatMap((form) => form.fields)) if (field.kind === 'face-photo' && field.visible) add('upload', field.label, element);
  const hasStart = context.scan.faceText.length > 0 && context.scan.controls.some((control) => START.test(controlText(control)) && isVisible(control));
  for (const source of context.scan.faceText) {
    yield;
    const block = blockOf(source);
    if (isPage(block) || isTold(block)) continue;
    const control = context.scan.controls.find((one) => one === source || one === block || ancestorsOf(source, 3).includes(one));
    const text = control ? controlText(control) : textOf(block, 60);
    if (text.length > 40 || ABOUT.test(text) || /^(?:a|nav)$/.test(source.localName) || ancestorsOf(source, 3).some((node) => node.localName === 'nav' || node.localName === 'a')) continue;
    const kind = UPLOAD.test(text) ? 'upload' : RECOGNITION.test(text) ? 'recognition' : undefined;
    if (!kind || !isVisible(block)) continue;
    // Words alone are a heading; a step has a button to start it, a camera picture or a place for a photo.
    if ((control && (ACTS.test(text) || context.scan.cameras.length > 0)) || context.scan.cameras.length > 0 || ACTS.test(text) || hasStart) add(kind, text, control ?? block);
  }
  if (found.length === 0 || !body) return [];
  const around = sentencesOf(textOf(body, MAX_NOTICE));
  yield;
  const told = TOLD.filter(([, pattern]) => around.some((sentence) => pattern.test(sentence))).map(([item]) => item);
  const whole = around.join(' ');
  if (HANDLER.test(whole) && CONTACT.test(whole)) told.unshift('handler');
  const alternatives = alternativesOf(context, forms, around);
  const lawful = around.map((sentence) => LAWFUL.exec(sentence)?.[0]).find((match) => match !== undefined);
  const rules = rulesLink(body);
  const consent = boxes.some(({ box }) => FACE_NAME.test(box.label)) || context.scan.deciders.some((control) => roleOf(controlText(control)) === 'accept' && FACE_NAME.test(controlText(control)));
  return found.map(({ kind, text, element }) => ({
    kind, text, selector: selectorOf(element), alternatives, told,
    ...(lawful ? { lawful: lawful.slice(0, 120) } : {}), ...(rules ? { rules } : {}), consent, visible: isVisible(element),
  }));
}

const FACE_NAME = /人脸|面部|刷脸|生物识别|照片|\bface\b|\bbiometric/i;

function alternativesOf(context: PageContext, forms: readonly FormReading[], sentences: readonly string[]): string[] {
  const found = new Set<string>();
  for (const sentence of sentences) {
    if (sentence.length > 160) continue;
    const clauses = sentence.split(/[，,；;]/);
    for (const [i, clause] of clauses.entries()) {
      // 门禁卡自10月起，全面停止使用: what takes a way back may follow it.
      const denied = DENIED.test(clause) || /^(?:将|已|均|都|全面|一律|全部)*(?:停|作废|失效|取消)/.test(clauses[i + 1]?.trim() ?? '');
      const match = denied ? null : ALTERNATIVE.exec(clause);
      if (match) found.add(match[0]);
    }
  }
  if (forms.some((form) => form.form.visible && form.fields.some(({ field }) => field.visible && (field.kind === 'password' || field.kind === 'sms-code')))) found.add('password');
  return [...found].slice(0, 5);
}

function rulesLink(body: Element): FaceStep['rules'] {
  for (const link of [...body.querySelectorAll('a[href]')].slice(0, 300)) {
    const text = textOf(link, 60);
    if (FACE_NAME.test(text) && /规则|协议|告知|授权|政策|说明|同意书|notice|policy/i.test(text)) return { text, href: attribute(link, 'href') };
  }
  return undefined;
}

/** Inside an article or a document: told, not done. */
function isTold(block: Element): boolean {
  return ancestorsOf(block, 8).some((node) => node.localName === 'article' || node.localName === 'blockquote');
}
