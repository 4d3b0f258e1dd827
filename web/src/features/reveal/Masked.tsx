import { useLingui } from '@lingui/react/macro';
import { graphql, useMutation } from '~/gql';
import type { RevealField } from '~/gql/generated/enums';
import { MaskedValue, newKey } from '~/ui';

const RevealDocument = graphql(`
  mutation Reveal($input: RevealInput!) {
    reveal(input: $input) {
      ... on RevealSuccess { revealed { value hideAfterSeconds } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);

interface MaskedProps {
  /** The thing that has the value: a case, a person on it, a request. */
  id: string;
  field: RevealField;
  label: string;
  value: { masked: boolean; value?: string | null };
}

/** A masked value of the schema, with its way to be shown: asked for with a reason, and written down. */
export function Masked({ id, field, label, value }: MaskedProps) {
  const { t } = useLingui();
  const reveal = useMutation(RevealDocument);
  return (
    <MaskedValue
      label={label}
      value={value}
      unknown={t`Not recorded`}
      onReveal={async (reason) => {
        const input = { clientMutationKey: newKey(), id, field, reason };
        const outcome = await reveal({ input });
        if (outcome.kind !== 'done') return outcome;
        const { value: shown, hideAfterSeconds } = outcome.value.revealed;
        return { kind: 'done', value: { value: shown ?? t`Not recorded`, hideAfterSeconds } };
      }}
    />
  );
}
