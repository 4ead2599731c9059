import { expect } from '@open-wc/testing';
import type { CommandInput, Outcome } from '../../../../widget/client/index.ts';
import { REST_MS, WhatIf } from '../../../../widget/elements/assign/what-if.ts';
import { fakeClock, type FakeClock } from '../../support/fake-clock.ts';

const assign = (agent: string): CommandInput => ({ type: 'assign', conversation: 'c1', agent });

describe('what if', () => {
  let clock: FakeClock;
  let asked: CommandInput[];
  let answer: (command: CommandInput) => Outcome;
  let changes: number;
  let whatIf: WhatIf;
  beforeEach(() => {
    clock = fakeClock();
    asked = [];
    changes = 0;
    answer = () => ({ ok: true, result: { id: 'c1', state: 'offered' } });
    whatIf = new WhatIf(
      (command) => {
        asked.push(command);
        return Promise.resolve(answer(command));
      },
      () => (changes += 1),
    );
  });
  afterEach(() => clock.restore());

  it('[A7] asks once somebody rests on a target, not for each that they pass', async () => {
    for (const agent of ['ana', 'ben', 'lena']) {
      whatIf.about(agent, assign(agent));
      await clock.pass(REST_MS - 1);
    }
    expect(asked).to.have.length(0);
    await clock.pass(1);
    expect(asked).to.deep.equal([assign('lena')]);
    whatIf.about('lena', assign('lena'));
    await clock.pass(REST_MS);
    expect(asked, 'the same again').to.have.length(1);
  });

  it('[A7] keeps an answer until a newer one is there', async () => {
    answer = () => ({ ok: true, result: { id: 'c1', state: 'offered', excess: 2 } });
    whatIf.about('ana', assign('ana'));
    await clock.pass(REST_MS);
    expect(whatIf.of('ana')).to.deep.equal({ ok: true, state: 'offered', excess: 2 });
    const refusal = { refusal: 'state', detail: 'It is active.', state: 'engaged' } as const;
    answer = () => ({ ok: false, refusal });
    whatIf.renew();
    whatIf.about('ana', assign('ana'));
    expect(whatIf.of('ana')).to.deep.equal({ ok: true, state: 'offered', excess: 2 });
    await clock.pass(REST_MS);
    expect(whatIf.of('ana')).to.deep.equal({ ok: false, refusal });
    expect(changes).to.equal(2);
  });

  it('says nothing where the server does not answer, and forgets with the conversation', async () => {
    answer = () => ({ ok: false, refusal: null });
    whatIf.about('ana', assign('ana'));
    await clock.pass(REST_MS);
    expect([whatIf.of('ana'), changes]).to.deep.equal([undefined, 0]);
    answer = () => ({ ok: true, result: { state: 'engaged' } });
    whatIf.about('ben', assign('ben'));
    await clock.pass(REST_MS);
    expect(whatIf.isAutomatic).to.equal(true);
    whatIf.about('lena', assign('lena'));
    whatIf.forget();
    await clock.pass(REST_MS);
    expect(asked).to.have.length(2);
    expect([whatIf.of('ben'), whatIf.isAutomatic]).to.deep.equal([undefined, false]);
  });
});
