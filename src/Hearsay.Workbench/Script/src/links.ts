/** Pointing at a statement of a timeline lights up what it has its words from, back to the first mention, what carries it on, and what denies it or is denied by it. */
export function followLinks(picture: SVGSVGElement): void {
  const arrows = [...picture.querySelectorAll<SVGPathElement>('.arrow[data-from]')];
  const marks = new Map([...picture.querySelectorAll<SVGAElement>('a[data-statement]')].map(mark => [mark.dataset['statement'] ?? '', mark]));
  const told = picture.closest('figure')?.querySelector<HTMLElement>('[data-told]');
  const show = (statement: string): void => {
    const lit = new Set([statement]);
    const own = new Set<SVGPathElement>();
    const carried = (from: 'from' | 'to', to: 'from' | 'to'): void => {
      for (const queue = [statement]; queue.length > 0;) {
        const at = queue.pop();
        for (const arrow of arrows.filter(one => one.dataset['kind'] === 'carries' && one.dataset[from] === at && !own.has(one))) {
          own.add(arrow);
          const next = arrow.dataset[to] ?? '';
          lit.add(next);
          queue.push(next);
        }
      }
    };
    carried('from', 'to');
    carried('to', 'from');
    for (const arrow of arrows.filter(one => one.dataset['kind'] === 'denies' && (one.dataset['from'] === statement || one.dataset['to'] === statement))) {
      own.add(arrow);
      lit.add(arrow.dataset['from'] ?? '').add(arrow.dataset['to'] ?? '');
    }

    picture.classList.add('following');
    arrows.forEach(arrow => arrow.classList.toggle('lit', own.has(arrow)));
    marks.forEach((mark, id) => mark.classList.toggle('lit', lit.has(id)));
    if (told) { told.textContent = marks.get(statement)?.querySelector('title')?.textContent ?? ''; }
  };
  const hide = (): void => {
    picture.classList.remove('following');
    if (told) { told.textContent = told.dataset['told'] ?? ''; }
  };
  marks.forEach((mark, id) => {
    mark.addEventListener('pointerenter', () => show(id));
    mark.addEventListener('focus', () => show(id));
    mark.addEventListener('pointerleave', hide);
    mark.addEventListener('blur', hide);
  });
}
