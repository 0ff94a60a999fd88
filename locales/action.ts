/** The sentences of letters, packs and the case diary: pages that act load them, popup and background do without. */
import { addArea } from './views';
import enCases from './en/cases.json';
import enLetters from './en/letters.json';
import enPacks from './en/packs.json';
import zhCases from './zh_CN/cases.json';
import zhLetters from './zh_CN/letters.json';
import zhPacks from './zh_CN/packs.json';

addArea('cases', { 'zh-CN': zhCases, en: enCases });
addArea('letters', { 'zh-CN': zhLetters, en: enLetters });
addArea('packs', { 'zh-CN': zhPacks, en: enPacks });

export * from './views';
