import { useLingui } from '@lingui/react/macro';
import { DraftForm } from '~/drafts';
import { useWords } from '~/features/words';
import { graphql, useMutation } from '~/gql';
import { Drawer, TextArea, useForm } from '~/ui';
import { agendaKind } from './words';

const SayDocument = graphql(`
  mutation StaffingYouthInputRecord($input: StaffingYouthInputRecordInput!) {
    staffingYouthInputRecord(input: $input) {
      ... on StaffingYouthInputRecordSuccess {
        staffing { id version agenda { kind text caseId } }
      }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
      ... on ConflictProblem { currentVersion fields { path yours theirs } }
    }
  }
`);

interface YouthInputProps {
  staffing: { id: string; version: number };
  caseId: string;
  wantsKnown: string;
  notShared: string;
  onClose: () => void;
}

/** What the young person wants the team to know, and does not want shared, as they said it. */
export function YouthInput({ staffing, caseId, wantsKnown, notShared, onClose }: YouthInputProps) {
  const { t } = useLingui();
  const { word } = useWords();
  const say = useMutation(SayDocument);
  const form = useForm({ initialValues: { wantsKnown, notShared } });
  return (
    <Drawer opened onClose={onClose} title={t`Write down what they said`}>
      <DraftForm
        form={form}
        draft={`said:${staffing.id}:${caseId}`}
        label={t`Write down what they said`}
        onClose={onClose}
        onSubmit={(values, sent) =>
          say({
            input: {
              clientMutationKey: sent.clientMutationKey,
              id: staffing.id,
              expectedVersion: sent.settledVersion ?? staffing.version,
              case: caseId,
              wantsKnown: values.wantsKnown.trim() || null,
              notShared: values.notShared.trim() || null,
            },
          })
        }
      >
        <TextArea
          name="wantsKnown"
          label={word(agendaKind, 'YOUTH_WANTS_KNOWN')}
          hint={t`In their words.`}
        />
        <TextArea name="notShared" label={word(agendaKind, 'YOUTH_NOT_SHARED')} />
      </DraftForm>
    </Drawer>
  );
}
