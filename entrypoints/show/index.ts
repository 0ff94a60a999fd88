/**
 * Put into a page when the person asks to be shown a passage or an element, and only then: no page pays for it before. It
 * finds the place and makes it stand out; what it draws lies over the page and goes away by itself.
 */
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { ToPage } from '../background/messages';
import { elementAt, rangeOf } from './find';
import { spotlight } from './spotlight';

/** Set in the isolated world, which the page cannot reach: the script may be put in twice. */
const HERE = Symbol.for('mingshi.show');

export default defineUnlistedScript(() => {
  const world = globalThis as { [HERE]?: true };
  if (world[HERE]) return;
  world[HERE] = true;
  browser.runtime.onMessage.addListener((message: unknown, sender) => {
    const wanted = message as ToPage | undefined;
    if (sender.id !== browser.runtime.id || wanted?.type !== 'show') return undefined;
    const place = wanted.passage ? rangeOf(document, wanted.passage) : elementAt(document, String(wanted.selector ?? ''));
    // A frame without the place stays silent, so that the one that has it can answer.
    return place && spotlight(place) ? Promise.resolve({ found: true }) : undefined;
  });
});
