/** A banner or dialog asks for consent and offers nothing to refuse with, on no layer. */
import type { ConsentSurface, PageSurface } from '../artifacts';
import type { Choice } from '../page/choice';
import { choiceOf } from '../page/choice';
import { elementEvidence, ownSurfaces, sawTooLittle } from '../page/judging';
import type { Rule, RuleContext, Verdict } from '../rule';
import { isThirdParty } from '../traffic/judging';

export const missingRefusal: Rule = {
  id: 'missing-refusal',
  category: 'no-consent',
  severity: 'high',
  basis: [{ instrument: 'PIPL', article: '14' }, { instrument: 'PIPL', article: '16' }],
  judge,
};

interface Sight {
  page: PageSurface;
  surface: ConsentSurface;
  choice: Choice;
}

function judge(context: RuleContext): Verdict {
  const { visit } = context;
  const pages = ownSurfaces(visit);
  const sights = pages.flatMap((page) => page.consentSurfaces.flatMap((surface): Sight[] => {
    const choice = choiceOf(surface, page);
    return choice ? [{ page, surface, choice }] : [];
  }));
  const answers = sights.map((sight) => ({ sight, answer: answerOf(sight, context) }));
  const clear = answers.filter(({ answer }) => answer === 'violation');
  const facts = ({ surface, choice }: Sight) => ({ agree: choice.agree[0]!.text, text: surface.text.slice(0, 60) });
  const evidence = (list: typeof answers) => list.map(({ sight }) => elementEvidence(sight.page, sight.surface));
  if (clear.length > 0) {
    const [first, ...rest] = evidence(clear);
    return { outcome: 'violation', evidence: [first!, ...rest], facts: facts(clear[0]!.sight) };
  }
  const doubtful = answers.filter(({ answer }) => answer !== 'pass');
  if (doubtful.length > 0) return { outcome: 'review', say: doubtful[0]!.answer, evidence: evidence(doubtful), facts: facts(doubtful[0]!.sight) };
  if (sights.length > 0) return { outcome: 'pass' };
  return sawTooLittle(visit, pages) ? { outcome: 'error', say: 'unread' } : { outcome: 'not-applicable' };
}

type Answer = 'violation' | 'pass' | 'unopened' | 'unclear' | 'close-only' | 'told-elsewhere' | 'own-page' | 'cut';

function answerOf({ page, surface, choice }: Sight, context: RuleContext): Answer {
  if (choice.refuse.length > 0 || choice.deeper.length > 0) return 'pass';
  if (choice.settings.length > 0) return 'unopened';
  if (choice.unclear.length > 0) return 'unclear';
  if (choice.close.length > 0) return staysQuiet(surface, context) ? 'pass' : 'close-only';
  if (surface.tellsOtherWay) return 'told-elsewhere';
  // Nothing lies over what the person came for: whether going back loses it, the page does not tell.
  if (surface.kind === 'page') return 'own-page';
  return page.truncated ? 'cut' : 'violation';
}

/** The person closed it without an answer, and nothing that tells about them went to others afterwards: closing refused. */
function staysQuiet({ closedAt }: ConsentSurface, { visit, recipientOf }: RuleContext): boolean {
  if (closedAt === undefined) return false;
  return !visit.exchanges.some((exchange) => exchange.at > closedAt && (exchange.items.length > 0 || exchange.setCookies.length > 0) && isThirdParty(recipientOf(exchange)));
}
