import { BOOSTS, type Peer, type PeerDocument, topicWords } from './document.ts';

/** Orama: BM25 over English stems, one edit of tolerance. */
export async function createOrama(documents: readonly PeerDocument[]): Promise<Peer> {
  const { create, insertMultiple, search } = await import('@orama/orama');
  const index = create({
    schema: { id: 'string', title: 'string', aliases: 'string', questions: 'string', text: 'string' },
    components: { tokenizer: { stemming: true, language: 'english' } },
  });
  await insertMultiple(index, [...documents]);
  return {
    name: 'Orama',
    async search(question, limit) {
      const { hits } = await search(index, {
        term: topicWords(question).join(' '),
        properties: ['title', 'aliases', 'questions', 'text'],
        boost: BOOSTS,
        tolerance: 1,
        limit,
      });
      return hits.map(({ document, score }) => ({ id: document.id, score }));
    },
  };
}
