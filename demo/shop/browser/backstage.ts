const KEY = 'fairlead-backstage';

const toggle = document.querySelector('.backstage-toggle');

function show(open: boolean): void {
  toggle?.setAttribute('aria-expanded', String(open));
}

toggle?.addEventListener('click', () => {
  const open = toggle.getAttribute('aria-expanded') !== 'true';
  show(open);
  remember(open);
});
show(remembered());

function remembered(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'closed';
  } catch {
    return true;
  }
}

function remember(open: boolean): void {
  try {
    localStorage.setItem(KEY, open ? 'open' : 'closed');
  } catch {
    // Blocked storage: the panel opens anew on every page.
  }
}
