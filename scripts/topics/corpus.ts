/** Sentences with topics: one `<policy>.jsonl` a policy, a line `{ "text", "label": [names] }` each, in the order of the policy. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Column } from '../../analyzers/policy/topics/model';
import { ZH } from '../../analyzers/policy/zh';

/** Names of the labels of CAPP-130. */
const LABELS: Record<Column, string> = {
  collection: '数据收集', permissions: '权限获取', sharing: '共享、委托、转让、公开（披露）', use: '使用', storage: '存储方式', security: '安全措施',
  'special-groups': '特殊人群', control: '数据、权限管理', contact: '联系方式', changes: '隐私政策的授权、修改与变更', closing: '停止运营', important: '摘要',
};

export interface LabelledSentence {
  /** Folded as the product folds it. */
  text: string;
  columns: ReadonlySet<Column>;
}

export interface LabelledPolicy {
  id: string;
  sentences: LabelledSentence[];
}

/** All policies of the folder, by name. */
export function readCorpus(folder: string): LabelledPolicy[] {
  const columns = Object.entries(LABELS) as [Column, string][];
  return readdirSync(folder).filter((name) => name.endsWith('.jsonl')).sort().map((name) => ({
    id: name,
    sentences: readFileSync(join(folder, name), 'utf8').trim().split('\n').map((line) => {
      const { text, label } = JSON.parse(line) as { text: string; label: string[] };
      return { text: ZH.fold(text).text, columns: new Set(columns.filter(([, called]) => label.includes(called)).map(([column]) => column)) };
    }),
  }));
}
