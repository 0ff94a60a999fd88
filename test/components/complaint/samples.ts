/** What complaint views can do in a test: nothing, and say that it worked. */
import type { ComplaintActions } from '../../../components/complaint/actions';

export function actions(over: Partial<ComplaintActions> = {}): ComplaintActions {
  return {
    copy: async () => true,
    saveText: () => undefined,
    saveWord: () => undefined,
    print: async () => undefined,
    packParts: async () => ({ parts: [{ part: 'report', files: [{ path: 'report.html', bytes: 2_048 }] }, { part: 'complaint', files: [{ path: 'complaint.txt', bytes: 900 }] }], bytes: 2_948, isTooLarge: false, masked: [] }),
    savePack: async () => 'saved',
    keep: async () => 'c1',
    openDiary: () => undefined,
    askToRemind: async () => true,
    ...over,
  };
}
