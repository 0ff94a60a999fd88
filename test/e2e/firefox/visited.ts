/** A Firefox with the extension in which one scene has been visited, for the tests of the extension's own pages. */
import type { SiteReport } from '../../../analyzers/report';
import type { BrowserSession } from '../../../cli/browser/session';
import { loadScenes } from '../../scenes/scene';
import type { Scene } from '../../scenes/scene';
import { setStage } from '../stage';

export interface Visited {
  scene: Scene;
  session: BrowserSession;
  report: SiteReport;
  end(): Promise<void>;
}

/** Visits a scene; what is compared is Chinese, whatever the interface's language. */
export async function visited(id = 'shop-tracks-before-choice'): Promise<Visited> {
  const scene = loadScenes().find((one) => one.id === id)!;
  const stage = await setStage('firefox');
  const session = await (await stage.environment()).launch();
  const end = async (): Promise<void> => {
    await session.close();
    await stage.end();
  };
  await session.open(scene.url, 20_000);
  await session.quiet(1_500, 10_000);
  await session.ask({ type: 'settings', change: { lang: 'zh-CN' } }, 20_000);
  const { report } = await session.ask<{ report: SiteReport }>({ type: 'visit', settle: true }, 60_000);
  return { scene, session, report, end };
}
