import type { pictures as english } from '../en/pictures.ts';
import type { Worded } from '../language.ts';

/** What the pictures say to those who do not see them, in Japanese. */
export const pictures: Worded<typeof english> = {
  labelled: ({ label, words }) => `${label}: ${words}`,
  sentimentPicture: ({ words }) => `感情: ${words}`,
  waitPicture: ({ target, wait }) => `待ち ${wait}、目標 ${target}`,
  waitPictureWithoutTarget: ({ wait }) => `待ち ${wait}`,
  loadPicture: ({ capacity, load }) => `負荷 ${capacity} ユニット中 ${load}`,
  loadPictureWhatIf: ({ capacity, load, would }) => `負荷 ${capacity} ユニット中 ${load}、${would} になります`,
  countdownPicture: ({ seconds }) => `応答まで残り ${seconds} 秒`,
  loadOf: ({ capacity, load }) => `${load} / ${capacity}`,
  loadOfUnits: ({ capacity, load }) => `${load} / ${capacity} ユニット`,
  free: ({ units }) => `空き ${units < 0 ? '−' : ''}${Math.abs(units)}`,
  left: ({ units }) => `残り ${units}`,
  over: ({ units }) => `${units} 超過`,
};
