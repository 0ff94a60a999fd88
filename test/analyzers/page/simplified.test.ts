import { describe, expect, it } from 'vitest';
import { askedFor } from '../../../analyzers/page/asked-for';
import { fieldKind } from '../../../analyzers/page/field-kind';
import { closesIn, purposeIn } from '../../../analyzers/page/permission-words';
import { removalTerms } from '../../../analyzers/page/removal-terms';
import { inSimplified } from '../../../analyzers/page/simplified';
import { boxTopics, impliesConsent, roleOf } from '../../../analyzers/page/wording';

describe('inSimplified', () => {
  it('gives the characters and words that the patterns are written in, place for place', () => {
    const text = '註冊即代表您同意隱私權政策並願意接收行銷訊息';
    expect(inSimplified(text)).toBe('注册即代表您同意隐私权政策并愿意接收营销信息');
    expect(inSimplified(text)).toHaveLength(text.length);
  });

  it('leaves simplified and English text as it is', () => {
    for (const text of ['我已阅读并同意《隐私政策》', 'I agree to the Privacy Policy', '']) expect(inSimplified(text)).toBe(text);
  });
});

describe('pages in traditional characters', () => {
  it('are read by their meaning', () => {
    expect(boxTopics('我已閱讀並同意《隱私權政策》')).toContain('policy');
    expect(impliesConsent('註冊即代表您同意隱私權政策')).toBe(true);
    expect(roleOf('暫不同意')).toBe('refuse');
    expect(askedFor('我同意隱私權政策並願意接收行銷訊息')).toMatchObject({ policy: true, extras: [{ topic: 'marketing' }] });
    expect(fieldKind({ label: '身分證號碼', placeholder: '', names: '', autocomplete: '', type: 'text', options: '', sendsCode: false })).toBe('id-number');
    expect(purposeIn('我們需要取得您的位置，用於尋找附近門市')).toBe('clear');
    expect(closesIn('未開啟定位，無法新增地址')).toBe('blocked');
    expect(inSimplified('開啟攝像頭拍攝課程，綁定常用騎行路線')).toBe('开启摄像头拍摄课程，绑定常用骑行路线');
  });

  it('are quoted as they stand', () => {
    const [term] = removalTerms('註銷須上傳手持身份證照片，經人工審核後辦理。', true);
    expect(term).toMatchObject({ condition: 'hand-held', force: 'clear', text: '註銷須上傳手持身份證照片，經人工審核後辦理。' });
  });
});
