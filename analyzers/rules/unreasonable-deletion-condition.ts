/** Having the account or data removed is made to depend on a photo with the card in hand, papers by post, or more data than registering took. */
import type { FieldKind, FormField, PageSurface, PolicyDocument, Visit } from '../artifacts';
import { elementEvidence, ownSurfaces, sawTooLittle } from '../page/judging';
import type { RemovalTerm } from '../page/removal-terms';
import { removalTerms } from '../page/removal-terms';
import type { Evidence } from '../report';
import type { Rule, RuleContext, Verdict } from '../rule';

export const unreasonableDeletionCondition: Rule = {
  id: 'unreasonable-deletion-condition',
  category: 'no-deletion-or-complaint',
  severity: 'high',
  basis: [{ instrument: 'NDSR', article: '23' }, { instrument: 'ECOMMERCE', article: '24' }, { instrument: 'CRITERIA', article: '六-2' }],
  judge,
};

/** A condition with the words it stands in. `more-data`: asked though registering did not take it. */
interface Condition {
  sort: 'hand-held' | 'post' | 'more-data' | 'identity' | 'in-person' | 'papers' | 'alternative' | 'special';
  text: string;
  evidence: Evidence;
}

/** Sorts that are clear by rule; the rest is for a person, in this order. */
const CLEAR: readonly Condition['sort'][] = ['hand-held', 'post', 'more-data'];
const DOUBTFUL: readonly Condition['sort'][] = ['identity', 'in-person', 'papers', 'alternative', 'special'];

function judge(context: RuleContext): Verdict {
  const { visit } = context;
  const surfaces = ownSurfaces(visit);
  const withIdentity = registersIdentity(visit, surfaces);
  const conditions = [...fromPages(surfaces, withIdentity), ...fromPolicy(visit, withIdentity)];
  const clear = conditions.filter(({ sort }) => CLEAR.includes(sort));
  if (clear.length > 0) {
    const [first, ...rest] = clear.slice(0, 5);
    return { outcome: 'violation', say: `violation-${first!.sort}`, evidence: [first!.evidence, ...rest.map(({ evidence }) => evidence)], facts: { text: first!.text.slice(0, 100) } };
  }
  const sort = DOUBTFUL.find((one) => conditions.some((condition) => condition.sort === one));
  if (sort) {
    const doubtful = conditions.filter((condition) => condition.sort === sort);
    return { outcome: 'review', say: sort, evidence: doubtful.slice(0, 5).map(({ evidence }) => evidence), facts: { text: doubtful[0]!.text.slice(0, 100) } };
  }
  const looked = surfaces.some((surface) => surface.removal) || (context.policy !== undefined && context.policy.result.duties['account-cancellation']?.label === 'met');
  if (looked) return sawTooLittle(visit, surfaces) && !context.policy ? { outcome: 'error', say: 'unread' } : { outcome: 'pass' };
  return surfaces.length === 0 ? { outcome: 'error', say: 'unread' } : { outcome: 'not-applicable' };
}

const IDENTITY: ReadonlySet<FieldKind> = new Set(['id-number', 'id-photo', 'passport', 'face-photo', 'bank-card']);

/** Whether registering takes proof of identity: seen in its form, or told by the policy; undefined when neither was seen. */
function registersIdentity(visit: Visit, surfaces: PageSurface[]): boolean | undefined {
  const fields = surfaces.flatMap((surface) => surface.forms.filter((form) => form.purpose === 'registration' || form.purpose === 'login').flatMap((form) => form.fields));
  if (fields.some((field) => IDENTITY.has(field.kind))) return true;
  const text = visit.policy.status === 'read' ? visit.policy.document.text : undefined;
  const elsewhere = text?.split(/[。；;\n]/).some((sentence) => /实名|身份证|证件(?:号|信息|类型)|身份(?:核验|认证)|人脸|银行卡/.test(sentence) && !/注销|销户|删除|更正|投诉|响应|请求|敏感|包括但|是指|定义/.test(sentence));
  if (elsewhere) return true;
  return fields.length > 0 || text !== undefined ? false : undefined;
}

function sortOf({ condition, force, text }: Pick<RemovalTerm, 'condition' | 'force' | 'text'>, withIdentity: boolean | undefined): Condition['sort'] | undefined {
  if (force === 'special' || force === 'recovery') return 'special';
  if (force === 'alternative') return condition === 'hand-held' || condition === 'post' ? 'alternative' : undefined;
  const isSure = force === 'clear' && !/可能|必要时|如有需要|如需(?:进一步|核实|补充)|视情况|\b(?:may|might)\b/i.test(text);
  if (condition === 'papers') return isSure ? 'papers' : undefined;
  if (!isSure) return condition === 'id-copy' ? 'identity' : 'alternative';
  if (condition === 'id-copy') return withIdentity === false ? 'more-data' : 'identity';
  return condition;
}

function fromPages(surfaces: PageSurface[], withIdentity: boolean | undefined): Condition[] {
  return surfaces.flatMap((surface) => {
    const { removal } = surface;
    if (!removal) return [];
    const said = removal.terms.filter((term) => term.visible).flatMap((term) =>
      removalTerms(term.text, removal.heading !== undefined).flatMap((found): Condition[] => {
        const sort = sortOf(found, withIdentity);
        return sort ? [{ sort, text: found.text, evidence: elementEvidence(surface, { selector: term.selector, text: found.text }) }] : [];
      }),
    );
    const asked = removal.heading ? surface.forms.flatMap((form) => form.fields.filter((field) => field.visible).flatMap((field) => fieldCondition(field, surface, withIdentity))) : [];
    return [...said, ...asked];
  });
}

/** A field of the page that is headed 注销账号. */
function fieldCondition(field: FormField, surface: PageSurface, withIdentity: boolean | undefined): Condition[] {
  const isHandHeld = /手持/.test(field.label);
  if (!isHandHeld && (!IDENTITY.has(field.kind) || !field.required)) return [];
  const sort = isHandHeld ? 'hand-held' : withIdentity === false ? 'more-data' : 'identity';
  return [{ sort, text: field.label, evidence: elementEvidence(surface, { selector: field.selector, text: field.label }) }];
}

function fromPolicy(visit: Visit, withIdentity: boolean | undefined): Condition[] {
  if (visit.policy.status !== 'read') return [];
  return [visit.policy.document, ...visit.policy.linked].flatMap((document) => termsIn(document).flatMap((term): Condition[] => {
    // Policies speak of written requests, relatives and other ways in general terms; only what must be handed in counts here.
    const sort = term.condition === 'papers' ? undefined : sortOf(term, withIdentity);
    return sort && sort !== 'special' && sort !== 'alternative' ? [{ sort, text: term.text, evidence: quoteOf(document, term) }] : [];
  }));
}

function quoteOf(document: PolicyDocument, term: RemovalTerm): Evidence {
  const quote = term.text.slice(0, 200);
  const start = document.text.indexOf(quote, Math.max(0, term.start - 4));
  return { kind: 'policy-text', url: document.finalUrl, sha256: document.source.sha256, quote, ...(start < 0 ? {} : { start, end: start + quote.length }) };
}

const known = new WeakMap<PolicyDocument, RemovalTerm[]>();

/** Terms of a document; read once, since a visit is judged again and again. */
function termsIn(document: PolicyDocument): RemovalTerm[] {
  const terms = known.get(document) ?? removalTerms(document.text);
  known.set(document, terms);
  return terms;
}
