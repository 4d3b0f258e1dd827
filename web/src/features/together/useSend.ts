import { useRef, useState, useSyncExternalStore } from 'react';
import { useMutation } from '~/gql';
import type { Outcome } from '~/ui';
import { newKey } from '~/ui';
import {
  CopingDocument,
  GoalAddDocument,
  GoalAnswerDocument,
  NotNowDocument,
  type OwnGoal,
  PersonDocument,
  RightDocument,
  type View,
  VoiceDocument,
} from './documents';
import { Outbox, type OutboxState } from './outbox';
import type { GoalAddInput, GoalAnswer } from './types';

/** What the young person does, each put into the outbox; and the view as the server has it now. */
export interface Sends {
  right: () => void;
  notNow: (words: string) => void;
  voice: (words: string) => void;
  addGoal: (goal: GoalAddInput) => void;
  answer: (goal: OwnGoal, answer: GoalAnswer) => void;
  person: (name: string, chosen: boolean, reach?: string) => void;
  coping: (text: string, chosen: boolean) => void;
}

export interface Sender {
  sends: Sends;
  outbox: Outbox;
  state: OutboxState;
  /** The view as the last answer had it; the first one until there was another. */
  latest: View | undefined;
}

/** `first` is the view as it was read. */
export function useSend(first: View | undefined): Sender {
  const [outbox] = useState(() => new Outbox());
  const state = useSyncExternalStore(outbox.subscribe, () => outbox.state);
  const [answered, setAnswered] = useState<View>();
  const latest = answered ?? first;
  // Versions are read when something is sent for the first time, after all that went before it.
  const now = useRef(latest);
  now.current = latest;

  const right = useMutation(RightDocument);
  const notNow = useMutation(NotNowDocument);
  const voice = useMutation(VoiceDocument);
  const addGoal = useMutation(GoalAddDocument);
  const answer = useMutation(GoalAnswerDocument);
  const person = useMutation(PersonDocument);
  const coping = useMutation(CopingDocument);

  const put = <Input>(
    words: string,
    input: (view: View | undefined) => Input,
    send: (variables: {
      input: Input & { clientMutationKey: string };
    }) => Promise<Outcome<{ together: View }>>,
  ) => {
    const clientMutationKey = newKey();
    let variables: { input: Input & { clientMutationKey: string } } | undefined;
    outbox.add({
      words,
      send: async () => {
        variables ??= { input: { ...input(now.current), clientMutationKey } };
        const outcome = await send(variables);
        if (outcome.kind === 'done') {
          now.current = outcome.value.together;
          setAnswered(outcome.value.together);
        }
        return outcome;
      },
    });
  };

  const version = (goal: OwnGoal, view: View | undefined) =>
    view?.goals.find(({ id }) => id === goal.id)?.version ?? goal.version;
  const sends: Sends = {
    right: () => put('', () => ({}), right),
    notNow: (words) => put(words, () => ({ words: words || null }), notNow),
    voice: (words) =>
      put(words, (view) => ({ words, replaces: view?.voiceRecordedAt ?? null }), voice),
    addGoal: (goal) => put(goal.text, () => goal, addGoal),
    answer: (goal, given) =>
      put(
        goal.text,
        (view) => ({ id: goal.id, expectedVersion: version(goal, view), ...given }),
        answer,
      ),
    person: (name, chosen, reach) =>
      put(name, () => ({ name, chosen, ...(reach ? { reach } : {}) }), person),
    coping: (text, chosen) => put(text, () => ({ text, chosen }), coping),
  };
  return { sends, outbox, state, latest };
}
