import { describe, expect, it } from 'vitest';
import { languageOf } from '../../../analyzers/policy/language';

describe('the language of a text', () => {
  it.each([
    ['zh', '我们会收集您的手机号码，用于登录与验证身份。'],
    ['zh', '我们接入 Bugly SDK、Google Analytics 与 OpenInstall，用于统计应用的使用情况，详见 https://example.cn/privacy/sdk-list'],
    ['zh-Hant', '我們會蒐集您的電話號碼，用於登入與驗證身分，並對資料進行處理。'],
    ['en', 'We collect your phone number so that you can sign in, and we delete it when you close your account.'],
    ['other', '当社は、お客様の個人情報を以下の目的のために利用いたします。お問い合わせはこちらへ。'],
    ['other', '회사는 이용자의 개인정보를 수집하여 서비스 제공에 이용합니다.'],
    ['other', 'Nous collectons votre numéro de téléphone afin de vous permettre de vous connecter à votre compte créé précédemment.'],
    ['other', 'Мы собираем ваш номер телефона для входа в систему.'],
    ['other', '1234 5678 —— 90'],
    ['other', ''],
  ])('%s: %s', (language, text) => {
    expect(languageOf(text)).toBe(language);
  });

  it('is that of most of the text, not of its title', () => {
    expect(languageOf(`Privacy Policy\n${'我们会收集您的手机号码。'.repeat(5)}`)).toBe('zh');
    expect(languageOf(`隐私政策\n${'We collect the phone number of our users for the service. '.repeat(5)}`)).toBe('en');
  });
});
