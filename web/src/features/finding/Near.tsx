import { useLingui } from '@lingui/react/macro';
import { useDeferredValue, useEffect, useState } from 'react';
import type { Place, Sought } from '~/features/directory/search';
import { graphql, useQuery } from '~/gql';
import { Columns, Finder, Select } from '~/ui';
import { useDistances } from './distances';

const PlacesDocument = graphql(`
  query DirectoryPlaces($beginning: String!) {
    directoryPlaces(beginning: $beginning) { city state latitude longitude }
  }
`);

interface NearProps {
  near: Place | undefined;
  onNear: (next: Pick<Sought, 'near'>) => void;
}

const named = ({ city, state }: Pick<Place, 'city' | 'state'>) => `${city}, ${state}`;

/** A city of the directory's own, and how far from it. The place is kept in this page alone. */
export function Near({ near, onNear }: NearProps) {
  const { t } = useLingui();
  const { ranges, written } = useDistances();
  const [words, setWords] = useState(near ? named(near) : '');
  const sought = useDeferredValue(words.trim().split(',')[0] ?? '');
  const { data } = useQuery(PlacesDocument, { beginning: sought }, { pause: sought.length < 2 });
  // Who clears the filters clears this one.
  useEffect(() => {
    if (!near) setWords('');
  }, [near]);
  const type = (next: string) => {
    setWords(next);
    if (near && next === '') onNear({ near: undefined });
  };
  const found = data?.directoryPlaces ?? [];
  const known = near && !found.some((one) => named(one) === named(near)) ? [near, ...found] : found;
  const usual = ranges[1] ?? 40;
  return (
    <Columns>
      <Finder
        label={t`Near a city`}
        placeholder={t`Begin to type its name`}
        hint={t`Cities in which the directory knows a service. Confidential and unknown locations are not in a search by distance.`}
        choices={known.map((one) => ({ value: named(one), label: named(one) }))}
        words={words}
        onWords={type}
        value={near ? named(near) : null}
        onChange={(chosen) => {
          const place = known.find((one) => named(one) === chosen);
          onNear({ near: place && { ...place, kilometers: near?.kilometers ?? usual } });
        }}
        noMatch={t`The directory knows no location in such a city.`}
      />
      <Select
        label={t`No further than`}
        disabled={!near}
        choices={ranges.map((range) => ({ value: String(range), label: written(range * 1000) }))}
        value={near ? String(near.kilometers) : null}
        onChange={(next) => {
          if (near && next) onNear({ near: { ...near, kilometers: Number(next) } });
        }}
        placeholder={t`Choose the city first`}
      />
    </Columns>
  );
}
