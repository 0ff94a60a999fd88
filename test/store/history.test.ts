import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PolicyDocument } from '../../analyzers/artifacts';
import { Database } from '../../store/database';
import { earlierVersion, keepPolicy, policyHistory, VERSIONS_KEPT } from '../../store/history';

const SITE = 'shop.test';
const policy = (sha256: string, text: string, fetchedAt: number, path = 'privacy') =>
  ({ source: { sha256 }, text, fetchedAt, finalUrl: `https://www.shop.test/${path}` }) as unknown as PolicyDocument;

let db: Database;
beforeEach(() => {
  db = new Database(`test-${Math.random()}`);
});
afterEach(() => db.delete());

describe('the version of a policy on the visit before', () => {
  it('is none where it was never read', async () => {
    expect(await earlierVersion(db, SITE, policy('a', '甲', 10), 9)).toBe('none');
  });

  it('is the same where only bytes, dates and white space differ', async () => {
    await keepPolicy(db, SITE, policy('a', '更新日期：2026年1月1日\n我们收集手机号。', 1));
    expect(await earlierVersion(db, SITE, policy('b', '更新日期：2026年3月1日\n我们 收集手机号。', 10), 9)).toBe('same');
  });

  it('is the one last seen before the visit began, not one of this visit', async () => {
    await keepPolicy(db, SITE, policy('a', '我们收集手机号。', 1));
    await keepPolicy(db, SITE, policy('b', '我们收集手机号和姓名。', 5));
    await keepPolicy(db, SITE, policy('c', '我们收集手机号、姓名和住址。', 20));
    expect(await earlierVersion(db, SITE, policy('d', '我们什么都收集。', 21), 15)).toMatchObject({ lastSeen: 5, document: { source: { sha256: 'b' } } });
  });

  it('is of the same document, not of another one of the site', async () => {
    await keepPolicy(db, SITE, policy('a', '儿童隐私规则。', 1, 'children'));
    expect(await earlierVersion(db, SITE, policy('b', '我们收集手机号。', 10), 9)).toBe('none');
  });
});

describe('the past of a policy', () => {
  const url = `https://www.${SITE}/privacy`;

  it('is unknown where none of it is kept', async () => {
    expect(await policyHistory(db, url)).toBeUndefined();
  });

  it('has no change where only dates and layout differ', async () => {
    await keepPolicy(db, SITE, policy('a', '更新日期：2026年1月1日\n我们收集手机号。', 1));
    await keepPolicy(db, SITE, policy('b', '更新日期：2026年3月1日\n我们 收集手机号。', 5));
    expect(await policyHistory(db, url)).toEqual({ since: 1 });
  });

  it('tells between which days the meaning last changed', async () => {
    await keepPolicy(db, SITE, policy('a', '我们收集手机号。', 1));
    await keepPolicy(db, SITE, policy('a', '我们收集手机号。', 4));
    await keepPolicy(db, SITE, policy('b', '我们收集手机号和住址。', 7));
    await keepPolicy(db, SITE, policy('c', '我们 收集手机号和住址。', 9));
    await keepPolicy(db, SITE, policy('d', '儿童隐私规则。', 10, 'children'));
    expect(await policyHistory(db, url)).toEqual({ since: 1, changed: { from: 4, to: 7 } });
  });
});

describe('the versions kept', () => {
  it('are the newest few of a document', async () => {
    for (let i = 0; i < 12; i++) await keepPolicy(db, SITE, policy(`v${i}`, `第${'一'.repeat(i + 1)}条`, i));
    expect(await db.policies.count()).toBe(VERSIONS_KEPT);
    expect(await db.policies.get('v11')).toBeDefined();
  });

  it('count a text once though its bytes differ on each visit, and remember when it was first seen', async () => {
    for (let i = 1; i <= 3; i++) await keepPolicy(db, SITE, policy(`token${i}`, '我们收集手机号。', i));
    expect((await db.policies.toArray()).map((row) => [row.sha256, row.firstSeen, row.lastSeen])).toEqual([['token3', 1, 3]]);
  });

  it('stay within bounds for a site that gives every visit another address', async () => {
    for (let i = 0; i < 60; i++) await keepPolicy(db, SITE, policy(`u${i}`, '我们收集手机号。', i, `privacy-${i}`));
    expect(await db.policies.count()).toBeLessThanOrEqual(40);
  });
});
