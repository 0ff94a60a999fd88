/* Recognises the device and reports the landing, so that an advertisement can be credited with the visit. */
(function () {
  var me = new URL(document.currentScript.src);
  FingerprintJS.load({ monitoring: false }).then(function (agent) { return agent.get(); }).then(function (result) {
    return fetch(me.origin + '/v1/landing', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ app: me.searchParams.get('app'), deviceId: result.visitorId, confidence: result.confidence.score, page: location.pathname, campaign: 'none', ts: Date.now() }),
    });
  });
})();
