/** Pieces of patterns that the English wordings share. All are folded text: lower case, one space between words. */
import type { Signal, SignalPattern } from '../signals';

/** Agreement by the person; "agreement" (a contract) and "permission" of a device are none by themselves. */
export const CONSENT = "(?:consent(?:s|ed|ing)?|agree(?:s|d|ing)?|(?:you|users?|parents?|guardians?) (?:have |has )?(?:expressly |explicitly )?authori[sz]e[sd]?|(?:your|proper|user|users'|prior|explicit|separate|parental) (?:[a-z]{4,10} )?authori[sz]ation|authori[sz]ation (?:of|from) (?:you|the user|a parent)|your (?:prior |explicit |express |separate |written |affirmative )?(?:permission|approval|agreement)|(?:affirmative|new|separate) permissions?|without (?:your )?permission|before permission is (?:obtained|given|granted)|(?:permission|approval) (?:of|from) (?:you|the user|a parent|your parent|their parent|the parent|his|her)|with permission|(?:ask|asks|asked|asking|request|requests|seek|obtain|get) (?:you |for |your |prior ){0,3}permission|(?:you|users?) (?:have )?g(?:ive|ave|iven) (?:us )?(?:your |prior |the )?(?:permission|authori[sz]ation|approval)|(?:authori[sz]ed|approved) by (?:you|the (?:user|member|owner|customer))|(?:you|the (?:user|member|owner|customer)) (?:explicitly |first )?(?:grants?|authori[sz]es?|approves?) |opt-in|opt in)";

/** A person or body that is neither the operator nor the user. */
export const OTHERS = "(?:(?:third|3rd)[- ]part(?:y|ies)|(?:business |advertising |marketing |service |trusted |analytics |data )?partners?|advertisers?|other (?:companies|organi[sz]ations?|parties|entities|persons?|people|businesses|firms)|another (?:company|organi[sz]ation|party|entity|person|handler|controller|service)|external services?|any(?:one|body)(?: else)?|others|outsiders|outside (?:companies|parties|organi[sz]ations)|any (?:other )?(?:company|companies|organi[sz]ations?|person|party|parties|individual|outside)|resellers|merchants|sellers|ad networks)";

/** Others, kinds of recipients included. */
export const RECIPIENTS = `(?:${OTHERS}|affiliates?|affiliated|subsidiar(?:y|ies)|group compan(?:y|ies)|corporate group|(?:service |hosting |cloud |payment |analytics |shipping |technology )?providers?|vendors?|suppliers?|contractors?|sub-?contractors?|(?:payment |data )?processors?|agents?|compan(?:y|ies)|authorit(?:y|ies)|law enforcement|regulators?|couriers?|carriers?|banks?|platforms?|researchers?|logistics|courts?|social networks?|networks?)`;

/** The data of a person. */
export const DATA = "(?:information|data|details|records?|profile|accounts?|content|history|photos?|files|messages|orders?|avatar|nickname|username|preferences|addresses|e-?mail address|phone number|entries|submissions|copy|cop(?:y|ies))";

export const MONTH = '(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)';

/** A number in words or digits, up to what periods need. */
export const NUMBER = '(?:\\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen|twenty-one|twenty-four|twenty|thirty-six|thirty|forty-five|forty|fifty|sixty|ninety|(?:a |one )?hundred)';

/** A length of time: "three years", "30 (thirty) days", "a period of 12 months". */
export const TIME = `${NUMBER}(?: ?\\([^()]{1,12}\\))?[ -](?:calendar |business |working |full )?(?:hours?|days?|weeks?|months?|years?)`;

/** What lies on the person's device goes with the program that put it there. */
export const UNINSTALLING = '\\b(?:uninstall|remov|delet)ing (?:the |this |our )?(?:app|application|extension|plug-?in|add-?on|software|program|game)\\b[^;]{0,30}\\b(?:delet|remov|eras|clear)[a-z]{0,3}\\b(?! (?:no|none)\\b)|\\b(?:deleted?|removed?|erased?|cleared?)\\b[^;]{0,60}\\b(?:when|once|after|upon|by|if) (?:(?:you|the user|the app|the extension|it) )?(?:is |are |be )?uninstall';

/** Regular forms of verbs. */
export function forms(...verbs: string[]): string[] {
  return verbs.flatMap((verb) => [verb, `${verb}s`, verb.endsWith('e') ? `${verb}d` : `${verb}ed`, verb.endsWith('e') ? `${verb.slice(0, -1)}ing` : `${verb}ing`]);
}

/** One signal with several wordings. */
export function all(signal: Signal, sources: readonly string[], extra: Pick<SignalPattern, 'needs' | 'unless'> = {}): SignalPattern[] {
  return sources.map((source) => ({ signal, pattern: new RegExp(source), ...extra }));
}
