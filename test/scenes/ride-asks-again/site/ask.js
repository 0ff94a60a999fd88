// Asks on every page, and again a little after each refusal.
var bar = document.getElementById('ask');
function show() { bar.hidden = false; }
document.getElementById('no').onclick = function () { bar.hidden = true; setTimeout(show, 2000); };
document.getElementById('yes').onclick = function () { bar.hidden = true; sessionStorage.setItem('answer', 'yes'); };
if (!sessionStorage.getItem('answer')) setTimeout(show, 400);
