import type { ComponentType } from 'preact';
import { useErrorBoundary, useEffect, useState } from 'preact/hooks';
import { Broken, Loading } from '../../components/dashboard/page';
import type { PageName, Route } from './route';

export interface PageProps {
  route: Route;
}

type Loaded = ComponentType<PageProps>;

const LOADERS: Record<PageName, () => Promise<{ default: Loaded }>> = {
  sites: () => import('./pages/sites'),
  review: () => import('./pages/review'),
  cases: () => import('./pages/cases'),
  packs: () => import('./pages/packs'),
  rules: () => import('./pages/rules'),
  data: () => import('./pages/data'),
};

/** Pages that are loaded already. */
const loaded = new Map<PageName, Loaded>();

/** The page of a route. One that fails to load or to draw leaves the navigation standing. */
export function LazyPage({ route }: PageProps) {
  const [, setRound] = useState(0);
  const [failed, setFailed] = useState<PageName>();
  const again = (): void => {
    setFailed(undefined);
    setRound((round) => round + 1);
  };
  const Page = loaded.get(route.page);
  useEffect(() => {
    if (Page || failed === route.page) return;
    let over = false;
    LOADERS[route.page]()
      .then(({ default: page }) => {
        loaded.set(route.page, page);
        if (!over) setRound((round) => round + 1);
      })
      .catch(() => !over && setFailed(route.page));
    return () => {
      over = true;
    };
  }, [route.page, failed, Page]);

  if (failed === route.page) return <Broken onRetry={again} />;
  return Page ? (
    <Guard key={[route.page, ...route.parts.slice(0, 1)].join('/')}>
      <Page route={route} />
    </Guard>
  ) : (
    <Loading />
  );
}

function Guard({ children }: { children: preact.ComponentChildren }) {
  const [error, reset] = useErrorBoundary((thrown) => console.warn('mingshi: a page could not be drawn:', thrown));
  return error === undefined ? <>{children}</> : <Broken onRetry={reset} />;
}
