/** The sentences of letters to the operator beside those of views. */
import { addArea } from './views';
import en from './en/letters.json';
import zh from './zh_CN/letters.json';

addArea('letters', { 'zh-CN': zh, en });

export * from './views';
