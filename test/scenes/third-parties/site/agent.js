/* Reports the device's fingerprint to the host that served this script. */
(function () {
  var origin = new URL(document.currentScript.src).origin;
  var app = new URL(document.currentScript.src).searchParams.get('app') || 'default';
  FingerprintJS.load().then(function (agent) { return agent.get(); }).then(function (result) {
    return fetch(origin + '/v1/device', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ app: app, deviceId: result.visitorId, confidence: result.confidence.score, page: location.pathname, ts: Date.now() }),
    });
  });
})();
