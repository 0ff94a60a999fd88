/** What a page is for, where a finding hangs on it: guessed from its words, and confirmed or corrected by the person. */
import type { ServiceGuess, Visit } from '../artifacts';
import { ownSurfaces } from '../page/judging';
import { functionOf } from '../page/service';

/** What the latest page of a visit seems to be for, a form's own function before the page's. */
export function pageFunctionOf(visit: Visit): ServiceGuess | undefined {
  const guesses = ownSurfaces(visit)
    .reverse()
    .flatMap((surface) => [...surface.forms.filter(({ visible }) => visible).flatMap((form) => functionOf(surface, form) ?? []), ...(surface.service ? [surface.service] : [])]);
  return guesses.find(({ certainty }) => certainty === 'confirmed') ?? guesses.find(({ certainty }) => certainty === 'shown') ?? guesses[0];
}
