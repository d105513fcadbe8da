/** Tells the page first, while it still is whose it was, and then signs out. */
document.querySelector('[data-log-out]')?.addEventListener('click', async () => {
  document.dispatchEvent(new Event('logout'));
  await fetch('/shop/logout', { method: 'POST' });
  location.assign('/shop/');
});
