import type { pictures as english } from '../en/pictures.ts';
import type { Worded } from '../language.ts';

/** What the pictures say to those who do not see them, in Arabic. */
export const pictures: Worded<typeof english> = {
  labelled: ({ label, words }) => `${label}: ${words}`,
  sentimentPicture: ({ words }) => `الانطباع: ${words}`,
  waitPicture: ({ target, wait }) => `الانتظار ${wait}، الهدف ${target}`,
  waitPictureWithoutTarget: ({ wait }) => `الانتظار ${wait}`,
  loadPicture: ({ capacity, load }) => `الحمل ${load} من ${capacity} وحدات`,
  loadPictureWhatIf: ({ capacity, load, would }) => `الحمل ${load} من ${capacity} وحدات، سيصبح ${would}`,
  countdownPicture: ({ seconds }, count) =>
    count(seconds, {
      zero: 'لم يبق وقت للرد',
      one: 'بقيت ثانية واحدة للرد',
      two: 'بقيت ثانيتان للرد',
      few: 'بقيت # ثوانٍ للرد',
      many: 'بقيت # ثانية للرد',
      other: 'بقيت # ثانية للرد',
    }),
  loadOf: ({ capacity, load }) => `${load} من ${capacity}`,
  loadOfUnits: ({ capacity, load }) => `${load} من ${capacity} وحدات`,
  free: ({ units }) => `المتاح ${units < 0 ? '−' : ''}${Math.abs(units)}`,
  left: ({ units }) => `بقي ${units}`,
  over: ({ units }) => `زيادة ${units}`,
};
