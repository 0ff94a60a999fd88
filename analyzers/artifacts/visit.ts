/** All that was seen of one site in one sitting. */
import type { EpochMs } from './basics';
import type { ConsentAct } from './consent';
import type { ControlPress, TypedEntry } from './form';
import type { Jump, PageSurface, Reach } from './page';
import type { PermissionCall } from './permission';
import type { EarlierPolicy, PolicyOutcome } from './policy';
import type { Exchange, FingerprintProbe, StorageWrite } from './traffic';

/** Something that kept us from seeing everything. Rules that depend on the missing part answer `error`, not `pass`. */
export interface Problem {
  at: EpochMs;
  kind: 'worker-restarted' | 'requests-dropped' | 'page-unreadable' | 'page-left' | 'storage-full' | 'time-out' | 'hook-missing' | 'step-failed' | 'clock-changed';
  detail?: string;
}

/**
 * Detail of a `page-unreadable` that is one press: the person pressed something before the page could be read, and it was
 * gone when it could. Whether that was a choice is not known, so nothing from then on counts as before one.
 */
export const UNREAD_PRESS = 'press';

/** A request the person sent to the site on their own data. Dates are days in Beijing, YYYY-MM-DD. */
export interface RightsRequest {
  id: string;
  kind: 'access' | 'copy' | 'correction' | 'deletion' | 'cancellation' | 'withdrawal' | 'transfer' | 'explanation' | 'complaint';
  sentOn: string;
  /** Time the site promised for an answer. */
  promised?: { days: number; unit: 'working' | 'calendar' };
  answeredOn?: string;
  /** What shows that it was sent (an address, a receipt number), cut to 80 UTF-16 units. */
  proof?: string;
}

/** All that was seen of one site in one sitting: from the first page in a tab until the tab leaves the site. */
export interface Visit {
  id: string;
  /** Registrable domain (`example.cn`), or the host where there is none. */
  site: string;
  url: string;
  startedAt: EpochMs;
  endedAt?: EpochMs;
  browser: string;
  surfaces: PageSurface[];
  acts: ConsentAct[];
  permissions: PermissionCall[];
  /** Where pages with an overlay, or after a refusal, went by themselves or by a press. */
  jumps?: Jump[];
  exchanges: Exchange[];
  storage: StorageWrite[];
  probes: FingerprintProbe[];
  policy: PolicyOutcome;
  /** Whether the site's home page was looked at for a policy link, now or on an earlier visit. */
  home: { seen: boolean; hasPolicyLink: boolean };
  /** Auditor mode only, where the home page shows no link to a policy. */
  reach?: Reach;
  problems: Problem[];
  /** Presses that may ask for sending, at most 200; absent where nobody watched (a recording, an earlier version). */
  presses?: ControlPress[];
  /** What was typed and when, at most 200 entries. */
  typed?: TypedEntry[];
  /** Moments at which the person did something (pointer, key, touch, scroll), one in five seconds at most, at most 500; absent where nobody watched. */
  activity?: EpochMs[];
  /** When the person consented on an earlier visit or in another tab, as far as we know: then "before the choice" cannot be proved. */
  earlierConsentAt?: EpochMs;
  /** The policy as it was seen before, where it has changed since; `none`: it was never read before; absent: nobody looked. */
  earlierPolicy?: EarlierPolicy | 'same' | 'none';
  /** The person's own requests to this site (case diary), at most 50. */
  rightsRequests?: RightsRequest[];
}
