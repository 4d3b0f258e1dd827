import { useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { Suspense } from 'react';
import type { DirectorySearch } from '~/features/directory/search';
import { serviceCategory, states, useWords } from '~/features/words';
import type { State } from '~/gql/generated/enums';
import { type MapLevel, SkeletonRows, StateMap } from '~/ui';
import type { Desert } from './GapMap';
import { levelOf, levelWords } from './levels';

interface GapPictureProps {
  deserts: readonly Desert[];
  asked: Partial<DirectorySearch>;
}

/** The places as a map: threshold by pattern and number, and in one sentence for who listens. */
export function GapPicture({ deserts, asked }: GapPictureProps) {
  const { t } = useLingui();
  const { word } = useWords();
  const navigate = useNavigate();
  const places = deserts.flatMap((one) =>
    one.state
      ? [
          {
            key: one.state,
            name: states[one.state],
            level: levelOf(one),
            number: one.services,
            title: `${states[one.state]}: ${one.listed ? one.services : word(levelWords, 'unknown')}`,
          },
        ]
      : [],
  );
  const tribes = deserts.find(({ state }) => !state);
  const of = (level: MapLevel) => places.filter((place) => place.level === level).length;
  const help = asked.kind ? word(serviceCategory, asked.kind) : '';
  return (
    <Suspense fallback={<SkeletonRows rows={8} />}>
      <StateMap
        places={places}
        others={
          tribes
            ? [
                {
                  key: 'tribal',
                  level: levelOf(tribes),
                  label: tribes.listed
                    ? t`Tribal programs of all states: ${tribes.services}`
                    : t`Tribal programs of all states: no data`,
                },
              ]
            : []
        }
        legend={(['none', 'few', 'enough', 'unknown'] as const).map((level) => ({
          level,
          label: word(levelWords, level),
        }))}
        summary={t`Map of 56 states and territories for ${help}: none listed in ${of('none')}, few in ${of('few')}, three or more in ${of('enough')}, no data for ${of('unknown')}. The table has each of them.`}
        note={t`A place is as large as its land; that says nothing of how many people need help there. No data means that the directory lists nothing at all of a place, of any kind.`}
        onPick={(state) =>
          void navigate({
            to: '/resources',
            search: { ...asked, state: state as State, open: true },
          })
        }
      />
    </Suspense>
  );
}
