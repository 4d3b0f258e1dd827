import { useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import { DraftForm } from '~/drafts';
import { contactWish, useWords } from '~/features/words';
import { graphql, useAsk, useMutation } from '~/gql';
import { TextArea } from '~/ui';
import { CaseSupportDocument, type SupportedCase } from '../query';
import { calmingKind, triggerKind } from '../words';
import { KindedList } from './KindedList';
import { ToldList } from './ToldList';
import { useProfileForm } from './useProfileForm';
import { type ProfileValues, saysOf, valuesOf } from './values';

const WriteDocument = graphql(`
  mutation SupportProfileWrite($input: SupportProfileWriteInput!) {
    supportProfileWrite(input: $input) {
      ... on SupportProfileWriteSuccess { case { id } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
      ... on ConflictProblem { currentVersion fields { path yours theirs } }
    }
  }
`);

/** All of the support profile. It keeps itself as a draft while it is written. */
export function ProfileForm({ of, onClose }: { of: SupportedCase; onClose: () => void }) {
  const { t } = useLingui();
  const { choices, word } = useWords();
  const write = useMutation(WriteDocument);
  const ask = useAsk(CaseSupportDocument);
  const theirs = useRef<ProfileValues>(undefined);
  const form = useProfileForm(of.supportProfile);
  const titles: Record<string, string> = {
    doNotAsk: t`Told already: do not ask again`,
    triggers: t`What sets off`,
    calming: t`What calms`,
    contact: t`How they want to be reached`,
    welcomeItems: t`What makes a welcome`,
  };
  const kinds = { ...triggerKind, ...calmingKind, ...contactWish };
  const said = (line: string) =>
    line.replace(/^([A-Z_]+): /, (whole, code: string) =>
      code in kinds ? `${word(kinds, code as keyof typeof kinds)}: ` : whole,
    );
  return (
    <DraftForm
      form={form}
      draft={`support:${of.id}`}
      label={t`What helps`}
      onSubmit={async (values, { clientMutationKey, settledVersion }) => {
        const expectedVersion = settledVersion ?? values.version;
        const outcome = await write({
          input: { clientMutationKey, case: of.id, expectedVersion, ...saysOf(values) },
        });
        if (outcome.kind === 'conflict') {
          const now = await ask({ id: of.id });
          if (now.kind === 'fault') return now;
          theirs.current = valuesOf(now.data.case?.supportProfile);
        }
        return outcome;
      }}
      conflictWords={{
        label: (path) => titles[path],
        value: (_path, value) => value.split('\n').map(said).join('\n'),
      }}
      readTheirs={(path) => theirs.current?.[path]}
      onClose={onClose}
    >
      <ToldList form={form} />
      <KindedList
        form={form}
        name="triggers"
        title={t`What sets off`}
        hint={t`What to leave out or announce, so that nobody is startled.`}
        add={t`Add what sets off`}
        choices={choices(triggerKind)}
      />
      <KindedList
        form={form}
        name="calming"
        title={t`What calms`}
        hint={t`What helped before, as they say it or as was seen.`}
        add={t`Add what calms`}
        choices={choices(calmingKind)}
      />
      <KindedList
        form={form}
        name="contact"
        title={t`How they want to be reached`}
        hint={t`The way that is safe for them, and when.`}
        add={t`Add a way`}
        choices={choices(contactWish)}
      />
      <TextArea
        name="welcomeItems"
        label={t`What makes a welcome`}
        hint={t`One thing a line: a soft blanket, their own shampoo, a charger.`}
      />
    </DraftForm>
  );
}
