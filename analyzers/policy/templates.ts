/**
 * Policies found as the sources of pages (PHP, JSP, ASP, Vue, JSX, mini programs): takes the program out and leaves HTML.
 * A small reader for well-formed sources; what it does not understand stays as text and harms nothing.
 */

/** How a source is written. */
export type TemplateKind = 'server' | 'component' | 'jsx';

/** Longest piece of program that is taken out as one; a longer one is an unclosed mark. */
const PROGRAM_CHARS = 200_000;

/** HTML from the source of a page. */
export function stripTemplate(source: string, kind: TemplateKind): string {
  const withoutServer = cutBetween(cutBetween(cutBetween(source, '<%--', '--%>'), '<%', '%>'), '<?', '?>', (at) => !source.startsWith('<?xml', at));
  // Includes of static site generators: @@include("…", { … }), alone on their line.
  if (kind === 'server') return dropMustache(withoutServer.replace(/^[^\S\n]{0,40}@@?include\([^\n]{0,2000}\)\s{0,5}$/gm, ''));
  if (kind === 'component') return `${dropMustache(openTemplates(withoutServer))}\n${stringsOfScripts(withoutServer)}`;
  return stripJsx(withoutServer);
}

/** Whether a text that is called HTML holds server marks. */
export function hasServerMarks(source: string): boolean {
  return /<%|<\?(?!xml)|^\s{0,40}@@?include\(/m.test(source.slice(0, 200_000));
}

/** What the source of a component or of a mini program's page begins with, comments apart. */
const COMPONENT = /^\ufeff?(?:\s|<!--(?:(?!-->)[\s\S]){0,2000}-->){0,40}<(?:template|view|scroll-view|page-meta|navigation-bar|wxs|block)[\s>]/i;
/** What a module with JSX begins with, and how it gives its page back. */
const MODULE = /^\ufeff?\s{0,40}(?:['"]use client['"];?\s{0,40})?(?:import|export|const)\s/;
const RETURNS_MARKUP = /(?:return\s{0,20}\(?|=>\s{0,20}\(?)\s{0,40}<[a-zA-Z>]/;

/** How a text is written that its name does not tell: the source of a component, of a module with JSX, or neither. */
export function sourceKind(source: string): Exclude<TemplateKind, 'server'> | undefined {
  const head = source.slice(0, 20_000);
  if (/<(?:html|body)[\s>]/i.test(head)) return undefined;
  if (COMPONENT.test(head)) return 'component';
  return MODULE.test(head) && RETURNS_MARKUP.test(head) ? 'jsx' : undefined;
}

/** Cuts out everything from `open` to the next `close`, one pass. An unclosed mark is left alone. */
function cutBetween(text: string, open: string, close: string, when: (at: number) => boolean = () => true): string {
  let result = '';
  let from = 0;
  for (;;) {
    const start = text.indexOf(open, from);
    if (start < 0) break;
    const end = text.indexOf(close, start + open.length);
    if (end < 0 || end - start > PROGRAM_CHARS) break;
    result += text.slice(from, start);
    if (!when(start)) result += text.slice(start, end + close.length);
    from = end + close.length;
  }
  return result + text.slice(from);
}

/** `{{ … }}` shows a value that only the running page knows. */
function dropMustache(text: string): string {
  return cutBetween(text, '{{', '}}');
}

/** Parsers hide what stands in <template>; in a component it is the page. */
export function openTemplates(text: string): string {
  return text.replace(/<(\/?)template(?=[\s>])/gi, '<$1div');
}

/** Chinese string literals in a component's script, the strings of one object literal as a row: tables are often filled from there. */
function stringsOfScripts(source: string): string {
  const rows: string[] = [];
  let from = 0;
  for (;;) {
    const open = source.indexOf('<script', from);
    const start = open < 0 ? -1 : source.indexOf('>', open);
    const end = start < 0 ? -1 : source.indexOf('</script', start);
    if (end < 0) break;
    for (const row of literalRows(source.slice(start + 1, end))) rows.push(row);
    from = end + 9;
  }
  return rows.length ? `<table>${rows.join('')}</table>` : '';
}

/** One table row for each object literal with at least two Chinese strings, a paragraph for each other Chinese string. */
function literalRows(script: string): string[] {
  const out: string[] = [];
  let object: string[] = [];
  const close = () => {
    if (object.length >= 2) out.push(`<tr>${object.map((text) => `<td>${text}</td>`).join('')}</tr>`);
    object = [];
  };
  for (let i = 0; i < script.length; i++) {
    const char = script[i] ?? '';
    if (char === '/' && script[i + 1] === '/') {
      const end = script.indexOf('\n', i);
      i = end < 0 ? script.length : end;
    } else if (char === '/' && script[i + 1] === '*') {
      const end = script.indexOf('*/', i + 2);
      i = end < 0 ? script.length : end + 1;
    } else if (char === '{' || char === '}') close();
    else if (char === "'" || char === '"' || char === '`') {
      const end = endOfLiteral(script, i);
      const text = script.slice(i + 1, end).replace(/\\[nrt]/g, ' ').replace(/\\(.)/g, '$1');
      if ((text.match(/[\u4e00-\u9fff]/g) ?? []).length >= 2) object.push(escapeMarkup(text));
      i = end;
    }
  }
  close();
  return out;
}

function endOfLiteral(script: string, start: number): number {
  const quote = script[start];
  for (let i = start + 1; i < script.length; i++) {
    if (script[i] === '\\') i++;
    else if (script[i] === quote || (script[i] === '\n' && quote !== '`')) return i;
  }
  return script.length;
}

function escapeMarkup(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

/** Whether an element may begin at a place of program text; elsewhere `<` compares or opens type arguments. */
function mayBeginElement(source: string, at: number): boolean {
  let i = at - 1;
  while (i >= 0 && at - i < 200 && /\s/.test(source[i] ?? '')) i--;
  return i < 0 || '([{,?:&|=>;}'.includes(source[i] ?? '') || /\b(?:return|default)$/.test(source.slice(Math.max(0, i - 8), i + 1));
}

/** Elements without an end tag. */
const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);

/**
 * The markup of a JSX source: elements and their text, with program text taken out. Chinese strings inside elements are kept in their place;
 * those outside (data of lists and tables) follow as table rows.
 */
function stripJsx(source: string): string {
  let out = '';
  let outside = '';
  /** Open scopes: program text (with its open braces) or the content of an element. */
  const scopes: ({ program: true; braces: number } | { program: false; open: number })[] = [{ program: true, braces: 0 }];
  let i = 0;
  while (i < source.length) {
    const scope = scopes[scopes.length - 1];
    if (!scope) break;
    const char = source[i] ?? '';
    if (scope.program) {
      const top = scopes.length === 1;
      if (char === '/' && (source[i + 1] === '/' || source[i + 1] === '*')) {
        const close = source[i + 1] === '/' ? '\n' : '*/';
        const end = source.indexOf(close, i + 2);
        i = end < 0 ? source.length : end + close.length;
      } else if (char === '"' || char === "'" || char === '`') {
        const end = endOfLiteral(source, i);
        const text = source.slice(i + 1, end);
        if (top) outside += source.slice(i, end + 1);
        else if (/^\s+$/.test(text) || /[\u4e00-\u9fff]/.test(text)) out += escapeMarkup(text);
        i = end + 1;
      } else if (char === '<' && /[a-zA-Z>]/.test(source[i + 1] ?? '') && mayBeginElement(source, i)) {
        scopes.push({ program: false, open: 0 });
      } else {
        if (char === '{') scope.braces++;
        if (char === '}' && scope.braces-- === 0 && !top) scopes.pop();
        if (top && (char === '{' || char === '}')) outside += char;
        i++;
      }
      continue;
    }
    if (char === '{') {
      scopes.push({ program: true, braces: 0 });
      i++;
    } else if (char === '<') {
      const tag = readTag(source, i);
      out += tag.markup;
      i = tag.end;
      scope.open += tag.closes ? -1 : tag.void ? 0 : 1;
      if (scope.open <= 0) scopes.pop();
    } else {
      out += char;
      i++;
    }
  }
  return `${out}\n<table>${literalRows(outside).join('')}</table>`;
}

/** One tag of JSX as HTML, attributes with program values left out. */
function readTag(source: string, start: number): { markup: string; end: number; closes: boolean; void: boolean } {
  const closes = source[start + 1] === '/';
  const name = /^[\w.-]{0,60}/.exec(source.slice(start + (closes ? 2 : 1), start + 64))?.[0] ?? '';
  let i = start + (closes ? 2 : 1) + name.length;
  let attributes = '';
  let braces = 0;
  let slash = false;
  for (; i < source.length; i++) {
    const char = source[i] ?? '';
    if (char === '"' || char === "'" || char === '`') {
      const end = endOfLiteral(source, i);
      if (braces === 0) attributes += source.slice(i, end + 1);
      i = end;
    } else if (char === '{') {
      if (braces++ === 0) attributes += '""';
    } else if (char === '}') braces--;
    else if (braces === 0 && char === '>') break;
    else if (braces === 0 && char === '/') slash = true;
    else if (braces === 0) attributes += char;
  }
  // Components and fragments are boxes of unknown sort; a link component is a link.
  const html = name === '' || /^[A-Z]/.test(name) ? (/^(?:Link|NavLink|Anchor)$/.test(name) ? 'a' : /Text|Trans|Strong|Span/.test(name) ? 'span' : 'div') : name;
  const plain = attributes.replace(/\bclassName=/g, 'class=').replace(/\bto=/g, 'href=').replace(/\browSpan=/g, 'rowspan=').replace(/\bcolSpan=/g, 'colspan=');
  const isVoid = slash || VOID.has(html);
  return {
    markup: closes ? `</${html}>` : `<${html}${plain}>${slash && !VOID.has(html) ? `</${html}>` : ''}`,
    end: i + 1,
    closes,
    void: isVoid,
  };
}
