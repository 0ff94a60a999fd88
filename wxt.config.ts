import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { makeSmaller } from './scripts/smaller-zip';

/** Everything a page may load is looked at, sockets included; which sites are observed is the person's choice (pause). */
const HOSTS = ['<all_urls>'];

const inModules = (path: string): string => fileURLToPath(new URL(`node_modules/${path}`, import.meta.url));

const PLAIN_BROWSER = inModules('wxt/dist/browser.mjs');

/** What stands for WXT's context of a content script. */
const NO_CONTEXT = '\0mingshi:no-context';

/**
 * Scripts in pages run in every document of every frame, beside pages that may be hostile, so they hold what they need and no more:
 * no promises for message answers, which is what the polyfill is for; nothing that WXT puts in because a name looks like one of
 * its own; and not its context, which tells each page of the extension by event and message, and stops on the page's word.
 */
function onlyWhatPagesNeed(): Plugin {
  return {
    name: 'mingshi:only-what-pages-need',
    enforce: 'pre',
    resolveId(id) {
      if (id === '@wxt-dev/webextension-polyfill/browser') return PLAIN_BROWSER;
      if (id === 'wxt/utils/content-script-context') return NO_CONTEXT;
      if (id === 'wxt/utils/storage') this.error('a variable named `storage` brings all of @wxt-dev/storage into every page; give it another name');
      return null;
    },
    load: (id) => (id === NO_CONTEXT ? 'export class ContentScriptContext {}' : null),
  };
}

/** What every lazy import calls; left to itself it lands beside the grammar, and each page that loads anything later would load 290 kB at once. */
const LAZY_HELPER = { name: 'lazy', test: /vite[\\/]preload-helper/, priority: 1 };

const ENGLISH_GRAMMAR = /[\\/]compromise[\\/]|[\\/]policy[\\/]en[\\/]grammar\.ts$/;

/** What the reader of recipients needs of each known company; the rest is half of that file. */
function slimOwners(): Plugin {
  return {
    name: 'mingshi:slim-owners',
    enforce: 'pre',
    transform: (code, id) => {
      if (!/third-party-web[\\/].*entities.*\.json$/.test(id)) return null;
      const owners = JSON.parse(code) as { name: string; company?: string; category: string; domains: string[] }[];
      return JSON.stringify(owners.map(({ name, company, category, domains }) => ({ name, company, category, domains })));
    },
  };
}

/**
 * A service worker may not import anything later on, so what it loads lazily stands in one chunk with what asks for it: the
 * chunk is read at once, but what is lazy in it runs only when it is asked for. Builds that forget it fail.
 */
function nothingImportedLater(): Plugin {
  return {
    name: 'mingshi:nothing-imported-later',
    outputOptions: (options) => (options.format === 'es' ? { ...options, codeSplitting: { groups: [LAZY_HELPER, { name: 'english-grammar', test: ENGLISH_GRAMMAR }] } } : null),
    generateBundle(_options, bundle) {
      const seen = new Set<string>();
      const visit = (name: string) => {
        const chunk = bundle[name];
        if (seen.has(name) || chunk?.type !== 'chunk') return;
        seen.add(name);
        const later = chunk.dynamicImports.find((other) => other !== name);
        if (later) this.error(`the background imports ${later} later on, which a service worker may not`);
        chunk.imports.forEach(visit);
      };
      visit('background.js');
    },
  };
}

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  hooks: {
    // WXT knows a background made of modules in manifest version 3 only; Firefox takes one in version 2 as well.
    'entrypoints:resolved': (_wxt, entrypoints) => {
      for (const entrypoint of entrypoints) if (entrypoint.type === 'background') entrypoint.options.type = 'module';
    },
    'vite:build:extendConfig': (entrypoints, config) => {
      if (!entrypoints.every(({ type }) => type === 'content-script')) return;
      config.plugins = [...(config.plugins ?? []), onlyWhatPagesNeed()];
    },
    'zip:extension:done': async (wxt, path) => {
      const { before, after } = await makeSmaller(path);
      wxt.logger.info(`packed again: ${Math.round(before / 1_000)} → ${Math.round(after / 1_000)} kB`);
    },
    'build:manifestGenerated': (_wxt, manifest) => {
      if (manifest.background) Object.assign(manifest.background, { type: 'module' });
    },
  },
  vite: () => ({
    plugins: [preact(), slimOwners(), nothingImportedLater()],
    resolve: {
      alias: {
        // CommonJS, because such a module runs when it is first asked for even where it stands in one piece with others.
        'compromise/two': inModules('compromise/builds/two/compromise-two.cjs'),
        // Its usual build is written for browsers of ten years ago.
        dexie: inModules('dexie/dist/modern/dexie.mjs'),
      },
    },
    build: {
      target: 'es2022',
      // Constants are put in wherever they are used, and the list of public suffixes is one: it stood in the build three times.
      rolldownOptions: { optimization: { inlineConst: false } },
    },
  }),
  manifest: ({ browser, manifestVersion }) => ({
    name: '__MSG_name__',
    short_name: '__MSG_shortName__',
    description: '__MSG_description__',
    default_locale: 'zh_CN',
    permissions: [
      'webRequest',
      // To put the script that shows a passage into a page when the person asks for it, instead of into every page.
      'scripting',
      'storage',
      'unlimitedStorage',
      // Reminders of the case diary.
      'alarms',
      ...(browser === 'firefox' ? [] : ['offscreen']),
      ...(manifestVersion === 2 ? HOSTS : []),
    ],
    // Asked for in the case diary, when the person wants to be reminded.
    optional_permissions: ['notifications'],
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
