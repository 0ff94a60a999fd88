/** Decides which document is a visit's policy, has it read once, and can be asked to try again. */
import { choosePolicyLink } from '@/analyzers/policy/locate';
import type { PolicyOutcome } from '@/analyzers/artifacts';
import type { LiveVisit } from './live-visit';
import { readPolicy } from './policy-reader';
import type { OwnFailures } from './requests';
import type { VisitBook } from './visit-book';

/** A page that builds itself by script gets this long to show its policy link before it counts as having none. */
const LINK_WAIT_MS = 3_000;

/** Different links to a policy that are tried before it counts as unreadable. */
const MAX_LINKS = 3;

export class PolicyDesk {
  /** Visits whose policy is being read or was read. Held weakly: a visit that is over is forgotten here too. */
  private readonly asked = new WeakSet<LiveVisit>();
  private readonly waiting = new WeakMap<LiveVisit, ReturnType<typeof setTimeout>>();

  constructor(private readonly book: VisitBook, private readonly failures: OwnFailures) {}

  /** Looks at the newest surface for the policy: reads it, or after a while without any link says so. */
  consider(live: LiveVisit): void {
    const { visit } = live;
    const links = visit.surfaces.flatMap((surface) => surface.policyLinks);
    const own = visit.surfaces.find((surface) => surface.looksLikePolicy);
    const url = choosePolicyLink(links)?.href || own?.url;
    if (url) {
      clearTimeout(this.waiting.get(live));
      this.waiting.delete(live);
      if (!this.asked.has(live)) void this.read(live, url);
      return;
    }
    if (visit.policy.status !== 'pending' || this.waiting.has(live)) return;
    const timer = setTimeout(() => {
      this.waiting.delete(live);
      if (visit.policy.status !== 'pending' || this.asked.has(live)) return;
      // A link that is there but leads nowhere (href="#", javascript:) is a dead link, not a missing one.
      const dead = links.find((link) => link.names === 'policy' || link.names === 'combined');
      live.setPolicy(dead ? { status: 'failed', reason: 'self-link', url: visit.surfaces.at(-1)?.url } : { status: 'failed', reason: 'no-link' });
      this.book.schedule();
    }, LINK_WAIT_MS);
    this.waiting.set(live, timer);
  }

  /** After a worker was killed: readings it did not finish are begun again. */
  resume(): void {
    for (const live of this.book.all()) if (this.isBusy(live)) this.consider(live);
  }

  /** Reads again what failed. */
  retry(live: LiveVisit): void {
    this.asked.delete(live);
    live.setPolicy({ status: 'pending' });
    this.consider(live);
  }

  /** Whether the visit's policy is still being looked for. */
  isBusy(live: LiveVisit): boolean {
    return live.visit.policy.status === 'pending';
  }

  private async read(live: LiveVisit, url: string): Promise<void> {
    this.asked.add(live);
    live.setPolicy({ status: 'pending' });
    const since = Date.now();
    const first = await this.outcomeOf(url, live, since);
    const outcome = first.status === 'failed' ? ((await this.readAnother(live, url, since)) ?? first) : first;
    if (outcome.status === 'read') live.setEarlierPolicy(await this.book.earlierPolicy(live, outcome.document));
    live.setPolicy(outcome);
    this.book.schedule();
  }

  /** A page may link its policy more than once; as long as one link leads to it, the policy is published. */
  private async readAnother(live: LiveVisit, tried: string, since: number): Promise<PolicyOutcome | undefined> {
    const seen = new Set([tried]);
    for (let i = 1; i < MAX_LINKS; i++) {
      const links = live.visit.surfaces.flatMap((surface) => surface.policyLinks).filter((link) => link.href && !seen.has(link.href));
      const next = choosePolicyLink(links)?.href;
      if (!next) return undefined;
      seen.add(next);
      const outcome = await this.outcomeOf(next, live, since);
      if (outcome.status === 'read') return outcome;
    }
    return undefined;
  }

  private async outcomeOf(url: string, { visit }: LiveVisit, since: number): Promise<PolicyOutcome> {
    const outcome = await readPolicy(url, visit.surfaces.at(-1)?.url ?? visit.url);
    const isLoop = outcome.status === 'failed' && outcome.reason === 'network' && this.failures.hadRedirectLoop(since);
    return isLoop ? { ...outcome, reason: 'redirect-loop' } : outcome;
  }
}
