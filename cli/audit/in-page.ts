/** Parts of functions that run in the page, shared by those who look for something to press there. */

/** `shown(element)`: it is laid out and can be seen. `path(element)`: a selector that leads to it from the body. */
export const FINDING = `
  const shown = (e) => { const box = e.getBoundingClientRect(); return box.width > 0 && box.height > 0 && e.checkVisibility({ visibilityProperty: true, opacityProperty: true }); };
  const path = (e) => {
    const parts = [];
    for (let n = e; n && n !== document.documentElement; n = n.parentElement) {
      const same = n.parentElement ? [...n.parentElement.children].filter((one) => one.localName === n.localName) : [n];
      parts.unshift(n === document.body ? 'body' : CSS.escape(n.localName) + ':nth-of-type(' + (same.indexOf(n) + 1) + ')');
    }
    return parts.join(' > ');
  };`;
