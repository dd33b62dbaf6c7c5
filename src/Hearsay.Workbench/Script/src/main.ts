import { listenToKeys } from './keys.js';
import { makeMarkable } from './marking.js';
import { followLinks } from './links.js';

document.documentElement.classList.add('scripted');
listenToKeys(document);
for (const form of document.querySelectorAll<HTMLFormElement>('.mark-form')) { makeMarkable(form); }
for (const picture of document.querySelectorAll<SVGSVGElement>('svg.timeline')) { followLinks(picture); }
