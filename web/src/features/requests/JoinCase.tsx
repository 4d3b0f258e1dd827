import { useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { CaseField } from '~/features/contacts/CaseField';
import { useMutation } from '~/gql';
import { Button, Drawer, Form, useForm, useFormValue } from '~/ui';
import { JoinDocument } from './joinDocument';

interface JoinCaseProps {
  request: { id: string; version: number };
  opened: boolean;
  onClose: () => void;
}

/** The young person has a case already: the request joins it, and no second one is made. */
export function JoinCase({ request, opened, onClose }: JoinCaseProps) {
  const { t } = useLingui();
  return (
    <Drawer opened={opened} onClose={onClose} title={t`Join a case that is there`}>
      <JoinForm request={request} onClose={onClose} />
    </Drawer>
  );
}

function JoinForm({ request, onClose }: Omit<JoinCaseProps, 'opened'>) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const join = useMutation(JoinDocument);
  const form = useForm({
    initialValues: { case: null as string | null },
    validate: (values) => ({ case: values.case ? null : t`Choose the case.` }),
  });
  const chosen = useFormValue(form, 'case');
  return (
    <Form
      form={form}
      label={t`Join a case that is there`}
      submitLabel={t`Join this case`}
      extra={<Button look="quiet" onClick={onClose}>{t`Back`}</Button>}
      onSubmit={(values, { clientMutationKey, settledVersion }) =>
        join({
          input: {
            clientMutationKey,
            id: request.id,
            expectedVersion: settledVersion ?? request.version,
            case: values.case ?? '',
          },
        })
      }
      onDone={() =>
        void navigate({ to: '/cases/$caseId', params: { caseId: form.getValues().case ?? '' } })
      }
    >
      <p>{t`A young person has one case. Only cases that you work on are found here.`}</p>
      <CaseField
        chosen={chosen}
        onChoose={(id) => form.setFieldValue('case', id)}
        focusFirst
        fixed={undefined}
      />
    </Form>
  );
}
