// Stepping through a run: at each moment the line of the source, the objects, the handle tables and the output so far. The data is what
// report/step_data.h describes. Nothing is done for a run before somebody sees or uses it. ASCII only (embed.cmake).
'use strict';
(() => {
  const CALL = 0, BEGIN = 1, RETURN = 2;
  const MOST_MESSAGES = 8, MOST_ROWS = 24, MOST_PRINTS = 300, PLAY_EVERY = 900;
  const stages = new WeakMap();  // by .steps element

  function make(tag, className, ...inside) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.append(...inside.filter((one) => one !== null));
    return element;
  }

  // Words that are [English, Korean] where they differ.
  function say(words) {
    if (typeof words === 'string') return document.createTextNode(words);
    const both = document.createDocumentFragment();
    for (const [lang, text] of [['en', words[0]], ['ko', words[1]]]) both.append(Object.assign(make('span', '', text), {lang}));
    return both;
  }

  function word(name) {
    const found = document.getElementById('step-words').content.querySelector('[data-word="' + name + '"]').cloneNode(true);
    found.removeAttribute('data-word');
    return found;
  }

  const was = (from, to, at) => from >= 0 && from <= at && (to < 0 || at < to);
  const code = (text) => make('span', 'code', text);

  // "WaitForSingleObject(...)" of words that say what it returned, too.
  const unreturned = (words) => (Array.isArray(words) ? words : [words]).map((text) => text.replace(/\) \u2192 .*$/s, ')'));

  class Stage {
    constructor(element) {
      this.element = element;
      this.run = element.closest('.run');
      this.data = JSON.parse(this.part('step-data').textContent);
      this.wrong = new Map(this.data.wrong.map(([at, checks]) => [at, checks]));
      this.slider = element.querySelector('input[type=range]');
      this.slider.max = this.data.moments.length;
      element.querySelector('button.step-wrong').hidden = this.wrong.size === 0;
      this.part('step-against').hidden = this.data.against === undefined;
      this.moments_of = new Map();
      this.data.moments.forEach(([record], at) => this.moments_of.set(record, at));
      this.files = new Map();
      this.at = -1;
      this.show(this.first());
    }

    part(name) { return this.element.querySelector('.' + name); }

    // Where the run goes wrong, or first differs from a correct one; else its end, if a check has missed something in all of it.
    first() {
      if (this.data.wrong.length > 0) return this.data.wrong[0][0];
      const {first, call} = this.data.against || {first: -1, call: -1};
      if (first < 0 && call < 0) return document.querySelector('.check a[href="#' + this.run.id + '"]') ? this.data.moments.length - 1 : 0;
      return this.moments_of.get('c' + call) ?? 0;
    }

    // ---- beside a correct program

    against() {
      const button = this.element.querySelector('[data-step=against]'), box = this.part('step-rows');
      box.hidden = !box.hidden;
      button.setAttribute('aria-pressed', !box.hidden);
      this.part('step-legend').hidden = box.hidden;
      if (!box.firstChild) box.append(this.against_table());
      const first = box.querySelector('.first');
      if (!box.hidden && first) this.scroll_rows(first);
      this.mark_row(false);
    }

    against_table() {
      const wrong = new Map([...this.wrong].map(([at, checks]) => [this.data.moments[at][0], checks]));
      const of_run = {moment_of: (record) => this.moments_of.get(record), name_of: (program) => this.name(program), wrong};
      return against_table(this.data.against, this.data.words, of_run, {make, say, word});
    }

    // Shows the row with what leads to it, below the head and a whole row.
    scroll_rows(row) {
      const box = this.part('step-rows'), head = box.querySelector('thead').offsetHeight, top = row.offsetTop - box.clientHeight / 3;
      const above = [...box.querySelectorAll('tbody tr')].find((one) => one.offsetTop - head >= top);
      box.scrollTop = (above || row).offsetTop - head;
    }

    mark_row(scroll) {
      const box = this.part('step-rows');
      for (const old of box.querySelectorAll('.here')) old.classList.remove('here');
      const call = Number(this.data.moments[this.at][0].replace(/^c/, ''));  // NaN for an event
      const own = [...box.querySelectorAll('tr[data-call]')].find(({dataset}) => call >= +dataset.call && call < +dataset.call + +dataset.times);
      if (!own) return;
      own.classList.add('here');
      const top = own.offsetTop - box.querySelector('thead').offsetHeight, bottom = own.offsetTop + own.offsetHeight;
      if (scroll && (top < box.scrollTop || bottom > box.scrollTop + box.clientHeight)) this.scroll_rows(own);
    }

    show(at) {
      at = Math.min(Math.max(at, 0), this.data.moments.length - 1);
      if (at === this.at) return;
      this.at = at;
      this.slider.value = at + 1;
      const [before, after] = this.data.left_out;
      this.part('step-position').textContent = (at + 1 + before) + ' / ' + (before + this.data.moments.length + after);
      this.tell();
      this.source();
      this.part('step-objects').replaceChildren(this.objects());
      this.part('step-handles').replaceChildren(...this.tables());
      this.output();
      this.mark_row(true);
      this.run.dispatchEvent(new CustomEvent('stepped', {detail: this.data.moments[at][0]}));
    }

    name(program) { return this.data.programs[program].name; }
    tell() {
      const [record, kind, ms, program, thread] = this.data.moments[this.at];
      const words = this.data.words[record], checks = this.wrong.get(this.at);
      const line = this.part('step-moment');
      line.classList.toggle('wrong', checks !== undefined);
      const parts = [make('time', '', ms + ' ms')];
      if (program >= 0) parts.push(make('span', 'who', this.name(program), ...(thread > 1 ? [', ', word('thread'), ' ' + thread] : [])));
      parts.push(make('span', 'code', say(kind === BEGIN ? unreturned(words) : words)));
      if (kind === BEGIN || kind === RETURN) parts.push(make('span', 'phase', word(kind === BEGIN ? 'begin' : 'return')));
      if (checks) parts.push(make('span', 'why', word('wrong'), ' ' + checks), ...this.reasons());
      line.replaceChildren(...parts);
    }

    // What the checks that failed at this moment say, in the words of their articles; two that say the same, once.
    reasons() {
      const order = this.data.wrong.find(([at]) => at === this.at)[2];
      const links = [...document.querySelectorAll('a.jump[href="#' + this.run.id + '-o' + order + '"]')];
      const told = links.map((link) => link.closest('article').querySelector('.reason')).filter(Boolean).map((reason) => [reason.textContent, reason]);
      return [...new Map(told).values()].map((reason) => make('span', 'reason', ...reason.cloneNode(true).childNodes));
    }

    // ---- the source

    // The calls that have begun and not returned, the one of this moment aside: by record, its moment.
    open_calls() {
      const open = new Map();
      for (let at = 0; at <= this.at; ++at) {
        const [record, kind] = this.data.moments[at];
        if (kind === BEGIN) open.set(record, at);
        else if (kind === RETURN) open.delete(record);
      }
      return open;
    }

    lines_of(file) {
      if (this.files.has(file)) return this.files.get(file);
      const {lines} = this.data.files[file], list = make('ol'), items = new Map();
      let last = 0;
      for (const [number, text] of Object.entries(lines)) {
        if (Number(number) > last + 1) list.append(make('li', 'gap', make('span')));
        const item = make('li', '', make('span', '', text === '' ? ' ' : text));
        item.dataset.n = last = Number(number);
        items.set(last, item);
        list.append(item);
      }
      this.files.set(file, {list, items});
      return this.files.get(file);
    }

    source() {
      const box = this.part('step-source');
      let at = this.at;
      while (at >= 0 && this.data.moments[at][5] < 0) --at;
      if (at < 0) at = this.data.moments.findIndex((moment) => moment[5] >= 0);
      if (at < 0 && this.data.files.length === 0) return box.replaceChildren(make('p', '', word('no-source')));
      const [file, line] = at < 0 ? [0, 0] : this.data.moments[at].slice(5);  // line 0: a program that made no call
      const {list, items} = this.lines_of(file), {name, whole} = this.data.files[file];
      if (!box.contains(list)) {
        box.replaceChildren(...(whole ? [] : [make('p', '', word('part-of-source'))]), list);
        box.classList.toggle('short', !whole);
        this.part('step-file').textContent = name;
      }
      for (const item of list.children) item.className = item.classList.contains('gap') ? 'gap' : '';
      for (const began of this.open_calls().values()) {
        const moment = this.data.moments[began];
        if (moment[5] === file && items.has(moment[6])) items.get(moment[6]).classList.add('inside');
      }
      const current = items.get(line);
      if (!current) return;
      current.classList.add(at === this.at ? 'here' : 'last');
      if (this.wrong.has(this.at)) current.classList.add('wrong');
      for (const [number, item] of items) if (Math.abs(number - line) <= 6) item.classList.add('near');
      box.scrollTop = current.offsetTop - (box.clientHeight - current.offsetHeight) / 2;
    }

    // ---- the objects

    objects() {
      const list = make('ul', 'objects');
      const blocked = new Map();
      for (const [record, began] of this.open_calls()) {
        const moment = this.data.moments[began], of = blocked.get(moment[3]) || [];
        blocked.set(moment[3], [...of, unreturned(this.data.words[record])[0].replace(/\(.*$/s, '')]);
      }
      this.data.programs.forEach((program, index) => {
        if (program.from >= 0 && program.from <= this.at) list.append(this.process(program, blocked.get(index)));
      });
      this.data.slots.forEach((slot, index) => {
        if (slot.from >= 0 && slot.from <= this.at) list.append(this.mailslot(slot, index));
      });
      const waiting = this.data.others.filter(([, from, to]) => was(from, to, this.at));
      if (waiting.length > 0) {
        const names = [...new Set(waiting.map(([program]) => this.name(program)))].join(', ');
        list.append(make('li', 'object nonsignaled', make('span', 'name', word('others')), make('span', 'inside', word('waited'), ' ' + names)));
      }
      return list;
    }

    process(program, blocked) {
      const ended = program.to >= 0 && program.to <= this.at;
      const exit = ended ? [make('s', '', '259'), ' ', make('strong', '', say(program.code))] : ['259 (STILL_ACTIVE)'];
      const card = make('li', 'object ' + (ended ? 'signaled' : 'nonsignaled'),
        make('span', 'kind', word('process'), ...(program.kind === 'own' ? [] : [', ', word(program.kind)])),
        make('span', 'name', program.name), document.createElement('br'),
        make('span', 'pill', ended ? 'Signaled' : 'Non-Signaled'), ' ', make('span', 'exit', word('exit'), ' ', ...exit));
      if (blocked && !ended) card.append(make('span', 'inside', word('blocked'), ' ', code(blocked.join(', '))));
      if (program.from === this.at || (ended && program.to === this.at)) card.classList.add('changed');
      return card;
    }

    mailslot(slot, index) {
      const gone = slot.to >= 0 && slot.to <= this.at;
      const card = make('li', 'object mailslot' + (gone ? ' gone' : ''), make('span', 'kind', word('mailslot')), make('span', 'name', slot.name));
      let changed = slot.from === this.at || slot.to === this.at;
      for (const [of, , from, to] of this.data.mail) changed = changed || (of === index && (from === this.at || to === this.at));
      if (changed) card.classList.add('changed');
      if (gone) {
        card.append(make('span', 'inside', word('gone')));
        return card;
      }
      const mail = this.data.mail.filter(([of, , from, to]) => of === index && was(from, to, this.at));
      const queue = make('ol', 'queue');
      if (mail.length > MOST_MESSAGES) queue.append(make('li', '', word('more'), ' ' + (mail.length - MOST_MESSAGES)));
      for (const [, text, from, , times] of mail.slice(-MOST_MESSAGES))
        queue.append(make('li', from === this.at ? 'changed' : '', '"' + text + '"' + (times > 1 ? ' \u00d7' + times : '')));
      card.append(mail.length > 0 ? queue : make('span', 'inside', word('empty')));
      const handles = this.data.handles.filter((handle) => handle[6] === index && was(handle[3], handle[4], this.at));
      if (handles.length > 0)
        card.append(make('span', 'inside', word('slot-handles'), ' ' + handles.map(([program, number]) => this.name(program) + ' #' + number).join(', ')));
      return card;
    }

    // ---- the handle tables

    tables() {
      const by_program = new Map();
      for (const handle of this.data.handles)
        if (handle[3] <= this.at) by_program.set(handle[0], [...(by_program.get(handle[0]) || []), handle]);
      if (by_program.size === 0) return [make('p', '', word('no-handles'))];
      return [...by_program].map(([program, handles]) => this.table(program, handles));
    }

    table(program, handles) {
      const table = make('table', '', make('caption', '', this.name(program)));
      const head = make('tr', '', ...['number', 'refers', 'state'].map((name) => Object.assign(make('th', '', word(name)), {scope: 'col'})));
      const body = make('tbody');
      if (handles.length > MOST_ROWS)
        body.append(make('tr', '', Object.assign(make('td', '', word('more'), ' ' + (handles.length - MOST_ROWS)), {colSpan: 3})));
      for (const [, number, words, from, to, note] of handles.slice(-MOST_ROWS)) {
        const over = to >= 0 && to <= this.at, leaked = over && (note & 2) !== 0;
        const state = make('td', '', word(leaked ? 'leaked' : over ? 'closed' : 'open'), ...(note & 1 ? [', ', word('inherited')] : []));
        const row = make('tr', leaked ? 'leaked' : over ? 'closed' : '', make('td', '', '#' + number), make('td', '', say(words)), state);
        if (from === this.at || to === this.at) row.classList.add('changed');
        body.append(row);
      }
      table.append(make('thead', '', head), body);
      return table;
    }

    // ---- the output

    output() {
      const by_program = new Map();
      for (const print of this.data.prints) {
        if (print[0] > this.at) break;
        by_program.set(print[1], [...(by_program.get(print[1]) || []), print]);
      }
      const box = this.part('step-output');
      if (by_program.size === 0) return box.replaceChildren(make('p', '', word('no-output')));
      box.replaceChildren(...[...by_program].flatMap(([program, prints]) => {
        const text = make('pre');
        text.dir = 'ltr';
        text.tabIndex = 0;
        for (const [at, , error, bytes] of prints.slice(-MOST_PRINTS)) text.append(make(at === this.at ? 'mark' : 'span', error ? 'error' : '', bytes));
        return by_program.size > 1 || program !== 0 ? [make('p', '', this.name(program)), text] : [text];
      }));
      for (const text of box.querySelectorAll('pre')) text.scrollTop = text.scrollHeight;
    }

    // ---- what moves it
    go(where) {
      if (where === 'against') return this.against();
      if (where !== 'play') this.stop();
      if (where === 'first') this.show(0);
      else if (where === 'last') this.show(this.data.moments.length - 1);
      else if (where === 'back') this.show(this.at - 1);
      else if (where === 'on') this.show(this.at + 1);
      else if (where === 'wrong') this.show(this.next_wrong());
      else this.play();
    }

    // The next moment at which a check failed, the first one after the last. Without any, the moment at which the page opened.
    next_wrong() {
      const all = this.data.wrong.map(([at]) => at);
      return all.find((at) => at > this.at) ?? this.first();
    }

    play() {
      if (this.playing) return this.stop();
      if (this.at === this.data.moments.length - 1) this.show(0);
      this.playing = setInterval(() => {
        this.show(this.at + 1);
        if (this.at === this.data.moments.length - 1) this.stop();
      }, PLAY_EVERY);
      this.press(true);
    }

    stop() {
      clearInterval(this.playing);
      this.playing = 0;
      this.press(false);
    }

    press(on) {
      const button = this.element.querySelector('[data-step=play]');
      button.setAttribute('aria-pressed', on);
      button.querySelector('[aria-hidden]').textContent = on ? '\u23f8' : '\u25b6';
    }
  }

  function stage_of(element) {
    if (!stages.has(element)) stages.set(element, new Stage(element));
    return stages.get(element);
  }
  const stage_at = (target) => (target.closest && target.closest('.steps') ? stage_of(target.closest('.steps')) : null);

  document.addEventListener('click', (event) => {
    const button = event.target.closest('button[data-step]'), row = event.target.closest('.step-rows tr[data-at]');
    if (button) stage_at(button).go(button.dataset.step);
    if (row) stage_at(row).show(Number(row.dataset.at));
  });

  document.addEventListener('input', (event) => {
    const stage = event.target.matches('.step-slider input') && stage_at(event.target);
    if (!stage) return;
    stage.stop();
    stage.show(Number(event.target.value) - 1);
  });

  document.addEventListener('keydown', (event) => {
    const stage = stage_at(event.target);
    if (!stage || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.target.matches('input')) return;  // a slider has its own keys
    const scrolls = event.target.matches('.step-source, pre');
    const where = {ArrowRight: 'on', ArrowLeft: 'back', Home: 'first', End: 'last', ' ': 'play', w: 'wrong', W: 'wrong'}[event.key];
    if (!where || scrolls || (event.key === ' ' && event.target.matches('button'))) return;
    event.preventDefault();
    stage.go(where);
  });

  // Somebody chose a call in the timeline.
  document.addEventListener('chosen', (event) => {
    const element = event.target.querySelector('.steps');
    if (!element) return;
    const stage = stage_of(element), at = stage.moments_of.get(event.detail);
    stage.stop();
    if (at !== undefined && stage.data.moments[stage.at][0] !== event.detail) stage.show(at);
  });

  // Somebody went to a run, or to the moment of a check in it, which is told by its order.
  document.addEventListener('jumped', (event) => {
    const element = event.target.querySelector('.steps');
    if (!element) return;
    const stage = stage_of(element), wrong = stage.data.wrong.find(([, , order]) => order === event.detail);
    stage.stop();
    if (wrong) stage.show(wrong[0]);
    event.target.scrollIntoView();  // with its caption
    element.focus({preventScroll: true});
  });

  // On paper stands the moment where the run goes wrong.
  addEventListener('beforeprint', () => document.querySelectorAll('.steps').forEach((element) => stage_of(element).show(stage_of(element).first())));

  const seen = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (!entry.isIntersecting) continue;
      seen.unobserve(entry.target);
      stage_of(entry.target);
    }
  });
  const begin = () => document.querySelectorAll('.steps').forEach((element) => seen.observe(element));
  document.addEventListener('replaced', begin);
  begin();
})();
