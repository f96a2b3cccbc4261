import { BOOSTS, type Peer, type PeerDocument, topicWords } from './document.ts';

/** Shorter words are too near to each other for an edit; and lunr looks for terms that it does not hold near some numbers. */
const FUZZY = /^\p{L}{5,}$/u;

/** lunr: BM25 over stems, one edit in longer words. Terms are given one by one, as its query language trips on text. */
export async function createLunr(documents: readonly PeerDocument[]): Promise<Peer> {
  const { default: lunr } = await import('lunr');
  const index = lunr((builder) => {
    builder.ref('id');
    for (const [field, boost] of Object.entries(BOOSTS)) builder.field(field, { boost });
    for (const document of documents) builder.add(document);
  });
  return {
    name: 'lunr',
    setup: 'stems, one edit for words of five letters or more at a tenth of the weight, stop words dropped',
    search: (question, limit) =>
      index
        .query((query) => {
          for (const word of topicWords(question)) {
            query.term(word, { boost: 10 });
            if (FUZZY.test(word)) query.term(word, { editDistance: 1, boost: 1 });
          }
        })
        .slice(0, limit)
        .map(({ ref, score }) => ({ id: ref, score })),
  };
}
