import { describe, expect, it } from 'vitest';
import { hours } from './hours';

const none = {
  days: null,
  opensAt: null,
  closesAt: null,
  validFrom: null,
  validTo: null,
  text: null,
};

describe('when a service is open', () => {
  it('names the days in the language of who reads', () => {
    const week = { ...none, days: 'MO,-1FR', opensAt: '09:00', closesAt: '17:00' };
    expect(hours(week, 'en')).toEqual(['Mon, Fri · 09:00 – 17:00']);
    expect(hours(week, 'es')).toEqual(['lun, vie · 09:00 – 17:00']);
  });

  it('says what is told and nothing else', () => {
    expect(hours({ ...none, text: 'By appointment' }, 'en')).toEqual(['By appointment']);
    const told = { ...none, days: 'whenever', validFrom: '2026-01-01' };
    expect(hours(told, 'en')).toEqual(['whenever', '2026-01-01']);
  });
});
