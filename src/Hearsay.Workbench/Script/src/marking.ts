/**
 * Marks words of the text above a form as source, cue or claim. What is sent are places in Unicode code points of the document's text:
 * each paragraph tells in data-start where it begins, and its text is the document's own to the character, but for
 * characters that are shown by a label, which tell in data-points how many they stand for.
 */
export function makeMarkable(form: HTMLFormElement): void {
  const text = document.querySelector<HTMLElement>('[data-text]');
  if (!text) { return; }
  const marks = new Map<string, Range[]>();
  const said = form.querySelector<HTMLElement>('[data-mark-said]');
  for (const button of form.querySelectorAll<HTMLButtonElement>('[data-mark-as]')) {
    button.addEventListener('pointerdown', event => event.preventDefault()); // the selection stays
    button.addEventListener('click', () => {
      const field = button.dataset['markAs'] ?? '';
      const range = selectedIn(text);
      if (!range) {
        if (said) { said.textContent = 'Select words in the text first.'; }
        return;
      }

      const ranges = button.hasAttribute('data-mark-more') ? [...marks.get(field) ?? [], range] : [range];
      marks.set(field, ranges);
      fill(form, field, ranges, text);
      light(field, ranges);
      if (said) { said.textContent = `Marked “${range.toString().trim()}”.`; }
      getSelection()?.removeAllRanges();
    });
  }

  for (const words of form.querySelectorAll<HTMLTextAreaElement>('[data-mark]')) {
    const field = words.dataset['mark'] ?? '';
    words.addEventListener('input', () => {
      const at = form.elements.namedItem(`${field}_at`);
      if (at instanceof HTMLInputElement) { at.value = ''; } // what is typed counts, and no longer what was marked
      marks.delete(field);
      light(field, []);
    });
  }
}

function selectedIn(text: HTMLElement): Range | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) { return null; }
  const range = selection.getRangeAt(0);
  return text.contains(range.commonAncestorContainer) && range.toString().trim() !== '' ? range.cloneRange() : null;
}

function fill(form: HTMLFormElement, field: string, ranges: Range[], text: HTMLElement): void {
  const [words, at] = [form.elements.namedItem(`${field}_words`), form.elements.namedItem(`${field}_at`)];
  const places = ranges.map(range => [pointAt(text, range.startContainer, range.startOffset), pointAt(text, range.endContainer, range.endOffset)] as const);
  if (words instanceof HTMLTextAreaElement) { words.value = ranges.map(range => range.toString().trim()).join(' … '); }
  if (at instanceof HTMLInputElement) { at.value = places.map(([start, end]) => `${start}-${end}`).join(','); }
}

/** The place in the document, in code points, of a place in the page. */
export function pointAt(text: HTMLElement, node: Node, offset: number): number {
  const before = document.createRange();
  const paragraphs = [...text.querySelectorAll<HTMLElement>('[data-start]')];
  const own = paragraphs.findLast(paragraph => paragraph.contains(node) || (paragraph.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0) ?? paragraphs[0];
  if (!own) { return 0; }
  before.setStart(own, 0);
  if (own.contains(node)) { before.setEnd(node, offset); } else { before.setEndAfter(own.lastChild ?? own); }
  return Number(own.dataset['start']) + pointsOf(before.cloneContents());
}

function pointsOf(content: DocumentFragment): number {
  for (const label of content.querySelectorAll<HTMLElement>('[data-points]')) { label.textContent = '.'.repeat(Number(label.dataset['points'])); }
  return [...(content.textContent ?? '')].length;
}

// Drawn over the text without changing it, where the browser can.
function light(field: string, ranges: Range[]): void {
  if (!('highlights' in CSS)) { return; }
  if (ranges.length === 0) { CSS.highlights.delete(`mark-${field}`); } else { CSS.highlights.set(`mark-${field}`, new Highlight(...ranges)); }
}
