/** The list of scenes that a person opens to click around. */
import { translate } from '../../locales/cli';
import type { SceneRequest, SceneResponse } from './http';
import type { Scene } from './scene';

type Group = 'fault' | 'doubt' | 'clean' | 'bad-input';

const GROUPS: readonly [Group, string, string, string][] = [
  ['fault', '有问题的网站', 'Sites with faults', '打开后看红色的“疑似”和它的证据。'],
  ['doubt', '要人判断的网站', 'Sites for a person to weigh', '不指控，只说明哪里值得看一眼。'],
  ['clean', '没有问题的网站', 'Clean sites', '看起来可疑，其实合法：一条“疑似”都不应该有。'],
  ['bad-input', '异常输入', 'Bad input', '坏掉的网页：应当说清楚看不了什么。'],
];

/** HTML list of all scenes, Chinese first, each with what to notice; 404 for any other path than `/`. */
export function indexPage(scenes: readonly Scene[], request: SceneRequest): SceneResponse {
  if (request.path !== '/') return { status: 404, headers: { 'content-type': 'text/plain' }, body: 'not found\n' };
  const groups = GROUPS.map(([group, zh, en, hint]) => ({ group, zh, en, hint, list: scenes.filter((scene) => groupOf(scene) === group) })).filter(({ list }) => list.length > 0);
  const body = [
    '<header><h1>明示 · 场景库</h1><p>这些网站都是虚构的，只在本机运行。点开任意一个，再看扩展怎么说。<br><span lang="en">Made-up sites on this machine only. Open one and see what the extension says.</span></p>',
    `<nav>${groups.map(({ group, zh, list }) => `<a href="#${group}">${zh} <b>${list.length}</b></a>`).join('')}</nav></header>`,
    ...groups.map(({ group, zh, en, hint, list }) => `<section class="${group}"><h2 id="${group}">${zh} <small lang="en">${en}</small></h2><p class="hint">${hint}</p><ul>${list.map(item).join('')}</ul></section>`),
  ].join('\n');
  return { headers: { 'content-type': 'text/html; charset=utf-8' }, body: `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>明示 · 场景库</title><style>${STYLE}</style></head><body>${body}</body></html>` };
}

function groupOf({ id, expect }: Scene): Group {
  if (id.startsWith('bad-input/')) return 'bad-input';
  if (expect.violations.length > 0) return 'fault';
  return expect.reviews.length > 0 ? 'doubt' : 'clean';
}

/** A scene with its story and, as labels, what is expected to be found. */
function item(scene: Scene): string {
  const labels = (rules: readonly string[], kind: string): string => rules.map((rule) => `<em class="${kind}">${escape(translate('zh-CN', `rules.${rule}.title`))}</em>`).join('');
  const found = labels(scene.expect.violations, 'suspected') + labels(scene.expect.reviews, 'weigh');
  return `<li><a href="${escape(scene.url)}">${escape(scene.title['zh-CN'])}</a><span lang="en">${escape(scene.title.en)}</span><p>${escape(scene.story['zh-CN'])}</p>${found ? `<p class="found">${found}</p>` : ''}</li>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);
}

const STYLE = `body{font:16px/1.7 "Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;max-width:1120px;margin:0 auto;padding:28px 20px 60px;color:#1d2733;background:#f5f7f9}
h1{font-size:26px;margin:0}h2{font-size:18px;margin:36px 0 0}small,[lang=en]{color:#5b6875;font-weight:normal;font-size:14px}header p{margin:6px 0 14px}
nav{display:flex;flex-wrap:wrap;gap:10px}nav a{background:#fff;border:1px solid #d8dee6;border-radius:99px;padding:4px 16px;text-decoration:none;color:#1d2733;font-size:14px}nav b{color:#0b5fa5}.hint{margin:2px 0 12px;color:#44505c;font-size:14px}
ul{list-style:none;padding:0;margin:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(320px,1fr));gap:14px}li{background:#fff;border-radius:10px;border:1px solid #e2e7ec;border-left:4px solid #8a97a5;padding:14px 16px;display:flex;flex-direction:column}
.fault li{border-left-color:#c5352b}.doubt li{border-left-color:#c98a12}.clean li{border-left-color:#2f8a57}li p{margin:6px 0 0;color:#3c4853;font-size:14px}li a{color:#0b5fa5;font-weight:600;text-decoration:none}li a:hover{text-decoration:underline}
.found{display:flex;flex-wrap:wrap;gap:6px;margin-top:auto;padding-top:10px}em{font-style:normal;font-size:12px;border-radius:4px;padding:1px 8px}.suspected{background:#fbe9e7;color:#9c251c}.weigh{background:#fdf3dc;color:#7a5205}`;
