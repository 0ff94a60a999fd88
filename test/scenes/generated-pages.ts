/** Pages that are too large or too odd to keep as files. Each maker takes one amount and always gives the same bytes. */

const FILLER = '今天的菜谱讲一碗清汤面：面要宽水煮，汤要小火吊，青菜最后下锅，出锅前点几滴香油。';

function page(title: string, body: string): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;
}

/** A readable page of at least `bytes` bytes with a footer that links to /privacy.html. */
function longPage(bytes: number): Buffer {
  const paragraph = `<p>${FILLER}</p>\n`;
  const count = Math.ceil(bytes / Buffer.byteLength(paragraph));
  return Buffer.from(page('长文阅读', `<h1>一万碗面</h1>${paragraph.repeat(count)}<footer><a href="/privacy.html">隐私政策</a></footer>`));
}

/** A privacy policy of at least `bytes` bytes: real rules at the top, then the same harmless clause again and again. */
function longPolicy(bytes: number): Buffer {
  const head = '<h1>隐私政策</h1><p>我们收集您的手机号码，用于创建账号。个人信息处理者为长卷信息技术有限公司，联系邮箱 privacy@juan.test。</p>';
  const clause = '<p>我们会对您的个人信息采取加密存储和访问控制措施，账号注销后七日内删除。</p>\n';
  return Buffer.from(page('隐私政策', head + clause.repeat(Math.ceil(bytes / Buffer.byteLength(clause)))));
}

/** `depth` elements inside each other, a form at the bottom of them. */
function deepPage(depth: number): Buffer {
  const form = '<form><label>手机号 <input name="phone" type="tel"></label><button>提交</button></form><a href="/privacy.html">隐私政策</a>';
  return Buffer.from(page('层层叠叠', '<div>'.repeat(depth) + form + '</div>'.repeat(depth)));
}

/** One form with `count` text fields. */
function manyFields(count: number): Buffer {
  const rows = Array.from({ length: count }, (_, i) => `<label>第 ${i + 1} 项备注 <input name="note${i + 1}"></label><br>`);
  return Buffer.from(page('超长登记表', `<h1>物料登记</h1><form>${rows.join('\n')}<button>保存</button></form><footer><a href="/privacy.html">隐私政策</a></footer>`));
}

/** `bytes` bytes that are no text: a fixed pseudo-random sequence with NUL bytes in it. */
function binary(bytes: number): Buffer {
  const out = Buffer.alloc(bytes);
  let state = 0x2545f491;
  for (let i = 0; i < bytes; i += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    out[i] = i % 7 === 0 ? 0 : state >>> 24;
  }
  return out;
}

/** A small valid PDF whose one page says a sentence; `copies` repeats the sentence. */
function pdf(copies: number): Buffer {
  const text = Array.from({ length: copies }, (_, i) => `BT /F1 14 Tf 60 ${760 - i * 20} Td (Privacy policy of this shop, page kept as PDF) Tj ET`).join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let out = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = out.length;
    out += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = out.length;
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  out += offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  out += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(out, 'latin1');
}

/** Makers by the name `scene.json` uses, with the media type each is sent as unless the scene says otherwise. */
export const GENERATORS: Record<string, { make: (amount: number) => Buffer; mediaType: string }> = {
  'long-page': { make: longPage, mediaType: 'text/html; charset=utf-8' },
  'long-policy': { make: longPolicy, mediaType: 'text/html; charset=utf-8' },
  'deep-page': { make: deepPage, mediaType: 'text/html; charset=utf-8' },
  'many-fields': { make: manyFields, mediaType: 'text/html; charset=utf-8' },
  binary: { make: binary, mediaType: 'text/html; charset=utf-8' },
  pdf: { make: pdf, mediaType: 'application/pdf' },
};
