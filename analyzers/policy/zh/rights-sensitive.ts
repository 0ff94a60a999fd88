/** Sensitive personal information and minors. */
import type { SignalPattern, Terms } from '../signals';

const SENSITIVE = '(?:(?<!非)敏感(?:的)?个人信息|个人敏感信息|敏感信息|敏感数据|敏感(?:的)?(?:个人)?资料)';
/** Kinds in PIPL 28(1) and GB/T 35273 annex B, in the words policies use for what they collect. */
export const SENSITIVE_KIND =
  '(?:身份证|证件(?:号|信息|照|类型)|护照|驾驶证|行驶证|人脸|面部|脸部|指纹|声纹|虹膜|生物(?:识别|特征)|银行(?:卡|账|帐)|信用卡(?:号|信息)|借记卡|支付账[户号]|(?:精[确准]|详细)(?:的)?(?:地理)?(?:位置|定位)|行踪|行程信息|健康(?:信息|数据|状况|上报|档案)|病历|病史|诊断(?:信息|数据|记录)|体检|医疗|征信|宗教|种族|民族|实名(?:身份|认证|信息)|收入(?:情况|信息|状况|证明)|财产(?:信息|状况)|学生证|社保|公积金)';

export const SENSITIVE_TERMS: Terms = {
  'minor-guidance': ['监护人的指导', '监护人指导', '监护人陪同', '监护人的陪同', '监护人的陪伴', '监护人陪伴', '家长的指导', '父母的指导', '家长指导', '监护人监护', '父母或监护人指导', '监护人的监护'],
};

export const SENSITIVE_PATTERNS: SignalPattern[] = [
  {
    signal: 'sensitive-named',
    needs: ['sensitive-term'],
    unless: ['definition'],
    pattern: new RegExp(
      `(?:属于|均?为|是|系|作为|视为)(?:您的|用户的|个人|你的)?${SENSITIVE}|${SENSITIVE}[^。；]{0,12}(?:包括|包含|例如|如|涉及|：|（|有|主要)[^。；]{0,24}(?:${SENSITIVE_KIND}|号码|电话|账号|生物|特定身份|金融|行踪|密码)|(?:包括|包含|涉及)[^。；]{0,50}(?:生物识别|身份|证件|金融|行踪|位置|银行|人脸)[^。；]{0,30}${SENSITIVE}|前述${SENSITIVE}|上述(?:信息|数据)?(?:均)?(?:属于|为)${SENSITIVE}`,
    ),
  },
  { signal: 'goes-on-listing', pattern: /^(?:包括|包含|例如|比如|如：|主要|具体)/ },
  { signal: 'sensitive-marked', needs: ['sensitive-term'], pattern: /(?:加粗|粗体|下划线|斜体|显著标识|突出显示|特别标[注识]|标[注识])/ },
  { signal: 'sensitive-kind', pattern: new RegExp(SENSITIVE_KIND) },
  { signal: 'sensitive-denied', needs: ['sensitive-kind'], pattern: new RegExp(`(?:未|不会?|无需|无须|不包[含括])(?:向您)?(?:收集|获取|存储|记录|保存|采集|读取|提供|您|任何)[^，。；]{0,16}${SENSITIVE_KIND}`) },
  { signal: 'sensitive-place', pattern: /gps|定位(?:信息|功能|权限|数据)|(?:地理)?位置(?:信息|权限|数据)|经纬度/ },
  { signal: 'coarse-place', pattern: /(?:大致|大概|粗略|模糊)(?:的)?(?:地理)?位置|ip(?:地址)?[^，。；]{0,8}(?:推断|派生|确定|判断|解析)[^，。；]{0,10}位置/ },
  {
    signal: 'refusal-effect',
    pattern: /(?:拒绝|不提供|不同意|未提供|不授权|不允许|关闭|不开启|取消|未授权|不填写|不愿)[^。；]{0,50}?(?:无法|不能|影响|不会影响|将不|可能会?导致|受到限制|仅会|只会|导致)|否则(?:将|您将|我们)?(?:可能)?(?:无法|不能)|(?:对|影响)(?:您|个人|用户)的?(?:个人)?权益(?:的|产生)?影响|不影响[^。；]{0,20}(?:使用|功能)/,
  },
  {
    signal: 'need-told',
    pattern: /必要性|所必[需须要]|必[需须要](?:的|收集|提供)|为了?[^，。；]{2,40}(?:，|需|我们|以)|用于|以便|以(?:实现|完成|验证|核实|确认|保障|满足|保证|确保|提供)|(?:法律|法规|监管|主管部门)[^，。；]{0,12}(?:要求|规定)|目的|来(?:识别|确认|验证|完成|实现)|为(?:您|用户|你)?(?:提供|实现|完成|满足|进行)/,
  },

  {
    signal: 'minor-document',
    pattern: /《[^《》]{0,24}(?:儿童|未成年|青少年)[^《》]{0,24}》|(?:儿童|未成年人|青少年)[^，。；]{0,8}(?:隐私|个人信息|信息)[^，。；]{0,6}(?:保护)?(?:政策|声明|规则|指引|须知)(?=[^\u4e00-\u9fa5]|了解|以|及|和|进行|中|的)/,
  },
  { signal: 'minor-heading', pattern: /(?:儿童|未成年|青少年|孩子|14(?:周)?岁|十四周?岁)/ },
];
