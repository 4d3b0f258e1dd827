/** Everything a screen needs to ask and to change. */
export type { Fault } from './fault';
export { graphql } from './generated';
export { type QueryState, useAsk, useMutation, useQuery } from './hooks';
export { may } from './may';
export { useAct } from './useAct';
export { usePages } from './usePages';
export { useCan, useViewer, type Viewer } from './ViewerContext';
