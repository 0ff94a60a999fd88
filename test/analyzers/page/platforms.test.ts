import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { CONSENT_PLATFORMS } from '../../../analyzers/data/consent-platforms';
import { readSurface } from '../../../analyzers/page/surface';
import { consentPlatforms } from '../../../scripts/consent-platforms';

const platformIn = (markup: string) => {
  const { document } = parseHTML(`<!doctype html><html><body>${markup}</body></html>`);
  return readSurface(document as unknown as Document, { at: 0, url: 'https://www.example.cn/' }).consentSurfaces.map((surface) => surface.platform);
};
const banner = '<p>We use cookies for statistics, see our privacy policy.</p><button>Accept all</button><button>Reject all</button>';

describe('consent platforms', () => {
  it('come from the installed rules of autoconsent, as the script writes them', () => {
    expect(readFileSync(new URL('../../../analyzers/data/consent-platforms.ts', import.meta.url), 'utf8')).toBe(consentPlatforms());
  });

  it('are each named once', () => {
    const names = CONSENT_PLATFORMS.map(([name]) => name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
  });

  it.each([
    ['OneTrust', `<div id="onetrust-banner-sdk">${banner}</div>`],
    ['CookieConsent 3 (orestbida)', `<div id="cc-main"><div class="cm" role="dialog">${banner}</div></div>`],
    ['Klaro', `<div class="klaro"><div class="cookie-notice">${banner}</div></div>`],
    ['iubenda', `<div id="iubenda-cs-banner"><div>${banner}</div></div>`],
  ])('are known by their mark-up: %s', (name, markup) => {
    expect(platformIn(markup)).toEqual([name]);
  });

  it('are not guessed for a banner the site drew itself', () => {
    expect(platformIn(`<div class="cookie-tip">${banner}</div>`)).toEqual([undefined]);
  });
});
