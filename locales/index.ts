/** The sentences of judging (`rules.missing-policy.violation`) beside those of views. */
import { addArea } from './views';
import enDuties from './en/duties.json';
import enJudge from './en/judge.json';
import enRules from './en/rules.json';
import zhDuties from './zh_CN/duties.json';
import zhJudge from './zh_CN/judge.json';
import zhRules from './zh_CN/rules.json';

addArea('duties', { 'zh-CN': zhDuties, en: enDuties });
addArea('judge', { 'zh-CN': zhJudge, en: enJudge });
addArea('rules', { 'zh-CN': zhRules, en: enRules });

export * from './views';
