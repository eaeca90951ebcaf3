import type { CodegenConfig } from '@graphql-codegen/cli';

// The portal's types, from the schema and from the documents that stand beside its pages. We import the constants
// and types of `generated/graphql.ts` by name; the `graphql()` tag of the preset is not used.
const config: CodegenConfig = {
  schema: './schema.graphql',
  documents: ['apps/portal/src/**/*.graphql'],
  ignoreNoDocuments: true,
  generates: {
    'apps/portal/src/lib/graph/generated/': {
      preset: 'client',
      // The portal sends the digest of a document, and the API looks its text up in the manifest written here.
      presetConfig: {
        fragmentMasking: false,
        persistedDocuments: { mode: 'replaceDocumentWithHash', hashAlgorithm: 'sha256' },
      },
      config: {
        documentMode: 'string',
        enumsAsTypes: true,
        useTypeImports: true,
        importExtension: '.ts',
        emitLegacyCommonJSImports: false,
        // A scalar nobody has thought about must fail here, not arrive in a page as `any`.
        strictScalars: true,
        scalars: { DateTime: 'string', Date: 'string', Decimal: 'string', UUID: 'string' },
      },
    },
  },
};

export default config;
