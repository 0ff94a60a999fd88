/** What a person can do with a judged site: each press, and what comes of it. */
import { render } from 'preact';
import { describe, expect, it, vi } from 'vitest';
import type { Decision } from '../../analyzers/decision';
import { ActionsContext } from '../../components/actions';
import type { Actions } from '../../components/actions';
import { Language } from '../../components/language';
import { SettingsMenu } from '../../components/settings-menu';
import { SiteView } from '../../components/site/view';
import type { SiteViewProps } from '../../components/site/view';
import { actions as complaintActions } from './complaint/samples';
import { START, cleanReport, richReport, unreadReport } from './samples';
import zhPopup from '../../locales/zh_CN/popup.json';
import { viewStage } from './view-stage';

const stage = viewStage();
const { fire } = stage;
const all = (selector: string, within: ParentNode = stage.root): HTMLElement[] => [...within.querySelectorAll<HTMLElement>(selector)];
const card = (rule: string): HTMLElement => stage.root.querySelector<HTMLElement>(`[data-rule="${rule}"]`)!;
const button = (label: string, within: ParentNode = stage.root): HTMLElement => all('button, summary', within).find((one) => one.textContent?.trim().startsWith(label))!;
const press = (label: string, within?: ParentNode): void => fire(button(label, within), 'click');
/** Folds are opened by the browser itself; here the event that tells of it is enough. */
const unfold = (label: string, within: ParentNode): void => {
  const details = button(label, within).parentElement as HTMLDetailsElement;
  details.open = true;
  fire(details, 'toggle');
};

function open(actions: Actions = {}, over: Partial<SiteViewProps> = {}): SiteViewProps {
  const props: SiteViewProps = { report: richReport(), problems: [], now: START, actions: async () => complaintActions(), ...over };
  render(
    <Language.Provider value="zh-CN">
      <ActionsContext.Provider value={actions}>
        <SiteView {...props} />
      </ActionsContext.Provider>
    </Language.Provider>,
    stage.root,
  );
  return props;
}

describe('the first look', () => {
  it('tells who got the data before and after, what may be too much, and how to delete', () => {
    open();
    const answers = all('.answer').map((answer) => answer.textContent!.replace(/\s+/g, ' '));
    expect(answers[0]).toMatch(/信息给了谁.*你同意之前.*Adwide Inc.、合算数据.*你同意之后.*合算数据/);
    expect(answers[1]).toMatch(/要得多不多.*有 1 处请你看一看/);
    expect(answers[2]).toMatch(/怎么删掉.*注销账号/);
  });

  it.each([
    ['something suspected', richReport(), '写投诉草稿'],
    ['only doubts', richReport({ findings: richReport().findings.filter(({ outcome }) => outcome !== 'violation') }), '看看这 2 处'],
    ['a policy that could not be read', unreadReport(), '再读一次'],
    ['no policy to read again', unreadReport('no-link'), '看哪些没能检查'],
    ['a clean site', cleanReport(), '看政策要点'],
  ])('offers one next step: %s', (_, report, label) => {
    open({}, { report, onRetry: vi.fn() });
    expect(all('.button-main').map((one) => one.textContent)).toEqual([label]);
  });

  it('leads from what may be too much to the doubt itself, which is made only then', () => {
    open();
    expect(card('nonessential-required-field')).toBeNull();
    fire(all('.answer-more button')[1]!, 'click');
    expect(stage.root.querySelector('.doubts')!.hasAttribute('open')).toBe(true);
    unfold('请你看一看', stage.root);
    expect(card('nonessential-required-field')).not.toBeNull();
  });

  it('says that there is no policy, not that it could not be read', () => {
    open({}, { report: unreadReport('no-link') });
    expect(all('.answer')[2]!.textContent).toContain('没有找到隐私政策');
  });

  it('says what could not be checked without a press, where there is nothing else to say', () => {
    open({}, { report: unreadReport() });
    expect(all('.findings details').map((one) => [one.querySelector('summary')!.textContent, one.hasAttribute('open')])).toEqual([['没能检查的 1 项', true], ['没问题的 1 项', false]]);
  });

  it('tells that part of the visit was not seen right under the verdict', () => {
    open({}, { problems: ['worker-restarted', 'time-out', 'storage-full'] });
    expect(all('.verdict ~ .notice').map((one) => one.textContent)).toEqual([zhPopup.incomplete, expect.stringContaining('磁盘满了')]);
  });

  it('calls no site clean of which part was not seen; a full disk hides nothing', () => {
    open({}, { report: cleanReport(), problems: ['worker-restarted'] });
    expect(all('.verdict-title')[0]!.textContent).toBe('目前没有发现问题，但有些地方没能检查');
    open({}, { report: cleanReport(), problems: ['storage-full'] });
    expect(all('.verdict-title')[0]!.textContent).toBe('很好，没有发现问题');
  });

  it('explains the words a person may not know, where they occur', () => {
    open();
    const told = card('typed-data-to-third-party');
    unfold('什么意思', told);
    // Those of its sentence, and those of its proof.
    expect(all('.terms dt', told).map((one) => one.textContent)).toEqual(['单独同意', '第三方', '哈希']);
    expect(told.textContent).toContain('网站以外的别的公司');
    expect(button('什么意思', card('pre-ticked-consent'))).toBeUndefined();
  });

  it('lets no mark of a list begin a line', () => {
    open();
    expect(all('.answer-name .glued').map((one) => one.textContent)).toEqual(['.、', '据', '据']);
  });

  it.each([
    [{ since: 0, changed: { from: Date.UTC(2026, 8, 12), to: Date.UTC(2026, 9, 20) } }, '2026年9月12日看到的还是旧版，2026年10月20日已是新版', 1],
    [{ since: Date.UTC(2026, 7, 1) }, '从2026年8月1日第一次看到它以来没有变过', 0],
    [undefined, '', 0],
  ])('says whether the policy changed: %j', async (past, words, ways) => {
    const onVersions = vi.fn();
    open({}, { history: { read: async () => past, onVersions } });
    fire(stage.root.querySelector('[data-tab=policy]')!, 'click');
    await Promise.resolve();
    expect(all('.policy-history').map((one) => one.textContent).join('')).toContain(words);
    expect(all('.policy-history button')).toHaveLength(ways);
    if (ways) press('看改了什么');
    expect(onVersions).toHaveBeenCalledTimes(ways);
  });

  it('leads from an answer to its part', () => {
    open();
    fire(all('.answer-more button')[2]!, 'click');
    expect(stage.root.querySelector('[role=tab][aria-selected=true]')?.textContent).toBe('政策');
    expect(stage.root.textContent).toContain('怎么注销');
  });

  it('counts a rule that only reports in no verdict, and shows it all the same', () => {
    open({}, { reportOnly: ['typed-data-to-third-party'] });
    expect(stage.root.querySelector('.verdict-title')?.textContent).toBe('疑似有 3 处问题');
    expect(card('typed-data-to-third-party').textContent).toContain('只记录');
  });

  it('says that a private window keeps nothing', () => {
    open({}, { isPrivate: true });
    expect(stage.root.textContent).toContain('无痕窗口');
  });
});

describe('a finding', () => {
  it('is dismissed with a reason, and the choice can be left', () => {
    const dismiss = vi.fn();
    open({ dismiss });
    press('不是问题', card('pre-ticked-consent'));
    fire(card('pre-ticked-consent').querySelector<HTMLElement>('fieldset')!, 'keydown', { key: 'Escape' });
    expect(card('pre-ticked-consent').querySelector('fieldset')).toBeNull();
    press('不是问题', card('pre-ticked-consent'));
    press('已经改好了', card('pre-ticked-consent'));
    expect(dismiss.mock.calls.map(([finding, reason]) => [finding.rule, reason])).toEqual([['pre-ticked-consent', 'mended']]);
  });

  const dismissed = (over: Partial<Decision> = {}): Actions['decisions'] =>
    new Map([['pre-ticked-consent', { site: 'yunshang-shop.cn', rule: 'pre-ticked-consent', choice: 'dismissed', reason: 'mended', note: '', outcome: 'violation', rulesVersion: '2026.11', at: START, ...over }]]);

  it('that was dismissed leaves list, verdict and draft, and comes back on request', () => {
    const restore = vi.fn();
    open({ decisions: dismissed(), dismiss: vi.fn(), restore });
    expect(card('pre-ticked-consent')).toBeNull();
    expect(stage.root.querySelector('.verdict-title')?.textContent).toBe('疑似有 3 处问题');
    expect(stage.root.querySelector('.dismissed')?.textContent).toContain('理由：已经改好了');
    press('恢复');
    expect(restore.mock.calls[0]![0].rule).toBe('pre-ticked-consent');
  });

  it('is shown again, with what was said of it, when it is judged differently or by other rules', () => {
    for (const over of [{ outcome: 'review' as const }, { rulesVersion: '2026.10' }]) {
      open({ decisions: dismissed(over), dismiss: vi.fn() });
      expect(card('pre-ticked-consent').textContent).toContain('你以前标过“不是问题”（已经改好了）');
    }
  });

  it('leads to its proof and says what came of it', async () => {
    const show = vi.fn<NonNullable<Actions['show']>>().mockResolvedValueOnce('shown').mockResolvedValueOnce('gone').mockRejectedValueOnce(new Error('no tab'));
    open({ show });
    unfold('证据', card('pre-ticked-consent'));
    for (const said of ['已在页面上标出', '页面上已经找不到了', '没能打开页面']) {
      press('在网页上指给我看', card('pre-ticked-consent'));
      await vi.waitFor(() => expect(card('pre-ticked-consent').querySelector('.show-said')?.textContent).toBe(said));
    }
    expect(show.mock.calls[0]![0]).toMatchObject({ kind: 'page-element', selector: '#marketing' });
  });

  it('offers no way to a passage where the policy is silent', () => {
    open({ show: vi.fn() });
    unfold('证据', card('right-deletion'));
    expect(card('right-deletion').textContent).not.toContain('在政策里找到');
  });

  it('opens a request decoded and masked', () => {
    open();
    unfold('证据', card('typed-data-to-third-party'));
    unfold('解开看里面', card('typed-data-to-third-party'));
    const shown = card('typed-data-to-third-party').querySelector('.decoded')!.textContent!;
    for (const part of ['手机号', '138****1234', 'body > json > phone', '与你填写']) expect(shown).toContain(part);
  });

  it('asks what the page is for where that decides, and passes on the answer', async () => {
    const confirmFunction = vi.fn();
    const page = { url: 'https://www.yunshang-shop.cn/register', service: 'shopping', name: { 'zh-CN': '网上购物类', en: 'Online shopping' }, confirmed: false };
    open({ functions: [page], confirmFunction });
    unfold('请你看一看', stage.root);
    const asked = card('nonessential-required-field');
    expect(asked.textContent).toContain('看起来是用来办“网上购物类”的');
    expect(card('pre-ticked-consent').querySelector('.function')).toBeNull();
    press('对', asked);
    expect(confirmFunction).toHaveBeenLastCalledWith(page.url, 'shopping');
    press('不对', asked);
    await vi.waitFor(() => expect(all('option', asked).length).toBeGreaterThan(20));
    const list = asked.querySelector('select') as HTMLSelectElement;
    Object.defineProperty(list, 'value', { value: 'map' }); // this DOM has no choosing of options
    fire(list, 'change');
    expect(confirmFunction).toHaveBeenLastCalledWith(page.url, 'map');
  });

  it('says that the person has answered', () => {
    const page = { url: 'https://www.yunshang-shop.cn/register', service: 'shopping', name: { 'zh-CN': '网上购物类', en: 'Online shopping' }, confirmed: true };
    open({ functions: [page], confirmFunction: vi.fn() });
    unfold('请你看一看', stage.root);
    expect(card('nonessential-required-field').textContent).toContain('你说过：这个页面是用来办“网上购物类”的');
  });
});

describe('the settings', () => {
  const menu = () => {
    const props = { onPauseHere: vi.fn(), onPauseEverywhere: vi.fn(), onLanguage: vi.fn(), onTextSize: vi.fn(), onTheme: vi.fn(), onWide: vi.fn() };
    render(
      <Language.Provider value="zh-CN">
        <SettingsMenu textSize="large" theme="system" site="yunshang-shop.cn" {...props} />
      </Language.Provider>,
      stage.root,
    );
    (stage.root.querySelector('details') as HTMLDetailsElement).open = true;
    return props;
  };

  it('show what is chosen and pass on what is pressed', () => {
    const props = menu();
    expect(all('[aria-pressed=true]').map((one) => one.textContent)).toEqual(['中文', '大', '跟随系统']);
    press('English');
    press('特大');
    press('深色');
    expect([props.onLanguage, props.onTextSize, props.onTheme].map((act) => act.mock.calls[0]![0])).toEqual(['en', 'larger', 'dark']);
    press('在 yunshang-shop.cn 上暂停');
    expect(props.onPauseHere).toHaveBeenCalledOnce();
    expect((stage.root.querySelector('details') as HTMLDetailsElement).open).toBe(false);
  });

  it('close on Escape', () => {
    menu();
    fire(stage.root.querySelector('details')!, 'keydown', { key: 'Escape' });
    expect((stage.root.querySelector('details') as HTMLDetailsElement).open).toBe(false);
  });
});
