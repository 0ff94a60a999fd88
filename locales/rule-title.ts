import type { Lang } from '../analyzers/artifacts';
import { hasText, translate } from './index';

/** A rule's title in words; its id where the rule is of another version and not known here. */
export function ruleTitle(rule: string, lang: Lang): string {
  const key = [`rules.${rule}.title`, `duties.${rule}.title`].find(hasText);
  return key ? translate(lang, key) : rule;
}
