import { densityOf, isShowing, lookOf, showDensity } from '../../../../widget/elements/floor/floor-look.ts';
import { linesCommand } from '../../../../widget/elements/floor/row-lines.ts';
import { expect } from '@open-wc/testing';

describe('how a floor is looked at', () => {
  beforeEach(() => localStorage.clear());

  it('[F6] is kept without what is searched for and without where one has scrolled to', () => {
    const look = lookOf({ view: 'open', queues: ['b', 'a'], text: 'Marta Olsen', offset: 40, limit: 80 }, 'compact');
    expect(JSON.stringify(look)).not.to.contain('Marta');
    expect(look).to.deep.equal({
      view: 'open',
      queues: ['a', 'b'],
      agents: [],
      channels: [],
      sentiments: [],
      sort: 'attention',
      descending: true,
      density: 'compact',
    });
  });

  it('[F6] is the same in whatever order filters were ticked, and a view without a density fits every one', () => {
    const now = lookOf({ queues: ['a', 'b'] }, 'compact');
    expect(isShowing(lookOf({ queues: ['b', 'a'] }, 'compact'), now)).to.equal(true);
    expect(isShowing(lookOf({ queues: ['b', 'a'] }, null), now)).to.equal(true);
    expect(isShowing(lookOf({ queues: ['b', 'a'] }, 'standard'), now)).to.equal(false);
    expect(isShowing(lookOf({ queues: ['a'] }, null), now)).to.equal(false);
  });

  it('[F6] a view’s density goes with it, and what was chosen here comes back', () => {
    const floor = document.createElement('div');
    showDensity(floor, 'compact');
    expect(densityOf(floor)).to.equal('compact');
    showDensity(floor, null);
    expect(densityOf(floor)).to.equal(null);
    linesCommand(floor).run();
    showDensity(floor, 'standard');
    showDensity(floor, null);
    expect(densityOf(floor)).to.equal('compact');
  });
});
