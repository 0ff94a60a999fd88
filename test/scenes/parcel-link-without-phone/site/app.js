function load(src) { var s = document.createElement('script'); s.src = src; document.head.appendChild(s); }
var ask = document.getElementById('ask');
document.getElementById('yes').onclick = function () { ask.hidden = true; load('https://hm.baidu.com/hm.js?3b0e55aa91c7d205'); };
document.getElementById('no').onclick = function () { ask.hidden = true; };
document.getElementById('no-text').textContent = new URLSearchParams(location.search).get('no') || 'SD2611220917';
