import { TeamsSignIn } from '../../../widget/teams/sign-in.ts';
import { expect } from '@open-wc/testing';

describe('signing in with Teams', () => {
  let answers: (string | Error)[];
  let silents: boolean[];
  let said: string[];
  let signIn: TeamsSignIn;
  beforeEach(() => {
    answers = [];
    silents = [];
    said = [];
    signIn = new TeamsSignIn(
      async (silent) => {
        silents.push(silent);
        const answer = answers.shift() ?? 'token';
        if (answer instanceof Error) throw answer;
        return answer;
      },
      (why) => said.push(why),
    );
  });
  const refused = (): Promise<string> =>
    signIn.getToken().then(
      () => 'a token',
      (error: Error) => error.message,
    );

  it('gives the token that Teams gives, and asks anew each time', async () => {
    answers = ['one', 'two'];
    expect([await signIn.getToken(), await signIn.getToken()]).to.deep.equal(['one', 'two']);
    expect(silents).to.deep.equal([false, false]);
    expect(said).to.deep.equal(['', '']);
  });

  it('asks the person for consent once, and after a refusal only without a word', async () => {
    answers = [new Error('CancelledByUser'), new Error('resourceRequiresConsent'), 'token'];
    expect(await refused()).to.equal('CancelledByUser');
    expect(await refused()).to.equal('resourceRequiresConsent');
    expect(await signIn.getToken()).to.equal('token');
    expect(silents).to.deep.equal([false, true, true]);
    expect(said).to.deep.equal(['CancelledByUser', 'resourceRequiresConsent', '']);
  });
});
