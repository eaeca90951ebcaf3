import { describe, expect, it } from 'vitest';
import { queue } from './filter.ts';

const asked = (search: string) => queue(new URL(`http://localhost/telaah${search}`));

describe('the queue that an address asks for', () => {
  it('puts what waits for the viewer first when nothing is asked', () => {
    const { plain, filter, orderBy } = asked('');
    expect([plain, filter]).toEqual([true, { waitsForMe: false }]);
    expect(orderBy).toEqual({ field: 'DUE_ON', direction: 'ASC' });
    expect(asked('?urut=terbaru').plain).toBe(true);
    expect(asked('?setelah=abc').plain).toBe(false);
  });
  it('is one list as soon as something is asked', () => {
    const { plain, filter } = asked('?status=IN_REVIEW&meja=REVIEWER&saya=1&cari=loket');
    expect(plain).toBe(false);
    expect(filter).toEqual({ state: ['IN_REVIEW'], desk: ['REVIEWER'], waitsForMe: true, search: 'loket' });
  });
  it('is that of one unit, and of what waits for partners', () => {
    const { plain, filter } = asked('?meja=PARTNER&unit=unt_abc');
    expect([plain, filter]).toEqual([false, { waitingFor: ['PARTNER'], orgUnit: ['unt_abc'] }]);
  });
  it('leaves out what it does not know, and says what is too short', () => {
    const { filter, form, orderBy } = asked('?status=APA&urut=constructor&cari=ab');
    expect(filter).toEqual({});
    expect(orderBy.field).toBe('DUE_ON');
    expect(form.errors.map(({ path }) => path)).toEqual(['cari']);
  });
});
