/* A visitor counter: keeps when the visitor first came in a cookie of the site, reports each page view by a pixel. */
(function () {
  var me = document.currentScript ? new URL(document.currentScript.src) : new URL('https://hm.baidu.com/hm.js');
  var site = (me.search.slice(1) || 'a1b2c3d4').split('&')[0];
  function read(name) {
    var hit = document.cookie.split('; ').filter(function (c) { return c.indexOf(name + '=') === 0; })[0];
    return hit ? hit.slice(name.length + 1) : '';
  }
  function random(length) {
    var bytes = crypto.getRandomValues(new Uint8Array(length / 2));
    return Array.prototype.map.call(bytes, function (b) { return ('0' + b.toString(16)).slice(-2); }).join('').toUpperCase();
  }
  var year = 31536000;
  var now = Math.round(Date.now() / 1000);
  var first = read('Hm_lvt_' + site) || String(now);
  var account = read('HMACCOUNT') || random(16);
  document.cookie = 'Hm_lvt_' + site + '=' + first + '; max-age=' + year + '; path=/';
  document.cookie = 'HMACCOUNT=' + account + '; max-age=' + year + '; path=/';
  document.cookie = 'Hm_lpvt_' + site + '=' + now + '; path=/';
  var q = new URLSearchParams({
    hca: account, cc: '1', ck: '1', cl: screen.colorDepth + '-bit', ds: screen.width + 'x' + screen.height, et: '0', lt: first, ln: navigator.language,
    lv: '2', si: site, v: '1.3.0', u: location.href, tt: document.title, rnd: String(Math.round(Math.random() * 2147483647)),
  });
  new Image().src = me.origin + '/hm.gif?' + q;
})();
