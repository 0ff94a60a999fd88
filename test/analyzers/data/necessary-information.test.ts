import { describe, expect, it } from 'vitest';
import { NECESSARY_SINCE, serviceType, serviceTypes } from '../../../analyzers/data/necessary-information';
import { SERVICE_WORDS } from '../../../analyzers/page/service-words';

describe('necessary information', () => {
  it('holds the 39 numbered types once each, dated', () => {
    const numbers = serviceTypes().flatMap((type) => type.number ?? []);
    expect(new Set(numbers).size).toBe(39);
    expect(numbers).toHaveLength(39);
    expect(NECESSARY_SINCE).toBe('2021-05-01');
  });

  it('never calls a kind needed and needless at once', () => {
    expect(serviceTypes().filter((type) => type.needs.some((kind) => type.unneeded.includes(kind))).map((type) => type.id)).toEqual([]);
  });

  it('knows every service that words can show', () => {
    expect(SERVICE_WORDS.map(([id]) => id).filter((id) => serviceType(id) === undefined)).toEqual([]);
  });
});
