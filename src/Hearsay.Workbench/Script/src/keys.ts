/** Single keys for what the page marks with data-key: its buttons and links are pressed, its details opened. */
export function listenToKeys(page: Document): void {
  page.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) { return; }
    const at = event.target;
    if (isWriting(at)) {
      if (event.key === 'Escape') { at.blur(); }
      return;
    }

    if (event.key === '/') {
      const search = page.querySelector<HTMLInputElement>('#quick');
      if (search) { event.preventDefault(); search.focus(); }
      return;
    }

    const key = CSS.escape(event.key.toLowerCase());
    const pressed = page.querySelector<HTMLElement>(`[data-key="${key}"]`);
    const opened = page.querySelector<HTMLDetailsElement>(`[data-key-opens="${key}"]`);
    const focused = page.querySelector<HTMLElement>(`[data-key-focuses="${key}"]`);
    if (pressed) { pressed.click(); }
    else if (opened) { open(opened); }
    else if (focused) { focused.focus(); }
    else { return; }
    event.preventDefault();
  });
}

function open(details: HTMLDetailsElement): void {
  details.open = true;
  details.scrollIntoView({ block: 'nearest' });
  details.querySelector<HTMLElement>('button, textarea, input:not([type=hidden])')?.focus();
}

function isWriting(at: EventTarget | null): at is HTMLElement {
  return at instanceof HTMLInputElement && at.type !== 'checkbox' || at instanceof HTMLTextAreaElement || at instanceof HTMLSelectElement;
}
