/** What views of complaints, letters and packs ask of the browser; the extension's pages give it to them. */
import type { ServiceGuess } from '../../analyzers/artifacts';
import type { Case } from '../../analyzers/complaint/case';
import type { MaskedItem } from '../../analyzers/complaint/personal';
import type { PackFile, PartId } from '../../analyzers/evidence/parts';
import type { TakenScreenshot } from '../../analyzers/evidence/screenshots';
import type { SiteReport } from '../../analyzers/report';

/** What a pack is to hold. */
export interface PackWishes {
  complaint: string;
  letter?: string;
  without: readonly PartId[];
  screenshots: TakenScreenshot[];
  /** Ids of masked values to stand in full. */
  shown: readonly string[];
}

export interface PackPlan {
  parts: { part: PartId; files: PackFile[] }[];
  bytes: number;
  isTooLarge: boolean;
  masked: MaskedItem[];
}

export interface ComplaintActions {
  /** False where the browser refused. */
  copy(text: string): Promise<boolean>;
  saveText(text: string, name: string): void;
  saveWord(text: string, name: string): void;
  print(title: string, text: string): Promise<void>;
  /** What a pack would hold; undefined where there is no visit to pack. */
  packParts(wishes: PackWishes): Promise<PackPlan | undefined>;
  savePack(wishes: PackWishes): Promise<'saved' | 'too-large' | 'failed'>;
  /** Keeps a case in the diary and answers its id; undefined where the disk refused. */
  keep(report: SiteReport, findings: readonly string[], more: Partial<Pick<Case, 'letter' | 'promised' | 'complaint' | 'steps' | 'remind'>>): Promise<string | undefined>;
  openDiary(id?: string): void;
  /** Asks the browser for the permission to show notifications. */
  askToRemind(): Promise<boolean>;
  /** Pictures the page, personal values covered or not; absent where no page is at hand. */
  capture?(wish: { selector?: string; hide: boolean }): Promise<{ bytes: Uint8Array } | { problem: 'no-element' | 'not-possible' }>;
  /** What the page seems to be for. */
  guess?(): Promise<ServiceGuess | undefined>;
  /** Has the visit judged by what the person says the page is for. */
  confirm?(service: string): Promise<boolean>;
}
