/** The command line's sentences beside those of the product: the extension does without them. */
import { addArea } from './index';
import en from './en/cli.json';
import zh from './zh_CN/cli.json';

addArea('cli', { 'zh-CN': zh, en });

export * from './index';
