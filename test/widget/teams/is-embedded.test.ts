import { isEmbedded } from '../../../widget/teams/is-embedded.ts';
import { expect } from '@open-wc/testing';

describe('whether a host may stand around the page', () => {
  it('is so in a frame and in the shell of a phone’s app, and nowhere else', () => {
    expect(isEmbedded()).to.equal(false);
    const frame = document.createElement('iframe');
    document.body.append(frame);
    expect(frame.contentWindow && isEmbedded(frame.contentWindow)).to.equal(true);
    frame.remove();
    const shell = { nativeInterface: {} } as unknown as Window & { parent: Window };
    shell.parent = shell;
    expect(isEmbedded(shell)).to.equal(true);
  });
});
