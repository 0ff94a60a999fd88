function load(src) { var s = document.createElement('script'); s.src = src; document.head.appendChild(s); }
function tip(text) { document.getElementById('tip').textContent = text; }
function count() { load('https://hm.baidu.com/hm.js?7c1d90e2ab34f587'); }
var ask = document.getElementById('ask');
if (localStorage.getItem('choice')) ask.hidden = true;
if (localStorage.getItem('choice') === 'yes') count();
document.getElementById('yes').onclick = function () { localStorage.setItem('choice', 'yes'); ask.hidden = true; count(); };
document.getElementById('no').onclick = function () { localStorage.setItem('choice', 'no'); ask.hidden = true; };
document.getElementById('withdraw').onclick = function () { localStorage.setItem('choice', 'no'); document.cookie.split('; ').forEach(function (c) { document.cookie = c.split('=')[0] + '=; max-age=0; path=/'; }); tip('已撤回，统计已停止'); };
