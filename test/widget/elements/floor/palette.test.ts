import '../../../../widget/elements/floor/define.ts';
import type { FloorwalkPalette } from '../../../../widget/elements/floor/palette.ts';
import { all, announced, one, press, words, write } from '../../support/shown.ts';
import { expect, fixture, html, oneEvent } from '@open-wc/testing';

describe('the palette', () => {
  let done: string[];
  const open = async (mode: 'commands' | 'keys' = 'commands'): Promise<FloorwalkPalette> => {
    done = [];
    const command = (name: string, key: string, why: string | null = null) => ({
      name,
      key,
      why,
      run: () => void done.push(name),
    });
    const el = await fixture<FloorwalkPalette>(
      html`<floorwalk-palette
        .groups=${[
          { name: 'With Marta', commands: [command('Monitor', 'M'), command('Assign', 'A', 'not open, but active')] },
          { name: 'Order', commands: [command('Sort by Wait', '')] },
        ]}
      ></floorwalk-palette>`,
    );
    el.show(mode);
    await el.updateComplete;
    return el;
  };
  const chosen = (el: FloorwalkPalette): string => words(one(el, '[aria-selected="true"]'));

  it('[F5] lists every command with its key, and why one is not possible', async () => {
    const el = await open();
    expect(all(el, '[role="option"]').map((it) => words(it))).to.deep.equal([
      'MonitorM',
      'Assign not open, but activeA',
      'Sort by Wait',
    ]);
    await expect(el).to.be.accessible();
  });

  it('is walked by arrows around its ends, and Enter does the chosen one and closes', async () => {
    const el = await open();
    const field = one(el, 'input');
    press(field, 'ArrowUp');
    await el.updateComplete;
    expect(chosen(el)).to.equal('Sort by Wait');
    expect(field.getAttribute('aria-activedescendant')).to.equal('p-2');
    press(field, 'ArrowDown');
    await el.updateComplete;
    press(field, 'Enter');
    await el.updateComplete;
    expect(done).to.deep.equal(['Monitor']);
    expect(el.isOpen).to.equal(false);
  });

  it('gives the focus back even where its commands change while it goes', async () => {
    const before = await fixture<HTMLButtonElement>(html`<button type="button">a row</button>`);
    before.focus();
    const el = await open();
    expect(document.activeElement).to.equal(el);
    const dialog = one<HTMLDialogElement>(el, 'dialog');
    const closed = oneEvent(dialog, 'close');
    dialog.close();
    el.groups = [];
    await el.updateComplete;
    await closed;
    await el.updateComplete;
    expect([el.isOpen, document.activeElement]).to.deep.equal([false, before]);
  });

  it('[F5] does nothing that is off, stays, and says why', async () => {
    const el = await open();
    press(one(el, 'input'), 'ArrowDown');
    await el.updateComplete;
    press(one(el, 'input'), 'Enter');
    expect(done).to.deep.equal([]);
    expect(el.isOpen).to.equal(true);
    expect(announced()).to.equal('Assign: not open, but active');
  });

  it('finds by words in any order, and says that nothing matches', async () => {
    const el = await open();
    write(one(el, 'input'), 'wait SORT');
    await el.updateComplete;
    expect(chosen(el)).to.equal('Sort by Wait');
    write(one(el, 'input'), 'zebra');
    await el.updateComplete;
    expect(words(one(el, '.list'))).to.equal('No command matches');
    press(one(el, 'input'), 'Enter');
    press(one(el, 'input'), 'ArrowDown');
    expect(done).to.deep.equal([]);
    await expect(el).to.be.accessible();
  });

  it('shows the keys alone', async () => {
    const el = await open('keys');
    expect(words(one(el, 'dl')))
      .to.contain('Monitor M')
      .and.to.contain('Esc')
      .and.not.to.contain('Sort');
    await expect(el).to.be.accessible();
  });

  it('keeps its keys from what is around it', async () => {
    const el = await open();
    let heard = 0;
    el.addEventListener('keydown', () => (heard += 1));
    press(one(el, 'input'), 'm');
    expect(heard).to.equal(0);
  });
});
