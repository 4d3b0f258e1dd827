import type {
  CalmingKind,
  ContactWishKind,
  SupportProfileWriteInput,
  TriggerKind,
} from '~/gql/generated/graphql';
import { linesOf } from '../own';
import type { Profile } from '../query';
import { type Keyed, keyed } from '../rows';

export type KindedRow<Kind> = Keyed<{ kind: Kind | null; text: string }>;
export type ToldRow = Keyed<{ topic: string; instead: string }>;

/** The profile as its form holds it. The version is kept with it, in the draft as well. */
export interface ProfileValues extends Record<string, unknown> {
  version: number;
  doNotAsk: ToldRow[];
  triggers: KindedRow<TriggerKind>[];
  calming: KindedRow<CalmingKind>[];
  contact: KindedRow<ContactWishKind>[];
  welcomeItems: string;
}

type Says = Omit<Profile, 'writtenAt' | 'writtenBy' | '__typename'>;

export function valuesOf(profile: Says | null | undefined): ProfileValues {
  return {
    version: profile?.version ?? 0,
    doNotAsk: (profile?.doNotAsk ?? []).map(({ topic, instead }) =>
      keyed({ topic, instead: instead ?? '' }),
    ),
    triggers: (profile?.triggers ?? []).map(({ kind, text }) => keyed({ kind, text })),
    calming: (profile?.calming ?? []).map(({ kind, text }) => keyed({ kind, text })),
    contact: (profile?.contact ?? []).map(({ kind, text }) => keyed({ kind, text })),
    welcomeItems: (profile?.welcomeItems ?? []).join('\n'),
  };
}

/** What is sent of it. Each row has a kind by then: the form asks for it. */
export function saysOf(
  values: ProfileValues,
): Omit<SupportProfileWriteInput, 'case' | 'clientMutationKey' | 'expectedVersion'> {
  const kinded = <Kind>(rows: KindedRow<Kind>[]) =>
    rows.map(({ kind, text }) => ({ kind: kind as Kind, text }));
  return {
    doNotAsk: values.doNotAsk.map(({ topic, instead }) => ({
      topic,
      instead: instead.trim() || null,
    })),
    triggers: kinded(values.triggers),
    calming: kinded(values.calming),
    contact: kinded(values.contact),
    welcomeItems: linesOf(values.welcomeItems),
  };
}
