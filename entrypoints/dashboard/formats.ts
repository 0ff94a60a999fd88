import type { Speech } from '../../components/language';
import type { Exported } from './export-sites';

/** What sites can be exported as. */
export const FORMATS = ['xlsx', 'csv', 'json', 'print', 'worksheet', 'packs'] as const;
export type Format = (typeof FORMATS)[number];

/** What came of an export: how many sites, in which file, and which are missing and why. */
export function exportedWords({ name: file, written: count, damaged, left }: Exported, format: Format, t: Speech['t']): string {
  const packs = format === 'packs';
  return [
    count > 0 || !packs ? t('dashboard.export.done', { count, file }) : '',
    damaged > 0 ? t(packs ? 'dashboard.export.no-visit' : 'dashboard.export.damaged', { damaged }) : '',
    left > 0 ? t(packs ? 'dashboard.export.left-packs' : 'dashboard.export.left', { left, most: count + damaged }) : '',
  ].filter(Boolean).join(' ');
}
