fetch('/api/policy').then(function (r) { return r.json(); }).then(function (policy) {
  document.title = policy.title;
  policy.paragraphs.forEach(function (text) {
    var p = document.createElement('p');
    p.textContent = text;
    document.getElementById('app').appendChild(p);
  });
});
