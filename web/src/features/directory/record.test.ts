import { describe, expect, it } from 'vitest';
import { factsOf, inputOf } from './record';

const filled = {
  ...factsOf(undefined),
  name: 'Lantern Mentors',
  state: 'TX' as const,
  city: 'Fairview',
  minimumAge: ' 12 ',
  maximumAge: '',
};

describe('what is recorded of a service', () => {
  it('serves the state it is in, once', () => {
    expect(inputOf({ ...filled, states: ['OK', 'TX'] }).states).toEqual(['TX', 'OK']);
  });

  it('rule_045_a_confidential_service_has_no_city', () => {
    expect(inputOf(filled).city).toBe('Fairview');
    expect(inputOf({ ...filled, capabilities: ['CONFIDENTIAL_LOCATION'] }).city).toBeNull();
  });

  it('leaves an age open that is not known', () => {
    expect(inputOf(filled)).toMatchObject({ minimumAge: 12, maximumAge: null });
  });

  it('reads a list back that a conflict brought as text', () => {
    const theirs = { ...filled, capabilities: 'SURVIVOR_LED NO_LOCKDOWN' as never };
    expect(inputOf(theirs).capabilities).toEqual(['SURVIVOR_LED', 'NO_LOCKDOWN']);
  });
});
