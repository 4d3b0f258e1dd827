import type {
  FollowUp,
  ObservationCode,
  ObservationKind,
  ObservationRecordInput,
  SourceKind,
} from '~/gql/generated/graphql';
import type { SeenObservation } from './Observed';
import { observationCode } from './words';

/** What the form holds. Nothing is chosen for somebody but the day and the kind. */
export type ObservationValues = {
  narrative: string;
  kind: ObservationKind;
  code: ObservationCode | null;
  codeText: string;
  source: SourceKind | null;
  observer: string;
  observedOn: string | null;
  graphic: boolean;
  contentNote: string;
  followUp: FollowUp | null;
  followUpReason: string;
  /** Why it is corrected, where it is. */
  reason: string;
};

/** The day it is here, as the server writes days. */
export const today = (): string => new Date().toLocaleDateString('en-CA');

/** What is known from where one comes: a contact with the family has its note and its source. */
export interface Beginning {
  narrative?: string;
  /** What was hard to read there is hard to read here. */
  graphic?: boolean;
  contentNote?: string;
  source?: SourceKind;
}

export function startOf(of: SeenObservation | undefined, begin: Beginning): ObservationValues {
  return {
    narrative: of?.narrative ?? begin.narrative ?? '',
    kind: of?.kind ?? 'INDICATOR',
    code: of?.code ?? null,
    codeText: of?.codeText ?? '',
    source: of?.source ?? begin.source ?? null,
    observer: of?.observer ?? '',
    observedOn: of?.observedOn ?? today(),
    graphic: of?.graphic ?? begin.graphic ?? false,
    contentNote: of?.contentNote ?? begin.contentNote ?? '',
    followUp: of?.followUp ?? null,
    followUpReason: of?.followUpReason ?? '',
    reason: '',
  };
}

/** The words that the vocabulary has for a kind. For what protects it has none. */
export function codesOf(kind: ObservationKind): ObservationCode[] {
  const all = Object.keys(observationCode) as ObservationCode[];
  const indicator = (code: string) => /^(PHYS|BEH)_/.test(code);
  return all.filter((code) => {
    if (code === 'OTHER') return true;
    if (kind === 'PROTECTIVE_FACTOR') return false;
    return indicator(code) === (kind === 'INDICATOR');
  });
}

/** The word that is sent: what was chosen, if it is of the kind; one's own words otherwise. */
export function codeOf(values: Pick<ObservationValues, 'kind' | 'code'>): ObservationCode | null {
  if (values.kind === 'PROTECTIVE_FACTOR') return 'OTHER';
  return values.code && codesOf(values.kind).includes(values.code) ? values.code : null;
}

type Said = Omit<ObservationRecordInput, 'clientMutationKey' | 'case'>;

/** What the server is sent. The form has made sure that a word, a source and a day are there. */
export function saidIn(values: ObservationValues): Said {
  const code = codeOf(values) ?? 'OTHER';
  return {
    kind: values.kind,
    code,
    codeText: code === 'OTHER' ? values.codeText.trim() || null : null,
    observedOn: values.observedOn ?? today(),
    observer: values.observer.trim() || null,
    source: values.source ?? 'OTHER',
    narrative: values.narrative,
    graphic: values.graphic,
    contentNote: values.graphic ? values.contentNote.trim() || null : null,
    followUp: values.followUp,
    followUpReason: values.followUpReason.trim() || null,
  };
}
