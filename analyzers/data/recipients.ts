/** Who receives data on the Chinese web: owners, their domains, what each serves for, and the names policies use for them. */
import type { RecipientRole } from '../report';

export interface Service {
  role: RecipientRole;
  /** Host suffixes; the longest that fits a host decides. */
  domains: readonly string[];
  /** Product names a policy may use for this service. */
  names?: readonly string[];
}

export interface Owner {
  id: string;
  /** Legal name. */
  name: string;
  /** Short names of the company a policy may use. */
  names: readonly string[];
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** Where domains and names are from. */
  source: string;
  services: readonly Service[];
}

export const OWNERS: readonly Owner[] = [
  {
    id: 'baidu', name: '北京百度网讯科技有限公司', names: ['百度', 'Baidu'], country: 'CN', source: "owner's developer documentation (tongji.baidu.com, lbsyun.baidu.com)",
    services: [
      { role: 'analytics', domains: ['hm.baidu.com', 'hmcdn.baidu.com', 'tongji.baidu.com'], names: ['百度统计', '百度移动统计'] },
      { role: 'unknown', domains: ['baidu.com'] },
    ],
  },
];
