function load(src) { var s = document.createElement('script'); s.src = src; document.head.appendChild(s); }
var ask = document.getElementById('ask');
document.getElementById('yes').onclick = function () { ask.hidden = true; load('https://www.googletagmanager.com/gtag/js?id=G-JF26110001'); };
document.getElementById('no').onclick = function () { ask.hidden = true; };
