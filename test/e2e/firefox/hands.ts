/** A page of the extension in Firefox that a test can look into and press keys in. */
import type { BrowserSession } from '../../../cli/browser/session';
import type { Marionette } from '../../../cli/browser/marionette';
import type { Hands } from '../keyboard';

export interface FirefoxPage extends Hands {
  /** Runs a script that may return a promise. */
  run<T>(body: string): Promise<T>;
}

const TAB = '\uE004';

/** Opens a page of the extension in front, waits until it shows something that fits the selector, and closes it in the end. */
export async function inFront<T>(session: BrowserSession, path: string, ready: string, use: (page: FirefoxPage) => Promise<T>): Promise<T> {
  const { marionette, extensionHost, siteWindow, tabId } = session as unknown as { marionette: Marionette; extensionHost: string; siteWindow: string; tabId: number };
  const { handle } = await marionette.send<{ handle: string }>('WebDriver:NewWindow', { type: 'tab', focus: true });
  await marionette.send('WebDriver:SwitchToWindow', { handle, focus: true });
  const run = async <R>(body: string): Promise<R> => {
    const { value } = await marionette.send<{ value: { json?: string; error?: string } }>('WebDriver:ExecuteAsyncScript', {
      script: `const done = arguments[0];
        (async () => { ${body} })().then((value) => done({ json: JSON.stringify(value) }), (error) => done({ error: String(error) }));`,
      args: [],
      sandbox: null,
    });
    if (value.error !== undefined) throw new Error(value.error);
    return (value.json === undefined ? undefined : JSON.parse(value.json)) as R;
  };
  const page: FirefoxPage = {
    run,
    evaluate: (act, ...args) => run(`return (${String(act)})(...${JSON.stringify(args)});`),
    keyboard: {
      press: async () => void (await marionette.send('WebDriver:PerformActions', { actions: [{ type: 'key', id: 'keyboard', actions: [{ type: 'keyDown', value: TAB }, { type: 'keyUp', value: TAB }] }] })),
    },
  };
  try {
    await marionette.send('WebDriver:SetTimeouts', { pageLoad: 20_000, script: 30_000, implicit: 0 });
    await marionette.send('WebDriver:Navigate', { url: `moz-extension://${extensionHost}/${path.replace('{tab}', String(tabId))}` });
    await page.evaluate(async (selector) => {
      while (!document.querySelector(selector)) await new Promise((go) => setTimeout(go, 50));
    }, ready);
    return await use(page);
  } finally {
    await marionette.send('WebDriver:CloseWindow').catch(() => undefined);
    await marionette.send('WebDriver:SwitchToWindow', { handle: siteWindow, focus: true }).catch(() => undefined);
  }
}
