function load(src) {
  return new Promise(function (resolve) {
    var script = document.createElement('script');
    script.src = src;
    script.onload = resolve;
    document.head.appendChild(script);
  });
}

function startStatistics() {
  if (startStatistics.done) return;
  startStatistics.done = true;
  load('https://hm.baidu.com/hm.js?2d90b7c4e1f35a68');
  window.posthog = Object.assign([], { __SV: 1, _i: [['phc_yunshan_home', { api_host: 'https://ph.liulan-fenxi.test', person_profiles: 'always', request_batching: false, opt_out_useragent_filter: true }, 'posthog']] });
  load('https://ph.liulan-fenxi.test/static/array.js');
}

CookieConsent.run({
  hideFromBots: false,
  guiOptions: { consentModal: { layout: 'bar', position: 'bottom', equalWeightButtons: true } },
  categories: { necessary: { enabled: true, readOnly: true }, analytics: {} },
  onConsent: function () {
    if (CookieConsent.acceptedCategory('analytics')) startStatistics();
  },
  onChange: function () {
    if (CookieConsent.acceptedCategory('analytics')) startStatistics();
    else location.reload();
  },
  language: {
    default: 'zh',
    translations: {
      zh: {
        consentModal: {
          title: '可以统计您的访问吗？',
          description: '您同意的话，我们会用 Cookie 和百度统计、流览分析两项服务统计访问情况；不同意，这些服务不会加载，购物不受影响。<a href="/privacy.html">隐私政策</a>里有详细说明。',
          acceptAllBtn: '同意统计',
          acceptNecessaryBtn: '不同意',
          showPreferencesBtn: '查看选项',
        },
        preferencesModal: {
          title: 'Cookie 偏好',
          acceptAllBtn: '全部同意',
          acceptNecessaryBtn: '全部不同意',
          savePreferencesBtn: '保存',
          closeIconLabel: '关闭',
          sections: [
            { title: '必要', description: '登录、购物车，关闭后无法下单。', linkedCategory: 'necessary' },
            { title: '统计', description: '百度统计、流览分析。', linkedCategory: 'analytics' },
          ],
        },
      },
    },
  },
});
