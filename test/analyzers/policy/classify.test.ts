import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { classifyDocument } from '../../../analyzers/policy/classify';
import { extractDocument } from '../../../analyzers/policy/extract';
import { documentOf } from './document';

const parse = (html: string) => parseHTML(html).document as unknown as Document;

function kindOf(text: string, mediaType = 'text/plain'): string {
  const origin = { url: 'a', finalUrl: 'a', fetchedAt: 0, source: { mediaType, charset: 'utf-8', bytes: 0, sha256: '' } };
  const kind = classifyDocument(extractDocument(text, origin, parse));
  return kind.kind === 'failure' ? kind.reason : kind.kind;
}

describe('what a document is', () => {
  it('a policy of a single promise is a policy', () => {
    expect(kindOf('隐私政策\n本应用不会收集您的任何个人信息。')).toBe('policy');
  });

  it('a policy without a title is known by the name it gives itself', () => {
    expect(kindOf('欢迎使用青禾课堂的服务！您应当阅读并遵守本《隐私政策》（以下简称“本政策”）。\n\n1. 青禾课堂在提供服务时可能会收集用户信息，用于点名。\n\n2. 用户的账号、密码属于保密信息，青禾课堂应当采取措施保护其安全。')).toBe('policy');
  });
  it('rules without a title are a policy by what they promise', () => {
    expect(kindOf('我们会收集您的手机号码用于登录。\n我们不会向第三方提供您的个人信息。\n您可以随时删除您的个人信息。')).toBe('policy');
  });

  it('an agreement with a chapter on personal information is a combined page', () => {
    expect(kindOf('用户协议\n一、服务内容\n本协议约定服务内容。\n二、个人信息保护\n我们会收集您的手机号码用于登录。\n我们不会向他人提供您的个人信息。\n我们会采取措施保护您的个人信息安全。\n三、争议\n协商解决。')).toBe('combined');
  });

  it('an agreement that only mentions privacy is another document', () => {
    expect(kindOf('会员服务协议\n一、总则\n用户应提供真实的个人信息。\n二、行为\n用户不得侵犯他人隐私权。\n三、争议\n由法院管辖。')).toBe('other-document');
  });

  it('a report on privacy is another document', () => {
    expect(kindOf('多款应用被通报\n记者近日获悉，有关部门通报了多款应用。\n报道称这些应用未经用户同意收集个人信息。\n专家表示，用户应当留意手机号被读取。\n来源：日报')).toBe('other-document');
  });

  it('a help page on accounts is another document or has no rules', () => {
    expect(['other-document', 'no-rules']).toContain(kindOf('如何修改手机号\n进入设置，点击手机号。\n输入验证码，您的手机号即更新。\n点击清空可删除您的浏览记录。'));
  });

  it('a page that scripts fill is a shell, an empty one is empty', () => {
    expect(kindOf('<html><head></head><body><div id="app"></div><script src="a.js"></script></body></html>', 'text/html')).toBe('shell');
    expect(kindOf('<html><head></head><body></body></html>', 'text/html')).toBe('empty');
  });

  it('a page that leads on to another, or shows its text as pictures, was not read; a polite 404 was', () => {
    const html = (head: string, body: string) => kindOf(`<html><head><title>隐私政策</title>${head}</head><body>${body}</body></html>`, 'text/html');
    expect(html('<meta http-equiv="refresh" content="0; url=/privacy/v2.html">', '正在跳转')).toBe('shell');
    expect(html('<meta http-equiv="refresh" content="600; url=/">', '正在完善')).toBe('no-rules');
    expect(html('', '<h1>隐私政策</h1><img src="1.jpg" width="800"><img src="2.jpg">')).toBe('not-text');
    expect(html('', '<img src="logo.png"><p>内容正在完善</p>')).toBe('no-rules');
    expect(html('', '<img src="lost.jpg"><p>您访问的页面不存在</p>')).toBe('no-rules');
  });

  it('a test for robots and a site under repair are not the policy', () => {
    expect(kindOf('<html><body><p>请拖动滑块完成安全验证</p></body></html>', 'text/html')).toBe('blocked');
    expect(kindOf('<html><body><p>系统维护中，请稍后再来</p></body></html>', 'text/html')).toBe('other-document');
  });

  it('what says that there is nothing is no shell, though scripts run on it', () => {
    const page = (body: string, head = '') => kindOf(`<html><head>${head}</head><body>${body}<script src="a.js"></script></body></html>`, 'text/html');
    expect(page('<p>您访问的页面不存在，三秒后返回首页</p>', '<meta http-equiv="refresh" content="3;url=/">')).toBe('no-rules');
    expect(page('<h1>隐私政策</h1><p>正在完善中，敬请期待</p>')).toBe('no-rules');
    expect(page('<p>加载中</p>')).toBe('shell');
    expect(page('<div id="app">页面不存在</div>')).toBe('shell');
  });

  it('text without personal information has no rules', () => {
    expect(kindOf('今日菜单\n红烧肉、清蒸鱼、时令蔬菜。\n营业到晚上九点。')).toBe('no-rules');
  });
});

describe('texts about privacy that are nobody\'s policy', () => {
  const kindOf = (...lines: string[]) => {
    const document = documentOf(...lines);
    return classifyDocument({ ...document, title: lines[0]!.replace(/^# /, '') });
  };
  const OTHER = { kind: 'failure', reason: 'other-document' };

  it('the text of a law', () => {
    expect(kindOf(
      '# 青禾省个人信息保护条例', '第一条 为了保护个人信息权益，规范个人信息处理活动，制定本条例。', '第二条 个人信息处理者收集个人信息，应当取得个人的同意。',
      '第三条 个人信息处理者向他人提供个人信息的，应当告知接收方的名称。', '第四条 个人有权查阅、复制、更正、删除其个人信息。', '第五条 本条例自2030年1月1日起施行。',
    )).toEqual(OTHER);
  });

  it('a template with gaps, though a policy that forgot one gap is a policy', () => {
    const lines = (company: string, mail: string, place: string) => ['# 隐私政策', `${company}（以下简称“我们”）保护您的个人信息。`, '我们会收集您的手机号码，用于登录。', `您可以通过${mail}联系我们删除您的个人信息。`, `我们将您的个人信息存储在${place}。`];
    expect(kindOf(...lines('【公司名称】', '[邮箱地址]', '【存储地点】'))).toEqual(OTHER);
    expect(kindOf(...lines('杭州青禾网络科技有限公司', '[邮箱地址]', '中国境内'))).toEqual({ kind: 'policy' });
  });

  it('a help page that answers questions of its users', () => {
    expect(kindOf(
      '# 帮助中心：账号与隐私', '如何修改手机号码？', '您可以在设置中修改绑定的手机号码，修改时需要验证原手机号码。', '如何删除浏览记录？', '打开历史，点击清空，即可删除您的浏览记录。',
      '怎样注销账号？', '在设置中提交申请，我们会处理您的请求，注销后您的个人信息将被删除。',
    )).toEqual(OTHER);
  });

  it.each<[string, ...string[]]>([
    ['notes on the law', '# 告知与同意：法律要点', '个人信息处理者应当以显著方式告知处理目的。', '处理敏感个人信息应当取得个人的单独同意。', '任何组织不得非法收集、使用他人个人信息。', '未公开收集使用规则的，可被认定为违法行为。', '主管部门可以责令个人信息处理者删除个人信息。'],
    ['a guide to publishing a policy', '# 隐私政策部署说明', '将 privacy.html 上传到仓库根目录。', '进入仓库设置，打开 Pages，选择 main 分支并保存。', '在应用市场后台填写隐私政策链接，链接必须使用 HTTPS。', '如应用更新后收集了新的用户数据，需要同步更新隐私政策。'],
    ['a README that mentions privacy', '# 笔记助手', '一个本地优先的笔记应用。', '## 功能', '支持标签、搜索与导出，数据保存在本地。', '## 安装', '运行 npm install 后执行 npm start。', '## 隐私', '隐私政策见 docs/privacy.md。'],
    ['a changelog', '# 更新日志', '## 2.3.0', '新增：登录页增加隐私政策弹窗。', '修复：修改手机号码后无法收到验证码的问题。', '优化：启动时不再读取设备标识。', '## 2.2.0', '新增：注销账号入口。'],
    ['a log-in page', '# 登录', '手机号码', '请输入验证码', '登录即代表您已阅读并同意《用户协议》和《隐私政策》', '忘记密码', '注册账号'],
    ['an agreement that protects passwords', '# 用户服务协议', '您注册成功后获得账号的使用权，账号禁止转让、出借。', '您应妥善保管账号和密码，因保管不善造成的损失由您承担。', '您不得利用本平台发布违法信息。', '本平台有权随时变更、中断或终止部分服务。', '本平台内容的知识产权归本公司所有。', '我们尊重您的隐私，具体见《隐私政策》。'],
    ['a course on drafting policies', '# 如何撰写隐私政策', '隐私政策应当说明收集哪些个人信息。', '第一步，列出产品收集的手机号码、位置信息。', '第二步，写明保存期限，例如“我们仅在必要期限内保存您的个人信息”。', '第三步，写明用户如何查阅、更正和删除个人信息。', '记者了解到，不少企业照抄模板。'],
    ['news of a ruling', '# 某应用因隐私问题被通报', '据悉，该应用未经用户同意收集个人信息。', '记者发现，其隐私政策没有说明第三方共享情况。', '工信部通报要求其限期整改。', '专家表示，用户有权删除个人信息。', '责编：青禾'],
  ])('%s', (_what, ...lines) => {
    expect(kindOf(...lines)).toMatchObject({ kind: 'failure' });
  });

  it('but a policy with questions as headings is one', () => {
    expect(kindOf(
      '# 隐私政策', '# 我们如何收集您的信息？', '我们会收集您的手机号码，用于登录。', '# 我们如何使用您的信息？', '我们使用您的手机号码向您发送验证码。', '# 如何联系我们？', '您可以写信给我们，查阅、更正或删除您的个人信息。',
    )).toEqual({ kind: 'policy' });
  });
});
