import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { PlanDomain } from '~/gql/generated/enums';
import type { OwnGoal } from './documents';
import { Big, Said, Step, Words } from './parts';
import type { StepProps } from './steps';
import css from './together.module.css';
import type { GoalAnswer } from './types';

/** One of her goals: does she still want it? No answer is also one. */
export function GoalStep({ goal, sends, next }: StepProps & { goal: OwnGoal }) {
  const { t } = useLingui();
  const say = (answer: GoalAnswer) => {
    sends.answer(goal, answer);
    next();
  };
  const takeUp = goal.mayTakeUp ? { state: 'ACCEPTED' as const } : {};
  return (
    <Step title={t`You said you want this`}>
      <Said>{goal.text}</Said>
      <div className={css.choices}>
        <Big
          chosen={goal.state !== 'SET_ASIDE' && goal.agreement === 'YOUTH_AGREES'}
          onClick={() => say({ ...takeUp, agreement: 'YOUTH_AGREES' })}
        >
          <Trans>Yes, I want this</Trans>
        </Big>
        <Big
          chosen={goal.agreement === 'YOUTH_PARTLY'}
          onClick={() => say({ agreement: 'YOUTH_PARTLY' })}
        >
          <Trans>Partly</Trans>
        </Big>
        {goal.maySetAside || goal.state === 'SET_ASIDE' ? (
          <Big
            chosen={goal.state === 'SET_ASIDE'}
            onClick={() => (goal.maySetAside ? say({ state: 'SET_ASIDE' }) : next())}
          >
            <Trans>Not any more</Trans>
          </Big>
        ) : null}
        <Big
          chosen={goal.agreement === 'CHOSE_NOT_TO_SAY'}
          onClick={() => say({ agreement: 'CHOSE_NOT_TO_SAY' })}
        >
          <Trans>I would rather not say</Trans>
        </Big>
        <Big look="main" onClick={next}>
          <Trans>Go on</Trans>
        </Big>
      </div>
    </Step>
  );
}

/** A goal of her own: what, and then what it is about. */
export function NewGoal({ sends, typed, next }: StepProps) {
  const { t } = useLingui();
  const [choosing, setChoosing] = useState(false);
  const text = typed.of('goal');
  const areas: [PlanDomain, string][] = [
    ['EDUCATION', t`School`],
    ['EMPLOYMENT_INCOME', t`Work and money`],
    ['PLACEMENT_HOUSING', t`Where I live`],
    ['FAMILY_RELATIONSHIPS', t`Family`],
    ['PEER_MENTOR_SUPPORT', t`Friends and people who help`],
    ['MEDICAL_DENTAL', t`Health`],
    ['MENTAL_HEALTH', t`How I feel`],
    ['RECREATION_JOY', t`Fun`],
    ['LIFE_SKILLS', t`Things to learn`],
    ['IDENTITY_AND_BELONGING', t`Who I am`],
    ['CULTURE_FAITH_COMMUNITY', t`Culture, faith, community`],
    ['TRANSPORT', t`Getting around`],
    ['TECHNOLOGY_ONLINE_SAFETY', t`Phone and internet`],
    ['LEGAL_PROTECTION', t`Court and papers`],
    ['BASIC_NEEDS', t`Things I need`],
    ['IMMEDIATE_SAFETY', t`Being safe`],
  ];
  if (choosing && text.trim()) {
    return (
      <Step title={t`What is it about?`} hint={t`Choose what comes closest.`}>
        <Said>{text}</Said>
        <div className={css.areas}>
          {areas.map(([domain, label]) => (
            <Big
              key={domain}
              onClick={() => {
                sends.addGoal({ text, domain });
                typed.clear('goal');
                setChoosing(false);
              }}
            >
              {label}
            </Big>
          ))}
        </div>
        <Big onClick={() => setChoosing(false)}>
          <Trans>Back to my words</Trans>
        </Big>
      </Step>
    );
  }
  return (
    <Step
      title={t`Is there something you want to do, or to be different?`}
      hint={t`Small or big. One thing at a time.`}
    >
      <Words label={t`What I want`} value={text} onChange={typed.set('goal')} />
      <div className={css.choices}>
        {text.trim() ? (
          <Big look="main" onClick={() => setChoosing(true)}>
            <Trans>Keep this</Trans>
          </Big>
        ) : (
          <Big look="main" onClick={next}>
            <Trans>Go on</Trans>
          </Big>
        )}
      </div>
    </Step>
  );
}
