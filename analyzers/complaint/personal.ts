/**
 * Personal values in free text: found by their form, masked, and shown again only where the person says so. Masks keep
 * enough to recognise one's own value and too little to know another's.
 */
import { strToU8 } from 'fflate';
import { sha256Hex } from '../evidence/digest';

export type PersonalKind = 'phone' | 'id-number' | 'card' | 'email' | 'name' | 'address' | 'token';

/** A value that was masked. */
export interface MaskedItem {
  /** Tells equal values apart from others within one session of writing; never written into a draft or pack. */
  id: string;
  kind: PersonalKind;
  mask: string;
}

/** The order counts: a longer number is looked for before the shorter one it may hold. */
const PATTERNS: readonly { kind: PersonalKind; pattern: RegExp; mask: (value: string, groups: string[]) => string }[] = [
  { kind: 'token', pattern: /(?<![\w-])[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}(?![\w-])/gi, mask: (value) => `${value.slice(0, 4)}…(${value.length})` },
  { kind: 'token', pattern: /(?<![\w-])(?=[A-Za-z_]{0,60}\d)(?=\d{0,60}[A-Za-z_])\w{24,200}(?!\w)/g, mask: (value) => `${value.slice(0, 4)}…(${value.length})` },
  { kind: 'phone', pattern: /(?<!\d)(1[3-9]\d)([ -]?)\d{4}\2(\d{4})(?!\d)/g, mask: (_value, [head, gap, tail]) => `${head}${gap}****${gap}${tail}` },
  { kind: 'id-number', pattern: /(?<!\d)\d{6}(?:19|20)\d{2}[01]\d[0-3]\d{4}[\dXx](?!\d)/g, mask: maskNumber },
  { kind: 'card', pattern: /(?<!\d)\d{15,18}[\dXx](?!\d)/g, mask: maskNumber },
  { kind: 'email', pattern: /(?<![A-Za-z0-9._%+-])([A-Za-z0-9])[A-Za-z0-9._%+-]{0,63}@/g, mask: (_value, [first]) => `${first}***@` },
  { kind: 'name', pattern: /((?:姓名|收[货件]人|联系人|持卡人|户主|业主)[:：]\s?)([\u4e00-\u9fa5])[\u4e00-\u9fa5]{1,3}(?![\u4e00-\u9fa5])/g, mask: (_value, [label, first]) => `${label}${first}**` },
  { kind: 'name', pattern: /((?:[您你]好|欢迎[您你]?(?:回来)?|尊敬的)[，,\s]?)([\u4e00-\u9fa5])[\u4e00-\u9fa5]{1,2}(?=先生|女士|小姐|同学|老师)/g, mask: (_value, [greeting, first]) => `${greeting}${first}**` },
  // A name that stands before a number which is masked already: a row of a list.
  { kind: 'name', pattern: /(?<![\u4e00-\u9fa5])(?!手机|电话|身份|证件|号码|联系|账号|帐号|卡号|银行)([\u4e00-\u9fa5])[\u4e00-\u9fa5]{1,3}(?=[ \t]{1,3}\d{3,4}\*{4})/g, mask: (_value, [first]) => `${first}**` },
  { kind: 'address', pattern: /((?:收货|家庭|居住|通讯|联系)?(?:地址|住址)[:：]\s?)([\u4e00-\u9fa5]{2})[\u4e00-\u9fa5\dA-Za-z-]{4,60}/g, mask: (_value, [label, first]) => `${label}${first}****` },
];

/** What personal values look like, for those who hide them otherwise than by a mask. */
export const PERSONAL_PATTERNS: readonly RegExp[] = PATTERNS.map(({ pattern }) => pattern);

function maskNumber(value: string): string {
  return `${value.slice(0, 4)}********${value.slice(-4)}`;
}

/** Masks personal values in texts and remembers which, so that a person can see them and have single ones shown. */
export class Redactor {
  private readonly items = new Map<string, MaskedItem>();

  /** @param shown ids of the items that the person wants to stand in full. */
  constructor(private readonly shown: ReadonlySet<string> = new Set()) {}

  /** What was found so far, shown ones included, each once. */
  get found(): MaskedItem[] {
    return [...this.items.values()];
  }

  /** The text with every personal value masked that is not to be shown. */
  mask(text: string): string {
    let rest = text;
    // What is shown must not be masked by a later pattern: it is set aside until the end.
    const kept: string[] = [];
    for (const { kind, pattern, mask } of PATTERNS) {
      rest = rest.replace(pattern, (value: string, ...groups: unknown[]) => {
        const parts = groups.filter((part): part is string => typeof part === 'string').slice(0, -1);
        const masked = mask(value, parts);
        const id = sha256Hex(strToU8(`${kind}\u0000${value}`)).slice(0, 16);
        this.items.set(id, { id, kind, mask: masked });
        if (!this.shown.has(id)) return masked;
        kept.push(value);
        return `\ue000${kept.length - 1}\ue001`;
      });
    }
    return kept.length === 0 ? rest : rest.replace(/\ue000(\d{1,6})\ue001/g, (_, index: string) => kept[Number(index)] ?? '');
  }
}

/** Masks all personal values of a text. */
export function maskPersonal(text: string): string {
  return new Redactor().mask(text);
}
