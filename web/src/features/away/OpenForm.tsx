import { useLingui } from '@lingui/react/macro';
import { DraftForm } from '~/drafts';
import { When, whenOf } from '~/features/clocks/When';
import { useWords } from '~/features/words';
import { graphql, useMutation } from '~/gql';
import type { MissingType, Whereabouts } from '~/gql/generated/graphql';
import { ChipChoice, Select, TextArea, TextField, useForm } from '~/ui';
import { missingType, whereabouts } from './words';

const OpenDocument = graphql(`
  mutation EpisodeOpen($input: EpisodeOpenInput!) {
    episodeOpen(input: $input) {
      ... on EpisodeOpenSuccess { episode { id case { id } clocks { id } } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);

interface OpenFormProps {
  caseId: string;
  onBack: () => void;
  onDone: (episodeId: string) => void;
}

/** What was heard, and when: what is due by law runs from then (rules 47, 48, 58). */
export function OpenForm({ caseId, onBack, onDone }: OpenFormProps) {
  const { t } = useLingui();
  const { choices } = useWords();
  const open = useMutation(OpenDocument);
  const form = useForm({
    initialValues: {
      whereabouts: 'MISSING' as Whereabouts,
      type: null as MissingType | null,
      infoReceivedAt: null as string | null,
      infoReceivedAtTime: '',
      known: '',
      lastSeenAt: null as string | null,
      lastSeenAtTime: '',
      lastSeenPlace: '',
    },
    validate: (values) => ({ type: values.type ? null : t`Choose what fits best.` }),
  });
  return (
    <DraftForm
      form={form}
      draft={`away:${caseId}`}
      label={t`Record a time away`}
      submitLabel={t`Record it`}
      onSubmit={(values, { clientMutationKey }) =>
        open({
          input: {
            clientMutationKey,
            case: caseId,
            whereabouts: values.whereabouts,
            type: values.type as MissingType,
            infoReceivedAt: whenOf(values.infoReceivedAt, values.infoReceivedAtTime),
            known: values.known.trim() || null,
            lastSeenAt: whenOf(values.lastSeenAt, values.lastSeenAtTime),
            lastSeenPlace: values.lastSeenPlace.trim() || null,
          },
        })
      }
      onBack={onBack}
      onDone={(done) => onDone(done.episode.id)}
    >
      <ChipChoice
        name="whereabouts"
        label={t`Where are they?`}
        hint={t`What is due by law starts only when nobody knows.`}
        choices={choices(whereabouts, ['MISSING', 'AWAY_KNOWN_LOCATION'])}
        required
      />
      <Select
        name="type"
        label={t`What fits best?`}
        hint={t`The categories of the national center`}
        choices={choices(missingType)}
        required
      />
      <When name="infoReceivedAt" label={t`When we heard of it`} />
      <TextArea
        name="known"
        label={t`What is known`}
        hint={t`In plain words. What is not known yet holds nothing up.`}
      />
      <When
        name="lastSeenAt"
        label={t`When they were last seen`}
        hint={t`Empty: not known. For example: yesterday or -2`}
      />
      <TextField name="lastSeenPlace" label={t`Where they were last seen`} maxLength={1000} />
    </DraftForm>
  );
}
