import { browser } from 'wxt/browser';
import type { Answers, FromView } from '../background/messages';

/** Asks the background; rejects when it does not answer. */
export async function ask<Type extends FromView['type']>(message: Extract<FromView, { type: Type }>): Promise<Answers[Type]> {
  const answer = (await browser.runtime.sendMessage(message)) as Answers[Type] | undefined;
  if (answer === undefined) throw new Error(`no answer to ${message.type}`);
  return answer;
}
