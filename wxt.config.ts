import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

/** Everything a page may load is looked at, sockets included; which sites are observed is the person's choice (pause). */
const HOSTS = ['<all_urls>'];

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  vite: () => ({ plugins: [preact()], build: { target: 'es2022' } }),
  manifest: ({ browser, manifestVersion }) => ({
    name: '__MSG_name__',
    short_name: '__MSG_shortName__',
    description: '__MSG_description__',
    default_locale: 'zh_CN',
    permissions: [
      'webRequest',
      'storage',
      'unlimitedStorage',
      ...(browser === 'firefox' ? [] : ['offscreen']),
      ...(manifestVersion === 2 ? HOSTS : []),
    ],
    ...(manifestVersion === 3 ? { host_permissions: HOSTS, minimum_chrome_version: '120' } : {}),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: { id: 'mingshi@mingshi.example', strict_min_version: '140.0', data_collection_permissions: { required: ['none'] } },
          },
        }
      : {}),
  }),
});
