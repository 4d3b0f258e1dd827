import { useLingui } from '@lingui/react/macro';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useWords } from '~/features/words';
import { useCan, useQuery } from '~/gql';
import { NotFound } from '~/routes/NotFound';
import { FaultNotice } from '~/shell/FaultNotice';
import { Needs } from '~/shell/Needs';
import { Link, Notice, Page, Row, Section, SkeletonRows, Stack, StatusPill } from '~/ui';
import { PublishPart } from './PublishPart';
import { TemplateForm } from './TemplateForm';
import { TemplatePreview } from './TemplatePreview';
import { stateTones } from './Templates';
import { TemplateVersions } from './TemplateVersions';
import { TemplateDocument } from './template';
import { templateState } from './words';

/** A new template: written first, published from its own page. */
export function NewTemplate() {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  return (
    <Needs act="PLAN_TEMPLATE_WRITE">
      <Page title={t`Write a template`}>
        <Stack>
          <Link to="/admin/templates">{t`All templates`}</Link>
          <TemplateForm
            of={undefined}
            language={i18n.locale.startsWith('es') ? 'ES' : 'EN'}
            onSaved={(templateId) =>
              void navigate({ to: '/admin/templates/$templateId', params: { templateId } })
            }
          />
        </Stack>
      </Page>
    </Needs>
  );
}

/** A template: what is offered, its draft, where it is used, its versions. */
export function TemplatePage() {
  return (
    <Needs act="PLAN_TEMPLATE_VIEW">
      <TemplateScreen />
    </Needs>
  );
}

function TemplateScreen() {
  const { t } = useLingui();
  const { word } = useWords();
  const writes = useCan('PLAN_TEMPLATE_WRITE');
  const { templateId } = useParams({ from: '/signed-in/admin/templates/$templateId' });
  const { data, fault, retry } = useQuery(
    TemplateDocument,
    { id: templateId },
    { fresh: true, touches: ['PlanTemplate', 'PlanTemplateVersion'] },
  );
  const saved = useRef(false);
  const version = data?.node?.__typename === 'PlanTemplate' ? data.node.version : undefined;
  // What was saved is published next; the button is there when the saved draft has arrived.
  useEffect(() => {
    if (version !== undefined && saved.current) document.getElementById('publish')?.focus();
    saved.current = false;
  }, [version]);
  if (!data) {
    return (
      <Page title={t`Template`}>
        {fault ? <FaultNotice fault={fault} retry={retry} /> : <SkeletonRows rows={8} />}
      </Page>
    );
  }
  const template = data.node?.__typename === 'PlanTemplate' ? data.node : undefined;
  if (!template) return <NotFound />;
  const shown = template.draft ?? template.current?.body;
  return (
    <Page title={template.title}>
      <Stack>
        <Row>
          <Link to="/admin/templates">{t`All templates`}</Link>
          <StatusPill tone={stateTones[template.state]}>
            {word(templateState, template.state)}
          </StatusPill>
        </Row>
        {fault ? <FaultNotice fault={fault} retry={retry} /> : null}
        {template.draft && template.current ? (
          <Notice title={t`There is a draft`}>
            {t`Plans are offered version ${template.current.number} until the draft is published.`}
          </Notice>
        ) : null}
        {writes ? <PublishPart of={template} /> : null}
        {shown ? (
          <Section title={template.draft ? t`How the draft will be offered` : t`How it is offered`}>
            <TemplatePreview body={shown} />
          </Section>
        ) : null}
        <TemplateVersions of={template} />
        {writes ? (
          <Section title={template.draft ? t`Change the draft` : t`Write a new draft`}>
            <TemplateForm
              key={template.version}
              of={template}
              language="EN"
              onSaved={() => {
                const publish = document.getElementById('publish');
                if (publish) publish.focus();
                else saved.current = true;
              }}
            />
          </Section>
        ) : null}
      </Stack>
    </Page>
  );
}
