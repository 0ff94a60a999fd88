/** What sites can be exported as. */
export const FORMATS = ['xlsx', 'csv', 'json', 'print', 'worksheet'] as const;
export type Format = (typeof FORMATS)[number];
