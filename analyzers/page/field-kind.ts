/**
 * What a form field asks for, read from its wording first (Chinese before English), then from what the page's author
 * declared (autocomplete, type), then from its technical name.
 */
import type { FieldKind } from '../artifacts';
import { dense } from './dom';

/** All that is known of a field without its value. Every text is short (at most 200 UTF-16 units). */
export interface FieldHints {
  /** Label text: `label`, ARIA, the text before it, the table cell beside it. */
  label: string;
  placeholder: string;
  /** `name`, `id`, `data-*` model names, joined by blanks. */
  names: string;
  autocomplete: string;
  /** `type` of an input, or the element's name. */
  type: string;
  /** A box to choose from a list in. */
  isCombobox?: boolean;
  /** Texts of the first options of a select or radio group. */
  options: string;
  /** A control that sends a code by message stands in the same form. */
  sendsCode: boolean;
  /** `maxlength`, where given: codes have four to eight digits. */
  maxLength?: number;
  /** What stands in the field's own row: a control that sends a code, or a picture to copy one from. */
  codeBeside?: 'sender' | 'picture';
}

const CHILD = '(?:孩子|小孩|宝宝|宝贝|儿童|幼儿|小朋友|子女|学生|学员|考生|未成年人)';

/** In order: the first that fits wins, so narrow meanings stand before wide ones. */
const BY_WORDING: readonly [FieldKind, RegExp][] = [
  ['sms-code', /(?:短信|手机|动态|邮箱|邮件|语音)[^，。]{0,4}(?:验证码|校验码|动态码|激活码|验证)|动态(?:密码|码|口令)|\b(?:sms|otp|one[- ]time|verification|security) ?(?:code|password)\b|\botp\b/i],
  ['captcha', /(?:图形|图片|图像|计算|滑动|随机)[^，。]{0,3}(?:验证码|校验码|码)|看不清|\bcaptcha\b|characters? (?:shown|in the image)/i],
  ['password', /密码|口令|\bpass(?:word|code|phrase)\b/i],
  ['id-photo', /(?:身份证|证件(?!照(?!片))|护照|学生证|营业执照|驾驶证|行驶证|户口)[^，。]{0,8}(?:照片?|正面|反面|背面|人像面|国徽面|扫描件|复印件|上传|图片)|上传[^，。]{0,8}(?:身份证|证件(?!照(?!片)))|手持[^，。]{0,4}(?:证|照)|\b(?:photo|scan|copy|picture|front|back) of (?:your )?(?:id|passport|licen[cs]e)/i],
  ['face-photo', /人脸|刷脸|自拍|面部|正脸|正面照|免冠|大头照|头像照|真人照|\bselfie\b|\bface (?:photo|scan|image|picture|recognition)/i],
  ['child-name', new RegExp(`${CHILD}的?(?:真实)?(?:姓名|名字|名称|全名|昵称|小名)|\\b(?:child|kid|student)(?:['’]s)? (?:full )?name\\b`, 'i')],
  ['child-birthday', new RegExp(`${CHILD}的?(?:出生|生日|生辰)|\\b(?:child|kid|student)(?:['’]s)? (?:date of birth|birth ?day|birth ?date)\\b`, 'i')],
  ['child-school', new RegExp(`${CHILD}的?(?:就读|所在|在读)?[^，。]{0,2}(?:学校|幼儿园|园所)|(?:就读|所在|在读)(?:的)?(?:小学|中学|初中|幼儿园)|幼儿园名|\\b(?:child|kid)(?:['’]s)? school\\b`, 'i')],
  ['emergency-contact', /紧急联系|应急联系|紧急联络|\bemergency contact\b/i],
  ['contacts', /通讯录|通信录|手机联系人|\b(?:address book|phone book|import contacts)\b/i],
  ['passport', /护照|通行证号?|\bpassport\b/i],
  ['id-number', /身份证(?!明|.{0,2}(?:有效期|到期|签发))|证件号|证件号码|公民身份|身份号码|社会保障(?:卡)?号|[社医]保(?:卡)?号|\b(?:national|resident|citizen) id\b|\bid ?(?:card|number|no\.?)(?:\b|$)|\bidentity (?:card|number)|\bsocial security\b|\bssn\b/i],
  ['bank-card', /银行卡|信用卡|储蓄卡|借记卡|(?:银行|收款|提现|开户|结算)[^，。]{0,4}(?:账号|帐号|账户|卡号)|\b(?:credit|debit|bank) ?card\b|\bcard number\b|\biban\b|\bcvv2?\b|\bbank account\b/i],
  ['email', /邮箱|电子邮件|电邮|邮件地址|\be-?mails?\b/i],
  ['precise-location', /(?:当前|实时|精[准确]|我的|获取|自动|开启|GPS)定位|^[*＊]?定位|定位(?:信息|地址|位置|获取|到|当前)|(?:当前|实时|我的)位置|经纬度|经度|纬度|\b(?:latitude|longitude|current location|my location|geolocation)\b/i],
  ['wechat', /微信|\bwe ?chat\b/i],
  ['qq', /(?:^|[^a-z])qq(?:号|号码|$|[^a-z])/i],
  ['phone', /手机(?!型号|品牌|系统|端|版|壳|游戏|维修|价格|颜色|内存|套餐)|电话|联系方式|联络方式|座机|\b(?:mobile|cell ?phone|phone|telephone|tel\.?|contact number|whatsapp)\b/i],
  ['plate', /车牌|\b(?:licen[cs]e|number|registration) plate\b/i],
  ['birthday', /生日(?!蛋糕|派对|会|礼|祝福|贺卡|鲜花|布置)|出生|生辰|\b(?:birth ?day|birth ?date|date of birth|dob)\b/i],
  ['age', /年龄|几岁|岁数|周岁|\bage\b|\bhow old\b/i],
  ['gender', /性别|\b(?:gender|sex)\b/i],
  ['marital-status', /婚姻|婚否|婚育|是否已婚|\bmarital\b|\bmarried\b/i],
  ['income', /收入|月薪|年薪|工资|薪资|薪酬|待遇(?:要求)?|\b(?:income|salary|wage|earnings)\b/i],
  ['grade', /年级|班级|几年级|\b(?:grade|school year|class year)\b/i],
  ['education', /学历|文化程度|最高学位|学位|教育(?:程度|经历|背景)|\b(?:education|degree|qualification)\b/i],
  ['school', /学校|院校|毕业于|母校|就读|\b(?:school|university|college)\b/i],
  ['ethnicity', /民族|族别|种族|\b(?:ethnicity|ethnic|race)\b/i],
  ['religion', /宗教|信仰|\breligio(?:n|us)\b/i],
  ['health', /病史|病情|疾病|症状|过敏|健康(?!码)|血型|体检|用药|服药|怀孕|孕周|孕期|身高|体重|诊断|就诊|科室|手术史|\b(?:allerg|medical|disease|symptom|diagnos|medication|pregnan|blood type|health|height|weight)/i],
  ['occupation', /职业|职务|职位|岗位|工作单位|就职|工作年限|工作经历|工种|\b(?:occupation|job title|profession|employer|position)\b/i],
  ['address', /(?<!IP|ip|网站|网页|链接|网|邮箱)地址|住址|收货(?:地|信息|位置)|户籍|籍贯|居住地|所在(?:地|位置|省|城|区|市)|省[/、\s-]?市|(?:选择|所属|现居|居住)?(?:省份|城市|区县|县区|地区)(?!经理|代理|公司|号)|详细街道|门牌|邮编|邮政编码|\b(?:(?:street|postal|mailing|home|shipping|billing|delivery) address|address|zip(?: ?code)?|post ?code|city|province)\b/i],
  ['username', /用户名|用户账号|账号|帐号|账户|帐户|登录名|登陆名|会员名|会员号|昵称|网名|工号|学号|卡号|ID号|\b(?:user ?name|user ?id|login(?: name| id)?|account|nick ?name|screen name|handle|display name)\b/i],
  ['name', /姓名|真名|名字|称呼|联系人|收货人|收件人|寄件人|持卡人|开户名|户名|申请人|投保人|被保人|乘客|乘机人|入住人|就诊人|患者|报名人|学员|尊姓|您的姓|\b(?:(?:full|first|last|real|given|family|your|contact|legal) ?name|sur ?name|name|recipient|contact person|passenger)\b/i],
  ['message', /留言|备注|意见|建议|反馈|评论|问题描述|描述|说明|内容|想说|详情|简介|个性签名|需求|\b(?:message|comments?|notes?|feedback|description|remarks?|question|bio|inquiry)\b/i],
  ['search', /搜索|搜一搜|搜一下|查找|检索|关键(?:字|词)|搜(?:商品|宝贝|店铺)|请输入(?:您)?要?(?:查询|搜|找)|\b(?:search|keywords?|find)\b/i],
];

const BY_AUTOCOMPLETE: readonly [FieldKind, RegExp][] = [
  ['sms-code', /^one-time-code$/],
  ['password', /^(?:new|current)-password$/],
  ['name', /^(?:name|given-name|family-name|additional-name|cc-name|honorific-prefix)$/],
  ['email', /^email$/],
  ['phone', /^tel(?:-national|-local|-country-code)?$/],
  ['bank-card', /^cc-(?:number|csc|exp|exp-month|exp-year)$/],
  ['birthday', /^bday(?:-day|-month|-year)?$/],
  ['gender', /^sex$/],
  ['address', /^(?:street-address|address-line\d|address-level\d|postal-code|country|country-name)$/],
  ['username', /^(?:username|nickname)$/],
  ['occupation', /^(?:organization-title|organization)$/],
];

/** Technical names, compared token by token: pinyin and its initials are common on Chinese sites. */
const BY_NAME: readonly [FieldKind, readonly string[]][] = [
  ['sms-code', ['smscode', 'sms', 'mobilecode', 'phonecode', 'telcode', 'otp', 'dynamiccode', 'msgcode', 'mobilevcode', 'smsvcode', 'emailcode', 'mailcode']],
  ['captcha', ['captcha', 'vcode', 'verifycode', 'checkcode', 'validatecode', 'imgcode', 'imagecode', 'authcode', 'randcode', 'seccode', 'kaptcha', 'captchacode', 'picverify', 'validcode', 'yzm']],
  ['password', ['password', 'pwd', 'passwd', 'pass', 'repassword', 'repwd', 'mima', 'userpwd', 'userpass', 'confirmpassword', 'loginpwd', 'password2']],
  ['id-number', ['idcard', 'idno', 'idnum', 'idnumber', 'sfz', 'sfzh', 'shenfenzheng', 'identity', 'cardid', 'identitycard', 'certno', 'certid', 'zjhm', 'identitynumber', 'identno', 'idcardno']],
  ['passport', ['passport', 'passportno', 'huzhao']],
  ['bank-card', ['bankcard', 'cardno', 'cardnumber', 'creditcard', 'bankno', 'bankaccount', 'bankcardno', 'yhk', 'ccnumber', 'cvv', 'iban', 'bankcode']],
  ['face-photo', ['facephoto', 'faceimg', 'faceimage', 'selfie', 'face']],
  ['emergency-contact', ['emergencycontact', 'urgentcontact', 'emergency']],
  ['child-name', ['childname', 'kidname', 'babyname', 'studentname', 'stuname']],
  ['child-birthday', ['childbirthday', 'babybirthday', 'childbirth', 'babybirth']],
  ['child-school', ['childschool']],
  ['email', ['email', 'mail', 'youxiang', 'useremail', 'mailbox', 'emailaddress']],
  ['phone', ['phone', 'mobile', 'tel', 'telephone', 'cellphone', 'cell', 'shouji', 'shoujihao', 'sjh', 'sjhm', 'phonenumber', 'phoneno', 'mobilephone', 'mobileno', 'usermobile', 'userphone', 'dianhua', 'lxdh', 'telno', 'msisdn', 'phonenum', 'mobilenum']],
  ['wechat', ['wechat', 'weixin', 'wx', 'wxid', 'wechatid']],
  ['qq', ['qq', 'qqnumber', 'qqno']],
  ['birthday', ['birthday', 'birth', 'birthdate', 'dob', 'bday', 'shengri', 'csrq', 'birthyear', 'birthmonth', 'dateofbirth', 'csny']],
  ['age', ['age', 'nianling', 'userage']],
  ['gender', ['gender', 'sex', 'xingbie', 'xb', 'usersex', 'usergender']],
  ['marital-status', ['marital', 'marriage', 'married', 'hunyin', 'maritalstatus']],
  ['income', ['income', 'salary', 'shouru', 'monthincome', 'wage']],
  ['education', ['education', 'edu', 'degree', 'xueli', 'educational']],
  ['school', ['school', 'university', 'college', 'xuexiao']],
  ['grade', ['grade', 'nianji', 'banji']],
  ['ethnicity', ['nation', 'minzu', 'ethnic', 'ethnicity', 'mz']],
  ['religion', ['religion', 'zongjiao']],
  ['health', ['health', 'allergy', 'disease', 'bloodtype', 'medicalhistory', 'symptom', 'guomin']],
  ['occupation', ['occupation', 'profession', 'job', 'jobtitle', 'zhiye', 'position', 'zhiwei', 'company', 'gongzuodanwei']],
  ['address', ['address', 'addr', 'dizhi', 'street', 'province', 'city', 'district', 'zipcode', 'postcode', 'zip', 'detailaddress', 'shengfen', 'chengshi']],
  ['plate', ['plate', 'plateno', 'carno', 'chepai', 'carplate', 'licenseplate', 'platenumber']],
  ['precise-location', ['latitude', 'longitude', 'lat', 'lng', 'lon', 'geolocation', 'location']],
  ['search', ['search', 'keyword', 'keywords', 'query', 'q', 'kw', 'wd', 'searchword', 'searchkey', 'searchtext', 'sousuo']],
  ['username', ['username', 'account', 'user', 'loginname', 'userid', 'uname', 'login', 'nickname', 'nick', 'yonghuming', 'zhanghao', 'loginid', 'userno', 'useraccount', 'loginaccount', 'nicheng', 'uid', 'inputaccount']],
  ['name', ['name', 'realname', 'truename', 'fullname', 'xingming', 'xm', 'firstname', 'lastname', 'linkman', 'contactname', 'contact', 'receiver', 'consignee', 'lxr', 'surname', 'lianxiren', 'receivername']],
  ['message', ['message', 'content', 'remark', 'comment', 'memo', 'liuyan', 'beizhu', 'feedback', 'note', 'description', 'body', 'textarea', 'neirong']],
];

/** What is searched for is no data about the person who searches. */
const SEARCHES = /^(?:请输入)?(?:您|你)?(?:想|要)?(?:搜索|搜一搜|搜一下|搜|查找|检索)|^(?:search|find)\b/i;

const CHOOSES = /^(?:请)?(?:选择|挑选)|^(?:please )?(?:select|choose)\b/i;

/** Kind of a field. `other` where nothing tells. */
export function fieldKind(hints: FieldHints): FieldKind {
  const { type } = hints;
  if (type === 'password') return 'password';
  // The select of a component library may filter its list as one types.
  const isChoice = hints.isCombobox === true && (CHOOSES.test(hints.placeholder) || byWording(dense(hints.label || hints.placeholder)) !== undefined);
  if (type === 'search' && !isChoice) return 'search';
  if (/^(?:color|range|week|month)$/.test(type)) return 'other';

  if (SEARCHES.test(`${hints.label} ${hints.placeholder}`.trim())) return 'search';
  const labelled = byWording(dense(hints.label));
  const prompted = byWording(dense(hints.placeholder));
  // 账号, 请使用邮箱注册: the prompt says what the account is called.
  const worded = labelled === 'username' && (prompted === 'phone' || prompted === 'email') ? prompted : (labelled ?? prompted);
  if (worded) return refine(worded, hints);
  if (/验证码|校验码|verif\w{0,12} code/i.test(`${hints.label} ${hints.placeholder}`)) return codeKind(hints);

  for (const token of hints.autocomplete.toLowerCase().split(' ')) {
    const found = BY_AUTOCOMPLETE.find(([, pattern]) => pattern.test(token));
    if (found) return found[0];
  }
  if (hints.sendsCode && hints.maxLength !== undefined && hints.maxLength >= 4 && hints.maxLength <= 8) return 'sms-code';
  if (isGenderChoice(hints.options)) return 'gender';
  if (type === 'email') return 'email';
  if (type === 'tel') return byName(hints.names) ?? 'phone';
  return byName(hints.names) ?? 'other';
}

function byWording(text: string): FieldKind | undefined {
  if (text.length === 0) return undefined;
  return BY_WORDING.find(([, pattern]) => pattern.test(text))?.[0];
}

/** What the first match gets wrong when the wording names several things or too little. */
function refine(kind: FieldKind, hints: FieldHints): FieldKind {
  const text = `${hints.label} ${hints.placeholder}`;
  // 手机号/邮箱/用户名: one box for whatever the account is called.
  if ((kind === 'phone' || kind === 'email' || kind === 'username' || kind === 'id-number') && /[/、或]|\bor\b/i.test(text)) {
    const named = [/手机|电话|phone|mobile/i, /邮箱|mail/i, /用户名|账号|帐号|会员名|昵称|user ?name|account/i, /身份证|证件/].filter((pattern) => pattern.test(text)).length;
    if (named > 1) return 'username';
  }
  if (kind === 'name' && /公司|企业|单位|店铺|机构|项目|商品|产品|学校|\b(?:company|organi[sz]ation|business|product|project|file|team|shop|domain)\b/i.test(text)) return 'other';
  if (kind === 'id-number' && hints.type === 'file') return 'id-photo';
  // 手机验证 beside a field called mobile asks for the number.
  if (kind === 'sms-code' && !/码|口令|code|otp/i.test(text)) return byName(hints.names) === 'phone' ? 'phone' : kind;
  if (kind === 'username' && /卡号/.test(text) && /银行|开户|信用/.test(text)) return 'bank-card';
  if (hints.type === 'file' && kind !== 'id-photo' && kind !== 'face-photo') return 'other';
  return kind;
}

/** A bare 验证码: sent by message where the form sends codes or the name says so, else a picture. */
function codeKind(hints: FieldHints): FieldKind {
  const named = byName(hints.names);
  if (named === 'sms-code' || hints.codeBeside === 'sender') return 'sms-code';
  if (hints.codeBeside === 'picture') return 'captcha';
  return hints.sendsCode ? 'sms-code' : 'captcha';
}

function isGenderChoice(options: string): boolean {
  return options.length < 40 && /(?:^|\s)(?:男|先生|male)(?:\s|$)/i.test(options) && /(?:^|\s)(?:女|女士|female)(?:\s|$)/i.test(options);
}

function byName(names: string): FieldKind | undefined {
  const tokens = tokensOf(names);
  // The longest word decides: user[realName] is a name, not an account.
  let best: { kind: FieldKind; length: number } | undefined;
  for (const [kind, words] of BY_NAME) {
    for (const word of words) if (word.length > (best?.length ?? 0) && tokens.has(word)) best = { kind, length: word.length };
  }
  return best?.kind;
}

/** `user[realName]` gives user, real, name, realname, userrealname. */
function tokensOf(names: string): Set<string> {
  const tokens = new Set<string>();
  for (const name of names.slice(0, 400).split(' ')) {
    const parts = name.replace(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase().split(/[^a-z\d]+|\s/).filter(Boolean).slice(0, 8);
    for (let start = 0; start < parts.length; start++) {
      let joined = '';
      for (let end = start; end < parts.length; end++) {
        joined += parts[end]!;
        tokens.add(joined.replace(/\d{1,20}$/, ''));
      }
    }
  }
  return tokens;
}
