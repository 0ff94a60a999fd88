CookieConsent.run({
  hideFromBots: false,
  guiOptions: { consentModal: { layout: 'box wide', position: 'bottom right', equalWeightButtons: true } },
  categories: { necessary: { enabled: true, readOnly: true }, analytics: {} },
  language: {
    default: 'zh',
    translations: {
      zh: {
        consentModal: {
          title: '我们想使用统计 Cookie',
          description: '征得您同意后，我们用 Cookie 统计页面访问情况，用来改进商品陈列。不同意也可以照常浏览和下单。详见<a href="/privacy.html">隐私政策</a>。',
          acceptAllBtn: '同意',
          acceptNecessaryBtn: '拒绝',
          showPreferencesBtn: '自己选择',
        },
        preferencesModal: {
          title: 'Cookie 设置',
          acceptAllBtn: '全部同意',
          acceptNecessaryBtn: '全部拒绝',
          savePreferencesBtn: '保存选择',
          closeIconLabel: '关闭',
          sections: [
            { title: '必要 Cookie', description: '保持登录和购物车，始终开启。', linkedCategory: 'necessary' },
            { title: '统计 Cookie', description: '了解哪些页面有人看。', linkedCategory: 'analytics' },
          ],
        },
      },
    },
  },
});
