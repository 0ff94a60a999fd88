CookieConsent.run({
  hideFromBots: false,
  guiOptions: { consentModal: { layout: 'box wide', position: 'bottom left' }, preferencesModal: { layout: 'box' } },
  categories: { necessary: { enabled: true, readOnly: true }, analytics: {} },
  onConsent: function () {
    // Statistics of the museum's own: nothing leaves for another company.
    if (CookieConsent.acceptedCategory('analytics')) document.cookie = 'visit=' + Math.random().toString(16).slice(2, 10) + '; Path=/; Max-Age=31536000; SameSite=Lax';
  },
  language: {
    default: 'zh',
    translations: {
      zh: {
        consentModal: {
          title: '关于 Cookie',
          description: '我们使用统计 Cookie 了解大家爱看哪些展览，详见<a href="/privacy.html">隐私政策</a>。',
          acceptAllBtn: '全部接受',
          showPreferencesBtn: '偏好设置',
        },
        preferencesModal: {
          title: 'Cookie 偏好',
          acceptAllBtn: '全部接受',
          acceptNecessaryBtn: '全部拒绝',
          savePreferencesBtn: '保存选择',
          closeIconLabel: '关闭',
          sections: [
            { title: '必要', description: '保证页面能打开。', linkedCategory: 'necessary' },
            { title: '统计', description: '本馆自己的访问统计。', linkedCategory: 'analytics' },
          ],
        },
      },
    },
  },
});
