import { describe, expect, it } from 'vitest';
import { DUTIES } from '../../../analyzers/policy/duties';
import { judgeLines, labelOf } from './judge-lines';

/** Wordings by what they mean, each in a few lines of its own: the label that a reader gives on them alone. */
const CASES: [duty: string, label: string, ...lines: string[]][] = [
  // keeping
  ['retention-period', 'partial', '只要为向您提供服务所需要，我们就会保留您的个人数据。'],
  ['retention-period', 'met', '# 数据保留', '我们保留您的信息：', '- 使用中的账户：只要您的账户处于活跃状态', '- 已删除的账户：最多60天'],
  ['retention-period', 'met', '我们将在游戏运营期间内保存您的个人信息。'],
  ['retention-period', 'met', '识别完成后，您上传的图片会被立即删除。'],
  ['retention-period', 'partial', '您可以要求我们注销您的账户并清除您的个人信息。'],
  ['retention-period', 'absent', '我们会收集您的手机号，用于登录。'],
  ['disposal-after-retention', 'met', '卸载本应用后，存储在设备上的数据将自动移除。'],
  ['disposal-after-retention', 'met', '若您终止使用者条款，本公司将停止处理您的资料，并进行相关档案之删除作业。'],
  ['disposal-after-retention', 'met', '访问日志自动覆盖，最多保留两周。'],
  ['disposal-after-retention', 'absent', '访问日志最多保留两周，请及时下载。'],
  ['retention-period', 'absent', '您如需查阅资料、申请注销账号，或调整您给我们的授权，都可以在设置中删除信息。'],
  // place
  ['storage-location', 'met', '您的答题结果仅保存在您的浏览器中。'],
  ['storage-location', 'met', '我们的服务位于新加坡。'],
  ['storage-location', 'partial', '您的数据存储至我们的服务器。'],
  // changes
  ['change-notice', 'partial', '本产品可能不时修改隐私政策，这些修改会反映在本政策中。'],
  ['change-notice', 'partial', '我们保留随时更新本隐私策略的权利。重大变更将通过站内信通知您。'],
  ['change-notice', 'met', '如果本政策有重大变更，我们将以适当方式通知您，并获取您的同意。'],
  // remedies, requests
  ['external-remedy', 'met', '如协商不成，双方同意将争议提交至乙方所在市人民法院。'],
  ['response-time', 'met', '一般情况下，我们将在【15】天内答复您的请求。'],
  ['complaint-channel', 'partial', '如发现用户名泄露，请您立即联络本应用客服。'],
  ['right-access-copy', 'met', '您可以通过扩展的控制面板自由地查看、编辑和删除所有任务。'],
  ['right-portability', 'met', '我们保障您对于个人信息的查询、更新、变更、导出的权利。'],
  ['right-portability', 'met', '您有权要求移植您的个人数据。'],
  ['right-deletion', 'met', '您可以（1）要求我们删除您的个人数据。如果您要行使上述权利，请通过“9.如何联系某某软件”联系我们。'],
  ['account-cancellation', 'na', '无需任何注册，用户即可访问全部页面。'],
  ['account-cancellation', 'absent', '您注册账号时需要提供手机号。'],
  // consent
  ['consent-withdrawal', 'met', '您可以随时在设备设置中关闭云同步。'],
  ['consent-withdrawal', 'partial', '您可以按短信指引选择退订。'],
  ['consent-withdrawal', 'absent', '如果我们停止运营，将及时停止收集您个人信息的活动。'],
  ['consent-withdrawal', 'met', '- 可在设置中停用语音识别功能'],
  ['consent-withdrawal', 'met', '您可以要求我们停止转发您的留言，请发邮件至 a@example.com。'],
  ['consent-withdrawal', 'partial', '您可以要求我们停止转发您的留言。'],
  ['refusal-without-penalty', 'met', '智能分类（可选功能）会读取页面标题。'],
  ['refusal-without-penalty', 'partial', '您可以拒绝保存凭证，但相应查询功能可能不可用。'],
  // safety, people in charge
  ['security-measures', 'partial', '我们努力对信息进行适当管理，以防止泄露、丢失、篡改。'],
  ['officer-contact', 'partial', '您的个人信息会由专门的管理责任者保管。'],
  ['officer-contact', 'partial', '我们建立了专门的管理制度、流程和组织，以保障个人信息安全。'],
  ['handler-contact', 'partial', '联系我们：[请填写您的客服邮箱]'],
  ['handler-contact', 'met', '如有疑问，请通过以下方式联系我们：', '- 应用内反馈功能'],
  // others
  ['sdk-list', 'met', '我们向第三方共享的信息种类和目的，详见《第三方共享个人信息清单》。'],
  ['sdk-list', 'partial', '我们的第三方合作伙伴，可能通过放置安全的Cookie收集您的信息。'],
  ['sharing-separate-consent', 'partial', '获得您的同意后，我们会向合作方提供您的信息，法律规定的以及授权合作伙伴单独取得您同意的除外。'],
  ['entrusted-processing', 'met', '我们督促第三方服务商按照本政策处理您的信息并严格保密。'],
  ['purposes', 'met', '我们收集您填写的信息。', '# 信息的使用目的', '- 核心功能：保存和管理书签', '- 搜索功能：提供书签搜索', '- 体验：优化界面显示', '- 客服：答复您的提问'],
  ['purposes', 'met', '我们收集的信息仅用于实现公会频道与语音房之间的留言互通，不会用于任何其他用途。'],
  ['purposes', 'partial', '我们收集的信息仅用于改善服务质量，不会用于任何其他用途。'],
  ['sdk-list', 'partial', '有的第三方会把Cookie设置在我们的网页上，以统计访问量。'],
  ['sdk-list', 'na', '您可以拒绝我们的Cookie设置。'],
  ['sdk-list', 'partial', '本应用会使用可能识别您身份的第三方服务。'],
  ['right-correction', 'partial', '您有权访问，纠正，删除和移植自己的资料。'],
  ['recipients-named', 'met', '以下是本应用所用第三方服务提供商的隐私政策：', 'AdMob广告', '友盟'],
  ['recipients-named', 'partial', '《某某隐私政策》（以下简称“本政策”）说明我们如何处理信息。', '我们可能向第三方服务商提供您的信息。'],
  ['recipients-named', 'partial', '《腾讯隐私政策》（以下简称“本政策”）说明我们如何处理信息。', '我们可能向第三方服务商提供您的信息。'],
  ['recipients-named', 'partial', '我们会收集您的留言，并将其同步至公会频道，供频道内全体成员查看。'],
  ['public-disclosure', 'partial', '留言一经同步，即成为公开信息。'],
  ['public-disclosure', 'partial', '我们可能会根据您的同意将您的个人数据披露给第三方。'],
  ['sharing-separate-consent', 'partial', '除用户自行启用的翻译服务外，我们不与任何第三方共享数据。'],
  ['sharing-separate-consent', 'met', '我们不会公开披露您的信息，也不会向合作伙伴分享您的信息，除非经您单独同意。'],
  ['entrusted-processing', 'met', '我们与供应商共享个人数据。这些公司必须遵守我们的安全要求。'],
  ['entrusted-processing', 'absent', '我们与关联公司共享您的信息，用于改善服务。'],
  ['overseas-separate-consent', 'absent', '我们基于客户的许可（例如与第三方共享信息用于广告）处理数据。我们可能将您的个人数据传输到境外。'],
  ['overseas-separate-consent', 'partial', '未经您同意，我们不会与第三方分享您的信息。我们可能将您的个人数据传输到境外。'],
  ['sensitive-identified', 'absent', '# 我们收集的信息', '- 所在地（经纬度）', '# 其他', '我们感谢您的支持。'],
  ['sensitive-identified', 'na', '# 我们收集的信息', '- 所在城市', '# 其他', '我们感谢您的支持。'],
  ['sensitive-separate-consent', 'absent', '我们收集您的身份证号。在法律法规允许的范围内，我们会从公开渠道获取信息。'],
  ['sensitive-separate-consent', 'partial', '我们收集您的身份证号。经您同意，我们会从公开渠道获取信息。'],
  ['collection-means', 'met', '# 收集方式', '- 用户在面板中填写选项时收集设置信息', '- 通过页面脚本提取公开的元数据信息'],
  // children
  ['minors-guardian-consent', 'partial', '建议家长监督和指导孩子使用本应用，孩子尚未成年。'],
  ['minors-guardian-consent', 'partial', '如果您是监护人，并发现您的孩子向我们提供了信息，请联系我们。'],
  // clauses
  ['flag-all-or-nothing', 'none', '如您的监护人不同意您使用本服务或向我们提供信息，请您停止使用，本政策另有说明。'],
  ['flag-all-or-nothing', 'present', '您对修改后的协议有异议的，请立即停止登录、使用本软件。'],
  ['flag-all-or-nothing', 'none', '如果您不接受本政策，您将无法使用本网站除浏览功能以外的其他功能。'],
  ['flag-open-ended-collection', 'none', '如果我们要额外收集未提及的其他个人信息，我们会另行征得您的同意。'],
  ['flag-open-ended-collection', 'none', '您提供数据之前需要了解的其他相关详细信息，见下文。'],
  ['flag-open-ended-collection', 'present', '我们可能还会收集和使用其他儿童个人信息。'],
  ['flag-open-ended-collection', 'none', '个人信息：以电子或者其他方式记录的与自然人有关的各种信息，包括但不限于姓名、电话号码等。'],
  ['flag-open-ended-collection', 'present', '当您访问和使用本网站时，我们自动记录您的终端信息（包括但不限于屏幕和字体）。'],
  ['flag-exceptions-beyond-law', 'present', '如果我们确定您严重违反本平台相关协议及规则，我们可能披露关于您的个人信息。'],
  ['flag-exceptions-beyond-law', 'present', '我们不会向第三方披露您的信息，除非：', '- 保护我们的合法权益'],
  ['flag-exceptions-beyond-law', 'none', '我们不会向第三方披露您的信息，除非：', '- 法律法规要求'],
  ['flag-liability-disclaimer', 'none', '如您将信息公开，由此造成信息泄露的，我们不承担责任。'],
  ['flag-implied-consent', 'present', '您主动向我们提供照片的，例如在社区中发布，表示您已经同意我们收集和使用该照片。'],
  ['flag-implied-consent', 'present', '您在本频道的发言即视为您已同意本政策。'],
  // small programs that keep all on the device, and short texts
  ['storage-location', 'met', '您的账目数据始终停留在您的手机上。'],
  ['storage-location', 'met', '您的记录保存在加密的服务器上，位于中华人民共和国境内。'],
  ['storage-location', 'met', '本扩展使用浏览器提供的本地存储保存配置数据。'],
  ['disposal-after-retention', 'met', '账户删除后，我们保留必要的交易记录，其他个人信息将被删除或匿名化。'],
  ['disposal-after-retention', 'met', '生日只用于排盘，计算完成后立即删除。'],
  ['disposal-after-retention', 'absent', '如发现未成年人使用本平台，我们会停止服务并删除其个人信息。'],
  ['account-cancellation', 'na', '我们没有用户账号体系，不收集您的密码。登录网盘由您自行完成。'],
  ['account-cancellation', 'na', '我们不会要求你注册账号。'],
  ['account-cancellation', 'na', '注册地址：江北市某路1号。注销相关权限：本游戏不申请权限。'],
  ['account-cancellation', 'met', '当你在 App 内发起删除账号后，资料会被清空。您需要登录。'],
  ['account-cancellation', 'met', '# 您的权利', '您享有以下权利：', '- 删除权：要求删除您的账户和数据', '如需行使上述权利，请联系：a@example.com'],
  ['right-access-copy', 'met', '# 数据管理', '- 查看 / 修改 / 删除单条记录：在应用内对应页面操作。'],
  ['right-correction', 'met', '# 数据管理', '- 查看 / 修改 / 删除单条记录：在应用内对应页面操作。'],
  ['right-access-copy', 'absent', '开发者无法访问、查看或保存用户存储在网盘中的任何数据。'],
  ['right-access-copy', 'absent', '我们采用安全措施防止未经授权的访问、使用、复制、修改您的个人信息。'],
  ['right-deletion', 'absent', '我们不收集信息，因此不存在查询、删除、更正个人信息的情况。'],
  ['refusal-without-penalty', 'met', '撤销该权限后应用仍可启动，但无法展示日程。'],
  ['refusal-without-penalty', 'met', '如您不希望内容离开本机，请始终使用默认的普通模式。'],
  ['change-notice', 'met', '若本政策变更，我们将在变更前于应用内明显位置提示，并再次征得您的同意。'],
  ['change-notice', 'partial', '在我们对隐私策略进行重大更改时，我们将通过适当的方式通知您。'],
  ['change-notice', 'partial', '政策变更时我们会发送短信通知您。如果关联公司改变本政策所述的目的，共享前将再次征求您的同意。'],
  ['cookies-disclosed', 'na', '我们不会收集以下信息：', '- 浏览历史', '- Cookies、密码'],
  ['cookies-control', 'na', '我们不会收集以下信息：', '- 浏览历史', '- Cookies、密码'],
  ['data-categories', 'met', '# 我们收集的数据', '- 注册时的个人信息（姓名、电子邮件）。'],
  ['data-categories', 'met', '为了提供服务，我们可能会收集您的个人信息。个人信息是指能够识别您的信息，包括但不限于您的姓名、电话号码、身份证号码等。'],
  ['collection-means', 'partial', '用户授权：获得您的同意后我们才提供您的信息给第三方。使用时，我们自动记录日志信息。'],
  ['recipients-named', 'partial', '本应用包含导向第三方网站的链接，请在点击链接后阅读其隐私政策。', '我们可能向第三方服务商提供您的信息。'],
  ['recipients-detail', 'partial', '我们不会向第三方提供您的信息，受信任的基础设施合作伙伴除外。'],
  ['recipients-detail', 'met', '我们向云服务商提供您的手机号，用于发送验证码。服务商对数据的使用，遵循其各自的隐私政策。'],
  ['recipients-detail', 'partial', '我们向合作伙伴提供您的手机号，用于发货。', '关于我们：江北某某科技有限公司，注册地址：江北市某区某路1号，联系邮箱：a@example.com'],
  ['entrusted-processing', 'partial', '我们不会向第三方提供您的信息，受信任的基础设施合作伙伴除外。'],
  ['entrusted-processing', 'partial', '除以下情况外，我们不会与第三方共享您的个人信息：', '- 为完成支付而与支付处理商共享'],
  ['sharing-separate-consent', 'partial', '本扩展会调用您自行配置的第三方模型，您输入的内容将发送至该服务商。'],
  ['sdk-list', 'na', '# 第三方 SDK', '本应用未集成任何第三方统计或广告 SDK。'],
  ['sensitive-identified', 'na', '应用不会向第三方提供用于跟踪像素或指纹技术的数据。'],
  ['sensitive-necessity-impact', 'partial', '# 信息收集', '为了提供训练服务，我们会收集以下信息：', '- 健康信息：与训练相关的健康信息，包括视力状况'],
  ['automated-decision-opt-out', 'partial', '我们可能会向您发送营销信息（如果您同意接收此类信息）。'],
  ['handler-identity', 'partial', '感谢您使用本软件。', '经营主体：[待填写]'],
  ['flag-exceptions-beyond-law', 'present', '我们不会向第三方分享您的信息，除非：', '- 为了保护我们的合法权益，或在紧急情况下保护公众的安全。'],
  ['flag-exceptions-beyond-law', 'present', '我们不会未经您同意向第三方共享您的信息，除非：', '- 保护用户或他人的合法权益'],
  ['flag-exceptions-beyond-law', 'present', '在以下情况下我们披露信息：', '- 如您出现违反法律或者本应用服务协议的情况，需要向第三方披露；'],
];

describe('a wording is read by its meaning', () => {
  it.each(CASES)('%s is %s: %s', (id, label, ...lines) => {
    expect(labelOf(DUTIES.find((duty) => duty.id === id)!, ...lines)).toBe(label);
  });
});

/** Where several passages speak of a duty: the one that a lawyer would mark, and a word of one that must not be shown. */
const PASSAGES: [duty: string, shown: string, not: string, ...lines: string[]][] = [
  ['entrusted-processing', '要求这些公司', '接收方继续遵守', '我们可能接入服务商的SDK。我们将要求这些公司不会将您的个人信息用于其他目的。', '发生合并时，我们会告知您接收方的名称并要求接收方继续遵守本政策。'],
  ['data-categories', '剧本标题', '浏览器提供', '# 我们收集的信息', '- 剧本标题、标签、封面图、道具清单、排练场地、演出时间', '# 安全', '- 采用浏览器提供的安全机制', '- 昵称可以隐藏', '- 头像可以隐藏', '- 邮箱：a@example.com'],
  ['purposes', '识别身份', '十天内回复', '# 使用目的', '- 识别身份并登录账号', '- 用于适配不同设备', '- 为您提供排班服务', '- 用于排查问题', '我们会为您提供帮助，在收到您的信息后十天内回复。'],
  ['handler-identity', '维护者', '感谢', '感谢您使用本服务。我是本服务的个人维护者（某某）。请您仔细阅读以下条款。'],
  ['purposes', '回应您的咨询', '更新日期', '我们会不时调整信息的更新日期，以便您查阅。', '我们仅将这些信息用于回应您的咨询、介绍课程。'],
  ['automated-decision-opt-out', '不希望接收个性化广告', '取消订阅', '我们会向您推送广告短信，您可以按照我们的提示，选择取消订阅。', '我们向您展示个性化广告。如您不希望接收个性化广告，可以根据产品中的指引进行关闭。'],
];

describe('the passage that proves most is shown first', () => {
  it.each(PASSAGES)('%s: %s, not %s', (id, shown, not, ...lines) => {
    const [first] = judgeLines(DUTIES.find((duty) => duty.id === id)!, ...lines).quoted;
    expect(first).toContain(shown);
    expect(first).not.toContain(not);
  });
});
