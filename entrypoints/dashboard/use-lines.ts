import { useMemo } from 'preact/hooks';
import { applyFilter, linesOf, type SiteFilter, type SiteLine } from '../../components/dashboard/site-line';
import type { Decision } from '../../analyzers/decision';
import { allDecisions } from '../../store/decisions';
import { allTags } from '../../store/sites';
import { db, useShelf, type Shelf } from './shelf';
import { useCatalogue } from './use-catalogue';
import { useLive } from './use-live';
import { useWorkspace } from './workspace';

export interface Lines {
  shelf: Shelf;
  /** Lines of all sites, and those the filter leaves. */
  lines: SiteLine[];
  shown: SiteLine[];
  decisions: readonly Decision[];
}

const NONE: readonly never[] = [];

/** The list of sites as pages work with it. */
export function useLines(filter: SiteFilter): Lines {
  const { settings } = useWorkspace();
  const shelf = useShelf();
  const catalogue = useCatalogue();
  const { value: tags } = useLive(() => allTags(db), []);
  const { value: decisions = NONE } = useLive(() => allDecisions(db), []);
  const lines = useMemo(() => linesOf(shelf.rows, { tags: tags ?? new Map(), decisions, reportOnly: settings.reportOnly }), [shelf.rows, tags, decisions, settings.reportOnly]);
  const categories = useMemo(() => new Map(catalogue.map(({ id, category }) => [id, category])), [catalogue]);
  const shown = useMemo(() => applyFilter(lines, filter, (rule) => categories.get(rule)), [lines, filter, categories]);
  return { shelf, lines, shown, decisions };
}
