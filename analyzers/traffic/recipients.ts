/** Who stands behind a host, and in what relation to the visited site. */
import entities from 'third-party-web/dist/entities-httparchive-nostats.json';
import type { FlowRecipient, Party, RecipientRole } from '../report';
import { OWNERS, type Owner, type Service } from '../data/recipients';
import { registrableDomain } from './domains';
import { standsInText } from './named';

/** What is known of the visited site. */
export interface SiteInfo {
  /** Registrable domain, or the host where there is none. */
  domain: string;
  /** ICP number from the footer. */
  icp?: string;
  /** Companies that run it, as footers (the subject of the ICP filing) and policy name them. */
  operators?: readonly string[];
  /** Text of the policy and its linked lists. */
  policyText?: string;
}

interface Known {
  owner: string;
  country: string;
  role: RecipientRole;
  /** Names that a policy would use. */
  names: readonly string[];
  ownEntry?: Owner;
}

/** Roles that serve the page on behalf of the site (catalogue: `processor-like`). */
const ON_BEHALF: ReadonlySet<RecipientRole> = new Set(['cdn', 'cloud', 'captcha', 'payment', 'anti-fraud', 'consent']);
/** Roles a consent need not come before, whatever identifier they get (catalogue: captcha, anti-fraud and payment excepted). */
const EXCEPTED: ReadonlySet<RecipientRole> = new Set(['captcha', 'payment', 'anti-fraud']);

/** Categories of `third-party-web` in our roles. */
const ROLE_OF_CATEGORY: Record<string, RecipientRole> = {
  ad: 'ads', analytics: 'analytics', cdn: 'cdn', hosting: 'cloud', 'customer-success': 'customer-service', 'tag-manager': 'analytics', video: 'video', 'consent-provider': 'consent', social: 'social-login', marketing: 'ads',
};

let table: Map<string, Known> | undefined;

/** Our own list first, then `third-party-web`; built when first needed. */
function knownDomains(): Map<string, Known> {
  if (table) return table;
  table = new Map();
  for (const entity of entities) {
    const known: Known = { owner: entity.name, country: '', role: ROLE_OF_CATEGORY[entity.category] ?? 'unknown', names: namesOfEntity(entity) };
    for (const domain of entity.domains) table.set(domain.replace(/^\*\./, ''), known);
  }
  for (const owner of OWNERS) {
    for (const service of owner.services) {
      const known: Known = { owner: owner.name, country: owner.country, role: service.role, names: namesOf(owner, service), ownEntry: owner };
      for (const domain of service.domains) table.set(domain, known);
    }
  }
  return table;
}

function namesOf(owner: Owner, service: Service): string[] {
  return [owner.name, ...owner.names, ...(service.names ?? [])];
}

/** `Google/Doubleclick Ads` of company `Google` is named by any of its parts. */
function namesOfEntity(entity: { name: string; company?: string }): string[] {
  return [...new Set([entity.name, ...entity.name.split('/'), entity.company ?? ''])].filter((name) => name.length >= 3);
}

/** The entry for a host: the longest listed suffix of it. */
function lookUp(host: string): Known | undefined {
  const known = knownDomains();
  for (let name = host.toLowerCase(); name.includes('.'); name = name.slice(name.indexOf('.') + 1)) {
    const found = known.get(name);
    if (found) return found;
  }
  return undefined;
}

/** Host labels that name a service the page needs; only used where the owner is not known. */
function roleByLabel(host: string): RecipientRole {
  const labels = host.split(/[.-]/);
  if (labels.some((label) => /^(captcha|recaptcha|geetest|yanzhengma|yzm|verifycode)$/.test(label))) return 'captcha';
  if (labels.some((label) => /^(pay|payment|payments|cashier|checkout|alipay|wxpay|unionpay)$/.test(label))) return 'payment';
  return 'unknown';
}

/** Recipient behind a host as seen from a site; the reason is kept with it. */
export function recipientOf(host: string, site: SiteInfo): FlowRecipient {
  const domain = registrableDomain(host);
  const known = lookUp(host);
  const role = known?.role ?? roleByLabel(host);
  const base = { domain, owner: known?.owner ?? domain, country: known?.country ?? '', role };
  const as = (party: Party, reason: string): FlowRecipient => ({ ...base, party, reason });
  if (domain === registrableDomain(site.domain)) return as('first', 'same-domain');
  if (known?.ownEntry && lookUp(registrableDomain(site.domain))?.ownEntry === known.ownEntry) return as('affiliate', 'known-owner');
  if (known?.ownEntry && isOperator(known.ownEntry, site)) return as('affiliate', 'same-icp');
  if (ON_BEHALF.has(role)) return as('processor-like', `role:${role}`);
  if (site.policyText && namedAsAffiliate(site.policyText, known?.names ?? [], domain)) return as('affiliate', 'policy-names-affiliate');
  return as('third', known ? 'known-owner' : 'unknown-domain');
}

/** The company that footer or policy name as running the site is the listed owner, by its whole legal name. */
function isOperator(owner: Owner, site: SiteInfo): boolean {
  const name = plainCompany(owner.name);
  return name.length >= 6 && (site.operators ?? []).some((operator) => plainCompany(operator) === name);
}

/** A company's name without blanks, in one kind of brackets. */
function plainCompany(name: string): string {
  return name.replace(/\s+/g, '').replace(/（/g, '(').replace(/）/g, ')').toLowerCase();
}

const AFFILIATE_WORDS = /关联(?:公司|方|企业)|子公司|同一集团|affiliate|subsidiar/gi;
/** Mentions of affiliates looked at, and characters on either side of each. */
const MENTIONS = 200;
const AROUND = 200;

/** A sentence that speaks of affiliates and names this very company or domain; the bare word 关联公司 names nobody. */
function namedAsAffiliate(text: string, names: readonly string[], domain: string): boolean {
  const wanted = [...names, domain].filter((name) => standsInText(text, name));
  if (wanted.length === 0) return false;
  let left = MENTIONS;
  for (const { index } of text.matchAll(AFFILIATE_WORDS)) {
    if (left-- <= 0) return false;
    const before = text.slice(Math.max(0, index - AROUND), index).split(/[。！？\n]/).pop()!;
    const sentence = before + text.slice(index, index + AROUND).split(/[。！？\n]/, 1)[0]!;
    if (wanted.some((name) => standsInText(sentence, name))) return true;
  }
  return false;
}

/** Names under which a policy may mention the recipient: company, short names, products of its role. */
export function namesOfRecipient(recipient: FlowRecipient): string[] {
  const own = OWNERS.find((owner) => owner.name === recipient.owner);
  if (own) return [...new Set([own.name, ...own.names, ...own.services.filter(({ role, domains }) => role === recipient.role || domains.some((domain) => registrableDomain(domain) === recipient.domain)).flatMap(({ names }) => names ?? [])])];
  return [...(lookUp(recipient.domain)?.names ?? [])];
}

/** Captcha, anti-fraud and payment may get what they need before any choice. */
export function isExcepted(recipient: FlowRecipient): boolean {
  return EXCEPTED.has(recipient.role);
}
