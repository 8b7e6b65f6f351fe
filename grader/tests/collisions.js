// An expression: a function that returns the collisions of a timeline's text on the report page, one per line: with other text, an arrow,
// the line of a mark, or a bar drawn over it. Whatever a bar covers is invisible, so a line behind a bar does not collide with the bar's
// text.
(run) => {
  const chart = run.querySelector('.chart'), origin = chart.getBoundingClientRect();
  const painted = new Map([...chart.querySelectorAll('*')].map((element, index) => [element, index]));
  // Letters are less tall than their line.
  const box = (element, less = 0) => {
    const {left, right, top, bottom} = element.getBoundingClientRect();
    return {left: left + 1, right: right - 1, top: top + less, bottom: bottom - less};
  };
  const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const within = (x, y, b) => b.left < x && x < b.right && b.top < y && y < b.bottom;

  const words = [...chart.querySelectorAll('text:not(.dropped)')].filter((text) => text.getBoundingClientRect().width > 0)
    .map((text) => ({text, box: box(text, 3), said: JSON.stringify([...text.childNodes].filter((one) => one.nodeName !== 'title')
      .map((one) => one.textContent).join(' '))}));
  const bars = [...chart.querySelectorAll('rect')].map((rect) => ({rect, box: box(rect), at: painted.get(rect)}));
  const lines = [...chart.querySelectorAll('.mark line')].map((line) => {
    const x = line.x1.baseVal.value;
    return {what: 'a mark', at: painted.get(line), x1: x, y1: line.y1.baseVal.value, x2: x, y2: line.y2.baseVal.value};
  });
  for (const path of chart.querySelectorAll('.arrow path:not(.tip)')) {
    const [x1, y1, x2, y2] = path.getAttribute('d').match(/-?[\d.]+/g).map(Number);
    lines.push({what: 'an arrow', at: painted.get(path), x1, y1, x2, y2});
  }

  const found = [];
  words.forEach((one, index) => {
    const at = painted.get(one.text);
    for (const other of words.slice(index + 1)) if (meet(one.box, other.box)) found.push(one.said + ' and ' + other.said);
    for (const bar of bars) if (bar.at > at && meet(one.box, bar.box)) found.push(one.said + ' and a bar');
    for (const line of lines) {
      const length = Math.hypot(line.x2 - line.x1, line.y2 - line.y1);
      for (let along = 0; along <= length; ++along) {
        const x = origin.left + line.x1 + (line.x2 - line.x1) * along / (length || 1);
        const y = origin.top + line.y1 + (line.y2 - line.y1) * along / (length || 1);
        const hidden = bars.some((bar) => bar.at > line.at && bar.at < at && within(x, y, bar.box));
        if (!within(x, y, one.box) || hidden) continue;
        found.push(one.said + ' and ' + line.what);
        break;
      }
    }
  });
  return found;
}
