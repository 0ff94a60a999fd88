/**
 * Fills the forms of a page with made-up values, to see what leaves before anybody sends them. Nothing is ever sent: values are
 * typed as a person types them, fields are left by the tab key, and no button is pressed.
 */
import type { FieldKind, FormField, PageSurface } from '../../analyzers/artifacts';
import type { BrowserSession, VisitAnswer } from '../browser/session';
import { StepError } from '../steps';
import type { PlantedField } from './record';

/** Fields filled on one page at most. */
const MOST_FIELDS = 25;

/**
 * The made-up values by kind of field. They pass the checks that forms make, and belong to nobody: the mail domain is reserved
 * for examples (RFC 2606), the id number's birthday lies in the future of its region code, the card's number is a test number of
 * its network, and every text says where it comes from.
 */
const VALUES: Partial<Record<FieldKind, string>> = {
  name: '明示测',
  phone: '19900009527',
  email: 'mingshi-probe@example.com',
  'id-number': '830000209912310012',
  passport: 'E99999999',
  'bank-card': '6250946000000016',
  address: '明示测试路1号',
  birthday: '2099-12-31',
  age: '29',
  income: '9527',
  occupation: '明示测试员',
  education: '明示测试',
  school: '明示测试学校',
  grade: '三年级',
  ethnicity: '汉族',
  health: '明示测试，无',
  'emergency-contact': '19900009528',
  'child-name': '明示童',
  'child-birthday': '2099-12-31',
  'child-school': '明示测试小学',
  plate: '京A00000',
  wechat: 'mingshi_probe_wx',
  qq: '9527009527',
  username: 'mingshi_probe',
  password: 'Mingshi-Probe-9527',
  message: '明示测试，请忽略',
};

/** The value that is planted into a field of this kind; undefined for kinds that are left alone (codes, searches, files). */
export function plantedValue(kind: FieldKind): string | undefined {
  return VALUES[kind];
}

/** Fills what the extension reads as fields of the present page. @returns each field it tried. */
export async function plant(session: BrowserSession, look: () => Promise<VisitAnswer>): Promise<PlantedField[]> {
  const [answer, here] = [await look(), await session.address()];
  const page = 'error' in answer ? undefined : answer.visit.surfaces.findLast(({ url }) => url === here);
  if (!page) return [];
  const planted: PlantedField[] = [];
  for (const field of fieldsOf(page)) {
    const value = plantedValue(field.kind)!;
    const entry: PlantedField = { kind: field.kind, label: field.label.slice(0, 80), selector: field.selector, pageUrl: page.url, at: Date.now(), value };
    planted.push(entry);
    try {
      await session.perform({ do: 'type', selector: field.selector, text: value });
      await session.leaveField();
    } catch (error) {
      entry.problem = error instanceof StepError ? error.code : String(error).slice(0, 200);
    }
    // A page that goes elsewhere while it is filled in is not filled in any further.
    if ((await session.address()) !== here) break;
  }
  return planted;
}

/** Fields worth filling: each once, those of search forms left out. */
function fieldsOf(page: PageSurface): FormField[] {
  const seen = new Set<string>();
  return page.forms
    .filter(({ purpose }) => purpose !== 'search')
    .flatMap(({ fields }) => fields)
    .filter((field) => {
      if (!field.visible || plantedValue(field.kind) === undefined || seen.has(field.selector)) return false;
      seen.add(field.selector);
      return true;
    })
    .slice(0, MOST_FIELDS);
}
