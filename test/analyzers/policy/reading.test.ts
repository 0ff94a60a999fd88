import { describe, expect, it } from 'vitest';
import { readPolicy } from '../../../analyzers/policy/reading';
import { ZH } from '../../../analyzers/policy/zh';
import { cutChinese } from '../../../analyzers/policy/zh/cut';
import { foldChinese } from '../../../analyzers/policy/zh/fold';
import { documentOf } from './document';

const read = (...lines: string[]) => readPolicy(documentOf(...lines), ZH);
const pieces = (text: string): string[] => {
  let from = 0;
  return cutChinese(text).map((end) => {
    const piece = text.slice(from, end);
    from = end;
    return piece;
  });
};

describe('folding Chinese text', () => {
  it('drops spaces that stray into Chinese words and keeps those between Latin words', () => {
    expect(foldChinese('个 人 信 息 和 Android ID').text).toBe('个人信息和android id');
  });
  it('writes full-width letters and digits in half width and half-width punctuation beside Chinese in full width', () => {
    expect(foldChinese('邮箱:ＡＢＣ＠ｅ．ｃｎ,电话').text).toBe('邮箱：abc@e.cn，电话');
  });
  it('leaves the marks inside addresses alone', () => {
    expect(foldChinese('https://a.cn/x?y=1').text).toBe('https://a.cn/x?y=1');
  });
  it('reads traditional characters as their simplified forms', () => {
    expect(foldChinese('我們會蒐集您的個人資料並於終止後刪除帳號').text).toBe('我们会收集您的个人资料并于终止后删除账号');
  });
  it('reads one word under its other spellings, and the words of Hong Kong and Taiwan', () => {
    expect(foldChinese('其它資訊存於伺服器，閣下可透過設定刪除').text).toBe('其他信息存于服务器，用户可通过设置删除');
    expect(foldChinese('爭議由當事人討論，執行、諮詢與盜用').text).toBe('争议由当事人讨论，执行、咨询与盗用');
  });
  it('tells for every folded character where it stood', () => {
    const text = ' 我 们 **收集** 您的ＩＰ ';
    const { text: folded, offsets } = foldChinese(text);
    expect(folded).toBe('我们收集您的ip');
    expect([...folded].every((character, i) => foldChinese(text[offsets[i]!]!).text === character)).toBe(true);
    expect(offsets[folded.length]).toBe(text.length);
  });
});

describe('cutting into sentences', () => {
  it('cuts at full stops and semicolons and keeps the closing quotation mark', () => {
    expect(pieces('他说“可以。”然后走了；再见')).toEqual(['他说“可以。”', '然后走了；', '再见']);
  });
  it('does not cut inside an address', () => {
    expect(pieces('见 https://a.cn/?x=1;y=2 一文。')).toHaveLength(1);
  });
  it('bounds a sentence that never ends', () => {
    expect(Math.max(...pieces('收集信息，'.repeat(2_000)).map((piece) => piece.length))).toBeLessThan(1_100);
  });
});

describe('reading a policy', () => {
  it('covers the text with sentences in order', () => {
    const reading = read('# 总则', '第一句。第二句！', '- 一项；又一项');
    const { text } = reading.document;
    expect(reading.sentences.map(({ start, end }) => text.slice(start, end))).toEqual(['总则', '第一句。', '第二句！', '一项；', '又一项']);
  });
  it('knows under which heading a sentence stands, through all levels', () => {
    const reading = read('# 信息的存储', '## 地点', '存放在本市。', '# 其他', '别的话。');
    const [inside, outside] = ['存放在', '别的话'].map((words) => reading.sentences.find((s) => s.text.startsWith(words))!);
    expect(reading.under(inside!, 'store')).toBe(true);
    expect(reading.under(outside!, 'store')).toBe(false);
  });
  it('does not take headings, table-of-contents lines, definitions and quotations of law for statements', () => {
    const reading = read('# 删除您的信息', '如何删除您的信息', '删除是指使信息无法被检索的行为。', '《个人信息保护法》第四十七条规定，处理者应当主动删除个人信息。', '我们会删除您的信息。');
    expect(reading.all('delete')).toHaveLength(5);
    expect(reading.statements('delete').map((s) => s.text)).toEqual(['我们会删除您的信息。']);
  });
  it('sees that a clause denies and that its neighbour does not', () => {
    const reading = read('我们不会删除您的订单，但会删除您的手机号。');
    const [sentence] = reading.all('delete');
    const [denied, affirmed] = sentence!.hits.filter((hit) => hit.signal === 'delete');
    expect(reading.negated(sentence!, denied!)).toBe(true);
    expect(reading.negated(sentence!, affirmed!)).toBe(false);
  });
  it('does not take 不仅, 不限于 and 不时 for denials', () => {
    for (const words of ['我们不仅收集手机号', '我们不时收集手机号']) {
      const reading = read(words);
      const [sentence] = reading.all('collect');
      expect(reading.negated(sentence!, reading.hit(sentence!, 'collect')!)).toBe(false);
    }
  });
  it('gives every cell of a table the words above it', () => {
    const reading = read('| 名称 | 用途 |', '| 某统计 | 分析访问量 |');
    expect(reading.sentences[1]!.cells).toEqual([{ text: '某统计', header: '名称' }, { text: '分析访问量', header: '用途' }]);
  });
  it('finds words through spaces and letter widths, and quotes the text as it stands', () => {
    const reading = read('我们使用 Ｃ ｏｏｋｉｅ 吗？我们使用 Ｃｏｏｋｉｅ 记住登录状态。');
    const [sentence] = reading.statements('cookie');
    const { start, end } = reading.quote(sentence!);
    expect(reading.document.text.slice(start, end)).toBe('我们使用 Ｃｏｏｋｉｅ 记住登录状态。');
  });
  it('keeps quotes between 10 and 120 characters and around what was found', () => {
    const long = `${'我们重视您的权益，'.repeat(30)}保存期限为三年，${'我们重视您的权益，'.repeat(30)}`;
    const reading = read('# 短', long, '三年');
    for (const sentence of reading.sentences) {
      const { start, end } = reading.quote(sentence, reading.hit(sentence, 'time-length'));
      expect(end - start).toBeGreaterThanOrEqual(10);
      expect(end - start).toBeLessThanOrEqual(120);
    }
    const [term] = reading.statements('retention-term');
    const { start, end } = reading.quote(term!, reading.hit(term!, 'retention-term'));
    expect(reading.document.text.slice(start, end)).toContain('三年');
  });
  it('reads an empty document and one in traditional characters without failing', () => {
    expect(read().sentences).toEqual([]);
    expect(read('我們會蒐集您的個人資料。').sentences).toHaveLength(1);
  });
});

describe('lists of what is not done', () => {
  it('takes the entries of such a list for no statements', () => {
    const reading = read('我们不会收集：', '- 位置信息', '- 通讯录');
    expect(reading.all('data-concrete').length).toBe(2);
    expect(reading.statements('data-concrete')).toEqual([]);
  });
  it('takes the entries of a list of what is collected for statements', () => {
    expect(read('我们会收集：', '- 位置信息', '- 通讯录').statements('data-concrete').length).toBe(2);
  });
  it('ends with the next heading', () => {
    expect(read('我们不会收集：', '- 位置信息', '# 我们收集的信息', '- 通讯录').statements('data-concrete').length).toBe(1);
  });
});

describe('quotes of lists', () => {
  it('brings the first entries of a list with the line that opens it', () => {
    const reading = read('我们将信息用于：', '- 完成您的订单', '- 核实您的身份');
    const { start, end } = reading.quote(reading.sentences[0]!);
    expect(reading.document.text.slice(start, end)).toContain('完成您的订单');
  });
  it('leaves a whole sentence alone', () => {
    const reading = read('我们将您的手机号用于登录验证和找回密码。', '- 完成您的订单');
    const { start, end } = reading.quote(reading.sentences[0]!);
    expect(reading.document.text.slice(start, end)).toBe('我们将您的手机号用于登录验证和找回密码。');
  });
});
