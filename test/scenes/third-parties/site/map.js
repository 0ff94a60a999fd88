/* Draws a map from picture tiles into a box; the address of the shop is in the page, the visitor's is not asked for. */
window.StoreMap = function (box, place) {
  var element = document.getElementById(box);
  element.style.cssText += ';position:relative;overflow:hidden;background:#eee';
  for (var x = 0; x < 3; x += 1) {
    for (var y = 0; y < 2; y += 1) {
      var image = new Image(256, 256);
      image.alt = '';
      image.src = 'https://webrd01.is.autonavi.com/tile?x=' + (place.x + x) + '&y=' + (place.y + y) + '&z=16';
      image.style.cssText = 'position:absolute;left:' + x * 256 + 'px;top:' + y * 256 + 'px';
      element.appendChild(image);
    }
  }
  var pin = document.createElement('div');
  pin.textContent = '● ' + place.name;
  pin.style.cssText = 'position:absolute;left:40%;top:45%;background:#fff;border-radius:4px;padding:2px 8px;box-shadow:0 1px 4px #0005;font-size:13px';
  element.appendChild(pin);
};
