// The page of `lab watch --page` (report/live_page.h). After each save it shows the new report in place of the old one, without loading again,
// and the reader stays there: the same moment of the same run, zoom, switches, opened details, focus, place on the screen. ASCII only
// (embed.cmake).
'use strict';
(() => {
  const root = document.documentElement, line = document.querySelector('.live');
  const runs_left = new Map();  // by run, also of those that the last report does not have: a program that did not compile has none
  const details_left = new Map();
  let only_failed = false;

  // Checks and runs have names that stay the same from report to report, whatever their ids.
  const parts = () => [...document.querySelectorAll('main .check, main .run')].filter((part) => part.getClientRects().length > 0);
  const name = (part) => part.dataset.run || (part.matches('.check') ? part.querySelector('.id').textContent : part.tagName);
  const around = (element) => element.closest('.check, .run, header, main');

  // ---- where the reader is

  const slider = (run) => run.querySelector('.step-slider input');
  const against = (run) => run.querySelector('[data-step=against]');

  // Details open again only where they say the same: the hints of another mistake are not shown unasked.
  function details() {
    return [...document.querySelectorAll('main details')].map((one) => {
      const place = one.matches('.hint') ? one.querySelector('p').textContent : [...around(one).querySelectorAll('details')].indexOf(one);
      return [[name(around(one)), one.className, place].join(' '), one];
    });
  }

  function remember() {
    for (const run of document.querySelectorAll('main .run')) {
      if (run.querySelector('.scroll') === null) continue;
      runs_left.set(name(run), {
        moment: run.dataset.moved === undefined ? null : slider(run).value,
        against: against(run) !== null && against(run).getAttribute('aria-pressed') === 'true',
        scale: run.dataset.scale, left: run.querySelector('.scroll').scrollLeft,
      });
    }
    for (const [key, one] of details()) details_left.set(key, one.open);
    const filter = document.querySelector('[data-only-failed]');
    if (filter) only_failed = filter.getAttribute('aria-pressed') === 'true';
  }

  function restore() {
    if (only_failed && document.querySelector('[data-only-failed]')) document.querySelector('[data-only-failed]').click();
    for (const [key, one] of details()) if (details_left.has(key)) one.open = details_left.get(key);
    for (const run of document.querySelectorAll('main .run')) if (runs_left.has(name(run))) restore_run(run, runs_left.get(name(run)));
  }

  function restore_run(run, left) {
    if (left.against && against(run)) against(run).click();
    if (left.moment && slider(run)) {
      const input = () => slider(run).dispatchEvent(new Event('input', {bubbles: true}));
      input();  // for the first time it makes the slider as long as the run
      slider(run).value = left.moment;
      input();
    }
    if (left.scale) run.dispatchEvent(new CustomEvent('zoomed', {detail: Number(left.scale), bubbles: true}));
    if (left.scale || left.moment) run.querySelector('.scroll').scrollLeft = left.left;
    if (left.moment) run.dataset.moved = '';
    else delete run.dataset.moved;
  }

  // Who has not stepped through a run sees where it goes wrong now.
  for (const kind of ['click', 'input', 'keydown', 'chosen'])
    document.addEventListener(kind, (event) => {
      const run = event.target.closest && event.target.closest('.run');
      if (run && (kind === 'chosen' || event.target.closest('.steps'))) run.dataset.moved = '';
    });

  const FOCUSABLE = 'a[href], button, input, summary, [tabindex]';

  function focused() {
    const of = around(document.activeElement);
    return of && {name: name(of), tag: document.activeElement.tagName, index: [...of.querySelectorAll(FOCUSABLE)].indexOf(document.activeElement)};
  }

  function focus(old) {
    const of = old && [...document.querySelectorAll('header, main, main .check, main .run')].find((part) => name(part) === old.name);
    const element = of && [...of.querySelectorAll(FOCUSABLE)][old.index];
    if (element && element.tagName === old.tag) element.focus({preventScroll: true});
  }

  // The parts as the reader sees them from the top on, then those above: the first that is still there stays where it is on the screen.
  function places() {
    const all = parts().map((part) => [name(part), part.getBoundingClientRect()]), first = all.findIndex(([, box]) => box.bottom > line.offsetHeight);
    return scrollY === 0 ? [] : first < 0 ? all.reverse() : [...all.slice(first), ...all.slice(0, first).reverse()];
  }

  function scroll_back(old) {
    const now = new Map(parts().map((part) => [name(part), part])), there = old.find(([key]) => now.has(key));
    if (!there) return;
    const part = now.get(there[0]);
    part.style.contentVisibility = 'visible';  // as high as it is, though it is not in sight yet
    scrollBy(0, part.getBoundingClientRect().top - there[1].top);
    requestAnimationFrame(() => requestAnimationFrame(() => { part.style.contentVisibility = ''; }));
  }

  // ---- the newest report

  function replace(html) {
    const report = new DOMParser().parseFromString(html, 'text/html'), focus_was = focused(), places_were = places();
    remember();
    for (const playing of document.querySelectorAll('[data-step=play][aria-pressed=true]')) playing.click();
    for (const part of ['header', 'main']) document.querySelector(part).replaceWith(document.adoptNode(report.querySelector(part)));
    Object.assign(root.dataset, {titleEn: report.documentElement.dataset.titleEn, titleKo: report.documentElement.dataset.titleKo});
    document.dispatchEvent(new Event('replaced'));
    restore();
    focus(focus_was);
    scroll_back(places_were);
    const log = document.querySelector('main .check > .printed'), link = line.querySelector('.live-log');
    link.hidden = log === null;
    if (log) link.href = '#' + log.closest('.check').id;
  }

  let status = {report: 0}, shown = 0, fetching = false, events = null;

  async function fetch_newest() {
    if (fetching) return;
    fetching = true;
    try {
      while (shown < status.report) {
        const number = status.report, answer = await fetch('report');
        if (!answer.ok) throw new Error(answer.statusText);
        replace(await answer.text());
        shown = number;
      }
      if (events) tell(status);
    } catch (error) {
      end();
    } finally {
      fetching = false;
    }
  }

  // ---- what watch does

  function tell({en, ko, at_work}) {
    const words = Object.entries({en, ko}).map(([lang, text]) => Object.assign(document.createElement('span'), {lang, textContent: text || ''}));
    line.querySelector('.live-words').replaceChildren(...words);
    line.querySelector('.live-ended').hidden = true;
    line.dataset.state = at_work ? 'at-work' : 'waits';
  }

  function close() {
    if (events) events.close();
    events = null;
  }

  function end() {
    close();
    line.querySelector('.live-words').replaceChildren();
    line.querySelector('.live-ended').hidden = false;
    line.dataset.state = 'ended';
  }

  // A page that nobody sees listens to nothing: a browser has few connections for one address.
  function listen() {
    if (document.hidden) return close();
    if (events) return;
    events = new EventSource('events');
    events.onerror = end;
    events.onmessage = (message) => {
      status = JSON.parse(message.data);
      if (status.at_work) tell(status);  // else after the report that it is about
      fetch_newest();
    };
  }

  document.addEventListener('visibilitychange', listen);
  listen();
})();
