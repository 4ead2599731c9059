export { countdownRing, ringSeconds } from './countdown-ring.ts';
export { loadBar } from './load-bar.ts';
export type { LoadOptions } from './load-bar.ts';
export { pictureStyles } from './pictures.styles.ts';
export { presenceMark } from './presence-mark.ts';
export { sentimentPicture } from './sentiment-picture.ts';
export { isLate, waitBar } from './wait-bar.ts';
