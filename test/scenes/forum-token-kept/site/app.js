var ask = document.getElementById('ask');
document.getElementById('yes').onclick = function () {
  ask.hidden = true;
  var counter = document.createElement('script');
  counter.src = 'https://hm.baidu.com/hm.js?9c1e77d0a4b35f18';
  document.head.appendChild(counter);
};
document.getElementById('no').onclick = function () { ask.hidden = true; };
