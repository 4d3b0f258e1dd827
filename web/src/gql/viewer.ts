import { graphql } from './generated';

export const ViewerDocument = graphql(`
  query Viewer {
    viewer {
      user { id name }
      organization { id name }
      roles
      can
      locale
    }
  }
`);
