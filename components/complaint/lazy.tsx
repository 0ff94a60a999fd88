import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ComplaintActions } from './actions';
import type { ComplaintEditorProps } from './editor';
import { useSpeech } from '../language';

export interface LazyComplaintProps extends Omit<ComplaintEditorProps, 'actions'> {
  /** Loads what the view can do in the browser. */
  actions: () => Promise<ComplaintActions>;
}

let View: ComponentType<ComplaintEditorProps> | undefined;

/** The complaint view, loaded when it is first opened: the verdict must not wait for it. */
export function LazyComplaint({ actions, ...props }: LazyComplaintProps) {
  const { t } = useSpeech();
  const [ready, setReady] = useState<ComplaintActions>();
  const [isBroken, setBroken] = useState(false);
  useEffect(() => {
    let over = false;
    Promise.all([actions(), import('./editor')]).then(
      ([loaded, { ComplaintEditor }]) => {
        View = ComplaintEditor;
        if (!over) setReady(loaded);
      },
      () => !over && setBroken(true),
    );
    return () => {
      over = true;
    };
  }, []);
  if (ready && View) return <View {...props} actions={ready} />;
  return <p role="status">{t(isBroken ? 'complaint.ui.broken' : 'complaint.ui.loading')}</p>;
}
