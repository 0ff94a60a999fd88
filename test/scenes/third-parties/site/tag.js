/* A statistics tag: a client id in a cookie of the site for two years, one report a page view. */
(function () {
  var id = new URL(document.currentScript.src).searchParams.get('id') || 'G-0000000000';
  var hit = document.cookie.match(/(?:^|; )_ga=GA1\.1\.([\d.]+)/);
  var client = hit ? hit[1] : Math.round(Math.random() * 2147483647) + '.' + Math.round(Date.now() / 1000);
  document.cookie = '_ga=GA1.1.' + client + '; max-age=63072000; path=/; SameSite=Lax';
  var q = new URLSearchParams({
    v: '2', tid: id, _p: String(Date.now()), cid: client, ul: navigator.language, sr: screen.width + 'x' + screen.height,
    dl: location.href, dt: document.title, en: 'page_view', sid: String(Math.round(Date.now() / 1000)),
  });
  fetch('https://www.google-analytics.com/g/collect?' + q, { method: 'POST', mode: 'no-cors', keepalive: true });
})();
