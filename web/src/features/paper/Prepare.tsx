import { useLingui } from '@lingui/react/macro';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useWords } from '~/features/words';
import { may, useQuery } from '~/gql';
import type { CopyAudience, Locale } from '~/gql/generated/enums';
import { NotFound } from '~/routes/NotFound';
import { FaultNotice } from '~/shell/FaultNotice';
import {
  ButtonLink,
  ChipChoice,
  EmptyState,
  Hideable,
  Notice,
  Page,
  Section,
  SkeletonRows,
  Stack,
} from '~/ui';
import { CopiesMade } from './CopiesMade';
import { MakeCopy } from './MakeCopy';
import { Paper } from './Paper';
import { PaperDocument, PaperPreviewDocument, touches } from './query';
import type { PaperSearch } from './search';
import { copyAudience, leavesOut, ofPlan, paperLanguage } from './words';

const HERE = '/signed-in/cases/$caseId/paper';

/** For whom, then what will be on paper, then the copy (rules 68, 77). */
export function Prepare() {
  const { t } = useLingui();
  const { choices } = useWords();
  const { caseId } = useParams({ from: HERE });
  const { audience, of, language, pictures } = useSearch({ from: HERE });
  const navigate = useNavigate();
  const { data, fault, retry } = useQuery(PaperDocument, { id: caseId }, { touches });
  if (!data) {
    return (
      <Page title={t`Prepare a print-out`}>
        {fault ? <FaultNotice fault={fault} retry={retry} /> : <SkeletonRows rows={6} />}
      </Page>
    );
  }
  if (!data.case || !may(data.case.can, 'PLAN_PRINT')) return <NotFound />;
  const go = (search: PaperSearch) =>
    void navigate({ to: '/cases/$caseId/paper', params: { caseId }, search, replace: true });
  return (
    <Page
      title={<Hideable>{data.case.alias}</Hideable>}
      lead={t`Prepare a print-out`}
      actions={
        <ButtonLink
          to="/cases/$caseId"
          params={{ caseId }}
          search={{ tab: of ? 'releases' : 'plan' }}
        >
          {of ? t`To the releases` : t`To the plan`}
        </ButtonLink>
      }
    >
      <Stack gap="large">
        {of ? null : (
          <Section title={t`For whom`}>
            <ChipChoice
              label={t`Who will have the copy?`}
              hint={t`There is no copy for anybody else: what leaves the team is a disclosure.`}
              choices={choices(copyAudience, ofPlan)}
              value={audience ?? null}
              onChange={(chosen) => go({ audience: chosen })}
            />
          </Section>
        )}
        {audience && (of || ofPlan.includes(audience)) ? (
          <Shown
            key={`${audience} ${language} ${pictures}`}
            caseId={caseId}
            audience={audience}
            of={of}
            language={language}
            pictures={audience === 'TEAM' && pictures === true}
            onLanguage={(chosen) => go({ audience, of, language: chosen, pictures })}
            onPictures={(chosen) => go({ audience, of, language, pictures: chosen })}
          />
        ) : null}
        <CopiesMade copies={data.case.planCopies} />
      </Stack>
    </Page>
  );
}

interface ShownProps {
  caseId: string;
  audience: CopyAudience;
  of: string | undefined;
  language: Locale | undefined;
  /** With the pictures; never on the young person's copy. */
  pictures: boolean;
  onLanguage: (language: Locale) => void;
  onPictures: (pictures: boolean) => void;
}

function Shown(props: ShownProps) {
  const { caseId, audience, of, language, pictures, onLanguage, onPictures } = props;
  const { t } = useLingui();
  const { word, choices } = useWords();
  const { data, fault, retry } = useQuery(
    PaperPreviewDocument,
    {
      id: caseId,
      audience,
      of: of ?? null,
      figures: pictures,
      ...(language ? { language } : {}),
    },
    { touches: touches.filter((type) => type !== 'PlanCopy'), fresh: true },
  );
  if (!data) return fault ? <FaultNotice fault={fault} retry={retry} /> : <SkeletonRows rows={8} />;
  const shown = data.case?.planCopyPreview;
  if (!shown || shown.parts.length === 0) {
    return (
      <EmptyState title={t`Nothing to put on paper yet`}>
        {audience === 'SAFETY_PLAN'
          ? t`No safety plan is written yet.`
          : t`Nothing of the plan is for this copy yet.`}
      </EmptyState>
    );
  }
  const signs = shown.unprintable.join(' ');
  return (
    <Section title={t`What will be on paper`}>
      <Stack>
        <Notice>{word(leavesOut, audience)}</Notice>
        {audience === 'TEAM' || audience === 'RELEASE_FORM' ? null : (
          <Notice tone="care">
            {t`Ask first: where will it be kept, and who could find it? Read every line for names that could bring harm.`}
          </Notice>
        )}
        <ChipChoice
          label={t`Language of the headings`}
          hint={t`What people said and wrote stays as it is.`}
          choices={choices(paperLanguage)}
          value={shown.language}
          onChange={onLanguage}
        />
        {audience === 'TEAM' ? (
          <ChipChoice
            label={t`Pictures`}
            hint={t`What moved since the last review, and the timeline of the year, each with the same in words. They are read in grey, too.`}
            choices={[
              { value: 'without', label: t`Without pictures` },
              { value: 'with', label: t`With both pictures` },
            ]}
            value={pictures ? 'with' : 'without'}
            onChange={(chosen) => onPictures(chosen === 'with')}
          />
        ) : null}
        {signs ? (
          <Notice tone="care">
            {t`These signs cannot be printed and become a mark: ${signs}`}
          </Notice>
        ) : null}
        <Paper of={shown} />
        <MakeCopy caseId={caseId} of={of} pictures={pictures} shown={shown} again={retry} />
      </Stack>
    </Section>
  );
}
