/* A one-click captcha: asks its own host for a challenge, draws a button, asks again when it is pressed. */
window.initCaptcha4 = function (options, ready) {
  var origin = options.origin;
  fetch(origin + '/load?captcha_id=' + options.captchaId, { credentials: 'include' })
    .then(function (r) { return r.json(); })
    .then(function (answer) {
      var box = document.querySelector(options.box);
      var button = document.createElement('button');
      button.type = 'button';
      button.className = 'captcha-button';
      button.textContent = '点击完成安全验证';
      button.addEventListener('click', function () {
        fetch(origin + '/verify?challenge=' + answer.challenge, { credentials: 'include' })
          .then(function (r) { return r.json(); })
          .then(function (verdict) {
            button.textContent = '✓ 验证通过';
            button.disabled = true;
            ready(verdict.pass_token);
          });
      });
      box.appendChild(button);
    });
};
