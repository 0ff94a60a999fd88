/** The dashboard's sentences beside those of the popup: the background does without them. */
import { addArea } from './index';
import en from './en/dashboard.json';
import zh from './zh_CN/dashboard.json';

addArea('dashboard', { 'zh-CN': zh, en });
