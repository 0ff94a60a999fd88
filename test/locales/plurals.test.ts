import { expect, it } from 'vitest';
import '../../locales/dashboard';
import { translate } from '../../locales/index';

it.each([[0, '0 sites'], [1, '1 site'], [2, '2 sites']])('%i is told by its number', (count, words) => {
  expect(translate('en', 'dashboard.sites.forgotten', { count })).toContain(words);
  expect(translate('zh-CN', 'dashboard.sites.forgotten', { count })).toContain(`${count} 个网站`);
});
