/**
 * Which real cases the library plays, and which lawful look-alikes it keeps: the lists behind the tables of
 * `docs/scenes.md`. A case without a scene says why a page cannot show it.
 */

/** A decision, a judgment or a notice, by its public name. */
export type Case = { name: string } & ({ scenes: string[] } | { why: string });

export const CASES: readonly Case[] = [
  { name: '罗某诉某科技公司（最高法指导性案例 265 号）', scenes: ['trial-class-silent-account', 'trial-class-asks-first', 'english-quiz-no-skip', 'english-quiz-skippable'] },
  { name: '黄某欢诉某信用管理公司（最高法指导性案例 266 号，驳回）', scenes: ['credit-buy-needed-only', 'pay-later-each-asked'] },
  { name: '迟某诉某信息公司、某科技公司（统一服务平台）', scenes: ['platform-login-goes-to-sister'] },
  { name: '肖某诉某科技公司（登录记录查阅）；北京互联网法院：合理的查阅形式', scenes: ['cloud-drive-access-on-screen'] },
  { name: '麦某某诉某科技公司、某信息公司；律师信息平台案', scenes: ['lawyers-listed-with-office-phone'] },
  { name: '吴某某、陈某某；临安“网络开盒”公益诉讼；业主群公布个人信息案', scenes: ['owners-list-published', 'owners-list-masked'] },
  { name: '萧山区检察院诉虞某某（AI 换脸）', scenes: ['face-swap-no-notice', 'face-swap-told'] },
  { name: '（2022）津01民终349号；张先生诉物业（刷脸门禁）；人脸专项治理', scenes: ['estate-face-only', 'estate-face-or-card'] },
  { name: '（2021）湘0112民初7592号、（2022）闽01民终5983号（物业把业主信息交给他人诉讼）', why: 'The data went from hand to hand; no page took part.' },
  { name: '邻里摄像头案', why: 'A camera in a corridor, not a page.' },
  { name: '征信记录错误案', why: 'Credit records are kept in a register nobody sees on a page.' },
  { name: '冒用学生信息参保；手机号二次放号', why: 'The misuse happened in the files of employers and carriers.' },
  { name: '电信内鬼倒卖信息的公益诉讼；徐某某案（考试报名库被侵入）；厦门“跟单宝”；昌平基因数据；朝阳、邵东、台州、怀化等数据安全处罚', why: 'Data was stolen or sold out of a store; what a store is like inside does not show on a page.' },
  { name: '撤回授权后账户信息仍被使用', scenes: ['garden-withdrawal-ignored', 'garden-withdrawal-stops'] },
  { name: '短视频平台儿童案（未经监护人同意注册）', scenes: ['kids-painting-no-guardian', 'kids-painting-guardian'] },
  { name: '住建部通报的房地产经纪案（“房利帮”等）', why: 'Staff sold records and members uploaded owners’ numbers: the act is the uploader’s, and the page that takes them looks like any listing form.' },
  { name: '新都爬虫案、衡阳数据库案、上海“亮剑浦江”（屏幕打码、接口全量）', scenes: ['estate-masks-on-screen-only', 'estate-masks-in-the-answer'] },
  { name: '喀喇沁旗“信息共享”、武威装修公司案', scenes: ['renovation-quote-sold'] },
  { name: 'Siri 未经唤醒录音（美国，2025）', scenes: ['voice-box-listens-at-load', 'voice-box-press-to-talk'] },
  { name: 'Meta 令牌泄露（爱尔兰，2024）', scenes: ['forum-token-in-address', 'forum-token-kept', 'parcel-phone-in-address', 'parcel-link-without-phone'] },
  { name: 'OpenAI（意大利，2024）', why: 'Whether conversations train a model happens after they have arrived; a chat page that sends what one types is what it is for. What the policy says of it is judged as the policy.' },
  { name: '上海“亮剑浦江”（外卖强制定位）', scenes: ['takeaway-forces-position', 'takeaway-address-by-hand'] },
  { name: '“小世界交友”（云阳，2024-01）', scenes: ['meet-five-trackers', 'meal-mates-place-untold', 'meal-mates-place-told'] },
  { name: '重庆 145 款通报；“小火车外卖”等（无隐私政策、政策打不开）；智能终端通报', scenes: ['escape-room-no-policy', 'running-club-dead-link', 'bad-input/policy-404'] },
  { name: '国家网信办 82 款通报（2025-02，无规则、无注销更正）', scenes: ['running-club-dead-link', 'escape-club-no-way-out', 'escape-club-cancels'] },
  { name: 'App 与 SDK 通报（2025-05 等，与清单不符）', scenes: ['renovation-quote-sold', 'tickets-fingerprint-untold', 'tickets-tell-of-fingerprint', 'wine-shop-records-sessions', 'wine-shop-tells-of-replay'] },
  { name: '线下消费（扫码点餐、扫码停车）专项', scenes: ['hotpot-order-wants-birthday', 'hotpot-order-asks-table', 'parking-follow-first', 'parking-pays-directly'] },
  { name: '知网案；教育部求职与志愿填报提醒', scenes: ['job-form-asks-marriage', 'catalogue-email-unlisted', 'catalogue-lists-email'] },
  { name: '滴滴案（2022）', scenes: ['ride-asks-at-load', 'ride-asks-on-press', 'ride-asks-again', 'ride-asks-once'] },
  { name: '常州校园外卖、海淀教育公司（明文传输）', scenes: ['campus-meal-login-in-clear'] },
  { name: '宣城“居间助贷”', scenes: ['loan-one-tick', 'loan-sends-while-typing', 'loan-sends-on-request'] },
  { name: '房山网页被篡改跳转赌博网站', why: 'Whoever breaks in shows visitors another site; nothing is taken from them, and a redirect alone is no fault of how data is handled.' },
  { name: '上海共享充电公司获取酒店住客信息', scenes: ['hotel-gives-guests-away', 'hotel-keeps-guests-data'] },
  { name: '曲阜盗取“登录态”；黄浦伪造凭证', why: 'The theft happened on the victims’ machines. A cookie without Secure or HttpOnly makes it easier and is no violation of its own; a log-in in clear text is shown by campus-meal-login-in-clear.' },
  { name: '海南通报与整改对照；上海通管局 91 款（2023）', scenes: ['clips-before-correction', 'clips-after-correction', 'bike-club-cancel-by-post', 'bike-club-cancel-by-code', 'weather-agrees-only', 'weather-agree-or-browse', 'novel-locked-after-no', 'novel-open-after-no'] },
  { name: '湘潭医疗机构（告知缺项）；体检中心被诉过度收集（不成立）', scenes: ['clinic-id-without-reason', 'checkup-reasons-shown'] },
  { name: '工信部 2024 年第 1 批（弹窗关不掉、乱跳转、强制索权）', scenes: ['coupon-without-cross', 'coupon-six-pixel-cross', 'coupon-with-cross', 'recipe-any-touch-jumps', 'recipe-ad-on-press', 'swap-market-all-permissions', 'swap-market-permissions-apart'] },
  { name: '工信部 2024 年第 10 批（摇一摇跳转）', scenes: ['recipe-shake-jumps'] },
  { name: '浙江通报（自启动与推送）；快递面单“扫码领红包”', scenes: ['parcel-red-packet-phone-first', 'parcel-red-packet-opens'] },
  { name: '上海、江苏、广东、北京通报的工具类应用（目的、方式、范围未明示）', scenes: ['tool-policy-vague'] },
  { name: '数据出境评估未通过（未取得同意）', scenes: ['lessons-silent-on-abroad', 'lessons-tell-of-abroad'] },
];

/** What looks suspicious and is lawful, after the rule catalogue; each is kept clean by a scene. */
export const NEVER_A_VIOLATION: readonly { what: string; scenes: [string, ...string[]] }[] = [
  { what: 'Data that the service itself needs, and no more (指导性案例 266)', scenes: ['credit-buy-needed-only', 'pay-later-each-asked'] },
  { what: 'Access to one’s data on the screen instead of as a file', scenes: ['cloud-drive-access-on-screen'] },
  { what: 'Marital status asked with its medical reason shown', scenes: ['checkup-reasons-shown'] },
  { what: 'Strictly necessary first-party session cookies', scenes: ['news-notice-only', 'drive-login-own-box', 'forum-token-kept'] },
  { what: 'Captcha and payment on behalf of the site', scenes: ['order-page-pays-elsewhere', 'drive-login-own-box'] },
  { what: 'Maps and CDNs without identifiers', scenes: ['checkup-reasons-shown', 'news-notice-only'] },
  { what: 'A consent dialog closed without an answer, after which nothing is sent', scenes: ['gallery-dialog-closed-unanswered'] },
];
