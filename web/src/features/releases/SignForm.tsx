import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import { DraftForm } from '~/drafts';
import { instantOf } from '~/features/requests/instant';
import { useWords } from '~/features/words';
import { graphql, useMutation, useQuery } from '~/gql';
import type { SignerCapacity } from '~/gql/generated/graphql';
import { FaultNotice } from '~/shell/FaultNotice';
import {
  ChipChoice,
  Columns,
  DateField,
  Hideable,
  Select,
  SkeletonRows,
  TextArea,
  TextField,
  TimeField,
  useForm,
  useFormValue,
} from '~/ui';
import { type ListedRelease, ReleasePeopleDocument } from './query';
import { usePersonLabel } from './usePersonLabel';
import { today } from './values';
import { signerCapacity } from './words';

const SignDocument = graphql(`
  mutation ReleaseSign($input: ReleaseSignInput!) {
    releaseSign(input: $input) {
      ... on ReleaseSignSuccess { release { id status case { id } } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);

const isSelf = (capacity: SignerCapacity | null) => capacity === 'MINOR' || capacity === 'ADULT';
const needsBasis = (capacity: SignerCapacity | null) =>
  capacity === 'COURT_APPOINTED_GUARDIAN' || capacity === 'CUSTODIAL_AGENCY';

interface SignFormProps {
  caseId: string;
  of: ListedRelease;
  onClose: () => void;
}

/** Whose name was put under it, for whom, when and before whom (rules 14, 15). */
export function SignForm({ caseId, of, onClose }: SignFormProps) {
  const { t } = useLingui();
  const { choices } = useWords();
  const label = usePersonLabel();
  const sign = useMutation(SignDocument);
  const { data, fault, retry } = useQuery(
    ReleasePeopleDocument,
    { id: caseId },
    { touches: ['CasePerson'] },
  );
  const form = useForm({
    initialValues: {
      capacity: (of.signersMissing[0] ?? null) as SignerCapacity | null,
      signer: null as string | null,
      basis: '',
      signedAt: null as string | null,
      time: '',
      witness: '',
    },
    validate: (values) => ({
      capacity: values.capacity ? null : t`Choose for whom they sign.`,
      signer: isSelf(values.capacity) || values.signer ? null : t`Choose who signed.`,
      basis:
        !needsBasis(values.capacity) || values.basis.trim()
          ? null
          : t`Say by which order, or on whose behalf.`,
      time: !values.signedAt || values.time ? null : t`Say at what time.`,
      witness: values.witness.trim() ? null : t`Write who saw it.`,
    }),
  });
  const capacity = useFormValue(form, 'capacity');
  const { setFieldValue } = form;
  const next = of.signersMissing[0];
  const signedMeanwhile = capacity !== null && !of.signersMissing.includes(capacity);
  useEffect(() => {
    // The form may have been opened before the list showed that this name is there already.
    if (signedMeanwhile && next) setFieldValue('capacity', next);
  }, [signedMeanwhile, next, setFieldValue]);
  const day = useFormValue(form, 'signedAt');
  if (!data) {
    return fault ? <FaultNotice fault={fault} retry={retry} /> : <SkeletonRows rows={5} />;
  }
  const others = (data.case?.people ?? []).filter(({ id }) => id !== of.person?.id);
  const able = others.filter((one) => !one.allegedOffender && !one.disqualifiedSigner);
  return (
    <DraftForm
      form={form}
      draft={`release-sign:${of.id}:${of.signersMissing.length}`}
      label={t`Write down who signed`}
      onSubmit={(values, { clientMutationKey }) =>
        sign({
          input: {
            clientMutationKey,
            id: of.id,
            capacity: values.capacity ?? 'MINOR',
            signer: (isSelf(values.capacity) ? of.person?.id : values.signer) ?? '',
            basis: needsBasis(values.capacity) ? values.basis.trim() || null : null,
            signedAt: values.signedAt ? instantOf(values.signedAt, values.time) : null,
            witness: values.witness,
          },
        })
      }
      onClose={onClose}
    >
      <p className="t-soft">
        <Trans>For {of.recipientName}. Write it down once it has been signed.</Trans>
      </p>
      <ChipChoice
        name="capacity"
        label={t`Who signs?`}
        choices={choices(signerCapacity, of.signersMissing)}
        required
      />
      {isSelf(capacity) ? (
        <p>
          <Hideable>{of.person?.name ?? t`Somebody`}</Hideable>
        </p>
      ) : (
        <Select
          name="signer"
          label={t`Which person?`}
          hint={
            able.length < others.length
              ? t`Who may not sign for the young person is not in this list.`
              : undefined
          }
          choices={able.map((one) => ({ value: one.id, label: label(one) }))}
          noMatch={t`Nobody. Add them under "People" first.`}
          required
        />
      )}
      {needsBasis(capacity) ? (
        <TextArea name="basis" label={t`By which order, or on whose behalf?`} rows={2} required />
      ) : null}
      <TextField
        name="witness"
        label={t`Who saw it?`}
        hint={t`Somebody who was there, by name.`}
        maxLength={200}
        required
      />
      <Columns>
        <DateField
          name="signedAt"
          label={t`When`}
          hint={t`Now, when it is left open.`}
          max={today()}
        />
        {day ? <TimeField name="time" label={t`Time`} required /> : null}
      </Columns>
    </DraftForm>
  );
}
