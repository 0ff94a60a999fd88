import type { ComponentChildren, ComponentType } from 'preact';
import { useErrorBoundary, useEffect, useState } from 'preact/hooks';
import { Broken, Loading } from '../../components/dashboard/page';
import type { PageName, Route } from './route';

export interface PageProps {
  route: Route;
}

type Loaded = ComponentType<PageProps>;
type Chunk = PageName | 'site';

const LOADERS: Record<Chunk, () => Promise<{ default: Loaded }>> = {
  sites: () => import('./pages/sites'),
  site: () => import('./pages/site'),
  review: () => import('./pages/review'),
  pictures: () => import('./pages/pictures'),
  cases: () => import('./pages/cases'),
  packs: () => import('./pages/packs'),
  rules: () => import('./pages/rules'),
  data: () => import('./pages/data'),
};

/** Pages that are loaded already. */
const loaded = new Map<Chunk, Loaded>();

/** The page of a route. One that fails to load or to draw leaves the navigation standing. */
export function LazyPage({ route }: PageProps) {
  const [, setRound] = useState(0);
  const [failed, setFailed] = useState<Chunk>();
  const chunk: Chunk = route.page === 'sites' && route.parts.length > 0 ? 'site' : route.page;
  const again = (): void => {
    setFailed(undefined);
    setRound((round) => round + 1);
  };
  const Shown = loaded.get(chunk);
  useEffect(() => {
    if (Shown || failed === chunk) return;
    let over = false;
    LOADERS[chunk]()
      .then(({ default: page }) => {
        loaded.set(chunk, page);
        if (!over) setRound((round) => round + 1);
      })
      .catch(() => !over && setFailed(chunk));
    return () => {
      over = true;
    };
  }, [chunk, failed, Shown]);

  if (failed === chunk) return <Broken onRetry={again} />;
  return Shown ? (
    <Guard key={[chunk, ...route.parts.slice(0, 1)].join('/')}>
      <Shown route={route} />
    </Guard>
  ) : (
    <Loading />
  );
}

function Guard({ children }: { children: ComponentChildren }) {
  const [error, reset] = useErrorBoundary((thrown) => console.warn('mingshi: a page could not be drawn:', thrown));
  return error === undefined ? <>{children}</> : <Broken onRetry={reset} />;
}
