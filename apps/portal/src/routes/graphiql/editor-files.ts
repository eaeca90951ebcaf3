/** Where the files of the editor are served. */
export const editorFiles = '/graphiql/berkas/';
