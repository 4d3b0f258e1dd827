import { useLingui } from '@lingui/react/macro';
import { type TrellisForm, useForm } from '~/ui';
import type { Profile } from '../query';
import { type KindedRow, type ProfileValues, valuesOf } from './values';

export type ProfileForm = TrellisForm<ProfileValues>;

/** The form of a support profile. A row that was added has to say something, or be taken out. */
export function useProfileForm(profile: Profile | null | undefined): ProfileForm {
  const { t } = useLingui();
  const kinded = (name: string, rows: KindedRow<string>[]) =>
    rows.flatMap(({ kind, text }, n) => [
      [`${name}.${n}.kind`, kind ? null : t`Choose a kind.`] as const,
      [`${name}.${n}.text`, text.trim() ? null : t`Write it, or take this row out.`] as const,
    ]);
  return useForm({
    initialValues: valuesOf(profile),
    validate: (values) =>
      Object.fromEntries([
        ...values.doNotAsk.map(
          ({ topic }, n) =>
            [
              `doNotAsk.${n}.topic`,
              topic.trim() ? null : t`Name the topic, or take this row out.`,
            ] as const,
        ),
        ...kinded('triggers', values.triggers),
        ...kinded('calming', values.calming),
        ...kinded('contact', values.contact),
      ]),
  });
}
