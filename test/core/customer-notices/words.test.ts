import assert from 'node:assert/strict';
import { test } from 'node:test';
import { customerNoticeKinds } from '../../../core/conversation/customer-notice.ts';
import { notices as ar } from '../../../core/customer-notices/ar.ts';
import { notices as de } from '../../../core/customer-notices/de.ts';
import { notices as en } from '../../../core/customer-notices/en.ts';
import { notices as es } from '../../../core/customer-notices/es.ts';
import { notices as fr } from '../../../core/customer-notices/fr.ts';
import { notices as ja } from '../../../core/customer-notices/ja.ts';
import type { CustomerNoticeParams, Named } from '../../../core/customer-notices/words.ts';

const languages = { ar, de, en, es, fr, ja };
const named: Named = (params, name, otherwise) => String(params[name] ?? otherwise);
const people = { agent: 'Mara', person: 'Ines', from: 'Tom', to: 'Priya', before: 6 };

test('[N1] every language words every notice to customers, with the same people and numbers in it', () => {
  const english = en(named);
  for (const [language, wording] of Object.entries(languages)) {
    const notices = wording(named);
    assert.deepEqual(Object.keys(notices).toSorted(), customerNoticeKinds.toSorted(), language);
    for (const kind of customerNoticeKinds) {
      for (const part of ['Mara', 'Ines', 'Tom', 'Priya', '7'])
        assert.equal(
          notices[kind](people).includes(part),
          english[kind](people).includes(part),
          `${language} ${kind} ${part}`,
        );
      for (const params of [{}, people, { by: 'agent' }, { by: 'customer' }, { by: 'unanswered' }, { by: 'timer' }]) {
        const words = notices[kind](params);
        assert.doesNotMatch(words, /[!！]|undefined|NaN|^$/u, `${language} ${kind}`);
        if (language !== 'en') assert.notEqual(words, english[kind](params), `${language} ${kind}`);
      }
    }
  }
});

test('[N1] who ended a conversation, and that nobody came, is said in words of its own', () => {
  for (const [language, wording] of Object.entries(languages)) {
    const said = (params: CustomerNoticeParams): string => wording(named).conversationEnded(params);
    const ways = ['agent', 'customer', 'unanswered', 'timer'].map((by) => said({ by }));
    assert.equal(new Set(ways).size, 4, language);
    assert.equal(said({}), said({ by: 'timer' }), language);
  }
});

test('[N1] whoever left, the customer is told who is still there, where somebody is', () => {
  for (const [language, wording] of Object.entries(languages)) {
    const { consultantLeft } = wording(named);
    assert.ok(
      consultantLeft({ person: 'Ines', agent: 'Mara' }).startsWith(consultantLeft({ person: 'Ines' })),
      language,
    );
  }
});
