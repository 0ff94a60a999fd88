// One question, one answer: whatever it is, it stands.
var bar = document.getElementById('ask');
function answer(value) { return function () { bar.hidden = true; localStorage.setItem('answer', value); }; }
document.getElementById('no').onclick = answer('no');
document.getElementById('yes').onclick = answer('yes');
if (!localStorage.getItem('answer')) setTimeout(function () { bar.hidden = false; }, 400);
