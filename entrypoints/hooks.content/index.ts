/**
 * Runs in the page's own world, before its scripts: sees what the browser's network interface cannot show. It only
 * watches; every native function runs as called, and nothing here may throw into the page.
 */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { watchAnswers } from './answers';
import { watchBodies } from './bodies';
import { openLine } from './line';
import { watchPermissions } from './permissions';
import { watchProbes } from './probes';
import { watchStorage } from './storage';

export default defineContentScript({
  matches: ['http://*/*', 'https://*/*'],
  allFrames: true,
  matchAboutBlank: true,
  runAt: 'document_start',
  world: 'MAIN',
  main() {
    try {
      const line = openLine();
      for (const watch of [watchStorage, watchBodies, watchProbes, watchPermissions, watchAnswers]) {
        try {
          watch(line);
        } catch {
          // One interface missing in this browser must not cost the others.
        }
      }
    } catch {
      // A document without the interfaces we stand on (an XML file, say): nothing to watch.
    }
  },
});
