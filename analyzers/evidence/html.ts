/** Text as HTML: for pages that are made as strings. */

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Escapes text for element content and quoted attributes; control characters that HTML does not know are dropped. */
export function escapeHtml(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r]/gu, '').replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}

/** A page that stands alone: no script, no outside address, by its own policy too. */
export function standalonePage({ lang, title, css, body }: { lang: string; title: string; css: string; body: string }): string {
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(lang)}">`,
    `<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)}</title>`,
    `<style>${css.replace(/<\/style/gi, '')}</style></head>`,
    `<body>${body}</body></html>`,
    '',
  ].join('\n');
}
