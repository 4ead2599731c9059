import {
  clock,
  clockOrDay,
  clockWithSeconds,
  duration,
  enumeration,
  list,
  midSentence,
  minutes,
  number,
} from '../../../widget/strings/format.ts';
import { expect } from '@open-wc/testing';

const noon = new Date(2026, 10, 20, 12, 4, 31).getTime();
const DAY_MS = 86_400_000;
/** Countdowns are written in 0 to 9 in every language, and what stands beside them too. */
const digits = (language: string): string => (language.startsWith('ar') ? `${language}-u-nu-latn` : language);

describe('formats', () => {
  it('write durations as m:ss, from an hour on as h:mm:ss, and never below zero', () => {
    expect([0, 4 * 60_000 + 12_345, 3_852_000, -5].map(duration)).to.deep.equal(['0:00', '4:12', '1:04:12', '0:00']);
    expect(minutes(299_999)).to.equal(4);
  });

  it('write moments in 24 hours and far ones as days', () => {
    expect(clock(noon)).to.equal('12:04');
    expect(clockWithSeconds(noon)).to.equal('12:04:31');
    expect(clockOrDay(noon, noon + 60_000)).to.equal('12:04');
    expect(clockOrDay(noon + 30 * DAY_MS, noon))
      .to.match(/20/)
      .and.match(/Dec/);
  });

  it('write what is written alike everywhere as the browser’s own tables do', () => {
    const hours = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
    const midnight = new Date(2026, 10, 20, 0, 0, 0).getTime();
    const languages = 'en en-US en-GB en-AU en-NZ en-IE en-IN en-FI de de-DE de-AT de-CH fr fr-FR fr-BE fr-CH fr-CA';
    for (const language of `${languages} es es-ES es-MX es-AR ja ja-JP ar ar-EG fi da`.split(' ')) {
      document.documentElement.lang = language;
      for (const at of [noon, midnight, noon + 9 * 3_600_000]) {
        expect(clock(at), language).to.equal(new Intl.DateTimeFormat(digits(language), hours).format(at));
        const seconds = new Intl.DateTimeFormat(digits(language), { ...hours, second: '2-digit' });
        expect(clockWithSeconds(at), language).to.equal(seconds.format(at));
      }
      for (const value of [0, 7, 999, 1_000, 12_345, 1.5])
        expect(number(value), language).to.equal(new Intl.NumberFormat(digits(language)).format(value));
      expect(number(-7), language).to.equal(new Intl.NumberFormat(digits(language)).format(-7).replace('-', '−'));
    }
    document.documentElement.lang = 'en';
  });

  it('write numbers and lists as the page’s language does', () => {
    document.documentElement.lang = 'de';
    expect(number(-8_001)).to.equal('−8.001');
    expect(list(['A', 'B'])).to.equal('A und B');
    expect(enumeration(['A', 'B'])).to.equal('A, B');
    document.documentElement.lang = 'ar';
    expect(enumeration(['A', 'B'])).to.equal('A، B');
    document.documentElement.lang = 'de';
    document.documentElement.lang = 'no such language!';
    expect(() => number(1)).not.to.throw();
    document.documentElement.lang = 'en';
    expect(list(['Billing', 'Returns'])).to.equal('Billing and Returns');
  });

  it('put words into sentences in lower case, but in German as they stand', () => {
    expect(midSentence('Wrap-up')).to.equal('wrap-up');
    document.documentElement.lang = 'de-CH';
    expect(midSentence('In Nacharbeit')).to.equal('In Nacharbeit');
    document.documentElement.lang = 'en';
  });
});
