/** Consent platforms by the ids and classes their own scripts write into pages (each from the platform's documentation or script). */

const PLATFORMS: readonly [string, string][] = [
  ['OneTrust', '#onetrust-consent-sdk,#onetrust-banner-sdk,#onetrust-pc-sdk'],
  ['Cookiebot', '#CybotCookiebotDialog'],
  ['CookieConsent (orestbida)', '#cc-main,#cc--main'],
  ['Cookie Consent (Osano)', '.cc-window,.osano-cm-window'],
  ['Klaro', '.klaro'],
  ['Didomi', '#didomi-host'],
  ['Usercentrics', '#usercentrics-root,#usercentrics-cmp-ui'],
  ['TrustArc', '#truste-consent-track,#trustarc-banner-container,#consent_blackbar'],
  ['Quantcast Choice', '.qc-cmp2-container'],
  ['Sourcepoint', '[id^="sp_message_container"]'],
  ['Complianz', '#cmplz-cookiebanner-container,.cmplz-cookiebanner'],
  ['CookieYes', '.cky-consent-container'],
  ['iubenda', '#iubenda-cs-banner'],
  ['Termly', '#termly-code-snippet-support'],
  ['Borlabs Cookie', '#BorlabsCookieBox'],
  ['consentmanager', '#cmpbox,#cmpwrapper'],
  ['tarteaucitron', '#tarteaucitronRoot'],
  ['Google Funding Choices', '.fc-consent-root'],
];

/** Name of the platform whose mark-up an element is, holds at its top, or lies in; undefined when none is known. */
export function platformOf(element: Element): string | undefined {
  for (const [name, selector] of PLATFORMS) {
    if (element.closest(selector) || [...element.children].slice(0, 4).some((child) => child.matches(selector))) return name;
  }
  const root = element.getRootNode?.();
  const host = root?.nodeType === 11 ? (root as ShadowRoot).host : null;
  return host ? platformOf(host) : undefined;
}
