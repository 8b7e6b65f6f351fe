// The switches of a class's pages: language, light or dark. ASCII only (embed.cmake).
'use strict';
(() => {
  const root = document.documentElement;

  function speak(language) {
    root.lang = language;
    document.title = language === 'ko' ? root.dataset.titleKo : root.dataset.titleEn;
    for (const button of document.querySelectorAll('button[data-lang]')) button.setAttribute('aria-pressed', button.dataset.lang === language);
  }

  document.addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (!button) return;
    if (button.dataset.lang) speak(button.dataset.lang);
    if (!button.hasAttribute('data-theme-switch')) return;
    const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
  });

  speak(root.lang);
})();
