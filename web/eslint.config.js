import graphql from '@graphql-eslint/eslint-plugin';

/** Lints `../schema.graphql` alone; the client's code is Biome's. */
export default [
  {
    files: ['**/*.graphql'],
    languageOptions: {
      parser: graphql.parser,
      // Some rules look at the whole schema; there is no graphql-config file to name it.
      parserOptions: {
        graphQLConfig: { schema: new URL('../schema.graphql', import.meta.url).pathname },
      },
    },
    plugins: { '@graphql-eslint': graphql },
    rules: {
      ...graphql.configs['flat/schema-recommended'].rules,
      ...graphql.configs['flat/schema-relay'].rules,
      '@graphql-eslint/require-description': [
        'error',
        { types: true, FieldDefinition: true, DirectiveDefinition: true, rootField: true },
      ],
      '@graphql-eslint/require-deprecation-date': 'error',
      '@graphql-eslint/strict-id-in-types': [
        'error',
        {
          exceptions: {
            types: [
              'PageInfo',
              'MaskedText',
              'Viewer',
              'Caseload',
              'WeekCount',
              'StaffingBoard',
              'PlanVoice',
              'PlanVersion',
              'Revealed',
              // Read through their case or plan, and never alone.
              'Approval',
              'Calming',
              'ClockCounts',
              'ContactWish',
              'DisclosurePreview',
              'EarlierObservation',
              'GoalReading',
              'RequestAnswer',
              'ImmediateStep',
              'MedicalReminder',
              'PaperBlock',
              'PaperPart',
              'PlanApproval',
              'PlanComparison',
              'PlanCopyPreview',
              'PlanDifference',
              'PlanEnding',
              'PlanOutcome',
              'PlanReading',
              'PlanReview',
              'PlanSettings',
              'PlanTemplateBody',
              'PlanTemplateGoal',
              'PlanTemplateReview',
              'PlanTemplateStep',
              'CaseFactChange',
              'CaseStatusChange',
              'ReleaseSignature',
              'ResourceDesert',
              'WarmHandOff',
              'ReviewCall',
              'RightExplained',
              'SafePerson',
              'SafetyPlan',
              'SafetySectionText',
              'SharedContent',
              'SharedLine',
              'SharedPart',
              'StageEntry',
              'StepReading',
              'StrengthReading',
              'SupportProfile',
              'Together',
              'TogetherRecord',
              'ToldTopic',
              'TraffickingReading',
              'Trigger',
            ],
            suffixes: ['Connection', 'Edge', 'Payload', 'Success', 'Problem', 'Conflict'],
          },
        },
      ],
      // Lists go forward only: a page begins after a row and holds at most a hundred.
      '@graphql-eslint/relay-arguments': ['error', { includeBoth: false }],
      // Objects to plain lists such as `[FieldProblem!]!`, which are no connections.
      '@graphql-eslint/relay-edge-types': 'off',
      // Act names read noun first (`caseAssign`), and enum values share words on purpose.
      '@graphql-eslint/no-typename-prefix': 'off',
    },
  },
];
