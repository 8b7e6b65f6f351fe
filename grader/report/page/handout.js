// What moves on a handout's page: its contents, the copy buttons, and the way to the same heading in the other language. Without this
// script, the page can be read as well. ASCII only (embed.cmake).
'use strict';
(() => {
  // On a wide screen the contents are open from the beginning; on a phone they would fill the first screen.
  const contents = document.querySelector('.toc details');
  if (contents) contents.open = matchMedia('(min-width: 48rem)').matches;

  const other = document.querySelector('a.other');
  const follow = () => { if (other) other.hash = location.hash; };
  addEventListener('hashchange', follow);
  follow();

  // Returns the commands in a block, without their prompts.
  function copied(text) {
    const lines = text.split('\n'), prompt = /^[$>] /;
    return prompt.test(lines[0]) ? lines.filter((line) => prompt.test(line)).map((line) => line.slice(2) + '\n').join('') : text;
  }

  // Where the clipboard is out of reach, text is copied as a reader would copy it.
  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch (unreachable) {
      const area = document.body.appendChild(Object.assign(document.createElement('textarea'), {value: text, className: 'heard'}));
      area.select();
      document.execCommand('copy');
      area.remove();
    }
  }

  document.addEventListener('click', async (event) => {
    const button = event.target.closest('button.copy');
    if (!button) return;
    await copy(copied(button.closest('.code').querySelector('code').textContent));
    button.focus();
    const status = document.querySelector('[data-copied]');
    for (const old of document.querySelectorAll('.copy.done')) old.classList.remove('done');
    button.classList.add('done');
    status.textContent = '';
    requestAnimationFrame(() => { status.textContent = status.dataset.copied; });
  });

  for (const button of document.querySelectorAll('button.copy')) button.hidden = false;
})();
