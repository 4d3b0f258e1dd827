import { useEffect, useMemo, useRef, useState } from 'react';
import { useClient } from 'urql';
import type { TrellisForm, Values } from '~/ui';
import { DraftKeeper, type DraftState } from './keeper';
import { draftStore } from './store';

export interface Draft {
  state: DraftState;
  /** What an earlier visit left was put into the form. */
  restored: boolean;
  /** To be called when the form was sent, or given up on purpose. */
  discard: () => void;
}

/**
 * Nothing typed is lost: the whole form saves itself to the server and comes back next time.
 * `key` says which form about which thing, by opaque ids: `contact:<case id>`.
 */
export function useDraft<V extends Values>(key: string, form: TrellisForm<V>): Draft {
  const client = useClient();
  const [state, setState] = useState<DraftState>({ kind: 'clean' });
  const [restored, setRestored] = useState(false);
  const keeper = useRef<DraftKeeper>(undefined);
  const { setValues, onEveryChange } = form;
  const latest = useRef({ setValues });
  latest.current = { setValues };

  useEffect(() => {
    const mine = new DraftKeeper(draftStore(client, key), setState);
    keeper.current = mine;
    let restoring = false;
    void mine.restore().then((content) => {
      const values = content === undefined ? undefined : readBack(content);
      if (!values) return;
      restoring = true;
      latest.current.setValues(values as Partial<V>);
      restoring = false;
      setRestored(true);
    });
    const stop = onEveryChange((values) => {
      if (!restoring) mine.changed(JSON.stringify(values));
    });
    return () => {
      stop();
      void mine.leave();
    };
  }, [client, key, onEveryChange]);

  return useMemo(
    () => ({
      state,
      restored,
      discard: () => {
        setRestored(false);
        void keeper.current?.discard();
      },
    }),
    [state, restored],
  );
}

function readBack(content: string): object | undefined {
  try {
    const values: unknown = JSON.parse(content);
    return values && typeof values === 'object' ? values : undefined;
  } catch {
    return undefined;
  }
}
