function load(src) { var s = document.createElement('script'); s.src = src; document.head.appendChild(s); }
var ask = document.getElementById('ask');
document.getElementById('yes').onclick = function () {
  ask.hidden = true;
  window.posthog = Object.assign([], { __SV: 1, _i: [['phc_xingli_wine', { api_host: 'https://ph.huifang-yun.test', person_profiles: 'always', request_batching: false, opt_out_useragent_filter: true, disable_external_dependency_loading: false, session_recording: { maskAllInputs: true } }, 'posthog']] });
  load('https://ph.huifang-yun.test/static/array.js');
};
document.getElementById('no').onclick = function () { ask.hidden = true; };
document.querySelectorAll('article button').forEach(function (button) { button.onclick = function () { button.textContent = '已加入'; }; });
