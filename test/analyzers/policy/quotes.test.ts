import { describe, expect, it } from 'vitest';
import { analyzePolicy } from '../../../analyzers/policy/analyze';
import { documentOf } from './document';

const quotesOf = (duty: string, ...lines: string[]): string[] => analyzePolicy(documentOf(...lines), { id: 'a', lang: 'zh-CN' }).duties[duty]!.quotes;

describe('which passages prove an answer', () => {
  it('shows an entry together with the line that opens its list', () => {
    const quotes = quotesOf('sharing-separate-consent', '# 隐私政策', '## 信息共享', '除以下情况外，我们不会与第三方共享您的个人信息：', '- 获得您的明确同意', '- 为提供支付服务而与支付处理商共享');
    expect(quotes.some((quote) => quote.includes('不会与第三方共享') && quote.includes('获得您的明确同意'))).toBe(true);
  });
  it('shows that line as a quote of its own before a later entry', () => {
    const quotes = quotesOf('flag-exceptions-beyond-law', '# 隐私政策', '## 信息共享', '以下情形中，共享您的个人信息无需事先征得您的授权同意：', '- 与国家安全有关的', '- 与犯罪侦查有关的', '- 学术研究机构开展统计');
    expect(quotes[0]).toContain('无需事先征得您的授权同意');
    expect(quotes.some((quote) => quote.includes('学术研究'))).toBe(true);
  });
  it('prefers the sentence that says what the data just named are for', () => {
    const quotes = quotesOf('purposes', '# 隐私政策', '## 我们如何收集和使用您的信息', '当您注册账号时，您需要向我们提供手机号码、昵称和密码。', '我们收集这些信息是为了帮助您完成注册并保障账号安全。', '当您下单时，我们会收集收货地址、姓名和电话，以便送达商品。', '当您联系客服时，我们会收集您的账号、聊天记录和图片，以便核实问题。', '为了分析故障，我们会收集设备型号、系统版本和日志。', '为了推荐内容，我们会收集浏览记录和位置信息。');
    expect(quotes[0]).toContain('收集这些信息是为了');
  });
  it('shows no purpose of sharing or of cookies while the text tells those of collecting', () => {
    const quotes = quotesOf('purposes', '# 隐私政策', '## 我们如何收集和使用您的信息', '我们收集您的手机号码，用于登录验证。', '我们收集您的收货地址，用于配送商品。', '我们收集设备型号，用于适配界面。', '## 我们如何共享您的信息', '我们向支付机构提供订单号、姓名、手机号码和银行卡号，用于完成支付。', '## Cookie', '我们使用 Cookie 收集浏览记录、设备型号和 IP 地址，用于分析流量。');
    expect(quotes.join('')).not.toMatch(/支付机构|Cookie/);
  });
  it('shows for the ways of collecting what is given, what comes by itself and what others give', () => {
    const quotes = quotesOf('collection-means', '# 隐私政策', '## 我们收集的信息', '您注册时需要向我们提供手机号码和昵称。', '在您使用服务时，我们会自动收集设备型号、IP地址和日志。', '我们会从第三方平台获取您的头像和昵称。', '## Cookie', '我们会自动收集 Cookie 中的设备型号、IP地址、浏览器类型和位置。');
    expect(quotes).toHaveLength(3);
    expect(quotes.join('')).not.toContain('Cookie 中');
  });
  it('shows below a heading what is said of its matter', () => {
    const [quote] = quotesOf('right-portability', '# 隐私政策', '## 5.3 复制、转移您的个人信息', '您可以发送邮件至 a@b.cn，我们核实身份后会向您提供。');
    expect(quote).toMatch(/复制、转移您的个人信息\s+您可以发送邮件/);
  });
  it('shows a long list as far as there is room, not only the words that open it', () => {
    const kinds = Array.from({ length: 40 }, (_, i) => `设备型号${i}`).join('、');
    const quotes = quotesOf('data-categories', '# 隐私政策', `我们会收集您的设备信息，包括：手机号码、IP地址、MAC地址、${kinds}。`);
    expect(quotes[0]).toContain('IP地址');
    expect(quotes[0]!.length).toBeGreaterThan(60);
  });
  it('goes on where a passage shown before ends, instead of showing it twice', () => {
    const quotes = quotesOf('right-portability', '# 隐私政策', '## 5.3 复制、转移您的个人信息', '您可以发送邮件至 a@b.cn，申请获取您的个人信息副本，我们在核实您的身份之后，会在十五个工作日之内以通用的、机器可读的电子格式向您提供，您也可以请求我们将您的个人信息转移至您指定的个人信息处理者，我们会在符合国家网信部门规定的条件时为您提供转移的途径。');
    expect(new Set(quotes).size).toBe(quotes.length);
    expect(quotes.join('')).toContain('转移至您指定的个人信息处理者');
  });
  it('shows of a long sentence the clause that decides, not one that denies', () => {
    const [quote] = quotesOf('sensitive-separate-consent', '# 隐私政策', '我们会收集您的身份证号用于实名认证。', '您同意本政策表示您已了解应用提供的全部功能以及这些功能运行所需的必要个人信息的种类和用途，并给予相应的收集和使用的授权，但并不代表您已单独同意开启附加功能，相关附加功能的开启、处理非必要个人信息以及处理身份证号等敏感个人信息，我们会根据您的实际使用情况单独征求您的同意。');
    expect(quote).toContain('单独征求您的同意');
  });
  it('names the company that gets the data rather than a link to a list', () => {
    const quotes = quotesOf('recipients-named', '# 隐私政策', '## 信息共享', '您可点击此处查看共享情况说明。', '为完成配送，我们会向提供物流信息系统和技术服务的示例供应链管理有限公司提供您的收货地址和手机号码。');
    expect(quotes[0]).toContain('示例供应链管理有限公司');
  });
});
