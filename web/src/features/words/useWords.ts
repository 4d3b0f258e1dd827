import type { MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react';
import { useMemo } from 'react';
import type { Choice } from '~/ui';

/** The words of one vocabulary, by the schema's codes. */
export type Words<Code extends string> = Readonly<Record<Code, MessageDescriptor>>;

/** Codes as words in the reader's language: `word(caseStatus, 'OPEN')`, `choices(channel)`. */
export function useWords() {
  const { i18n } = useLingui();
  return useMemo(
    () => ({
      word: <Code extends string>(words: Words<Code>, code: Code): string => i18n._(words[code]),
      /** All of a vocabulary, or the codes given, in their order. */
      choices: <Code extends string>(words: Words<Code>, codes?: readonly Code[]) =>
        (codes ?? (Object.keys(words) as Code[])).map(
          (code): Choice<Code> => ({ value: code, label: i18n._(words[code]) }),
        ),
    }),
    [i18n],
  );
}
