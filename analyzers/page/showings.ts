/**
 * What only time tells of a page: when a question was asked and asked again, when an overlay came, could be closed and
 * went. Told of every reading and every press, it completes the snapshots; it reads no clock.
 */
import type { ConsentSurface, EpochMs, Overlay, OverlayClose, PageSurface } from '../artifacts';
import { LIMITS } from '../artifacts';
import type { OverlayReading } from './overlays';
import { isGoodClose } from './overlays';
import type { WallReading } from './walls';

/** What comes this soon after a press is its answer (a reading follows a change within about a second). */
const ANSWER_MS = 2_500;

interface Known {
  shown: { at: EpochMs; byPerson: boolean }[];
  visible: boolean;
  closedAt?: EpochMs;
}

export class Showings {
  private readonly surfaces = new Map<string, Known>();
  private readonly overlays = new Map<string, Overlay>();
  private readonly walls = new Map<string, NonNullable<PageSurface['walls']>[number]>();
  private press = Number.NEGATIVE_INFINITY;
  private closing: { text: string; at: EpochMs } | undefined;

  /**
   * To be told of every trusted press.
   * @param opens whether the press may have asked for something to open: not one that answers a consent question
   * @param closes text of the consent surface whose closing mark was pressed
   */
  onPress(at: EpochMs, opens: boolean, closes?: string): void {
    this.press = opens ? at : Number.NEGATIVE_INFINITY;
    this.closing = closes === undefined ? undefined : { text: closes, at };
  }

  /** Takes note of what is to be seen now. */
  note(at: EpochMs, surfaces: readonly ConsentSurface[], overlays: readonly OverlayReading[], walls: readonly WallReading[]): void {
    const byPerson = at - this.press <= ANSWER_MS;
    this.noteSurfaces(at, surfaces, byPerson);
    this.noteOverlays(at, overlays, byPerson);
    for (const { wall } of walls) {
      const known = this.walls.get(wall.text);
      if (known) known.blocks ||= wall.blocks;
      else if (this.walls.size < LIMITS.overlaysPerSurface) this.walls.set(wall.text, { ...wall, at });
    }
  }

  /** A surface whose answer the person has just pressed: it was in sight, though no reading may have met it there. */
  notePressed(at: EpochMs, { text }: ConsentSurface): void {
    this.showSurface(at, text, at - this.press <= ANSWER_MS);
  }

  /** The snapshot with what is known of its times. */
  complete(page: PageSurface): PageSurface {
    return {
      ...page,
      consentSurfaces: page.consentSurfaces.map((surface) => {
        const known = this.surfaces.get(surface.text);
        if (!known || known.shown.length === 0) return surface;
        return { ...surface, shown: known.shown, ...(known.closedAt === undefined ? {} : { closedAt: known.closedAt }) };
      }),
      ...(this.overlays.size > 0 ? { overlays: [...this.overlays.values()] } : {}),
      ...(this.walls.size > 0 ? { walls: [...this.walls.values()] } : {}),
    };
  }

  /** A single-page site went on to another address: what is gone belongs to the page before. */
  turnPage(): void {
    this.walls.clear();
    for (const [key, overlay] of this.overlays) if (overlay.goneAt !== undefined) this.overlays.delete(key);
  }

  /** Whether an overlay lies over the page that nobody opened and that cannot be closed yet: worth looking at soon again. */
  get isWaiting(): boolean {
    return [...this.overlays.values()].some((overlay) => overlay.goneAt === undefined && !overlay.byPerson && overlay.cover >= 0.5 && !(overlay.close && isGoodClose(overlay.close)));
  }

  private noteSurfaces(at: EpochMs, surfaces: readonly ConsentSurface[], byPerson: boolean): void {
    const seen = new Set(surfaces.filter((surface) => surface.visible).map((surface) => surface.text));
    for (const text of seen) this.showSurface(at, text, byPerson);
    for (const [text, known] of this.surfaces) {
      if (seen.has(text)) continue;
      if (known.visible && this.closing?.text === text) known.closedAt = this.closing.at;
      known.visible = false;
    }
  }

  private showSurface(at: EpochMs, text: string, byPerson: boolean): void {
    const known = this.surfaces.get(text) ?? { shown: [], visible: false };
    if (!known.visible && known.shown.length < LIMITS.showingsPerSurface) known.shown.push({ at, byPerson });
    known.visible = true;
    if (this.surfaces.size < LIMITS.elementsPerSurface) this.surfaces.set(text, known);
  }

  private noteOverlays(at: EpochMs, readings: readonly OverlayReading[], byPerson: boolean): void {
    const seen = new Set<string>();
    for (const { overlay } of readings) {
      const key = `${overlay.id} ${overlay.text.slice(0, 40).replace(/\d+/g, '')}`;
      seen.add(key);
      const known = this.overlays.get(key);
      if (!known && this.overlays.size >= LIMITS.overlaysPerSurface) continue;
      const close = betterClose(known?.close, overlay.close, at);
      this.overlays.set(key, {
        ...overlay, byPerson: known?.byPerson ?? byPerson, firstAt: known?.firstAt ?? at, lastAt: at, cover: Math.max(known?.cover ?? 0, overlay.cover), close,
        otherAnswers: overlay.otherAnswers ?? known?.otherAnswers,
      });
    }
    for (const [key, overlay] of this.overlays) if (!seen.has(key)) overlay.goneAt ??= at;
  }
}

/** The first good one stands, with the moment it was first seen; before that, the newest. */
function betterClose(known: OverlayClose | undefined, close: Omit<OverlayClose, 'at'> | undefined, at: EpochMs): OverlayClose | undefined {
  if (known && (isGoodClose(known) || !close)) return known;
  return close ? { ...close, at } : undefined;
}
