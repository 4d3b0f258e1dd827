import { Folded } from './Folded';

interface AccountProps {
  of: { narrative: string; graphic: boolean; contentNote?: string | null | undefined };
}

/** What was seen or heard; closed where it is hard to read (rule 126). */
export function Account({ of }: AccountProps) {
  return of.graphic ? (
    <Folded contentNote={of.contentNote}>{of.narrative}</Folded>
  ) : (
    <p>{of.narrative}</p>
  );
}
