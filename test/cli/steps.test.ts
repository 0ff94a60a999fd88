import { describe, expect, it } from 'vitest';
import { LONGEST_WAIT_MS, StepsFormatError, describeStep, parseSelector, parseSteps } from '../../cli/steps';

function codeOf(json: string): string {
  try {
    parseSteps(json);
  } catch (error) {
    if (error instanceof StepsFormatError) return `${error.code} ${JSON.stringify(error.facts)}`;
    throw error;
  }
  return 'accepted';
}

describe('parseSteps', () => {
  it('reads every sort of step from an object with "steps"', () => {
    const steps = [
      { do: 'goto', url: 'https://a.test/' },
      { do: 'click', selector: '#login' },
      { do: 'type', selector: 'input[name=phone]', text: '13800001111' },
      { do: 'tick', selector: '#agree' },
      { do: 'wait', ms: 300 },
      { do: 'wait', selector: '.done' },
    ];
    expect(parseSteps(JSON.stringify({ id: 'scene', steps }))).toEqual(steps);
  });

  it('reads a bare list and a file with a byte order mark', () => {
    expect(parseSteps('\uFEFF[{"do":"wait","ms":0}]')).toEqual([{ do: 'wait', ms: 0 }]);
  });

  it('accepts typing nothing, but not a step without its text', () => {
    expect(parseSteps('[{"do":"type","selector":"a","text":""}]')).toEqual([{ do: 'type', selector: 'a', text: '' }]);
    expect(codeOf('[{"do":"type","selector":"a"}]')).toBe('missing-field {"number":1,"field":"text"}');
  });

  it('names the step that is wrong', () => {
    expect(codeOf('[{"do":"wait","ms":1},{"do":"hover","selector":"a"}]')).toBe('unknown-do {"number":2,"name":"hover"}');
    expect(codeOf('[{"do":"click"}]')).toBe('missing-field {"number":1,"field":"selector"}');
    expect(codeOf('[{"do":"click","selector":"#a >>> "}]')).toBe('missing-field {"number":1,"field":"selector"}');
    expect(codeOf(`[{"do":"wait","ms":${LONGEST_WAIT_MS + 1}}]`)).toBe(`bad-wait {"number":1,"longest":${LONGEST_WAIT_MS}}`);
    expect(codeOf('[7]')).toBe('unknown-do {"number":1,"name":""}');
  });

  it('tells a file that is no JSON from one without steps', () => {
    expect(codeOf('steps: click')).toBe('not-json {}');
    expect(codeOf('{"todo":[]}')).toBe('no-list {}');
  });
});

describe('parseSelector', () => {
  it('leaves a plain CSS selector whole, child combinator included', () => {
    expect(parseSelector('form > input[name="a"]')).toEqual([{ within: 'page', css: 'form > input[name="a"]' }]);
  });

  it('enters shadow roots and frames in the order written', () => {
    expect(parseSelector('login-box >>> iframe.inner |> #phone')).toEqual([
      { within: 'page', css: 'login-box' },
      { within: 'shadow', css: 'iframe.inner' },
      { within: 'frame', css: '#phone' },
    ]);
  });

  it('refuses an empty part', () => {
    expect(() => parseSelector(' |> #phone')).toThrow(RangeError);
  });
});

describe('describeStep', () => {
  it('names what is done and where', () => {
    expect(describeStep({ do: 'click', selector: '#a' })).toBe('click “#a”');
    expect(describeStep({ do: 'wait', ms: 20 })).toBe('wait 20 ms');
  });
});
