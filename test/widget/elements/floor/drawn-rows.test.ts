import { drawnRows, isBeyond } from '../../../../widget/elements/floor/drawn-rows.ts';
import { expect } from '@open-wc/testing';

const span = (rows: readonly number[]) => [rows[0], rows.at(-1), rows.length];

describe('the rows that are drawn', () => {
  it('[F1] are those that are seen and a few more, wherever the list is scrolled', () => {
    expect(span(drawnRows(80, 0, { first: 0, length: 10 }, 0))).to.deep.equal([0, 15, 16]);
    expect(span(drawnRows(80, 0, { first: 40, length: 10 }, 40))).to.deep.equal([34, 55, 22]);
    expect(span(drawnRows(80, 200, { first: 240, length: 10 }, 40))).to.deep.equal([34, 55, 22]);
    expect(span(drawnRows(80, 0, { first: 75, length: 10 }, 75))).to.deep.equal([64, 79, 16]);
    expect(drawnRows(3, 0, { first: 0, length: 10 }, 0)).to.deep.equal([0, 1, 2]);
    expect(drawnRows(0, 0, { first: 0, length: 10 }, -1)).to.deep.equal([]);
  });

  it('[F1] are the nearest ones where what is seen has not come yet or is gone', () => {
    expect(drawnRows(20, 500, { first: 0, length: 10 }, 0).length).to.be.above(10);
    expect(drawnRows(20, 0, { first: 900, length: 10 }, 0).length).to.be.above(10);
  });

  it('[F4] hold the row that has the focus, however far the list is scrolled from it', () => {
    expect(drawnRows(80, 0, { first: 40, length: 10 }, 2)[0]).to.equal(2);
    expect(drawnRows(80, 0, { first: 0, length: 10 }, 70).at(-1)).to.equal(70);
    expect(drawnRows(80, 0, { first: 0, length: 10 }, 4).filter((index) => index === 4)).to.have.length(1);
  });

  it('are drawn anew before anything is seen that was not drawn', () => {
    expect(isBeyond({ first: 10, length: 10 }, { first: 12, length: 10 })).to.equal(false);
    expect(isBeyond({ first: 10, length: 10 }, { first: 16, length: 10 })).to.equal(true);
  });
});
