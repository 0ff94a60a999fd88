/** Whether a page is itself a privacy policy: its name says so and its text has rules. */
import { fold, textOf } from './dom';
import type { Scan } from './scan';

const NAMES_POLICY = /隐私(?:权)?(?:保护)?(?:政策|声明|条款|协议|指引|说明|规则|权声明)|个人信息(?:保护|处理)(?:政策|声明|规则|指引)|法律声明及隐私|\bprivacy (?:policy|notice|statement)\b/i;
/** Shorter texts are a notice or a shell. */
const MIN_CHARS = 800;
/** What policies speak of; a page of another sort seldom has four of them. */
const SUBJECTS = [
  /收集|\bcollect/i, /个人信息|个人资料|\bpersonal (?:data|information)/i, /共享|提供给|第三方|\bshar(?:e|ing)|third part/i, /存储|保存|保留|\b(?:store|retain|retention)/i,
  /cookie/i, /更正|删除|注销|撤回|查阅|\b(?:access|delete|erase|rectif|withdraw)/i, /未成年|儿童|监护人|\bchildren|minor/i, /联系我们|联系方式|\bcontact us/i,
];

/** What documents of an operator end their names with. */
const NAMES_DOCUMENT = /^[^，。！？!?]{0,30}(?:协议|条款|须知|声明|政策|规则|公约|规范|章程)(?:》|（[^）]{0,12}）|\([^)]{0,12}\))?$|^[^.!?]{0,40}\b(?:terms(?: (?:of|and) [\w ]{3,20})?|agreement|policy|conditions|disclaimer)$/i;

/** Whether the page is a document of the operator (an agreement, a statement): its title or first headings are a document's name, and it asks for nothing. */
export function isDocumentPage(document: Document, scan: Scan): boolean {
  if (scan.fields.length > 1 || scan.boxes.length > 0) return false;
  const names = [document.title.split(/[-_|—–·]/)[0] ?? '', ...scan.headings.slice(0, 2).map((heading) => textOf(heading, 80))];
  return names.some((name) => NAMES_DOCUMENT.test(fold(name)));
}

/** Whether the page bears the name of a policy, whatever stands on it. */
export function namesPolicy(document: Document, scan: Scan): boolean {
  return [document.title.split(/[-_|｜—–·]/)[0] ?? '', ...scan.headings.slice(0, 2).map((heading) => textOf(heading, 60))].some((name) => name.trim().length <= 30 && NAMES_POLICY.test(name));
}

export function looksLikePolicy(document: Document, scan: Scan): boolean {
  if (scan.totalText < MIN_CHARS) return false;
  const names = [document.title, ...scan.headings.slice(0, 6).map((heading) => textOf(heading, 80))];
  if (!names.some((name) => name.length <= 80 && NAMES_POLICY.test(name))) return false;
  const root = document.body ?? document.documentElement;
  const text = root ? textOf(root, 20_000) : '';
  return SUBJECTS.filter((subject) => subject.test(text)).length >= 5;
}
