import { useEffect, useMemo, useRef, useState } from 'react';
import { useClient } from 'urql';
import type { TrellisForm, Values } from '~/ui';
import { DraftKeeper, type DraftState } from './keeper';
import { draftStore } from './store';

export interface Draft {
  state: DraftState;
  /** What an earlier visit left was put into the form. */
  restored: boolean;
  /** The version of the thing whose values the form began with, also when it comes back. */
  version: () => number | undefined;
  /** To be called when the form was sent, or given up on purpose. */
  discard: () => void;
}

/** Beside the values in what is kept. */
const versionKey = '@version';

/**
 * Nothing typed is lost: the whole form saves itself to the server and comes back next time.
 * `key` says which form about which thing, by opaque ids: `contact:<case id>`. Of what is changed,
 * `version` is kept too: what somebody else saves while it waits is not overwritten in silence.
 */
export function useDraft<V extends Values>(
  key: string,
  form: TrellisForm<V>,
  version?: number,
): Draft {
  const client = useClient();
  const [state, setState] = useState<DraftState>({ kind: 'clean' });
  const [restored, setRestored] = useState(false);
  const keeper = useRef<DraftKeeper>(undefined);
  const first = useRef(version);
  const base = useRef(version);
  const { setValues, onEveryChange } = form;
  const latest = useRef({ setValues });
  latest.current = { setValues };

  useEffect(() => {
    const mine = new DraftKeeper(draftStore(client, key), setState);
    keeper.current = mine;
    let restoring = false;
    void mine.restore().then((content) => {
      const kept = content === undefined ? undefined : readBack(content);
      if (!kept) return;
      const { [versionKey]: was, ...values } = kept;
      if (typeof was === 'number') base.current = was;
      restoring = true;
      latest.current.setValues(values as Partial<V>);
      restoring = false;
      setRestored(true);
    });
    const stop = onEveryChange((values) => {
      if (!restoring) mine.changed(JSON.stringify({ ...values, [versionKey]: base.current }));
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
      version: () => base.current,
      discard: () => {
        setRestored(false);
        base.current = first.current;
        void keeper.current?.discard();
      },
    }),
    [state, restored],
  );
}

function readBack(content: string): Values | undefined {
  try {
    const values: unknown = JSON.parse(content);
    return values && typeof values === 'object' ? (values as Values) : undefined;
  } catch {
    return undefined;
  }
}
