// What moves on the report page beside the switches: in each timeline zoom, details and jumps. ASCII only (embed.cmake).
// Nothing is done to a timeline before somebody sees or uses it: a page may have hundreds.
'use strict';
(() => {
  function filter(button) {
    const on = document.querySelector('main').classList.toggle('only-failed');
    button.setAttribute('aria-pressed', on);
  }

  const part = (run, name) => run.querySelector('.' + name);
  const scale = (run) => Number(run.dataset.scale || 1);

  // How a timeline is drawn at a scale: its places from left to right move, its heights and letters stay as they are.
  const drawings = new WeakMap();

  function drawing_of(run) {
    if (drawings.has(run)) return drawings.get(run);
    const chart = part(run, 'chart'), moves = [];
    const number = (element, name) => Number(element.getAttribute(name));
    for (const element of chart.querySelectorAll('rect, line, text, path')) {
      if (element.matches('text')) {
        const inset = element.closest('.mark') ? 16 : element.closest('.item, .life') ? 5 : element.matches('.tick + .time') ? 3 : 0;
        const x = number(element, 'x') - inset;
        moves.push((z) => element.setAttribute('x', x * z + inset));
      } else if (element.matches('path')) {
        const d = element.getAttribute('d');
        moves.push((z) => element.setAttribute('d', d.replace(/([ML])(-?[\d.]+)/g, (all, letter, x) => letter + x * z)));
      } else if (element.matches('line')) {
        const [x1, x2] = [number(element, 'x1'), number(element, 'x2')];
        moves.push((z) => { element.setAttribute('x1', x1 * z); element.setAttribute('x2', x2 * z); });
      } else {
        const [x, width, keeps] = [number(element, 'x'), number(element, 'width'), element.matches('.gap')];
        moves.push((z) => { element.setAttribute('x', x * z); if (!keeps) element.setAttribute('width', Math.max(width * z, 2)); });
      }
    }
    drawings.set(run, {moves, width: chart.viewBox.baseVal.width, height: chart.viewBox.baseVal.height});
    return drawings.get(run);
  }

  // Whether one of the arrows, [x1, y1, x2, y2], passes over a box.
  function is_crossed(arrows, left, right, top, bottom) {
    return arrows.some(([x1, y1, x2, y2]) => {
      const low = Math.max(top, Math.min(y1, y2)), high = Math.min(bottom, Math.max(y1, y2));
      if (low >= high) return false;
      const ends = [low, high].map((y) => x1 + (x2 - x1) * (y - y1) / (y2 - y1));
      return Math.min(...ends) < right && Math.max(...ends) > left;
    });
  }

  // Labels that have no room in their bars, or would stand on the next label, an arrow or a mark's line, drop out.
  function drop_labels(run) {
    const chart = part(run, 'chart'), far = chart.viewBox.baseVal.width, narrow = scale(run) < 1;
    const x = (text) => text.x.baseVal.getItem(0).value, right = (text) => x(text) + text.getComputedTextLength();
    const lines = [...chart.querySelectorAll('.mark line')].map((line) => line.x1.baseVal.value);
    const dropped = new Set();
    const ends = (rect) => rect.x.baseVal.value + rect.width.baseVal.value;
    if (narrow) {
      const arrows = [...chart.querySelectorAll('.arrow path:not(.tip)')].map((path) => path.getAttribute('d').match(/-?[\d.]+/g).map(Number));
      for (const text of chart.querySelectorAll('.item text')) if (right(text) + 2 > ends(text.parentNode.querySelector('rect'))) dropped.add(text);
      for (const life of chart.querySelectorAll('.life')) {
        const bar = life.querySelector('rect'), top = bar.y.baseVal.value;
        life.querySelectorAll('text').forEach((text, index, all) => {
          if (right(text) + 2 > Math.min(ends(bar), index + 1 < all.length ? x(all[index + 1]) : far)) dropped.add(text);
          if (is_crossed(arrows, x(text) - 2, right(text) + 2, top, top + bar.height.baseVal.value)) dropped.add(text);
        });
      }
      for (const text of chart.querySelectorAll('.mark text'))
        if (lines.some((line) => x(text) < line && line <= right(text) + 2)) dropped.add(text);
    }
    if (narrow || is_timed(run)) {
      let free = 0;
      const gaps = [...chart.querySelectorAll('.gap')];
      const in_gap = (text) => text.matches('.tick + .time') && gaps.some((gap) => x(text) < ends(gap) && gap.x.baseVal.value < right(text) + 2);
      for (const text of chart.querySelectorAll('.time')) {
        if (x(text) < free || in_gap(text) || right(text) > far || lines.some((line) => x(text) - 3 < line && line <= right(text))) dropped.add(text);
        else free = right(text) + 6;
      }
    }
    for (const text of chart.querySelectorAll('text')) text.classList.toggle('dropped', dropped.has(text));
  }

  const is_timed = (run) => run.classList.contains('timed');

  // The moments of the timeline have their numbers, or their times where somebody asks for them.
  function show_times(run, on) {
    run.classList.toggle('timed', on);
    run.querySelector('[data-times]').setAttribute('aria-pressed', on);
    for (const text of part(run, 'chart').querySelectorAll('.tick + .time')) {
      text.dataset.moment ??= text.lastChild.data;
      text.lastChild.data = on ? text.querySelector('title').textContent : text.dataset.moment;
    }
    drop_labels(run);
  }

  // What was chosen stays in sight, or else the middle.
  function zoom(run, to) {
    const scroll = part(run, 'scroll'), chart = part(run, 'chart'), before = scale(run), {moves, width, height} = drawing_of(run);
    const fit = Math.min(scroll.clientWidth / width, 1);
    const after = Math.min(Math.max(to === 'fit' ? fit : before * to, Math.min(fit, 0.25), 0.02), 3);
    const current = run.querySelector('.item.current'), middle = scroll.clientWidth / 2;
    const kept = current ? current.getBBox().x : scroll.scrollLeft + middle;
    const from_left = current ? Math.min(Math.max(kept - scroll.scrollLeft, 0), scroll.clientWidth * 0.8) : middle;
    for (const move of moves) move(after);
    chart.setAttribute('width', Math.round(width * after));
    chart.setAttribute('viewBox', [0, 0, Math.round(width * after), height].join(' '));
    run.dataset.scale = after;
    drop_labels(run);
    scroll.scrollLeft = kept / before * after - from_left;
  }

  // What the line of details says: the words of the list, in which every call and event stands.
  function tell(run, name) {
    const line = name && run.querySelector('li[data-r="' + name + '"]');
    part(run, 'detail').replaceChildren(...(line ? line.cloneNode(true).childNodes : []));
  }

  function bringIntoSight(run, x) {
    const scroll = part(run, 'scroll');
    scroll.scrollLeft = x - scroll.clientWidth / 3;
  }

  // Somebody chose a call: whoever shows the run otherwise is told.
  function pick(run, name) {
    choose(run, name);
    run.dispatchEvent(new CustomEvent('chosen', {detail: name, bubbles: true}));
  }

  function choose(run, name) {
    for (const old of run.querySelectorAll('.current')) old.classList.remove('current');
    const items = run.querySelectorAll('.item[data-r="' + name + '"]');
    if (items.length === 0) return tell(run, name);
    for (const item of items) item.classList.add('current');
    run.dataset.chosen = name;
    const box = items[0].getBBox(), scroll = part(run, 'scroll');
    if (box.x < scroll.scrollLeft || box.x + box.width > scroll.scrollLeft + scroll.clientWidth) bringIntoSight(run, box.x);
    tell(run, name);
  }

  // The names of what can be chosen, in the order of time.
  function names(run) {
    const drawn = new Set([...run.querySelectorAll('.item')].map((item) => item.dataset.r));
    return [...run.querySelectorAll('li[data-r]')].map((line) => line.dataset.r).filter((name) => drawn.has(name));
  }

  function step(run, by) {
    const all = names(run), at = all.indexOf(run.dataset.chosen);
    const next = by === 'first' || (at < 0 && by > 0) ? 0 : by === 'last' || at < 0 ? all.length - 1 : Math.min(Math.max(at + by, 0), all.length - 1);
    if (all.length > 0) pick(run, all[next]);
  }

  // To the moment of a failed check, ID-oORDER: its call is chosen in the timeline, and the run is shown there (step.js).
  function jump(mark) {
    const run = mark.closest('.run'), x = mark.getBBox().x;
    const there = [...run.querySelectorAll('.item.marked')].find((item) => Math.abs(item.getBBox().x - x) < 2);
    if (there) choose(run, there.dataset.r);
    bringIntoSight(run, x);
    run.dispatchEvent(new CustomEvent('jumped', {detail: Number(mark.id.replace(/^.*-o/, '')), bubbles: true}));
  }

  document.addEventListener('click', (event) => {
    const at = event.target.closest('button[data-only-failed], button[data-times], button[data-zoom], a.jump, .item');
    if (!at) return;
    const run = at.closest('.run');
    if (at.hasAttribute('data-only-failed')) filter(at);
    else if (at.hasAttribute('data-times')) show_times(run, !is_timed(run));
    else if (at.dataset.zoom) zoom(run, {'in': 1.4, 'out': 1 / 1.4, 'fit': 'fit'}[at.dataset.zoom]);
    else if (at.matches('.item')) pick(run, at.dataset.r);
    else {
      const mark = document.getElementById(at.getAttribute('href').slice(1));
      if (!mark) return;
      event.preventDefault();
      jump(mark);
    }
  });

  // A link to a run leads to its steps, so that the keys work there at once.
  document.addEventListener('click', (event) => {
    const link = event.target.closest('.check a[href^="#"]:not(.jump)'), run = link && document.getElementById(link.hash.slice(1));
    if (!run || !run.matches('.run')) return;
    event.preventDefault();
    run.dispatchEvent(new CustomEvent('jumped', {bubbles: true}));
  });

  document.addEventListener('spoken', () => {
    for (const run of document.querySelectorAll('.run[data-scale]')) drop_labels(run);
  });

  // Not pointerover: that is also sent when the page moves below a pointer that rests, as after a jump.
  document.addEventListener('pointermove', (event) => {
    const item = event.target.closest && event.target.closest('.item');
    if (item) tell(item.closest('.run'), item.dataset.r);
  });
  document.addEventListener('pointerout', (event) => {
    const item = event.target.closest && event.target.closest('.item');
    if (item) tell(item.closest('.run'), item.closest('.run').dataset.chosen);
  });

  document.addEventListener('keydown', (event) => {
    const scroll = event.target.closest && event.target.closest('.scroll');
    if (!scroll || event.altKey || event.ctrlKey || event.metaKey) return;
    const run = scroll.closest('.run');
    const does = {
      ArrowRight: () => step(run, 1), ArrowLeft: () => step(run, -1), Home: () => step(run, 'first'), End: () => step(run, 'last'),
      '+': () => zoom(run, 1.4), '=': () => zoom(run, 1.4), '-': () => zoom(run, 1 / 1.4), '0': () => zoom(run, 'fit'),
      t: () => show_times(run, !is_timed(run)), T: () => show_times(run, !is_timed(run)),
    }[event.key];
    if (!does) return;
    event.preventDefault();
    does();
  });

  // On paper nothing scrolls: each picture stands there in rows that overlap a little, at most six, around its first marked moment.
  const PAPER_WIDTH = 980, MOST_ROWS = 6, OVERLAP = 90;

  function lay_out(run) {
    const make = (name, attributes, ...inside) => {
      const element = document.createElementNS(part(run, 'chart').namespaceURI, name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      element.append(...inside);
      return element;
    };
    const chart = part(run, 'chart').viewBox.baseVal, names = part(run, 'names').viewBox.baseVal;
    const copy = (name) => {
      const all = part(run, name).cloneNode(true);
      for (const marked of all.querySelectorAll('[id]')) marked.removeAttribute('id');
      return all.childNodes;
    };
    const room = PAPER_WIDTH - names.width, step = room - OVERLAP, rows = Math.max(Math.ceil((chart.width - OVERLAP) / step), 1);
    const mark = run.querySelector('.mark'), around = mark ? Math.floor(mark.getBBox().x / step) - MOST_ROWS / 2 : 0;
    const first = Math.max(Math.min(around, rows - MOST_ROWS), 0);
    const paper = document.createElement('div');
    paper.className = 'paper';
    for (let row = first; row < Math.min(rows, first + MOST_ROWS); ++row) {
      const window = make('svg', {x: names.width, width: room, height: chart.height, viewBox: [row * step, 0, room, chart.height].join(' ')}, ...copy('chart'));
      paper.append(make('svg', {viewBox: [0, 0, PAPER_WIDTH, chart.height].join(' ')}, ...copy('names'), window));
    }
    part(run, 'timeline').after(paper);
  }

  addEventListener('beforeprint', () => {
    for (const details of document.querySelectorAll('.printed')) details.open = true;
    for (const run of document.querySelectorAll('.run[data-scale]')) zoom(run, 1 / scale(run));
    for (const run of document.querySelectorAll('.run')) if (part(run, 'timeline')) lay_out(run);
  });
  addEventListener('afterprint', () => {
    for (const paper of document.querySelectorAll('.paper')) paper.remove();
  });

  // A timeline that comes into sight for the first time shows its first marked moment.
  const seen = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (!entry.isIntersecting) continue;
      seen.unobserve(entry.target);
      const run = entry.target, item = run.querySelector('.item.marked');
      if (item && !run.dataset.chosen) choose(run, item.dataset.r);
    }
  });

  // With what is on the page, and again where a script has put other runs into their place (live.js).
  function begin() {
    for (const run of document.querySelectorAll('.run')) {
      if (!part(run, 'scroll')) continue;
      run.addEventListener('stepped', (event) => choose(run, event.detail));
      seen.observe(run);
    }
  }
  document.addEventListener('replaced', begin);
  document.addEventListener('zoomed', (event) => zoom(event.target, event.detail / scale(event.target)));
  begin();
})();
