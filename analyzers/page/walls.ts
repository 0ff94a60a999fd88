/** Sentences that make the use of a page depend on agreement, or say that refusing has ended it. */
import type { ConsentWall } from '../artifacts';
import { LIMITS } from '../artifacts';
import { blockOf, holds, isVisible, selectorOf, textOf } from './dom';
import type { OverlayReading } from './overlays';
import { inSimplified } from './simplified';
import { sentencesOf } from './wording';

const USE = '(?:使用|访问|浏览|阅读|查看|观看|进入|继续|提供(?:服务|内容)|体验|打开)';
const WALLS = [
  // 不同意将无法继续浏览, 您已拒绝，无法使用
  new RegExp(`(?:不同意|拒绝|未同意|不接受|未授权|不授权|没有同意)[^。！；]{0,24}(?:无法|不能|不可|将不|不再|暂停|停止|终止|退出|关闭)[^。！；]{0,12}${USE}`),
  // 同意后方可继续阅读
  new RegExp(`(?:需要?|须|必须|请先?|请您先?|只有|只能|先)[^。！；]{0,10}(?:同意|接受|授权|允许)[^。！；]{0,40}(?:后|才|方)(?:才能|方可|可以?|能)?[^。！；]{0,6}${USE}`),
  new RegExp(`(?:无法|不能)[^。！；]{0,8}${USE}[^。！；]{0,16}(?:因为|由于)[^。！；]{0,8}(?:您|你)[^。！；]{0,6}(?:不同意|拒绝|未同意)`),
  /\b(?:must|need to|have to|please)\b[^.!;]{0,20}\b(?:accept|agree|consent|allow)\b[^.!;]{0,60}\b(?:to|before)\b[^.!;]{0,12}\b(?:continue|continuing|use|using|view|viewing|access|read|enter|proceed)\b/i,
  /\b(?:without|unless)\b[^.!;]{0,30}\b(?:consent|accept\w*|agree\w*)\b[^.!;]{0,40}\b(?:cannot|can['’]t|unable|not be able)\b/i,
  /\b(?:declined|rejected|refused)\b[^.!;]{0,60}\b(?:cannot|can['’]t|unable|no longer)\b/i,
];
/** What is told of the law, of others, or of a single function. */
const NOT_HERE = /功能|部分(?:服务|内容)|该项|此项|不影响|仍(?:可|能|然)|基本(?:服务|功能)|登录|注册|下单|支付|提交|定位|位置|相机|麦克风|通知|\b(?:features?|functions?|some parts?|still|location|sign in|log in)\b/i;
/** A page with less visible text beside the wall has nothing else to show. */
const EMPTY_PAGE = 200;

export interface WallReading {
  element: Element;
  wall: Omit<ConsentWall, 'at'>;
}

/** Whether a sentence makes the use of the whole page depend on agreement. */
export function isWall(written: string): boolean {
  const sentence = inSimplified(written);
  return sentence.length <= 200 && WALLS.some((pattern) => pattern.test(sentence)) && !NOT_HERE.test(sentence);
}

/**
 * Walls that can be seen now.
 * @param texts Elements whose text speaks of agreement.
 */
export function readWalls(texts: Element[], overlays: OverlayReading[], body: HTMLElement | null): WallReading[] {
  const found: WallReading[] = [];
  const seen = new Set<Element>();
  for (const source of texts.slice(0, 200)) {
    const block = blockOf(source);
    if (seen.has(block) || found.length >= LIMITS.overlaysPerSurface) continue;
    seen.add(block);
    const text = textOf(block, 300);
    const sentence = text.length <= 280 ? sentencesOf(text).find(isWall) : undefined;
    if (!sentence || !isVisible(block)) continue;
    const over = overlays.find((one) => one.overlay.cover >= 0.5 && one.parts.some((part) => holds(part, block)));
    found.push({ element: block, wall: { text: sentence.slice(0, LIMITS.excerptChars), selector: selectorOf(block), blocks: over !== undefined || isAllThereIs(text, body) } });
  }
  return found;
}

function isAllThereIs(text: string, body: HTMLElement | null): boolean {
  // What style sheets hide is no content to the person; only a laid-out page tells.
  const shown = body && typeof body.checkVisibility === 'function' ? body.innerText.length : undefined;
  return shown !== undefined && shown - text.length < EMPTY_PAGE;
}
