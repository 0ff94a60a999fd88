import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { layOut } from '../../analyzers/policy/pdf-layout';
import { readPolicyFile } from '../../cli/read-file';
import { smallPdf } from './small-pdf';

let folder = '';
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'mingshi-')); });
afterEach(() => rmSync(folder, { recursive: true }));

async function read(bytes: Uint8Array) {
  writeFileSync(join(folder, 'a.pdf'), bytes);
  const reading = await readPolicyFile(join(folder, 'a.pdf'), 0);
  if (reading.status === 'failed') return reading.reason;
  const { blocks, text } = reading.document;
  return blocks.map((block) => `${block.kind}: ${text.slice(block.start, block.end)}`);
}

describe('a PDF', { timeout: 30_000 }, () => {
  it('becomes headings by size, paragraphs whose wrapped lines are joined, and table rows by their gaps', async () => {
    const lines = [
      { text: '隐私政策', y: 780, size: 20 },
      { text: '我们会收集您的手机号码，用于登录与验证身份；我们还会收集设备型', y: 740 },
      { text: '号，用于排查故障。', y: 722 },
      { text: '更新日期：2025年3月1日', y: 704 },
      { text: '名称', y: 670 }, { text: '目的', x: 200, y: 670 }, { text: '信息', x: 330, y: 670 },
      { text: '云推工具', y: 650 }, { text: '推送消息', x: 200, y: 650 }, { text: '设备标识', x: 330, y: 650 },
      { text: '联系我们：privacy@example.cn', y: 610 },
    ];
    expect(await read(smallPdf([lines]))).toEqual([
      'heading: 隐私政策',
      'paragraph: 我们会收集您的手机号码，用于登录与验证身份；我们还会收集设备型号，用于排查故障。',
      'paragraph: 更新日期：2025年3月1日',
      'table-row: 名称\t目的\t信息',
      'table-row: 云推工具\t推送消息\t设备标识',
      'paragraph: 联系我们：privacy@example.cn',
    ]);
  });

  it('loses its page numbers and running heads, and a sentence goes on over the page', async () => {
    const head = { text: '某某公司隐私政策（内部编号七）', y: 810, size: 9 };
    const full = '我们会收集您的手机号码，用于登录与验证身份，并在您注销之后删除';
    const pages = [
      [head, { text: full, y: 700 }, { text: '1 / 3', x: 280, y: 40 }],
      [head, { text: '您的个人信息。', y: 740 }, { text: full, y: 700 }, { text: '2 / 3', x: 280, y: 40 }],
      [head, { text: '以及日志。', y: 740 }, { text: '3 / 3', x: 280, y: 40 }],
    ];
    expect(await read(smallPdf(pages))).toEqual([`paragraph: ${full}您的个人信息。`, `paragraph: ${full}以及日志。`]);
  });

  it('writes the characters that its font mistakes for radicals', () => {
    const piece = { text: '⽤⼾的⼿机号码用于附近⻔店', x: 0, y: 700, width: 200, height: 12 };
    expect(layOut([[piece]]).map((block) => block.text)).toEqual(['用户的手机号码用于附近门店']);
  });

  it.each([
    ['of pictures only', () => smallPdf([[]])],
    ['with a password', () => smallPdf([[{ text: '隐私政策', y: 700 }]], true)],
    ['that is broken', () => new TextEncoder().encode(`%PDF-1.7\n${'垃圾'.repeat(200)}`)],
  ])('%s is told as unreadable, not as a missing policy', async (_name, bytes) => {
    expect(await read(bytes())).toBe('pdf');
  });
});
