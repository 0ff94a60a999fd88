/** What the dashboard asks of the judging, which only the background carries. */
import { analyzePolicy } from '@/analyzers/policy/analyze';
import { DUTIES } from '@/analyzers/policy/duties';
import type { PolicyResult } from '@/analyzers/report';
import { RULES } from '@/analyzers/rules';
import type { Database } from '@/store/database';
import type { CatalogueEntry } from './messages';

/** Every rule and duty, as the catalogue shows them. */
export function catalogue(): CatalogueEntry[] {
  return [
    ...RULES.map(({ id, category, severity, basis }): CatalogueEntry => ({ id, kind: 'conduct', category, severity, basis })),
    ...DUTIES.map(({ id, kind, category, severity, basis, whenAbsent }): CatalogueEntry => ({ id, kind, category, severity, basis, whenAbsent })),
  ];
}

/** Judges a kept version of a policy by today's rules; undefined where it is not kept any more. */
export async function judgeVersion(db: Database, sha256: string, lang: 'zh-CN' | 'en'): Promise<PolicyResult | undefined> {
  const row = await db.policies.get(sha256);
  return row && analyzePolicy(row.document, { id: row.site, lang });
}
