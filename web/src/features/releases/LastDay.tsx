import { Day, Moment } from '~/ui';
import { lastDay } from './values';

/** Until when something holds that ends before `until`: its last whole day, or that instant. */
export function LastDay({ until }: { until: string }) {
  const day = lastDay(until);
  return day ? <Day value={day} /> : <Moment value={until} />;
}
