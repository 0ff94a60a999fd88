/** The list of scenes that a person opens to click around. */
import type { SceneRequest, SceneResponse } from './http';
import type { Scene } from './scene';

/** HTML list of all scenes, Chinese first; 404 for any other path than `/`. */
export function indexPage(scenes: readonly Scene[], request: SceneRequest): SceneResponse {
  if (request.path !== '/') return { status: 404, headers: { 'content-type': 'text/plain' }, body: 'not found\n' };
  const group = (heading: string, list: readonly Scene[]): string => (list.length === 0 ? '' : `<h2>${heading}</h2><ul>${list.map(item).join('')}</ul>`);
  const isBad = (scene: Scene): boolean => scene.id.startsWith('bad-input/');
  const isClean = (scene: Scene): boolean => scene.expect.violations.length === 0;
  const body = [
    '<h1>明示 · 场景库</h1><p>这些网站都是虚构的，只在本机运行。点开任意一个，再看扩展怎么说。<br><span lang="en">Made-up sites on this machine only. Open one and see what the extension says.</span></p>',
    group('有问题的网站 <small lang="en">Sites with faults</small>', scenes.filter((s) => !isBad(s) && !isClean(s))),
    group('没有问题的网站 <small lang="en">Clean sites</small>', scenes.filter((s) => !isBad(s) && isClean(s))),
    group('异常输入 <small lang="en">Bad input</small>', scenes.filter(isBad)),
  ].join('\n');
  return { headers: { 'content-type': 'text/html; charset=utf-8' }, body: `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>明示 · 场景库</title><style>${STYLE}</style></head><body>${body}</body></html>` };
}

function item(scene: Scene): string {
  return `<li><a href="${escape(scene.url)}">${escape(scene.title['zh-CN'])}</a> <span lang="en">${escape(scene.title.en)}</span><p>${escape(scene.story['zh-CN'])}</p></li>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);
}

const STYLE = `body{font:16px/1.7 "Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;max-width:860px;margin:32px auto;padding:0 20px;color:#1d2733}
h1{font-size:26px}h2{font-size:18px;margin-top:32px;border-bottom:1px solid #d8dee6;padding-bottom:6px}small,[lang=en]{color:#6b7785;font-weight:normal}
ul{list-style:none;padding:0}li{padding:10px 0;border-bottom:1px solid #eef1f4}li p{margin:2px 0 0;color:#44505c;font-size:14px}a{color:#0b5fa5;font-weight:600}`;
