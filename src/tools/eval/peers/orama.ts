import { BOOSTS, type Peer, type PeerDocument, topicWords } from './document.ts';

/** Orama: BM25 over English stems; a tolerance of one edit makes it find less, so that there is none. */
export async function createOrama(documents: readonly PeerDocument[]): Promise<Peer> {
  const { create, insertMultiple, search } = await import('@orama/orama');
  const index = create({
    schema: { id: 'string', title: 'string', aliases: 'string', questions: 'string', text: 'string' },
    components: { tokenizer: { stemming: true, language: 'english' } },
  });
  await insertMultiple(index, [...documents]);
  return {
    name: 'Orama',
    setup: 'BM25, English stems, no tolerance (with one edit it finds less), stop words dropped',
    async search(question, limit) {
      const { hits } = await search(index, {
        term: topicWords(question).join(' '),
        properties: ['title', 'aliases', 'questions', 'text'],
        boost: BOOSTS,
        limit,
      });
      return hits.map(({ document, score }) => ({ id: document.id, score }));
    },
  };
}
