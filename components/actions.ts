/** What a person may do with a report: given once at a view's root. What is absent is not offered (a printed report offers nothing). */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Text } from '../analyzers/artifacts';
import type { Decision, DismissReason } from '../analyzers/decision';
import type { Evidence, Finding } from '../analyzers/report';

/** A place one can be shown: a passage of a policy or an element of a page. */
export type Place = Extract<Evidence, { kind: 'policy-text' | 'page-element' }>;

/** `shown`: it stands out now; `opened`: its page was opened for it; `gone`: the page no longer has it. */
export type Showing = 'shown' | 'opened' | 'gone';

/** What a page was taken to be for. */
export interface PageFunction {
  url: string;
  /** Id and name of the service. */
  service: string;
  name: Text;
  confirmed: boolean;
}

export interface Actions {
  /** Shows a place in the page. */
  show?: (place: Place) => Promise<Showing>;
  /** The person's decisions by rule. */
  decisions?: ReadonlyMap<string, Decision>;
  /** Dismisses a finding, or takes the dismissal back. */
  dismiss?: (finding: Finding, reason: DismissReason) => void;
  restore?: (finding: Finding) => void;
  /** What the pages of the visit were taken to be for. */
  functions?: readonly PageFunction[];
  /** The person says what a page is for. */
  confirmFunction?: (url: string, service: string) => void;
}

export const ActionsContext = createContext<Actions>({});

export function useActions(): Actions {
  return useContext(ActionsContext);
}
