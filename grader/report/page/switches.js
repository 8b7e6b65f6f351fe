// The switches of every page: language, light or dark. The event "spoken" says that the language has changed. ASCII only (embed.cmake).
'use strict';
(() => {
  const root = document.documentElement;

  function speak(language) {
    root.lang = language;
    document.title = language === 'ko' ? root.dataset.titleKo : root.dataset.titleEn;
    for (const button of document.querySelectorAll('button[data-lang]')) button.setAttribute('aria-pressed', button.dataset.lang === language);
    document.dispatchEvent(new Event('spoken'));
  }

  function switchTheme() {
    const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
  }

  document.addEventListener('click', (event) => {
    const button = event.target.closest('button[data-lang], button[data-theme-switch]');
    if (!button) return;
    if (button.dataset.lang) speak(button.dataset.lang);
    else switchTheme();
  });

  document.addEventListener('replaced', () => speak(root.lang));  // other content: live.js
  speak(root.lang);
})();
